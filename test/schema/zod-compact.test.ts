/**
 * The files for pages without a build step carry `zod-compact.ts` in place of `zod/mini`. Here the same schema modules
 * are loaded twice, once on each, and given the same documents: what is accepted, returned and reported must agree.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { seeded } from './seeded.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'packages/schema/src');
const examples = join(root, 'packages/schema/examples');
const shared = join(root, '../shared/data');

type Modules = Record<string, unknown> & {
  findIssues(schema: unknown, value: unknown): { path: (string | number)[]; code: string }[];
  readLenient(schema: unknown, value: unknown): { value: unknown; issues: unknown[] };
};
interface Zod {
  safeParse(schema: unknown, value: unknown): { success: boolean; data?: unknown };
}
let folder = '';
let real: { modules: Modules; z: Zod };
let compact: typeof real;

const filesOf = (base: string, ends: string): string[] =>
  existsSync(base)
    ? readdirSync(base, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(ends))
        .map((name) => join(base, name))
    : [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zwgk-compact-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const file of filesOf(source, '.ts')) {
    const to = join(folder, relative(source, file));
    const up = relative(dirname(to), join(folder, 'zod-compact.js'));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, readFileSync(file, 'utf8').replace(/'zod\/mini'/g, `'${up.startsWith('.') ? up : `./${up}`}'`));
  }
  const load = async (file: string) => (await import(pathToFileURL(file).href)) as never;
  real = { modules: await load(join(source, 'index.ts')), z: await import('zod/mini') };
  compact = { modules: await load(join(folder, 'index.ts')), z: await load(join(folder, 'zod-compact.ts')) };
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** A schema of the public list goes by its capital letter and its `safeParse`-able shape. */
const schemaNames = (): string[] =>
  Object.keys(real.modules).filter((name) => {
    const value = real.modules[name] as { _zod?: unknown } | undefined;
    return /^[A-Z]/.test(name) && typeof value === 'object' && !!value?._zod;
  });

const outcome = ({ modules, z }: typeof real, name: string, value: unknown) => {
  const schema = modules[name];
  const { success, data } = z.safeParse(schema, value);
  const order = (issues: readonly unknown[]) => issues.map((issue) => JSON.stringify(issue)).sort();
  const lenient = modules.readLenient(schema, value);
  return {
    accepted: success,
    returned: data,
    issues: order(modules.findIssues(schema, value)),
    lenient: { value: lenient.value, issues: order(lenient.issues) },
  };
};
const compare = (name: string, value: unknown, what: string) => {
  const before = JSON.stringify(value);
  assert.deepStrictEqual(outcome(compact, name, value), outcome(real, name, value), `${name}: ${what}`);
  assert.equal(JSON.stringify(value), before, `${name}: the document itself was changed (${what})`);
};

/** Which schema a document of the examples belongs to, by its folder or its fields. */
const subjectOf = (file: string, value: unknown): string | undefined => {
  const keys = value as Record<string, unknown>;
  if (/guides?[\\/]/.test(file)) return 'Guide';
  if (/flow(charts)?[\\/]/.test(file)) return 'FlowChart';
  if (/powers?[\\/]/.test(file)) return 'PowerItem';
  if (Array.isArray(keys?.['entries'])) return 'Catalogue';
  if (Array.isArray(keys?.['items'])) return 'StandardCatalogue';
  return undefined;
};
const documents = (): { file: string; name: string; value: unknown }[] =>
  [...filesOf(examples, '.json'), ...filesOf(shared, '.json')].flatMap((file) => {
    const value = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    const name = subjectOf(file, value);
    const list = (value as { letters?: unknown[] }).letters ?? (Array.isArray(value) ? value : []);
    return [
      ...(name ? [{ file, name, value }] : []),
      // Rows of lists are documents of their own: letters, and the lines of a real standard catalogue.
      ...list.slice(0, 30).map((row) => ({ file, name: /letters/.test(file) ? 'Letter' : 'StandardItem', value: row })),
    ];
  });

/** Documents for the schemas that no example file stands for. */
const SMALL: Record<string, unknown[]> = {
  Complaint: [
    { kind: 'consult', title: '咨询低保申请', content: '需要带什么？', identityMode: 'anonymous' },
    {
      kind: 'complaint',
      title: '路灯不亮',
      content: '桥头路灯坏了',
      identityMode: 'realName',
      name: '张·三丰',
      mobile: '13800000000',
      targetOrg: '稻溪镇人民政府',
      peopleCount: 3,
      accused: { org: '某单位' },
      notice: { version: '1', shownAt: '2026-03-05T09:00:00+08:00' },
    },
    { kind: 'complaint', title: '路灯不亮', content: '坏了', identityMode: 'realNameConfidential' },
  ],
  ComplaintCase: [
    {
      ticketNo: 'A1',
      kind: 'help',
      title: 't',
      state: 'processing',
      submittedAt: '2026-03-05',
      log: [{ at: '2026-03-05 09:00', state: 'submitted', unit: { 'zh-Hans': '办公室' } }],
      messages: [{ at: '2026-03-05T09:00Z', from: 'unit', text: '请补充' }],
      actions: ['rate'],
      rating: { level: 5 },
    },
  ],
  Receipt: [{ ticketNo: 'A', queryCode: 'B', submittedAt: '2026-03-05T09:00:00+08:00', targetOrg: { name: '局' } }],
  Problem: [{ status: 404, code: 'not_found', title: 'x', issues: [{ path: ['a', 1], code: 'required' }] }],
  TimeLimit: [
    { raw: '5个工作日', kind: 'workingDays', value: 5 },
    { raw: '5个工作日', kind: 'workingDays' },
  ],
  TimeLimitInput: ['自受理之日起20个工作日内', '即办', { raw: '月', kind: 'months' }, ''],
  LocalizedText: ['a', { 'zh-Hans': 'a', en: 'b' }, { en: 'b' }, {}],
  Url: ['/a', 'javascript:alert(1)', 'java\nscript:alert(1)', 'mailto:a@b', ''],
  DateOnly: ['2026-02-28', '2026-02-30', '1970-01-01'],
  DateTime: ['2026-02-28T24:00', '2026-02-28', '2026-02-28T09:61'],
  Count: [0, 1, -1, 1.5, NaN, Infinity, 1e21],
};

const ODD: unknown[] = [
  undefined,
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  true,
  [],
  {},
  [null],
  ['x', 3],
  { 'zh-Hans': '甲' },
  { en: 'x' },
  { title: '法' },
  { name: 1 },
  { raw: '5天', kind: 'workingDays' },
  '\uD800',
  'a\u0007b',
  '2026-13-01',
  'javascript:alert(1)',
  '甲'.repeat(1001),
  '𠮷'.repeat(200),
  JSON.parse('{"__proto__":{"taskName":"x"},"constructor":1,"toString":"y"}'),
  new Date(0),
  Object.create(null),
  () => 1,
  Symbol.for('s'),
  10n,
];

/** Changes 1 to 3 places of a document: another value, a field gone, an entry doubled, a field more. */
function mutate(value: unknown, random: (below: number) => number): { value: unknown; what: string } {
  let copy = structuredClone(value);
  const done: string[] = [];
  for (let n = 1 + random(3); n > 0; n--) {
    const places: { owner: Record<string | number, unknown>; key: string | number; path: string }[] = [];
    const walk = (owner: Record<string | number, unknown>, path: string) => {
      for (const key of Array.isArray(owner) ? owner.keys() : Object.keys(owner)) {
        places.push({ owner, key, path: `${path}/${key}` });
        const inner = owner[key];
        // Dates, functions and the like are put in by an earlier change: they are left as they are.
        const plain = inner !== null && typeof inner === 'object' && !(inner instanceof Date);
        if (plain) walk(inner as Record<string, unknown>, `${path}/${key}`);
      }
    };
    if (copy !== null && typeof copy === 'object') walk(copy as Record<string, unknown>, '');
    const place = places[random(places.length || 1)];
    const picked = ODD[random(ODD.length)];
    const odd = picked !== null && typeof picked === 'object' ? structuredClone(picked) : picked;
    if (!place) {
      copy = odd;
      done.push(`whole (${typeof odd})`);
      continue;
    }
    const { owner, key, path } = place;
    const kind = random(5);
    if (kind === 0 && !Array.isArray(owner)) delete owner[key];
    else if (kind === 1 && Array.isArray(owner)) owner.push(owner[key as number]);
    else if (kind === 2 && !Array.isArray(owner)) owner[`extra${random(9)}`] = odd;
    else owner[key] = odd;
    done.push(`${path} (${kind}, ${typeof odd})`);
  }
  return { value: copy, what: done.join('; ') };
}

describe('the compact stand-in of zod/mini', () => {
  test('there is something to compare', (t) => {
    assert.ok(schemaNames().length > 20, `only ${schemaNames().join(' ')}`);
    assert.deepEqual(
      schemaNames().filter((name) => !compact.modules[name]),
      [],
    );
    assert.ok(documents().length > 20);
    if (!existsSync(shared)) t.diagnostic('no ../shared/data here: only the examples of the package are compared');
  });

  test('examples and real documents are read alike by every schema', () => {
    for (const { file, value } of documents())
      for (const name of schemaNames()) compare(name, value, relative(root, file));
  });

  test('single values of every odd kind are read alike by every schema', () => {
    for (const name of schemaNames())
      for (const value of ODD) compareLoose(name, value, `odd value ${ODD.indexOf(value)}`);
    for (const name of Object.keys(SMALL))
      for (const value of SMALL[name]!) if (real.modules[name]) compare(name, value, JSON.stringify(value));
  });

  test('a page that extends Object.prototype changes nothing', () => {
    const value = JSON.parse(readFileSync(join(examples, 'guides/dibao.json'), 'utf8')) as unknown;
    const expected = outcome(compact, 'Guide', value);
    const prototype = Object.prototype as Record<string, unknown>;
    prototype['each'] = () => {};
    try {
      assert.equal(JSON.stringify(outcome(compact, 'Guide', value)), JSON.stringify(expected));
    } finally {
      delete prototype['each'];
    }
  });

  test('documents with random defects are read alike', () => {
    const random = seeded(20260305);
    const seeds = [
      ...documents(),
      ...Object.keys(SMALL)
        .filter((name) => real.modules[name])
        .flatMap((name) => SMALL[name]!.map((value) => ({ name, value, file: name }))),
    ];
    // A catalogue of hundreds of entries is cut: the defects would drown in it.
    const cut = (value: unknown): unknown => {
      const { entries, items } = (value ?? {}) as { entries?: unknown[]; items?: unknown[] };
      if (Array.isArray(entries)) return { ...(value as object), entries: entries.slice(0, 5) };
      return Array.isArray(items) ? { ...(value as object), items: items.slice(0, 5) } : value;
    };
    for (const { name, value, file } of seeds) {
      for (let n = 0; n < 60; n++) {
        const { value: changed, what } = mutate(cut(value), random);
        compareLoose(name, changed, `${relative(root, file)}: ${what}`);
      }
    }
  });
});

/** As `compare`, for values that `JSON.stringify` refuses (bigint). */
function compareLoose(name: string, value: unknown, what: string): void {
  assert.deepStrictEqual(outcome(compact, name, value), outcome(real, name, value), `${name}: ${what}`);
}
