/** Compiled only: what a page in Solid may write, and what its compiler must refuse. */
import '@zwgk/elements/jsx-solid';
import type { Guide } from '@zwgk/schema';

declare const guide: Guide;

export const Tags = () => (
  <zwgk-provider files="/files">
    <zwgk-guide-card prop:guide={guide} attr:compact="" on:zwgk-guide-open={(event) => event.detail.guide.taskName}>
      <a href="/guide">x</a>
    </zwgk-guide-card>
    <zwgk-catalogue
      src="a.json"
      page-size="50"
      lang="zh"
      class="wide"
      ref={(one) => void one.page}
      on:zwgk-failed={(event) => event.detail.error.code}
    />
    {/* @ts-expect-error a guide is a document, not a number */}
    <zwgk-guide-card guide={1} />
    {/* @ts-expect-error no such attribute */}
    <zwgk-catalogue sauce="a.json" />
  </zwgk-provider>
);
