/** HTML without scripts: everything of a document is there, nothing of it becomes markup. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { html, nothing } from 'lit';
import {
  catalogueHtml,
  complaintFormHtml,
  embedPage,
  flowchartHtml,
  flowchartSvg,
  guideHtml,
  guideListHtml,
  inlineJson,
  markup,
  readSource,
  toAscii,
  toMarkup,
  writeEmbed,
  writeHtml,
} from '@zwgk/publish';
import type { Catalogue, FlowChart, Guide, StandardCatalogue } from '@zwgk/schema';

const examples = fileURLToPath(new URL('../../packages/schema/examples', import.meta.url));
const cli = fileURLToPath(new URL('../../packages/publish/dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zwgk-html-'));
after(() => rmSync(folder, { recursive: true }));
const example = <T>(path: string): T => JSON.parse(readFileSync(join(examples, path), 'utf8')) as T;

/** What a reader reads: references decoded, tags and scripts taken out. */
const decode = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
const read = (text: string) =>
  decode(text.replace(/<script[^>]*>[^]*?<\/script>/g, '').replace(/<[^>]*>/g, '\n')).replace(/\s+/g, ' ');
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

test('a guide stands there whole: answers, 19 elements with their official labels, materials, questions', () => {
  for (const name of readdirSync(join(examples, 'guides'))) {
    const guide = example<Guide>(`guides/${name}`);
    const text = read(guideHtml(guide, undefined).text);
    for (const part of [
      guide.taskName,
      guide.deptName,
      guide.acceptConditions,
      guide.rights,
      guide.taskCode,
      ...(guide.materials ?? []).map(({ name }) => name),
      ...(guide.flow ?? []).map(({ stage }) => stage),
      ...(guide.places ?? []).map(({ address }) => address),
      ...(guide.faq ?? []).flatMap(({ question, answer }) => [question, answer]),
      ...(guide.situations ?? []).flatMap(({ question, options }) => [question, ...options.map(({ label }) => label)]),
      '适用范围',
      '办理基本流程',
      '监督和投诉渠道',
    ])
      if (part) assert.ok(text.includes(squeeze(part as string)), `${name}: ${JSON.stringify(part)}`);
    assert.doesNotMatch(text, /undefined|\[object|NaN/, name);
  }
});

test('a chart is drawn and told: every step in its order, every way, every legal basis', () => {
  for (const name of readdirSync(join(examples, 'flowcharts'))) {
    const chart = example<FlowChart>(`flowcharts/${name}`);
    const { text } = flowchartHtml(chart, undefined);
    const list = /<ol>[^]*<\/ol>/.exec(text)![0];
    for (const node of chart.nodes) {
      assert.ok(read(list).includes(squeeze(node.label as string)), `${name}: ${node.label as string}`);
      for (const { title } of (node.basis ?? []) as { title: string }[]) assert.ok(read(list).includes(title), title);
    }
    const svg = flowchartSvg(chart)!.text;
    // Labels are broken into lines: their characters are all there.
    const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line]) => decode(line!)).join('');
    for (const node of chart.nodes)
      for (const character of squeeze(node.label as string).slice(0, 40))
        assert.ok(character === ' ' || drawn.includes(character), `${name}: ${character} of ${node.label as string}`);
    assert.match(
      svg,
      /^<svg[^>]* role="img" aria-label="[^"]+" width="\d+(\.\d+)?" height="\d+(\.\d+)?" viewBox="0 0 /,
    );
    assert.doesNotMatch(svg, /NaN|undefined|class=|style=|tabindex|role="button"/, name);
  }
});

test('a chart of one step, of none that joins, or of too many is told all the same', () => {
  const step = (id: string) => ({ id, kind: 'step' as const, label: `步骤${id}` });
  const one = flowchartHtml(
    { title: '一步', nodes: [step('a')], edges: [{ from: 'a', to: 'zz' }] } as FlowChart,
    undefined,
  );
  assert.match(read(one.text), /步骤a/);
  const many = { title: '多', nodes: Array.from({ length: 600 }, (_, i) => step(String(i))), edges: [] } as FlowChart;
  assert.equal(flowchartSvg(many), undefined);
  assert.match(read(flowchartHtml(many, undefined).text), /步骤599/);
});

test('a catalogue is a table with the newest first; a text without a page of its own unfolds; a standard one is a list', () => {
  const disclosure = example<Catalogue>('catalogues/disclosure.json');
  const { text } = catalogueHtml({ ...disclosure, entries: disclosure.entries.slice(0, 60) }, undefined);
  for (const entry of disclosure.entries.slice(0, 60)) assert.ok(read(text).includes(squeeze(entry.title as string)));
  const days = [...text.matchAll(/>(\d{4}-\d\d-\d\d)<\/time>/g)].map(([, day]) => day);
  assert.ok(days.length > 50);
  assert.deepEqual(days, [...days].sort().reverse());
  assert.match(text, /<details><summary>/);
  const standard = example<StandardCatalogue>('catalogues/standard.json');
  const list = read(catalogueHtml(standard, undefined).text);
  for (const { level1, level2 } of standard.items)
    assert.ok(list.includes(`${level1 as string} › ${level2 as string}`));
});

test('a catalogue of ten thousand lists its newest five hundred and says so', () => {
  const entries = Array.from({ length: 10000 }, (_, i) => ({
    indexNumber: `n${i}`,
    title: `第${i}条`,
    publishedAt: `20${String(10 + (i % 16)).padStart(2, '0')}-01-01`,
  }));
  const { text } = catalogueHtml({ title: '大', entries } as Catalogue, undefined);
  assert.equal(text.match(/<tr>/g)!.length, 501);
  assert.match(read(text), /最新公开的500条信息（共10000条）/);
});

const HOSTILE = `</script><script>alert(1)</script>"'><img src=x onerror=alert(1)>\u2028&lt;`;
test('hostile texts stay texts, hostile addresses are no links', () => {
  const guide = {
    id: HOSTILE,
    taskName: HOSTILE,
    deptName: HOSTILE,
    acceptConditions: HOSTILE,
    taskType: HOSTILE,
    onlineUrl: 'javascript:alert(1)',
    url: 'java\nscript:alert(1)',
    materials: [{ name: HOSTILE, blankForm: { name: HOSTILE, url: 'javascript:alert(1)' } }],
    consult: [{ kind: HOSTILE, value: 'javascript:alert(1)' }],
    situations: [{ id: 'a', question: HOSTILE, options: [{ value: 'v', label: HOSTILE, note: HOSTILE }] }],
  } as Guide;
  const chart = {
    title: HOSTILE,
    version: HOSTILE,
    notes: HOSTILE,
    lanes: [HOSTILE],
    nodes: [{ id: HOSTILE, kind: 'step', label: HOSTILE, lane: HOSTILE, post: HOSTILE, materials: [HOSTILE] }],
    edges: [{ from: HOSTILE, to: HOSTILE, label: HOSTILE }],
  } as unknown as FlowChart;
  const entries = [{ indexNumber: HOSTILE, title: HOSTILE, url: 'javascript:alert(1)', body: HOSTILE }];
  for (const { text } of [
    guideHtml(guide, { value: guide }),
    guideListHtml([guide], { value: [guide] }, { hrefTemplate: 'javascript:alert("{id}")' }),
    flowchartHtml(chart, { value: chart }),
    catalogueHtml({ title: HOSTILE, entries } as Catalogue, { value: { entries } }),
    complaintFormHtml({ api: HOSTILE, org: HOSTILE, about: HOSTILE }),
  ]) {
    const outside = text.replace(/<script type="application\/json">[^<]*<\/script>/, '');
    assert.doesNotMatch(outside, /<(?:script|img)/);
    const tags = outside.match(/<[a-z][^>]*>/g)!;
    for (const tag of tags) {
      assert.doesNotMatch(tag.replace(/"[^"]*"/g, '""'), /\son\w+=/, tag);
      assert.doesNotMatch(tag, /(?:href|src)="\s*java/i, tag);
    }
    assert.ok(read(text).includes('<img src=x onerror=alert(1)>'), 'the reader reads it');
  }
});

test('an inline document comes back as it was, and is ASCII whatever the page is written in', () => {
  const value = { a: HOSTILE, b: '䶮𠮷', c: ['<!--', ']]>', '\u0000'] };
  const { text } = inlineJson(value);
  assert.match(text, /^<script type="application\/json">[\x20-\x7e]*<\/script>$/);
  assert.deepEqual(JSON.parse(text.replace(/^<script[^>]*>|<\/script>$/g, '')), value);
});

test('the facts of a guide in a list stand apart and begin with the first', () => {
  const { text } = guideListHtml([example<Guide>('guides/dibao.json')], 'provider');
  assert.match(text, /<p><span>云泊县民政局<\/span>　<span>社会救助<\/span>　<span>22个工作日<\/span>/);
});

test('a row of a catalogue is headed by its title', () => {
  const { text } = catalogueHtml(example<Catalogue>('catalogues/disclosure.json'), { id: 'disclosure' });
  assert.match(text, /<tr><td>[^<]*<\/td><th scope="row">/);
});

test('the variant for GBK templates is ASCII and says the same', () => {
  const guide = example<Guide>('guides/dibao.json');
  const { text } = guideHtml({ ...guide, deptName: '䶮𠮷局' }, { value: guide });
  const ascii = toAscii(text);
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(ascii, /[^\x00-\x7f]/);
  assert.equal(read(ascii), read(text));
  assert.ok(read(ascii).includes('䶮𠮷局'));
});

test('templates of the elements: attributes, listeners, conditions, nested lists', () => {
  const bad = 'javascript:x';
  const { text } = toMarkup(
    html`<p part="x" class="y" id="z">
        <a href=${'/a?b&c'} @click=${() => {}} aria-label="${'一'}二">${'<b>'}</a
        ><a href=${bad} lang=${nothing}>${undefined}x</a>
      </p>
      <input .value=${'v'} ?checked=${true} ?disabled=${false} type="checkbox" />${[1, html`<i>${2}</i>`, null, false]}
      <button type="button" @click=${() => {}}>按</button><slot name="s"></slot><span></span>`,
  );
  assert.equal(
    text.replace(/\s+/g, ' ').replace(/ >/g, '>'),
    `<p> <a href="/a?b&#38;c" aria-label="一二">&#60;b&#62;</a><a>x</a> </p> <input checked type="checkbox" />1<i>2</i>`,
  );
  assert.equal(markup`<p>${['<', markup`<b>`]}</p>`.text, '<p>&#60;<b></p>');
});

test('nothing internal is in any fragment or page', async () => {
  const { source } = await readSource(examples);
  const all: string[] = [];
  await writeHtml(source, (_, text) => void all.push(String(text)));
  await writeEmbed(source, (_, text) => void all.push(String(text)), { cdn: '/cdn' });
  const raw = example<Catalogue>('catalogues/disclosure.json');
  const internal = raw.entries.filter((entry) => (entry as { audience?: string }).audience === 'internal');
  assert.ok(internal.length);
  for (const { indexNumber } of internal) assert.ok(!all.some((text) => text.includes(indexNumber)), indexNumber);
});

test('zwgk build writes fragments and pages for iframes beside the pack, and says what its options are', () => {
  const out = join(folder, 'out');
  execFileSync(process.execPath, [cli, 'build', examples, out, '--embed', '/cdn', '--api=/api/v1', '--files', '/zwgk']);
  for (const file of [
    'html/guides/dibao.html',
    'html/guides/index.html',
    'html/flowcharts/dibao.html',
    'html/catalogues/disclosure.html',
    'html/complaint-form.html',
    'html/ascii/guides/dibao.html',
    'embed/guide/dibao.html',
    'embed/guides.html',
    'embed/catalogue/standard.html',
  ])
    assert.ok(existsSync(join(out, file)), file);
  assert.match(
    readFileSync(join(out, 'html/guides/dibao.html'), 'utf8'),
    /^<zwgk-guide-card src="\/zwgk\/guides\/dibao\.json">/,
  );
  assert.match(
    readFileSync(join(out, 'embed/guide/dibao.html'), 'utf8'),
    /<zwgk-provider files="\/zwgk"><zwgk-guide-card guide-id="dibao">/,
  );
  const inline = join(folder, 'inline');
  execFileSync(process.execPath, [cli, 'build', examples, inline]);
  assert.match(readFileSync(join(inline, 'html/guides/dibao.html'), 'utf8'), /<script type="application\/json">/);
  assert.ok(!existsSync(join(inline, 'embed')) && !existsSync(join(inline, 'html/complaint-form.html')));
  for (const args of [['--paint', 'x'], ['--files']]) {
    const { status, stdout } = spawnSync(process.execPath, [cli, 'build', examples, inline, ...args], {
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stdout, /--embed <地址>/);
  }
});

test('a page for an iframe leads out of the frame, names its language and escapes its title', () => {
  const text = embedPage({
    title: '<b>',
    bureau: '某局',
    body: markup`<p>x</p>`,
    cdn: '/cdn/',
    lang: 'en',
    files: '../..',
  });
  assert.match(text, /^<!doctype html>\n<html lang="en" data-zwgk-embed>/);
  assert.match(text, /<base target="_top">\n<title>&#60;b&#62;_某局<\/title>/);
  assert.match(text, /<zwgk-provider files="\.\.\/\.\.">/);
  assert.doesNotMatch(text, /style=|<style|onload/);
});
