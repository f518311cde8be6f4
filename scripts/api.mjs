/**
 * Writes what is generated from the sources and committed, so that a change of the public surface shows in the diff:
 * docs/api/*.txt (public names with their types) and the API tables between markers in docs/components/*.md.
 * `--check` compares in place of writing and names what is stale.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { isMain, root } from './steps.mjs';

const at = (...parts) => path.join(root, ...parts);

/** Public names of a package, one a line, sorted, with the text of their type. */
export function apiList(name) {
  const entry = at('packages', name, 'dist/index.d.ts');
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2021,
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: true,
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const symbol = file && checker.getSymbolAtLocation(file);
  if (!symbol) return [];
  /** The type as the declaration file has it. */
  const declared = (node) =>
    ts.isFunctionDeclaration(node)
      ? node
          .getText()
          .replace(/^export\s+|declare\s+|function\s+\w+|;$/g, '')
          .replace(/\):\s/, ') => ')
          .trim()
      : (node.type?.getText() ?? '');
  const short = (text) => {
    const line = text.replace(/import\("[^"]*"\)\./g, '').replace(/\s+/g, ' ');
    return line.length > 160 ? `${line.slice(0, 157)}…` : line;
  };
  /** The fields of a schema; the compiler's own text of its type has no fixed order. */
  const schemaText = (target) => {
    const type = target.flags & ts.SymbolFlags.TypeAlias ? checker.getDeclaredTypeOfSymbol(target) : undefined;
    if (!type || !(type.flags & ts.TypeFlags.Object) || checker.isArrayType(type)) return 'schema';
    const optional = (field) => (field.flags & ts.SymbolFlags.Optional ? '?' : '');
    const fields = type.getProperties().map((field) => field.name + optional(field));
    return `schema { ${fields.sort().join(', ')} }`;
  };
  return checker
    .getExportsOfModule(symbol)
    .map((exported) => {
      const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const kinds = [];
      if (target.flags & ts.SymbolFlags.Class) kinds.push('class');
      else if (target.flags & ts.SymbolFlags.Value) {
        const text = declared(target.valueDeclaration);
        kinds.push(/^z\.ZodMini/.test(text) ? schemaText(target) : short(text));
      }
      if (target.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) kinds.push('type');
      return `${exported.name}: ${kinds.join(' & ')}`;
    })
    .sort();
}

const cell = (text) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/\|/g, '\\|')
    .trim();
const table = (title, head, rows) =>
  rows.length
    ? [
        `### ${title}`,
        '',
        `| ${head.join(' | ')} |`,
        `| ${head.map(() => '---').join(' | ')} |`,
        ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
        '',
      ].join('\n')
    : '';

/** The API tables of one element, from the manifest. */
export function apiTables(declaration) {
  const fields = (declaration.members ?? []).filter((member) => member.kind === 'field' && !member.readonly);
  const methods = (declaration.members ?? []).filter((member) => member.kind === 'method');
  return [
    table(
      'Properties and attributes',
      ['Property', 'Attribute', 'Type', 'Meaning'],
      fields.map((field) => {
        const attribute = (declaration.attributes ?? []).find((one) => one.fieldName === field.name)?.name;
        return [
          `\`${field.name}\``,
          attribute ? `\`${attribute}\`` : '–',
          `\`${field.type?.text ?? ''}\``,
          field.description,
        ];
      }),
    ),
    table(
      'Methods',
      ['Method', 'Meaning'],
      methods.map((method) => [`\`${method.name}()\``, method.description]),
    ),
    table(
      'Events',
      ['Event', 'Detail', 'Meaning'],
      (declaration.events ?? []).map((event) => [
        `\`${event.name}\``,
        `\`${event.type?.text ?? ''}\``,
        event.description,
      ]),
    ),
    table(
      'Slots',
      ['Slot', 'Meaning'],
      (declaration.slots ?? []).map((slot) => [slot.name ? `\`${slot.name}\`` : '(default)', slot.description]),
    ),
    table(
      'Parts',
      ['Part', 'Meaning'],
      (declaration.cssParts ?? []).map((part) => [`\`${part.name}\``, part.description]),
    ),
    table(
      'Custom properties',
      ['Property', 'Default', 'Meaning'],
      (declaration.cssProperties ?? []).map((one) => [
        `\`${one.name}\``,
        one.default ? `\`${one.default}\`` : '',
        one.description,
      ]),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Every generated file with what it should hold. */
export async function generated() {
  const style = { ...(await resolveConfig(at('docs'))), parser: 'markdown' };
  const files = new Map();
  for (const name of ['schema', 'client', 'elements', 'publish', 'server'])
    files.set(`docs/api/${name}.txt`, `${apiList(name).join('\n')}\n`);
  const manifest = JSON.parse(readFileSync(at('packages/elements/custom-elements.json'), 'utf8'));
  for (const page of readdirSync(at('docs/components')).filter((file) => file.endsWith('.md'))) {
    const declaration = manifest.modules
      .flatMap((module) => module.declarations)
      .find((one) => one.tagName === `zwgk-${page.replace('.md', '')}`);
    if (!declaration) continue;
    const text = readFileSync(at('docs/components', page), 'utf8');
    files.set(
      `docs/components/${page}`,
      await format(
        text.replace(
          /(<!-- api:start -->)[\s\S]*(<!-- api:end -->)/,
          (_, start, end) => `${start}\n\n${apiTables(declaration)}\n${end}`,
        ),
        style,
      ),
    );
  }
  return files;
}

if (isMain(import.meta.url)) {
  const stale = [];
  for (const [file, text] of await generated()) {
    if (existsSync(at(file)) && readFileSync(at(file), 'utf8') === text) continue;
    stale.push(file);
    if (!process.argv.includes('--check')) writeFileSync(at(file), text);
  }
  if (process.argv.includes('--check') && stale.length) {
    console.error(`Stale: ${stale.join(', ')}. Run \`npm run api\` and look at the diff.`);
    process.exitCode = 1;
  } else console.log(stale.length ? `Written: ${stale.join(', ')}` : 'All fresh.');
}
