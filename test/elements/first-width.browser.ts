/** In a narrow place an element is narrow from its first frame on: what it shows never stands wide first. */
import '@zwgk/elements/define/zwgk-catalogue.js';
import '@zwgk/elements/define/zwgk-guide-card.js';
import '@zwgk/elements/define/zwgk-guide-list.js';
import { page, settled, until } from '../support/browser.js';

const guide = { id: 'a', taskName: '高龄津贴申领', deptName: '社会事务办公室', materials: [{ name: '身份证' }] };
const cases: readonly (readonly [string, object])[] = [
  ['zwgk-catalogue', { title: '目录', entries: [{ indexNumber: 'a-1', title: '通知', publishedAt: '2026-01-02' }] }],
  ['zwgk-guide-list', [guide]],
  ['zwgk-guide-card', guide],
];

describe('An element that has its document at once', () => {
  for (const [tag, value] of cases)
    it(`${tag} never stands wide in a box of 340 px`, async () => {
      // The parts that come later are there already, as they are when a loader has fetched them ahead.
      const warm = page(
        `<div><${tag}><script type="application/json">${JSON.stringify(value)}</script></${tag}></div>`,
      );
      await settled(warm.firstElementChild as HTMLElement);
      const box = page(
        `<div style="width:340px"><${tag}><script type="application/json">${JSON.stringify(value)}</script></${tag}></div>`,
      );
      const element = box.firstElementChild as HTMLElement;
      const root = element.shadowRoot!;
      const seen = new Set<string>();
      const look = () =>
        root.querySelectorAll('.wide, .narrow').forEach((one) => seen.add(one.className.match(/wide|narrow/)![0]));
      new MutationObserver(look).observe(root, { childList: true, subtree: true, attributes: true });
      await until(() => (look(), seen.size), 'content');
      await settled(element);
      await new Promise((resolve) => setTimeout(resolve, 100));
      look();
      if ([...seen].join() !== 'narrow') throw new Error([...seen].join());
    });
});
