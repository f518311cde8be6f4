/** custom-elements.json from the JSDoc of the element classes: every tag once, nothing private. */
import { readFileSync } from 'node:fs';

/** The public roles that a theme sets, with their defaults, from the one place that takes them. */
const tokens = () =>
  [
    ...readFileSync(new URL('../packages/elements/src/shared/base.styles.ts', import.meta.url), 'utf8').matchAll(
      /var\(\s*(--zwgk-[\w-]+),\s*([^;]*?)\s*\)(?=[;\s])/g,
    ),
  ].map(([, name, value]) => ({ name, default: value.replace(/\s+/g, ' '), description: 'Set by themes.' }));

export default {
  globs: ['packages/elements/src/*/*.ts'],
  exclude: ['packages/elements/src/{shared,define,cdn,locales}/**', '**/*.{styles,messages,messages.en}.ts'],
  outdir: 'packages/elements',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'public-only',
      packageLinkPhase({ customElementsManifest }) {
        customElementsManifest.modules = customElementsManifest.modules.filter((module) =>
          module.declarations?.some((declaration) => declaration.tagName),
        );
        for (const module of customElementsManifest.modules) {
          const source = module.path;
          module.path = source.replace('packages/elements/src/', 'dist/').replace(/\.ts$/, '.js');
          module.declarations = module.declarations.filter((declaration) => declaration.tagName);
          for (const declaration of module.declarations) {
            if (declaration.tagName !== 'zwgk-provider') declaration.cssProperties = tokens();
            declaration.members = declaration.members?.filter(
              (member) =>
                !member.static &&
                member.privacy !== 'private' &&
                member.privacy !== 'protected' &&
                !/^[_#]/.test(member.name) &&
                !(
                  member.kind === 'method' &&
                  /^(render|update|updated|willUpdate|firstUpdated|connectedCallback|disconnectedCallback|createRenderRoot|shouldUpdate)$/.test(
                    member.name,
                  )
                ),
            );
          }
          for (const entry of module.exports ?? [])
            if (entry.declaration?.module) entry.declaration.module = module.path;
        }
      },
    },
  ],
};
