import '@zwgk/elements/define/zwgk-provider.js';
import { page, settled } from '../support/browser.js';

describe('zwgk-provider', () => {
  it('shows what is inside it without a box of its own', async () => {
    const provider = await settled(page('<zwgk-provider api="/api/v1"><p>内容</p></zwgk-provider>'));
    if (getComputedStyle(provider).display !== 'contents') throw new Error('has a box');
    if (!(provider.firstElementChild as HTMLElement).offsetHeight) throw new Error('content is hidden');
  });
});
