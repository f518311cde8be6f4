/** The fragments of a whole pack, to be pasted or included into pages: `html/…`, and the same in ASCII: `html/ascii/…`. */
import type { Catalogue, FlowChart, Guide, StandardCatalogue } from '@zwgk/schema';
import { isPackId, packViews, type PackSource, type WriteFile } from '../pack.js';
import { catalogueHtml, LISTED } from './catalogue.js';
import { complaintFormHtml, complaintStatusHtml } from './complaint.js';
import { flowchartHtml } from './flowchart.js';
import { guideHtml, guideListHtml } from './guide.js';
import { markup, toAscii, type Markup } from './template.js';
import type { Source } from './wrap.js';

export interface HtmlOptions {
  /** Address of the folder where the pack itself is served: the elements fetch from there. Without it documents stand inside. */
  readonly files?: string | undefined;
  /** Address of a service: forms post to it. Without it there are no forms. */
  readonly api?: string | undefined;
  /** Name of the receiving body, for the form. */
  readonly bureau?: string | undefined;
  /** Address of the service's own page for 举报 of officials. */
  readonly reportUrl?: string | undefined;
  /** Address of a guide's own page, `{id}` stands for its id. */
  readonly guidePage?: string | undefined;
}

/** Documents that may be published under their id. */
export function shown<T extends { id?: string | undefined }>(
  documents: readonly T[] | undefined,
  view: (document: T) => T | undefined,
): (T & { id: string })[] {
  return (documents ?? []).flatMap((document) => {
    const visible = isPackId(document.id) ? view(document) : undefined;
    return visible ? [{ ...visible, id: document.id! }] : [];
  });
}

/** Writes the fragments. @returns number of files */
export async function writeHtml(source: PackSource, writeFile: WriteFile, options: HtmlOptions = {}): Promise<number> {
  const { files, api, bureau, guidePage, reportUrl } = options;
  let count = 0;
  const write = async (path: string, { text }: Markup) => {
    await writeFile(`html/${path}.html`, `${text}\n`);
    await writeFile(`html/ascii/${path}.html`, `${toAscii(text)}\n`);
    count += 2;
  };
  const base = files?.replace(/\/+$/, '');
  const from = (folder: string, id: string, value: unknown): Source =>
    base === undefined ? { value } : { src: `${base}/${folder}/${encodeURIComponent(id)}.json` };

  const guides = shown<Guide>(source.guides, packViews.guides);
  for (const guide of guides) await write(`guides/${guide.id}`, guideHtml(guide, from('guides', guide.id, guide)));
  if (guides.length)
    await write(
      'guides/index',
      guideListHtml(guides, base === undefined ? { value: guides } : { src: `${base}/guides/index.json` }, {
        hrefTemplate: guidePage,
      }),
    );
  for (const chart of shown<FlowChart>(source.flowcharts, packViews.flowcharts))
    await write(`flowcharts/${chart.id}`, flowchartHtml(chart, from('flowcharts', chart.id, chart)));
  for (const catalogue of shown<Catalogue | StandardCatalogue>(source.catalogues, packViews.catalogues)) {
    const { id } = catalogue;
    // Without an address a large catalogue is what its table says: the element reads that.
    const large = 'entries' in catalogue && (catalogue as Catalogue).entries.length > LISTED;
    // Large ones are written in parts, which only a provider finds.
    const where = base !== undefined ? { id } : large ? undefined : { value: catalogue };
    const body = catalogueHtml(catalogue, where);
    await write(
      `catalogues/${id}`,
      base === undefined ? body : markup`<zwgk-provider files="${base}">${body}</zwgk-provider>`,
    );
  }
  if (api !== undefined) {
    const provided = (body: Markup) => markup`<zwgk-provider api="${api}">${body}</zwgk-provider>`;
    await write('complaint-form', provided(complaintFormHtml({ api, org: bureau, reportUrl })));
    await write('complaint-status', provided(complaintStatusHtml({ api })));
  }
  return count;
}
