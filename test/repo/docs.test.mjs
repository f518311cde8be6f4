/** What the documentation shows is true: links lead somewhere, snippets use what exists, samples compile, commands are there. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { at, names, read, root } from './support.mjs';

const pages = [
  ...names('.'),
  ...['docs', 'docs/components', 'docs/decisions', 'docs/guides', 'docs/sdk', 'packages/schema/examples'].flatMap(
    (folder) => names(folder).map((name) => `${folder}/${name}`),
  ),
  ...names('packages').map((name) => `packages/${name}/README.md`),
].filter((file) => file.endsWith('.md') && existsSync(at(file)));

/** Fenced pieces of a page with their language and line. */
const blocks = (file) => {
  const found = [];
  let open;
  read(file)
    .split('\n')
    .forEach((line, i) => {
      const fence = /^\s*```(\w*)/.exec(line);
      if (!fence) open?.lines.push(line);
      else if (open)
        open = void found.push({ file, language: open.language, line: open.line, text: open.lines.join('\n') });
      else open = { language: fence[1], line: i + 1, lines: [] };
    });
  return found;
};
const all = pages.flatMap(blocks);
const prose = (file) => read(file).replace(/^\s*```[^]*?^\s*```/gm, '');

const manifest = JSON.parse(read('packages/elements/custom-elements.json'));
const tags = new Map(
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .map(({ tagName, attributes = [], members = [], events = [] }) => [
      tagName,
      {
        attributes: attributes.map(({ name }) => name),
        properties: members.filter(({ kind }) => kind === 'field').map(({ name }) => name),
        events: events.map(({ name }) => name),
      },
    ]),
);
const EVERYWHERE = /^(?:id|class|className|lang|dir|hidden|title|slot|role|style|part|data-.+|aria-.+)$/;

const slugs = (file) =>
  new Set(
    Array.from(prose(file).matchAll(/^#+ +(.+)$/gm), ([, text]) =>
      text
        .toLowerCase()
        .replace(/`/g, '')
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );

test('every link of the documentation leads to a file and a heading', () => {
  for (const file of pages)
    for (const [, target] of prose(file).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [name, anchor] = target.split('#');
      const wanted = name ? path.posix.join(path.posix.dirname(file), name) : file;
      assert.ok(existsSync(at(wanted)), `${file}: ${target}`);
      if (anchor)
        assert.ok(slugs(wanted).has(decodeURIComponent(anchor)), `${file}: no heading #${anchor} in ${wanted}`);
    }
});

test('files that the documentation names exist', () => {
  for (const file of pages.filter((one) => !/changelog/.test(one)))
    for (const [, name] of prose(file).matchAll(/`((?:packages|docs|scripts|test|stories)\/[\w./-]+)`/g))
      // What a build makes is there only after it.
      if (!/\/(?:dist|cdn)(?:\/|$)/.test(name)) assert.ok(existsSync(at(name)), `${file}: ${name}`);
});

/** Start tags of ours in a text, with their attributes as they are written. */
function* startTags(text) {
  for (const [, tag, rest] of text.matchAll(/<(zwgk-[\w-]+)((?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\}|=>)*?)\/?>/g))
    yield {
      tag,
      attributes: Array.from(
        rest.matchAll(/([@:[(]?[\w.-]+[\])]?)(?=\s|=|$)(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'{}]+))?|\{(\w+)\}/g),
        ([, name, short]) => name ?? `{${short}}`,
      ),
    };
}
/** What an attribute of plain HTML, Vue, Angular, React or Svelte means; undefined when the element has no such thing. */
function isKnown(tag, name) {
  const { attributes, properties, events } = tags.get(tag);
  const plain = name.replace(/^[@:[({]|[\])}]$/g, '').replace(/^attr\./, '');
  if (EVERYWHERE.test(name) || attributes.includes(plain)) return true;
  if (/^[@(]/.test(name)) return events.includes(plain);
  if (/^on/.test(name)) return events.includes(plain.slice(2));
  return properties.includes(plain);
}

test('snippets use tags, attributes, properties and events that the elements have', () => {
  let seen = 0;
  const look = (where, text) => {
    for (const { tag, attributes } of startTags(text)) {
      seen++;
      assert.ok(tags.has(tag), `${where}: no such tag: ${tag}`);
      for (const name of attributes) assert.ok(isKnown(tag, name), `${where}: <${tag}> has no ${name}`);
    }
    for (const [whole, name] of text.matchAll(/<\w+[^>]*\bdata-zwgk="([^"]+)"[^>]*>/g)) {
      seen++;
      assert.ok(tags.has(`zwgk-${name}`), `${where}: no such element: ${name}`);
      for (const [, attribute] of whole.matchAll(/\bdata-(?!zwgk\b)([\w-]+)=/g))
        assert.ok(isKnown(`zwgk-${name}`, attribute), `${where}: ${name} has no ${attribute}`);
    }
    for (const [, name] of text.matchAll(/(?:addEventListener|\.on)\(\s*['"](zwgk-[\w-]+)['"]/g))
      assert.ok(
        [...tags.values()].some(({ events }) => events.includes(name)),
        `${where}: no such event: ${name}`,
      );
  };
  for (const { file, line, text, language } of all) if (language !== 'sh') look(`${file}:${line}`, text);
  for (const file of pages)
    for (const [, code] of prose(file).matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)) look(file, code.replace(/…(?=>|$)/g, ''));
  assert.ok(seen > 40, `${seen} tags`);
});

test('JSON in snippets is JSON', () => {
  let seen = 0;
  const parse = (where, text) => {
    seen++;
    assert.doesNotThrow(() => JSON.parse(text), `${where}: ${text}`);
  };
  for (const { file, line, text, language } of all) {
    if (language === 'json') parse(`${file}:${line}`, text);
    for (const [, inner] of text.matchAll(/<script type="application\/json">([^]*?)<\/script>/g))
      if (!/<[?%]/.test(inner)) parse(`${file}:${line}`, inner);
  }
  assert.ok(seen > 1, `${seen} documents`);
});

test('commands that the documentation names are there, with their flags', async () => {
  const { scripts } = JSON.parse(read('package.json'));
  const { messages } = await import(at('packages/publish/dist/cli.messages.js'));
  for (const file of pages) {
    const text = read(file);
    for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) assert.ok(scripts[name], `${file}: npm run ${name}`);
    for (const [, command, rest] of text.matchAll(/npx zwgk(?: (\w+))?([^\n`]*)/g)) {
      if (command) assert.ok(messages.usage.includes(`zwgk ${command}`), `${file}: zwgk ${command}`);
      for (const [flag] of rest.matchAll(/--[a-z-]+/g)) assert.ok(messages.usage.includes(flag), `${file}: ${flag}`);
    }
  }
});

test('every setting of the service is told in both guides, and none that is not there', () => {
  const set = (text) => [...new Set(text.match(/\b(?:ZWGK_[A-Z_]+|DATABASE_URL)\b/g))].sort();
  const wanted = set(read('packages/server/src/main.ts'));
  for (const file of ['docs/guides/service.md', 'docs/guides/service.zh-CN.md']) {
    const told = Array.from(read(file).matchAll(/^\| `([A-Z_]+)`/gm), ([, name]) => name);
    assert.deepEqual(told.filter((name) => name !== 'PORT').sort(), wanted, file);
    assert.ok(told.includes('PORT'));
  }
});

test('a page and its Chinese twin speak of the same tags, flags, settings and addresses', () => {
  const spoken = (file) =>
    new Set(
      read(file).match(
        /--[a-z][a-z-]+|ZWGK_[A-Z_]+|\bzwgk-[a-z-]+(?:\.js)?|(?<=`)\/[a-z][\p{L}\w./<>-]*(?=`)|--zwgk-[\w-]+/gu,
      ),
    );
  for (const file of pages.filter((one) => /^docs\/.*\.zh-CN\.md$/.test(one))) {
    const twin = file.replace('.zh-CN', '');
    if (!existsSync(at(twin))) continue;
    const chinese = spoken(file);
    for (const one of [...spoken(twin)].filter((word) => !word.endsWith('-')))
      assert.ok(chinese.has(one.replace(/<id>/g, '<编号>')), `${one} of ${twin} is not in ${file}`);
  }
});

const folder = at('.cache/docs');
after(() => rmSync(folder, { recursive: true, force: true }));

test('samples of programs compile', () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // What the pages take as given.
  const given = {
    client: "import('@zwgk/client').Client",
    guide: "import('@zwgk/schema').Guide",
    signal: 'AbortSignal',
    receipt: "import('@zwgk/schema').Receipt",
    blob: 'Blob',
    catalogue: "import('@zwgk/schema').Catalogue",
    standard: "import('@zwgk/schema').StandardCatalogue",
  };
  const where = new Map();
  for (const language of ['ts', 'tsx'])
    for (const file of pages) {
      const found = all.filter((one) => one.file === file && one.language === language);
      // Samples of programs go on from one to the next; those of frameworks stand alone.
      const modules = language === 'ts' ? [found] : found.map((one) => [one]);
      modules.forEach((parts, i) => {
        const text = parts.map((part) => part.text).join('\n');
        if (!text) return;
        const name = `${file.replace(/\W/g, '_')}_${i}.${language}`;
        const missing = Object.keys(given).filter(
          (one) =>
            new RegExp(`\\b${one}\\b`).test(text) &&
            !new RegExp(`(?:const|let|[{,]) ${one}\\b[^:]*?(?:=|of|from)`).test(text),
        );
        where.set(name, `${file}:${parts[0].line}`);
        writeFileSync(
          path.join(folder, name),
          `${missing.map((one) => `declare const ${one}: ${given[one]};`).join('\n')}\nexport {};\n${text}\n`,
        );
      });
    }
  assert.ok(where.size > 8, `${where.size} pages with samples`);
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: path.relative(folder, at('tsconfig.base.json')),
      compilerOptions: {
        noEmit: true,
        composite: false,
        noUnusedLocals: false,
        noUnusedParameters: false,
        noUncheckedIndexedAccess: true,
        jsx: 'react-jsx',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: ['node'],
        typeRoots: [path.relative(folder, at('node_modules/@types'))],
        skipLibCheck: true,
      },
      include: ['*.ts', '*.tsx'],
    }),
  );
  try {
    execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false'], {
      cwd: root,
      encoding: 'utf8',
    });
  } catch (error) {
    let told = String(error.stdout ?? error);
    for (const [name, page] of where) told = told.replaceAll(`.cache/docs/${name}`, `${page} (${name})`);
    assert.fail(told);
  }
});
