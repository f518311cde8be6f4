/**
 * Each element as a page embeds it, and one short use of it. Markup is ASCII, so that it can be put into a page of any
 * encoding. A new element needs an entry here.
 */
const ascii = (text) => text.replace(/[^\x00-\x7f]/g, (one) => `&#x${one.charCodeAt(0).toString(16)};`);
/** JSON that may stand in a page of any encoding. */
const escaped = (json) =>
  json.replace(/[^\x00-\x7f]|</g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
const expect = (condition, sentence) => {
  if (!condition) throw new Error(sentence);
};

/**
 * `attributes`: of the tag. `example`: the document below `/data/` that it shows, if any. `use`: see `page.mjs` for what
 * `at` can do; throws an Error with the sentence that is not true.
 */
export const elements = {
  'zwgk-catalogue': {
    attributes: 'page-size="10"',
    example: 'catalogues/disclosure.json',
    async use(at) {
      const rows = () => at.count('[part=link]');
      const before = await at.text('[part=count]');
      expect((await rows()) === 10, 'ten entries are shown');
      await at.click('[part=search] input');
      await at.type('救助x');
      await at.press('Backspace');
      expect((await at.value('[part=search] input')) === '救助', 'what is typed and taken back stands in the field');
      await at.press('Enter');
      await at.until(async () => (await at.text('[part=count]')) !== before, 'the count follows the search');
      expect(/救助/.test(await at.text('[part=link]')), 'the first hit has the word');
      await at.click('[part=link]');
      await at.until(() => at.has('[part=article] h3'), 'the entry opens');
      expect(/索\s*引\s*号/.test(await at.text('[part=article]')), 'the entry has its metadata');
    },
  },
  'zwgk-flowchart': {
    attributes: '',
    example: 'flowcharts/dibao.json',
    async use(at) {
      await at.until(() => at.has('[part=chart] svg [tabindex="0"]'), 'the chart is drawn');
      await at.focus('[part=chart] svg [tabindex="0"]');
      const from = await at.active();
      await at.press('ArrowDown');
      await at.press('ArrowDown');
      const to = await at.active();
      expect(from !== to && to, `the arrow keys walk from step to step: ${from} then ${to}`);
      await at.press('Enter');
      await at.until(() => at.has('[part=card] h4'), 'the step opens');
      await at.press('Escape');
      await at.until(async () => !(await at.has('[part=card] h4')), 'the step closes');
    },
  },
  'zwgk-guide-card': {
    attributes: '',
    example: 'guides/dibao.json',
    async use(at) {
      await at.until(() => at.has('[part=section]'), 'the full guide is there');
      if (await at.has('.folded')) {
        const folded = await at.count('.folded');
        await at.click('.folded button.fold');
        await at.until(async () => (await at.count('.folded')) < folded, 'a section opens');
      } else {
        await at.click('nav.contents button', '材料');
        await at.until(async () => /#materials/.test(await at.active()), 'the contents lead to a section');
      }
    },
  },
  'zwgk-guide-list': {
    attributes: '',
    // As `{ title, guides }`, which the museum's server puts together.
    example: 'guides.json',
    async use(at) {
      await at.until(async () => (await at.count('[part=link]')) > 5, 'guides are listed');
      await at.click('[part=search] input');
      await at.type('救助x');
      await at.press('Backspace');
      expect((await at.value('[part=search] input')) === '救助', 'what is typed and taken back stands in the field');
      await at.press('Enter');
      await at.until(async () => (await at.count('[part=link]')) < 5, 'the list follows the search');
      await at.click('[part=link]');
      await at.until(() => at.has('zwgk-guide-card'), 'the guide opens');
    },
  },
  'zwgk-complaint-form': {
    attributes: 'org="&#x7A3B;&#x6EAA;&#x9547;"',
    async use(at) {
      await at.click('form button.primary');
      await at.until(async () => (await at.count('#faults a')) >= 3, 'the summary names what is missing');
      expect(/faults/.test(await at.active()), `the summary has the focus, not ${await at.active()}`);
      await at.click('#faults a', '标题');
      expect(/f-title/.test(await at.active()), `its link leads to the field, not to ${await at.active()}`);
      await at.type('路灯x');
      await at.press('Backspace');
      expect((await at.value('#f-title')) === '路灯', 'what is typed and taken back stands in the field');
      await at.press('Enter');
      await at.until(async () => (await at.count('#faults a')) >= 2, 'Enter checks again and sends nothing');
    },
  },
  'zwgk-complaint-status': {
    attributes: '',
    async use(at) {
      await at.click('form input');
      await at.type('K7M2-Q9TX-4BHW');
      await at.press('Enter');
      await at.until(() => at.has('.fault'), 'it says that there is none');
    },
  },
};

/** The tag with the author's content inside; `data` gives the document within the tag (for pages that may not fetch). */
export function markup(tag, { data, extra = '' } = {}) {
  const { attributes, example } = elements[tag];
  const inline = data && example ? `<script type="application/json">${escaped(data(example))}</script>` : '';
  const src = example && !inline ? ` src="/data/${example}"` : '';
  return `<${tag} ${attributes}${src}${extra}>${inline}<p class="floor">${ascii(`请拨打 0460-12345，或到窗口查询。`)}</p></${tag}>`;
}

export const all = (tags = Object.keys(elements), options) =>
  `<zwgk-provider api="/museum/api">${tags.map((tag) => markup(tag, options)).join('\n')}</zwgk-provider>
<p data-museum="slot">${ascii('以上内容由公开系统提供。')}</p>`;
