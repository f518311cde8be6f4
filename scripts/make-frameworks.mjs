/**
 * What frameworks and editors want to know, from custom-elements.json: React components, types for JSX, Vue and Svelte,
 * data for VS Code and JetBrains. Written to packages/elements/frameworks (not committed); nothing there is by hand.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { isMain, main, root, step } from './steps.mjs';

const elements = path.join(root, 'packages/elements');
const out = path.join(elements, 'frameworks');
const HEAD = '// Made from custom-elements.json by scripts/make-frameworks.mjs.\n';

const pascal = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
const doc = (text, indent = '  ') =>
  text ? `${indent}/** ${text.replace(/\s+/g, ' ').replace(/\*\//g, '*\\/')} */\n` : '';
const quoted = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/** Tag, class, fields and events of each element, in the order of their names. */
function readElements(manifest) {
  return manifest.modules
    .flatMap((module) => module.declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1))
    .map((one) => ({
      tag: one.tagName,
      name: one.name,
      about: one.description ?? '',
      fields: (one.members ?? []).filter(({ kind, readonly }) => kind === 'field' && !readonly),
      events: (one.events ?? []).filter(({ name }) => name),
    }));
}

/** Properties by their names, attributes as HTML writes them. */
const props = ({ name, fields }) =>
  fields
    .flatMap((field) => {
      const type = `${name}['${field.name}']`;
      const lines = [`${doc(field.description)}  ${quoted(field.name)}?: ${type} | undefined;\n`];
      if (field.attribute && field.attribute !== field.name)
        lines.push(`${doc(field.description)}  ${quoted(field.attribute)}?: ${type} | string | undefined;\n`);
      return lines;
    })
    .join('');
const listeners = ({ events }, key) =>
  events
    .map(
      ({ name, description }) =>
        `${doc(description)}  ${quoted(key(name))}?: ((event: HTMLElementEventMap['${name}']) => void) | undefined;\n`,
    )
    .join('');

const typesOf = (all) => `${HEAD}import type { ${all.map(({ name }) => name).join(', ')} } from '../dist/index.js';

${all.map((one) => `${doc(one.about.split('\n\n')[0], '')}export interface ${one.name}Props {\n${props(one)}}\n/** Listeners as React 19, Preact, Solid and Svelte 5 take them: \`on\` and the name of the event. */\nexport interface ${one.name}Listeners {\n${listeners(one, (event) => `on${event}`)}}\n`).join('\n')}`;

const names = (all) => all.flatMap(({ name }) => [`${name}Props`, `${name}Listeners`]).join(', ');
const classes = (all) => `import type { ${all.map(({ name }) => name).join(', ')} } from '../dist/index.js';\n`;

/** The global `JSX` of a library that knows custom elements by itself. */
const jsx = (all, module, base) => `${HEAD}${classes(all)}import type { ${names(all)} } from './types.js';
import type { ${base.name} } from '${module}';

declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements {
${all.map(({ tag, name }) => `      '${tag}': ${base.type(name)} & ${name}Props & ${name}Listeners;`).join('\n')}
    }
  }
}
`;

const reactJs = (all) => `'use client';
${HEAD}import * as React from 'react';
import { createComponent } from '@lit/react';
${all.map(({ tag, name }) => `import { ${name} as ${name}Element } from '../dist/index.js';\nimport '../dist/define/${tag}.js';`).join('\n')}

${all
  .map(
    ({ tag, name, events }) => `export const ${name} = createComponent({
  react: React,
  tagName: '${tag}',
  elementClass: ${name}Element,
  displayName: '${name}',
  events: { ${events.map((event) => `on${pascal(event.name)}: '${event.name}'`).join(', ')} },
});`,
  )
  .join('\n')}
`;
const reactTypes = (all) => `${HEAD}import type { EventName, ReactWebComponent } from '@lit/react';
import type { ${all.map(({ name }) => `${name} as ${name}Element`).join(', ')} } from '../dist/index.js';

${all
  .map(
    (one) => `${doc(one.about.split('\n\n')[0], '')}export declare const ${one.name}: ReactWebComponent<
  ${one.name}Element,
  {
${one.events.map(({ name, description }) => `${doc(description, '    ')}    on${pascal(name)}: EventName<HTMLElementEventMap['${name}']>;`).join('\n')}
  }
>;`,
  )
  .join('\n')}
`;

const vue = (
  all,
) => `${HEAD}${classes(all)}import type { AllowedComponentProps, HTMLAttributes, VNodeProps } from 'vue';
import type { ${all.map(({ name }) => `${name}Props`).join(', ')} } from './types.js';

/** What Volar reads of a component: its props, and the listeners that \`@zwgk-…\` stands for. */
interface Tag<Element, Props> {
  new (): {
    $props: VNodeProps & AllowedComponentProps & Omit<HTMLAttributes, keyof Props> & Props;
    $el: Element;
  };
}
${all.map((one) => `interface ${one.name}Emits {\n${listeners(one, (event) => `on${pascal(event)}`)}}`).join('\n')}

declare module 'vue' {
  interface GlobalComponents {
${all.map(({ tag, name }) => `    '${tag}': Tag<${name}, ${name}Props & ${name}Emits>;`).join('\n')}
  }
}
`;
const svelte = (all) => `${HEAD}${classes(all)}import type { HTMLAttributes } from 'svelte/elements';
import type { ${names(all)} } from './types.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${all.map(({ tag, name }) => `    '${tag}': Omit<HTMLAttributes<${name}>, keyof ${name}Props> & ${name}Props & ${name}Listeners;`).join('\n')}
  }
}
`;

export function makeFrameworks() {
  const manifest = JSON.parse(readFileSync(path.join(elements, 'custom-elements.json'), 'utf8'));
  const all = readElements(manifest);
  if (all.length === 0) throw new Error('custom-elements.json names no element');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const write = (file, text) =>
    writeFileSync(path.join(out, file), typeof text === 'string' ? text : `${JSON.stringify(text, null, 2)}\n`);
  write('types.d.ts', typesOf(all));
  write('react.js', reactJs(all));
  write('react.d.ts', reactTypes(all));
  const attributes = (own) => (name) => `Omit<${own(name)}, keyof ${name}Props>`;
  write(
    'jsx-react.d.ts',
    jsx(all, 'react', {
      name: 'DetailedHTMLProps, HTMLAttributes',
      type: attributes((name) => `DetailedHTMLProps<HTMLAttributes<${name}>, ${name}>`),
    }),
  );
  // Preact 10 and 11 keep the attributes of HTML in different places; both know a `div`.
  write(
    'jsx-preact.d.ts',
    jsx(all, 'preact', {
      name: 'JSX, Ref',
      type: (name) =>
        `Omit<JSX.IntrinsicElements['div'], 'ref' | keyof ${name}Props> & { ref?: Ref<${name}> | undefined }`,
    }),
  );
  // Solid writes properties as `prop:guide`, and listens to events of other names by `on:` alone.
  write(
    'jsx-solid.d.ts',
    `${jsx(all, 'solid-js', {
      name: 'JSX',
      type: (name) => `Omit<JSX.HTMLAttributes<${name}>, keyof ${name}Props> & Spelled<${name}Props, ${name}Listeners>`,
    })}type Spelled<Props, Listeners> = { [Key in keyof Props as \`prop:\${Key & string}\`]?: Props[Key] } & {
  [Key in keyof Props as \`attr:\${Key & string}\`]?: string | undefined;
} & {
  [Key in keyof Listeners as Key extends \`on\${infer Name}\` ? \`on:\${Name}\` : never]?: Listeners[Key];
};
`,
  );
  write('vue.d.ts', vue(all));
  write('svelte.d.ts', svelte(all));
  const tags = all.map(({ tag }) => tag);
  // The generators take the name of a type for a value that may be written.
  const known = (data) =>
    JSON.parse(typeof data === 'string' ? data : JSON.stringify(data), (key, value) =>
      key === 'values' && Array.isArray(value) ? value.filter(({ name }) => /^[a-z0-9-]+$/.test(name)) : value,
    );
  write('vscode.html-custom-data.json', known(getVsCodeHtmlCustomData(manifest)));
  const css = known(getVsCodeCssCustomData(manifest));
  // Every element takes the same roles.
  css.properties = [...new Map(css.properties.map((one) => [one.name, one])).values()];
  write('vscode.css-custom-data.json', css);
  const { version } = JSON.parse(readFileSync(path.join(elements, 'package.json'), 'utf8'));
  write('web-types.json', { ...known(getWebTypesData(manifest)), name: '@zwgk/elements', version });
  return tags;
}

if (isMain(import.meta.url)) await main(() => step('What frameworks and editors know', makeFrameworks));
