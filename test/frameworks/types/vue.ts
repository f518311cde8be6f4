/** Compiled only: the props and listeners of the tags in Vue templates, as Volar reads them. */
import '@zwgk/elements/vue';
import type { GlobalComponents } from 'vue';

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

export const catalogue: Props<'zwgk-catalogue'> = {
  src: 'a.json',
  'page-size': '50',
  class: 'wide',
  onZwgkCatalogueSearch: (event) => event.detail.query.length,
};
// @ts-expect-error chart or text
export const chart: Props<'zwgk-flowchart'> = { view: 'pie' };
