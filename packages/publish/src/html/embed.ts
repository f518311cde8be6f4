/** `zwgk build --embed`: pages for iframes as files, beside the pack from which their elements fetch. */
import type { Catalogue, FlowChart, Guide, StandardCatalogue } from '@zwgk/schema';
import { packViews, summaryOf, type PackSource, type WriteFile } from '../pack.js';
import { catalogueHtml } from './catalogue.js';
import { flowchartHtml } from './flowchart.js';
import { guideHtml, guideListHtml } from './guide.js';
import { embedPage } from './page.js';
import type { Markup } from './template.js';
import { shown, type HtmlOptions } from './write.js';

export interface EmbedOptions extends Pick<HtmlOptions, 'files' | 'bureau' | 'guidePage'> {
  /** Address of the folder with our scripts and themes. */
  readonly cdn: string;
}

/** Writes `embed/guide/<id>.html` and so on, and `embed/guides.html`. @returns number of files */
export async function writeEmbed(source: PackSource, writeFile: WriteFile, options: EmbedOptions): Promise<number> {
  const { cdn, bureau, guidePage } = options;
  let count = 0;
  const write = async (path: string, title: string, body: Markup) => {
    // The pack lies beside the pages: its address is known from theirs.
    const files = options.files ?? path.replace(/[^/]+/g, '..');
    await writeFile(`embed/${path}.html`, embedPage({ title, bureau, body, cdn, files }));
    count++;
  };
  const guides = shown<Guide>(source.guides, packViews.guides);
  for (const guide of guides)
    await write(`guide/${guide.id}`, summaryOf('guides', guide).title, guideHtml(guide, { id: guide.id }));
  if (guides.length) await write('guides', '办事指南', guideListHtml(guides, 'provider', { hrefTemplate: guidePage }));
  for (const chart of shown<FlowChart>(source.flowcharts, packViews.flowcharts))
    await write(`flowchart/${chart.id}`, summaryOf('flowcharts', chart).title, flowchartHtml(chart, { id: chart.id }));
  for (const catalogue of shown<Catalogue | StandardCatalogue>(source.catalogues, packViews.catalogues))
    await write(
      `catalogue/${catalogue.id}`,
      summaryOf('catalogues', catalogue).title,
      catalogueHtml(catalogue, { id: catalogue.id }),
    );
  return count;
}
