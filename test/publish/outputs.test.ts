/** What other programs read of a catalogue: feeds, sitemap, JSON-LD, HTML to paste, downloads; with hostile texts. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, parseFragment } from 'parse5';
import { readSource, writeOutputs, type OutputOptions } from '@zwgk/publish';
import type { Catalogue, CatalogueEntry } from '@zwgk/schema';
import { catalogue as sample } from '../support/catalogue-cases.js';

const cli = fileURLToPath(new URL('../../packages/publish/dist/cli.js', import.meta.url));
const examples = fileURLToPath(new URL('../../packages/schema/examples', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zwgk-outputs-'));
after(() => rmSync(folder, { recursive: true }));

const BASE = 'https://www.example.gov.cn/files/';
const HOSTILE = `</title><script>alert(1)</script><!-- ]]> "'&amp; \u0000\u0008\uFFFE\uD800 𠮷`;

async function outputs(catalogue: object, options: OutputOptions = { base: BASE, page: '/zwgk/' }) {
  const files = new Map<string, string>();
  const report = await writeOutputs(
    { catalogues: [catalogue as Catalogue] },
    (path, content) => void files.set(path, String(content)),
    options,
  );
  const text = (path: string) => files.get(path) ?? assert.fail(`${path} was not written`);
  return { files, report, text };
}
const one = (entry: object, more: object = {}) => ({
  id: 'c',
  title: '目录',
  entries: [{ indexNumber: 'a/1', title: '一', ...entry }],
  ...more,
});

/** A small XML parser: elements, attributes and texts, or an error for what is not well formed. */
interface Xml {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Xml[];
}
function xml(source: string): Xml {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  const decode = (text: string) => {
    assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot|#39);)|</, 'a bare & or <');
    return text.replace(/&([^;]+);/g, (_, name: string) => entities[name]!);
  };
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(source, /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/);
  assert.ok(!/[\ud800-\udfff]/u.test(source), 'no lone surrogates');
  const body = source.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '');
  const root: Xml = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  let end = 0;
  for (const tag of body.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    open[open.length - 1]!.text += decode(body.slice(end, tag.index));
    end = tag.index + tag[0].length;
    const [, closing, name, attributes, empty] = tag;
    if (closing) assert.equal(open.pop()!.name, name, 'elements nest');
    else {
      const made: Xml = { name: name!, attributes: {}, text: '', children: [] };
      for (const [, key, value] of attributes!.matchAll(/([\w:]+)="([^"]*)"/g)) made.attributes[key!] = decode(value!);
      open[open.length - 1]!.children.push(made);
      if (!empty) open.push(made);
    }
  }
  decode(body.slice(end));
  assert.equal(open.length, 1, 'all elements end');
  return root.children[0]!;
}
const all = (node: Xml, name: string): Xml[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const textAt = (node: Xml, name: string) => all(node, name)[0]?.text;

test('RSS: channel and items with absolute links, dates of Beijing, newest first, validity in the title', async () => {
  const { text } = await outputs(sample);
  const rss = xml(text('feeds/cases/all.rss.xml'));
  assert.equal(rss.attributes['version'], '2.0');
  assert.equal(textAt(rss, 'link'), 'https://www.example.gov.cn/zwgk/');
  assert.equal(all(rss, 'atom:link')[0]!.attributes['href'], `${BASE}feeds/cases/all.rss.xml`);
  const items = all(rss, 'item');
  assert.equal(items.length, 10);
  assert.equal(textAt(items[0]!, 'title'), '关于印发《港口镇2026年防汛应急预案》的通知');
  assert.equal(textAt(items[0]!, 'pubDate'), 'Thu, 05 Mar 2026 09:30:00 +0800');
  assert.equal(textAt(items[0]!, 'link'), 'https://www.example.gov.cn/zwgk/#zwgk=11341881MB0TE7T15U%2F2026-00001');
  assert.equal(textAt(items[0]!, 'guid'), '11341881MB0TE7T15U/2026-00001');
  assert.ok(items.some((item) => textAt(item, 'title') === '【废止】关于废止部分文件的决定'));
  assert.equal(textAt(rss, 'lastBuildDate'), 'Thu, 05 Mar 2026 09:30:00 +0800');
});

test('Atom: every entry has an id that stays, a moment and an author', async () => {
  const { text } = await outputs(sample);
  const again = await outputs({ ...sample, updatedAt: '2027-01-01' }, {});
  const feed = xml(text('feeds/cases/all.atom.xml'));
  const entries = all(feed, 'entry');
  assert.equal(entries.length, 10);
  const ids = entries.map((entry) => textAt(entry, 'id')!);
  assert.equal(new Set(ids).size, 10);
  for (const id of ids)
    assert.match(id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  for (const entry of entries) {
    assert.match(textAt(entry, 'updated')!, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
    assert.ok(textAt(all(entry, 'author')[0]!, 'name'));
  }
  assert.deepEqual(
    all(xml(again.text('feeds/cases/all.atom.xml')), 'entry').map((entry) => textAt(entry, 'id')),
    ids,
    'ids do not hang on the address',
  );
});

test('JSON Feed 1.1: items with id, text and date', async () => {
  const { text } = await outputs(sample);
  const feed = JSON.parse(text('feeds/cases/all.json'));
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  assert.equal(feed.feed_url, `${BASE}feeds/cases/all.json`);
  assert.equal(feed.items.length, 10);
  for (const item of feed.items) {
    assert.equal(typeof item.id, 'string');
    assert.ok(item.content_text);
    assert.match(item.url, /^https:\/\/www\.example\.gov\.cn\//);
  }
  assert.equal(feed.items[0].date_published, '2026-03-05T09:30:00+08:00');
});

test('each column has its own feed, with what stands in the columns below it, at most 50 entries', async () => {
  const { text } = await outputs(sample);
  const titles = (file: string) =>
    JSON.parse(text(`feeds/cases/${file}.json`)).items.map(({ id }: { id: string }) => id.slice(-5));
  assert.deepEqual(titles('money'), ['00002', '00004', '00003']);
  assert.deepEqual(titles('money-aid-land'), ['00003']);
  const columns = JSON.parse(text('feeds/cases/columns.json'));
  assert.deepEqual(columns[3], { file: 'money', id: 'money', title: '财政资金', total: 3 });
  const entries = Array.from({ length: 120 }, (_, i) => ({ indexNumber: `n/${i}`, title: `第${i}条` }));
  const many = await outputs({ id: 'c', title: '目录', entries });
  assert.equal(JSON.parse(many.text('feeds/c/all.json')).items.length, 50);
  assert.match(many.text('fragments/c/all.list.html'), /最新 50 条，共 120 条/);
});

test('columns whose ids are no names for files, or the same for some file systems, are numbered', async () => {
  const ids = ['../up', 'A', 'a', 'all', '栏目', 'con sole'];
  const nodes = ids.map((id) => ({ id, title: id }));
  const { files, text } = await outputs({ id: 'c', title: '目录', nodes, entries: [] });
  const columns: { file: string; id: string | null }[] = JSON.parse(text('feeds/c/columns.json'));
  assert.deepEqual(
    columns.map(({ id }) => id),
    [null, ...ids],
  );
  assert.equal(new Set(columns.map(({ file }) => file.toLowerCase())).size, ids.length + 1);
  for (const path of files.keys()) assert.match(path, /^[\w./-]+$/);
  for (const path of files.keys()) assert.doesNotMatch(path, /\.\./);
});

test('without a base there is no RSS and no sitemap, and nothing made up in their place', async () => {
  const { files, report, text } = await outputs(one({ url: '/a/1.html' }), {});
  assert.deepEqual([...report.leftOut].sort(), ['rss', 'sitemap']);
  assert.ok(![...files.keys()].some((path) => /rss|sitemap/.test(path)));
  assert.equal(all(xml(text('feeds/c/all.atom.xml')), 'link')[0]!.attributes['href'], '/a/1.html');
  assert.equal(JSON.parse(text('feeds/c/all.json')).items[0].url, undefined);
  assert.match(text('fragments/c/all.list.html'), /<a href="\/a\/1\.html">一<\/a>/);
  assert.ok(![...files.values()].some((content) => content.includes('relative.invalid')));
});

test('hostile titles, names and numbers are texts everywhere', async () => {
  const entry = { title: HOSTILE, indexNumber: `"><img src=x onerror=alert(1)>`, summary: HOSTILE, docNumber: HOSTILE };
  const { files, text } = await outputs(
    one(
      { ...entry, publisher: { name: HOSTILE }, genre: '</category><x>' },
      { title: HOSTILE, nodes: [{ id: 'n', title: HOSTILE }] },
    ),
  );
  for (const file of ['all.rss.xml', 'all.atom.xml', 'n.rss.xml', 'n.atom.xml']) {
    const feed = xml(text(`feeds/c/${file}`));
    assert.deepEqual(all(feed, 'script'), []);
    assert.match(textAt(feed, 'title')!, /<script>alert\(1\)<\/script>/);
  }
  for (const [path, content] of files) {
    if (path.endsWith('.html')) {
      const html = JSON.stringify(parseFragment(content), (key, value: unknown) =>
        key === 'parentNode' ? undefined : value,
      );
      assert.doesNotMatch(html, /"tagName":"(?:script|img|title)"/, path);
    }
    if (path.startsWith('jsonld/')) {
      assert.doesNotMatch(content, /[<>&]/, 'can stand in a script element');
      assert.match(content, /^[\0-\x7F]*$/);
      JSON.parse(content);
    }
  }
});

for (const url of [
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'mailto:a@b.cn',
  'http://[',
  'vbscript:x',
])
  test(`an entry that leads to ${JSON.stringify(url)} is listed by its permalink alone`, async () => {
    const { files } = await outputs(one({ url }));
    for (const [path, content] of files)
      if (!path.startsWith('download/')) assert.ok(!content.includes(url.slice(0, 8).replace('\n', '')), path);
    assert.match(files.get('fragments/c/all.list.html')!, /href="https:\/\/www\.example\.gov\.cn\/zwgk\/#zwgk=a%2F1"/);
    assert.doesNotMatch(files.get('download/c.json')!, /script:|data:/);
  });

test('internal entries and columns and what was taken down are in no file, what is not disclosed on its own motion has no text', async () => {
  const { files } = await outputs({
    id: 'c',
    title: '目录',
    nodes: [
      { id: 'open', title: '公开' },
      { id: 'closed', title: '密件目录', audience: 'internal' },
    ],
    entries: [
      { indexNumber: 'x/1', title: '甲秘一', audience: 'internal' },
      { indexNumber: 'x/2', title: '乙秘二', catalogNodeId: 'closed' },
      { indexNumber: 'x/3', title: '丙', disclosureMode: 'onRequest', body: '丁秘三' },
      { indexNumber: 'x/24', title: '撤下的秘件', state: 'withdrawn' },
    ],
  });
  for (const [path, content] of files) assert.doesNotMatch(content, /秘|密件|x\/[12]/, path);
});

test('a table and a list that stand without scripts or styles; the ASCII variant says the same', async () => {
  const { text } = await outputs(sample);
  const table = text('fragments/cases/all.table.html');
  assert.match(table, /^<table>\n<caption>示例县港口镇政府信息公开目录（最新信息）<\/caption>/);
  assert.equal(table.match(/<th scope="col">/g)!.length, 5);
  assert.equal(table.match(/<tr>/g)!.length, 11);
  assert.match(table, /<time datetime="2026-03-05">2026-03-05<\/time>/);
  assert.match(text('fragments/cases/money.list.html'), /^<ol>\n<li><a href="[^"]+">港口镇2026年部门预算<\/a>/);
  for (const kind of ['table', 'list']) {
    const ascii = text(`fragments/cases/all.${kind}.ascii.html`);
    assert.match(ascii, /^[\0-\x7F]*$/);
    // Pasted into a page in GBK it is the same document.
    const plain = (markup: string) =>
      JSON.stringify(parse(markup), (key, value: unknown) => (key === 'parentNode' ? undefined : value));
    assert.equal(plain(ascii), plain(text(`fragments/cases/all.${kind}.html`)));
  }
  const empty = await outputs({ id: 'c', title: '目录', entries: [] });
  assert.equal(empty.text('fragments/c/all.list.html'), '<p>暂无信息。</p>\n');
});

test('characters outside the first plane become one reference', async () => {
  const { text } = await outputs(one({ title: '𠮷野家' }));
  assert.match(text('fragments/c/all.list.ascii.html'), /&#134071;&#37326;&#23478;/);
});

test('CSV: a byte order mark, official columns, words for codes; formulas and quotes are texts', async () => {
  const { text } = await outputs(
    one(
      {
        title: '=HYPERLINK("http://x")',
        summary: '甲,"乙"\n丙',
        validity: 'repealed',
        keywords: ['一', '二'],
        catalogNodeId: 'n',
      },
      {
        nodes: [{ id: 'n', title: '财政资金' }],
      },
    ),
  );
  const csv = text('download/c.csv');
  assert.equal(csv.charCodeAt(0), 0xfeff);
  const [head, row] = csv.slice(1).split('\r\n');
  assert.equal(
    head,
    '索引号,名称,内容概述,发文字号,主题分类,体裁,公开目录,发布机构,发文机关,成文日期,发布日期,生效日期,失效日期,有效性,公开方式,公开范围,公开时限,责任科室,主题词,链接',
  );
  assert.ok(row!.startsWith(`a/1,"'=HYPERLINK(""http://x"")","甲,""乙""\n丙",`), row);
  assert.match(row!, /,财政资金,.*,废止,.*,一；二,https:/);
  assert.equal(JSON.parse(text('download/c.json')).entries[0].title, '=HYPERLINK("http://x")');
});

test('sitemap: pages of the site alone, each once; more than 50,000 with an index', async () => {
  const entry = (url: string, i: number): Partial<CatalogueEntry> => ({
    indexNumber: `n/${i}`,
    title: '一',
    url,
    publishedAt: '2026-01-02',
  });
  const few = await outputs({
    id: 'c',
    title: '目录',
    entries: ['/a?x=1&y=2', '/a?x=1&y=2#top', 'https://other.example/b', 'https://www.example.gov.cn/c'].map(entry),
  });
  const locations = all(xml(few.text('sitemap.xml')), 'loc').map(({ text }) => text);
  assert.deepEqual(locations, [
    'https://www.example.gov.cn/zwgk/',
    'https://www.example.gov.cn/a?x=1&y=2',
    'https://www.example.gov.cn/c',
  ]);
  assert.equal(textAt(all(xml(few.text('sitemap.xml')), 'url')[1]!, 'lastmod'), '2026-01-02');
  const many = await outputs({
    id: 'c',
    title: '目录',
    entries: Array.from({ length: 50001 }, (_, i) => entry(`/e/${i}.html`, i)),
  });
  assert.deepEqual(
    all(xml(many.text('sitemap.xml')), 'loc').map(({ text }) => text),
    [`${BASE}sitemap-1.xml`, `${BASE}sitemap-2.xml`],
  );
  assert.equal(many.text('sitemap-1.xml').match(/<url>/g)!.length, 50000);
  assert.equal(many.text('sitemap-2.xml').match(/<url>/g)!.length, 2);
});

test('JSON-LD names catalogue, column, documents and guides for what they are', async () => {
  const { source } = await readSource(examples);
  const files = new Map<string, string>();
  await writeOutputs(source, (path, content) => void files.set(path, String(content)), { base: BASE });
  const json = (path: string) => JSON.parse(files.get(path) ?? assert.fail(path));
  const set = json('jsonld/catalogues/disclosure.json');
  assert.equal(set['@type'], 'Dataset');
  assert.equal(set.distribution[0].contentUrl, `${BASE}download/disclosure.csv`);
  assert.ok(files.has('download/disclosure.csv'));
  const guide = json('jsonld/guides/dibao.json');
  assert.equal(guide['@type'], 'GovernmentService');
  assert.ok(guide.name && guide.serviceOperator.name);
  const { file } = json('feeds/disclosure/columns.json')[1];
  const [crumbs, list] = json(`jsonld/catalogues/disclosure/${file}.json`)['@graph'];
  assert.equal(crumbs['@type'], 'BreadcrumbList');
  assert.deepEqual(
    crumbs.itemListElement.map(({ position }: { position: number }) => position),
    crumbs.itemListElement.map((_: unknown, i: number) => i + 1),
  );
  assert.equal(list.itemListElement[0].item['@type'], 'DigitalDocument');
  for (const [path, content] of files)
    if (path.startsWith('jsonld/')) assert.doesNotMatch(content, /null|undefined|\[object/, path);
});

test('the same source gives the same bytes', async () => {
  const [a, b] = [await outputs(sample), await outputs(sample)];
  assert.deepEqual([...a.files], [...b.files]);
});

test('zwgk build writes them; --base makes RSS and sitemap, without it the clerk is told what is missing', () => {
  const out = join(folder, 'out');
  const said = execFileSync(process.execPath, [cli, 'build', examples, out], { encoding: 'utf8' });
  assert.match(said, /未生成 RSS、sitemap\.xml：.*--base/);
  assert.ok(!readdirSync(out).includes('sitemap.xml'));
  const based = execFileSync(
    process.execPath,
    [cli, 'build', examples, out, '--base=https://x.gov.cn/files', '--page', '/zwgk/'],
    {
      encoding: 'utf8',
    },
  );
  assert.doesNotMatch(based, /未生成/);
  assert.match(readFileSync(join(out, 'sitemap.xml'), 'utf8'), /<loc>https:\/\/x\.gov\.cn\/zwgk\/<\/loc>/);
  assert.match(readFileSync(join(out, 'feeds/disclosure/all.rss.xml'), 'utf8'), /x\.gov\.cn\/files\/feeds/);
});

for (const args of [
  ['--base', 'www.example.gov.cn'],
  ['--base', 'javascript:alert(1)'],
  ['--base', 'https://x.gov.cn', '--page', 'javascript:x'],
])
  test(`zwgk build refuses ${args.join(' ')} with a sentence and ends with 2`, () => {
    const { status, stdout } = spawnSync(process.execPath, [cli, 'build', examples, join(folder, 'no'), ...args], {
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stdout, /网址不对/);
  });

test('zwgk build with an option that nobody knows, or one without a value, shows how it is used', () => {
  for (const args of [['--what'], ['--base']]) {
    const { status, stdout } = spawnSync(process.execPath, [cli, 'build', examples, join(folder, 'no'), ...args], {
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stdout, /用法/);
  }
});

test('an entry with defects stands in the feeds with what is right of it', async () => {
  const source = join(folder, 'source');
  mkdirSync(join(source, 'catalogues'), { recursive: true });
  writeFileSync(
    join(source, 'catalogues/list.json'),
    JSON.stringify({
      title: '目录',
      entries: [{ title: '没有索引号' }, { indexNumber: 'a/2', title: '好', publishedAt: '去年' }, null, 7],
    }),
  );
  const out = join(folder, 'dirty');
  const said = execFileSync(process.execPath, [cli, 'build', source, out], { encoding: 'utf8' });
  for (const line of [
    '第 1 条 › 索引号（indexNumber）：缺少必填内容',
    '第 2 条 › 发布日期（publishedAt）：日期写法不对',
    '第 3 条：写法不对',
  ])
    assert.ok(said.includes(line), `${line}\n${said}`);
  const { items } = JSON.parse(readFileSync(join(out, 'feeds/list/all.json'), 'utf8'));
  assert.deepEqual(
    items.map(({ title }: { title: string }) => title),
    ['没有索引号', '好'],
  );
});

test('the mark of an entry without 索引号 is in no column that people read', async () => {
  const { text } = await outputs(one({ indexNumber: '~k3f9a2', url: '/1.html' }));
  for (const path of ['download/c.csv', 'fragments/c/all.table.html', 'jsonld/catalogues/c/all.json'])
    assert.doesNotMatch(text(path), /~k3f9a2/, path);
});
