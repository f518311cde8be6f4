/** Every file for pages without a build step (`packages/elements/cdn`), from the compiled packages. One function a kind. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import literals from 'rollup-plugin-html-literals';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'packages/elements/dist');
const cdn = path.join(root, 'packages/elements/cdn');

/** Tags that have a file of their own; the provider rides along with each. */
export const tags = readdirSync(path.join(root, 'packages/elements/src/define'))
  .filter((file) => file.endsWith('.ts') && file !== 'all.ts')
  .map((file) => file.replace('.ts', ''))
  .sort();

/** zod's place is taken by the part of it that the schemas use (docs/decisions/0003). */
const compactZod = {
  name: 'compact-zod',
  resolveId: (id) => (id === 'zod/mini' ? path.join(root, 'packages/schema/dist/zod-compact.js') : null),
};
/**
 * Elements show a time limit as its source wrote it. Reading days out of that text is for programs: the files of
 * elements do without it, `zwgk-sdk.js` has it.
 */
const rawTimeLimits = {
  name: 'raw-time-limits',
  load: (id) =>
    id.endsWith('schema/dist/time-limit-text.js')
      ? `export const TIME_LIMIT_RAW_MAX = 200; export const meaningOf = () => ({ kind: 'unspecified' }); export const readTimeLimit = (raw) => ({ raw, kind: 'unspecified' });`
      : null,
};
/** `@property()` as the call that it makes, without the decorator's own code. */
const plainProperties = {
  name: 'plain-properties',
  transform: (code, id) =>
    id.startsWith(dist)
      ? code
          .replace(
            /__decorate\(\[\s*property\(([\s\S]*?)\)\s*\], (\w+)\.prototype, "(\w+)", void 0\);/g,
            '$2.createProperty("$3", $1);',
          )
          .replace(/createProperty\("(\w+)", \);/g, 'createProperty("$1");')
      : null,
};
/** Virtual modules: one that registers all elements; one whose file is but a way to the provider, which stands in the ground. */
const everything = {
  name: 'everything',
  resolveId: (id) => (/^zwgk:(?:all|provider)$/.test(id) ? `\0${id}` : null),
  load: (id) =>
    /^\0zwgk:(?:all|provider)$/.test(id)
      ? (id.endsWith('all') ? tags : ['zwgk-provider']).map((tag) => `import '${dist}/define/${tag}.js';`).join('\n')
      : null,
};
/** Later parts that an element asks for at once. */
const atOnce = {
  'zwgk-catalogue': ['lazy-document'],
  'zwgk-flowchart': ['lazy-flowchart.stage'],
  'zwgk-guide-card': ['lazy-guide-card.full'],
  'zwgk-guide-list': ['lazy-guide-list.find'],
};
/** What a module imports, and what that imports: fetched together, not one after the other. */
const closure = (name, found = new Set()) => {
  const file = path.join(cdn, 'modules', `${name}.js`);
  if (found.has(name) || !existsSync(file)) return found;
  found.add(name);
  for (const [, inner] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+)\.js["']/g))
    closure(inner, found);
  return found;
};
const together = () => {
  const files = readdirSync(path.join(cdn, 'modules')).map((file) => path.basename(file, '.js'));
  return Object.fromEntries(
    tags.map((tag) => {
      const found = closure(tag);
      for (const part of atOnce[tag] ?? [])
        closure(
          files.find((name) => name.startsWith(`chunk-${part.slice(5)}-`)),
          found,
        );
      found.delete(tag);
      return [tag, [...found].map((name) => name.slice(6)).join(' ')];
    }),
  );
};
const tagList = {
  name: 'tag-list',
  transform: (code, id) =>
    /cdn\/(?:loader|doctor)\.js$/.test(id)
      ? code.replaceAll('ZWGK_TAGS', JSON.stringify(tags)).replaceAll('ZWGK_TOGETHER', JSON.stringify(together()))
      : null,
};

/** Of the simplified–traditional table a file keeps what its own messages use. */
const hantInUse = {
  name: 'hant-in-use',
  renderChunk(code, chunk, options, { chunks }) {
    const ids = new Set(Object.values(chunks).flatMap((one) => Object.keys(one.modules)));
    const text = [...ids]
      .filter((id) => /\.messages\.js$/.test(id))
      .map((id) => this.getModuleInfo(id).code)
      .join('');
    return code
      .replace(
        /(PAIRS = ['"])([^'"]+)/,
        (_, head, pairs) =>
          head +
          pairs
            .match(/../gu)
            .filter(([from]) => text.includes(from))
            .join(''),
      )
      .replace(
        /(PHRASES = ['"])([^'"]+)/,
        (_, head, list) =>
          head +
          list
            .split(' ')
            .filter((pair) => text.includes(pair.slice(0, pair.length / 2)))
            .join(' '),
      );
  },
};

/**
 * Libraries of 2008 replaced natives by functions of the same name and another meaning: `Array.from` that knows no
 * mapping, `reduce` that takes no function, `entries` without numbers, `toJSON` that quotes twice. We come to the page
 * after them, so the files for such pages bring their own.
 */
const oldNatives = {
  name: 'old-natives',
  resolveId: (id) => (id === 'zwgk:natives' ? '\0zwgk:natives' : null),
  load: (id) => (id === '\0zwgk:natives' ? readFileSync(path.join(dist, 'cdn/natives.js'), 'utf8') : null),
  transform(code, id) {
    if (
      id.includes('natives') ||
      !/\.reduce\(|\.entries\(\)|Array\.from\(|JSON\.stringify\(|Object\.hasOwn\(/.test(code)
    )
      return null;
    const edits = [];
    const put = (from, to, text) => edits.push([from, to, text]);
    const look = (node) => {
      if (Array.isArray(node)) return node.forEach(look);
      if (!node || typeof node.type !== 'string') return;
      if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && !node.callee.computed) {
        const { object, property, optional } = node.callee;
        const dot = code.lastIndexOf('.', property.start);
        if ({ Array: 'from', JSON: 'stringify' }[object.name] === property.name)
          put(node.callee.start, node.callee.end, `zwgk_${property.name}`);
        // Chromium 93 and later, in a package that we bring along.
        else if (object.name === 'Object' && property.name === 'hasOwn')
          put(node.callee.start, node.callee.end, 'Object.prototype.hasOwnProperty.call');
        else if (property.name === 'reduce' && !optional) {
          put(node.start, node.start, 'zwgk_reduce(');
          put(dot, node.arguments[0].start, ', ');
        } else if (property.name === 'entries' && !optional && !node.arguments.length) {
          put(node.start, node.start, 'zwgk_entries(');
          put(dot, node.end, ')');
        }
      }
      for (const key of Object.keys(node)) if (key !== 'parent') look(node[key]);
    };
    look(this.parse(code).body);
    if (!edits.length) return null;
    // Of two that begin at one place the outer one was found first and stays in front.
    const sorted = edits.map((edit, i) => [...edit, i]).sort((a, b) => b[0] - a[0] || b[3] - a[3]);
    let made = code;
    for (const [from, to, text] of sorted) made = made.slice(0, from) + text + made.slice(to);
    const names = ['from', 'stringify', 'reduce', 'entries'].filter((name) => made.includes(`zwgk_${name}(`));
    if (!names.length) return made;
    return `import { ${names.map((name) => `${name} as zwgk_${name}`).join(', ')} } from 'zwgk:natives';\n${made}`;
  },
};

/** One Trusted Types policy for the loader and its modules: its name may be made once. */
const onePolicy = {
  name: 'one-policy',
  resolveId: (id) => (id === 'zwgk:policy' ? '\0zwgk:policy' : null),
  load: (id) => (id === '\0zwgk:policy' ? readFileSync(path.join(dist, 'cdn/policy.js'), 'utf8') : null),
  transform(code, id) {
    if (!id.endsWith('lit-html/lit-html.js')) return null;
    const own = /\w+\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\)/;
    if (!own.test(code)) this.error('Lit makes its policy in another way now: see policy.ts.');
    return `import { policy as zwgk_policy } from 'zwgk:policy';\n${code.replace(own, 'zwgk_policy()')}`;
  },
};

const plugins = (minify) => [
  literals({ include: [`${dist}/**/*.js`] }),
  oldNatives,
  compactZod,
  everything,
  plainProperties,
  tagList,
  nodeResolve({ browser: true, exportConditions: ['production', 'browser'] }),
  hantInUse,
  terser({
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, hoist_funs: true, inline: 1, keep_fargs: false },
    ...minify,
  }),
];
const onwarn = (warning, warn) => {
  if (!['THIS_IS_UNDEFINED', 'CIRCULAR_DEPENDENCY'].includes(warning.code)) warn(warning);
};

/**
 * What an element imports later (a language, the calendar) stays a file of its own beside the classic scripts, too: the
 * module build names these files, a classic script finds them relative to its own address.
 * A whole element that another fetches has its file already.
 */
const lazy = (id) => (/\bzwgk-|^lazy-/.test(id) ? path.basename(id, '.js') : `lazy-${path.basename(id, '.js')}`);
/** Every module that one of ours imports later, by the name of its file. */
const later = () => {
  const found = {};
  for (const name of ['schema', 'client', 'elements']) {
    const folder = path.join(root, 'packages', name, 'dist');
    for (const file of readdirSync(folder, { recursive: true }).map(String))
      if (file.endsWith('.js'))
        for (const [, target] of readFileSync(path.join(folder, file), 'utf8').matchAll(/import\('(\.[^']+)'\)/g))
          found[lazy(target)] = path.join(folder, path.dirname(file), target);
  }
  return found;
};
const laterParts = (folder) => ({
  name: 'later-parts',
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string' || !importer) return null;
    return { id: `./${folder}${lazy(specifier)}.js`, external: 'relative' };
  },
});

/** terser leaves what stands in templates as it is. */
const ascii = {
  name: 'ascii',
  renderChunk: (code) =>
    // eslint-disable-next-line no-control-regex
    code.replace(/[^\x00-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

/**
 * Nearly all of an element runs before its first picture. Chromium from 136 on then compiles a file while it streams in,
 * beside the page, instead of one function after the other when each is called; others pass the line over. Files with
 * several elements, later parts and small files do without.
 */
const calledOnLoad = {
  name: 'called-on-load',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      const name = path.basename(file.fileName, '.js');
      const atFirst = tags.includes(name) || atOnceParts.includes(name) || name.startsWith('chunk-');
      if (atFirst && file.code.length > 9000) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    }
  },
};

/** One classic script, ASCII only, so that a page in GBK reads it right. */
const classic = (input, file, { whole = false, sdk = false, tag = '' } = {}) => ({
  input: atOnce[tag] ? 'zwgk:with' : input,
  onwarn,
  plugins: [
    atOnce[tag] ? soon(tag) : null,
    whole ? null : laterParts('modules/'),
    sdk ? null : rawTimeLimits,
    ...plugins({ format: { comments: false, ascii_only: true }, mangle: { properties: { regex: /^_[a-z]/ } } }),
    ascii,
    calledOnLoad,
  ],
  output: { file: path.join(cdn, file), format: 'iife', inlineDynamicImports: true, generatedCode: 'es2015' },
});

/** Lit, the provider and the way from an input to a checked document. */
const ground =
  /define\/zwgk-provider|zwgk:(?:natives|policy)|node_modules\/(?!lean-qr|@noble)|elements\/dist\/(?:shared\/(?!copy|facts|hant|form|qr|save|attachments|file-field|marked|.*\.en\.)|provider\/|events)|client\/dist\/(?:http|errors|parse|documents)\.js|schema\/dist\/(?:zod-compact|common|issues|problem|date-only|time-limit|time-limit-text|codes\/text)\.js/;
/**
 * What several files share, gathered: on a slow machine each file costs as much as 10 kB of code, however small it is.
 * The first that fits counts.
 */
const shares = {
  ground,
  document:
    /client\/dist\/catalogue\/(?:variants|fold|signs|slices|text-index|document|lookup|orders|keys|columns|memory|types|query|read|minutes|facets)\.js|schema\/dist\/catalogue\.js|elements\/dist\/catalogue\/catalogue\.(?:list|tree|words)\.js/,
  small: /elements\/dist\/shared\/(?:copy|format|marked|save)\.js/,
  guide: /schema\/dist\/guide\.js|client\/dist\/guides\.js|elements\/dist\/guide-card\/guide-card\.facts\.js/,
  'guide-card.full':
    /elements\/dist\/guide-card\/guide-card\.(?!js|(?:facts|styles|messages|paper.*|.*\.en)\.js)|schema\/dist\/(?:guide-case|office-hours)\.js/,
  complaint:
    /schema\/dist\/(?:complaint|complaint-common|codes\/(?:check|phone|name))\.js|client\/dist\/complaint-intake\.js|elements\/dist\/shared\/(?:facts|file-field|form\.styles)\.js/,
  case: /schema\/dist\/(?:complaint-case|codes\/query-code)\.js|client\/dist\/complaint-follow-up\.js/,
};
const atOnceParts = Object.values(atOnce).flat();
const laterOnes = Object.fromEntries(Object.entries(later()).filter(([name]) => !atOnceParts.includes(name)));
/** The elements as modules with shared chunks, for the loader. */
const modules = () => ({
  input: {
    ...Object.fromEntries(tags.map((tag) => [tag, `${dist}/define/${tag}.js`])),
    ...laterOnes,
    'zwgk-provider': 'zwgk:provider',
  },
  onwarn,
  plugins: [
    readerAtOnce,
    rawTimeLimits,
    onePolicy,
    ...plugins({ module: true, format: { comments: false } }),
    calledOnLoad,
  ],
  output: {
    dir: path.join(cdn, 'modules'),
    format: 'es',
    entryFileNames: '[name].js',
    // What an element asks for at once is a chunk like any other here: it may hold what others need, too.
    chunkFileNames: ({ name }) =>
      atOnceParts.includes(`lazy-${name}`) ? `chunk-${name}-[hash:6].js` : 'chunk-[hash:6].js',
    manualChunks: (id) => Object.keys(shares).find((name) => shares[name].test(id)),
    onlyExplicitManualChunks: true,
    generatedCode: 'es2015',
  },
});

/** As the loader fetches it together with the element anyhow, the reader of whole catalogues need not be asked for. */
const readerAtOnce = {
  name: 'reader-at-once',
  transform: (code, id) =>
    id.endsWith('client/dist/catalogues.js')
      ? `import * as zwgk_document from './catalogue/document.js';\n${code.replaceAll("import('./catalogue/document.js')", 'Promise.resolve(zwgk_document)')}`
      : null,
};
/** First in a classic script: what its element will ask for is on the way while the rest of the script is being read. */
const soon = (tag) => ({
  name: 'soon',
  resolveId: (id) => (/^zwgk:(?:soon|with)$/.test(id) ? `\0${id}` : null),
  load: (id) =>
    id === '\0zwgk:with'
      ? `import 'zwgk:soon'; import '${dist}/define/${tag}.js';`
      : id === '\0zwgk:soon'
        ? `import { askEarly } from '${dist}/cdn/early.js';
const found = document.querySelectorAll('${tag}:not(:defined)');
found.forEach(askEarly);
if (found.length) ${atOnce[tag].map((name) => `import('${name}').catch(() => {});`).join('')}`
        : null,
});

/**
 * What a classic script asks for at once comes as one file with all that it needs: by the chunks of the modules it would
 * fetch a second Lit.
 */
const wholePart = (name) => ({
  input: later()[name],
  onwarn,
  plugins: [
    laterParts(''),
    rawTimeLimits,
    ...plugins({ module: true, format: { comments: false, ascii_only: true } }),
    calledOnLoad,
    ascii,
  ],
  output: { file: path.join(cdn, 'modules', `${name}.js`), format: 'es', generatedCode: 'es2015' },
});

/** Read by every browser that meets it, so ES5 to the last token (loader.ts is written that way). */
const loader = () => ({
  input: `${dist}/cdn/loader.js`,
  onwarn,
  plugins: [
    tagList,
    nodeResolve(),
    terser({ ecma: 5, compress: { passes: 3, arrows: false }, format: { comments: false, ascii_only: true } }),
  ],
  output: { file: path.join(cdn, 'zwgk.js'), format: 'iife', generatedCode: 'es5' },
});

export default [
  modules(),
  // After them: it names what they import.
  loader(),
  ...atOnceParts.map(wholePart),
  ...tags
    .filter((tag) => tag !== 'zwgk-provider')
    .map((tag) => classic(`${dist}/define/${tag}.js`, `${tag}.js`, { tag })),
  classic('zwgk:all', 'zwgk-all.js'),
  // Later parts inside, too: for `file://` and for pages that get this one file and nothing beside it.
  classic('zwgk:all', 'zwgk-whole.js', { whole: true }),
  ...['en', 'zh-Hant'].map((lang) => classic(`${dist}/locales/${lang}.js`, `locales/${lang}.js`, { whole: true })),
  classic(`${dist}/cdn/embed.js`, 'zwgk-embed.js'),
  classic(`${dist}/cdn/sdk.js`, 'zwgk-sdk.js', { whole: true, sdk: true }),
  classic(`${dist}/cdn/doctor.js`, 'zwgk-doctor.js', { whole: true, sdk: true }),
];
