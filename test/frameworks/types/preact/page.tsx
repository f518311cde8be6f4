/** Compiled only: what a page in Preact may write, and what its compiler must refuse. */
import '@zwgk/elements/jsx-preact';
import type { Guide } from '@zwgk/schema';

declare const guide: Guide;

export const Tags = () => (
  <zwgk-provider files="/files">
    <zwgk-guide-card guide={guide} compact onzwgk-guide-open={(event) => event.detail.guide.taskName}>
      <a href="/guide">x</a>
    </zwgk-guide-card>
    <zwgk-catalogue
      src="a.json"
      page-size="50"
      lang="zh"
      class="wide"
      key="a"
      ref={(one) => void one?.page}
      onzwgk-failed={(event) => event.detail.error.code}
    />
    {/* @ts-expect-error a guide is a document, not a number */}
    <zwgk-guide-card guide={1} />
    {/* @ts-expect-error no such attribute */}
    <zwgk-catalogue sauce="a.json" />
  </zwgk-provider>
);
