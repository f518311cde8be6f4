/** custom-elements.json from the JSDoc of the element classes: every tag once, nothing private. */
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
