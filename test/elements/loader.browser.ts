/** Carriers, for systems that strip unknown tags: what an editor lets through as data stays data. */
import { page, until } from '../support/browser.js';

describe('a carrier', () => {
  before(async () => {
    Object.assign(globalThis, { ZWGK_TAGS: ['zwgk-guide-card'], ZWGK_TOGETHER: { 'zwgk-guide-card': 'part' } });
    // The module folder is not beside the compiled loader; that it says so is not what is looked at here.
    const { error } = console;
    console.error = () => {};
    await import('../../packages/elements/dist/cdn/loader.js');
    await new Promise((resolve) => setTimeout(resolve, 50));
    console.error = error;
  });

  it('becomes its element, with its data as attributes and its content inside', async () => {
    const box = page(
      '<div><div data-zwgk="guide-card" data-src="guide.json" data-guide-id="a"><a href="/old">旧页面</a></div></div>',
    );
    await until(() => box.querySelector('zwgk-guide-card'));
    const card = box.querySelector('zwgk-guide-card')!;
    if (card.getAttribute('src') !== 'guide.json' || card.getAttribute('guide-id') !== 'a')
      throw new Error(card.outerHTML);
    if (card.textContent !== '旧页面') throw new Error(card.outerHTML);
  });

  it('hands on no handler and no style', async () => {
    const box = page(
      '<div><div data-zwgk="guide-card" data-onclick="globalThis.zwgkRan = 1" data-style="position:fixed" data-src="x.json">说明</div></div>',
    );
    await until(() => box.querySelector('zwgk-guide-card'));
    const card = box.querySelector<HTMLElement>('zwgk-guide-card')!;
    card.click();
    if ((globalThis as { zwgkRan?: number }).zwgkRan || card.hasAttribute('onclick') || card.hasAttribute('style'))
      throw new Error(card.outerHTML);
  });
});
