/** Compiled only: the attributes and listeners of the tags in Svelte templates. */
import '@zwgk/elements/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

export const guide: SvelteHTMLElements['zwgk-guide-card'] = {
  'guide-id': 'birth-registration',
  lang: 'zh',
  'onzwgk-guide-open': (event) => event.detail.guide.taskName,
};
// @ts-expect-error no such attribute
export const wrong: SvelteHTMLElements['zwgk-guide-card'] = { sauce: 'a.json' };
