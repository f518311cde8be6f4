/** Compiled only: what a React page may write, and what its compiler must refuse. */
import '@zwgk/elements/jsx-react';
import { ZwgkCatalogue, ZwgkFlowchart } from '@zwgk/elements/react';
import type { Guide } from '@zwgk/schema';

declare const guide: Guide;

export const Tags = () => (
  <zwgk-provider files="/files">
    <zwgk-guide-card guide={guide} compact onzwgk-guide-open={(event) => event.detail.guide.taskName}>
      <a href="/guide">指南</a>
    </zwgk-guide-card>
    <zwgk-catalogue
      src="a.json"
      page-size="50"
      lang="zh"
      className="wide"
      onzwgk-failed={(event) => event.detail.error.code}
    />
    {/* @ts-expect-error a guide is a document, not a number */}
    <zwgk-guide-card guide={1} />
    {/* @ts-expect-error no such attribute */}
    <zwgk-catalogue sauce="a.json" />
  </zwgk-provider>
);

export const Wrapped = () => (
  <>
    <ZwgkCatalogue src="a.json" pageSize={50} onZwgkCatalogueOpen={(event) => event.detail.entry.indexNumber} />
    <ZwgkFlowchart view="text" onZwgkFlowchartSelected={({ detail }) => detail.node?.label} />
    {/* @ts-expect-error chart or text */}
    <ZwgkFlowchart view="pie" />
  </>
);
