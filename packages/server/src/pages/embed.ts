/** `/embed/…`: one document or form as a page for an iframe, for systems that allow nothing else. Readable without scripts. */
import {
  catalogueHtml,
  complaintFormHtml,
  complaintStatusHtml,
  embedPage,
  flowchartHtml,
  guideHtml,
  guideListHtml,
  type Markup,
} from '@zwgk/publish';
import type { Catalogue, FlowChart, Guide, LocalizedText, StandardCatalogue } from '@zwgk/schema';
import { notFound } from '../problem.js';
import type { Documents } from '../published/documents.js';
import type { Catalogues } from '../published/entries.js';

export interface EmbedOptions {
  readonly documents: Documents;
  readonly catalogues: Catalogues;
  readonly bureau: () => string | undefined;
  /** Who may frame published documents: sources of `frame-ancestors`. Default: anyone, as for the API that reads them. */
  readonly frames: readonly string[];
  /** Origins whose pages may send letters, and so may frame the forms. */
  readonly origins: readonly string[];
}

const API = '/api/v1';
/** 举报 is never offered in a frame: a host page could look over the shoulder. It has a page of its own. */
const KINDS = ['consult', 'help', 'complaint', 'opinion', 'suggestion'];
/** Entries of a catalogue that stand in the page itself. */
const LISTED = 100;

interface Found {
  readonly title: string;
  readonly body: Markup;
  readonly form?: boolean;
}
const hans = (text: LocalizedText | undefined): string => (typeof text === 'string' ? text : (text?.['zh-Hans'] ?? ''));

/** The part of a policy that says who may frame a page; what is no source is left out. */
const framedBy = (sources: readonly string[]): string => {
  const usable = sources.filter((source) => source === '*' || /^https?:\/\/[\w.*:[\]-]+$/i.test(source));
  return `frame-ancestors ${["'self'", ...usable].join(' ')}`;
};
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** @param path below `/embed/`, decoded */
export async function embedAnswer(path: string, query: URLSearchParams, options: EmbedOptions): Promise<Response> {
  const found = await find(path, options);
  if (!found) throw notFound();
  const { title, body, form = false } = found;
  const theme = query.get('theme') ?? '';
  const lang = query.get('lang') ?? '';
  const referrer = form ? 'no-referrer' : 'same-origin';
  return new Response(
    embedPage({
      title,
      bureau: options.bureau(),
      body,
      api: API,
      cdn: '/cdn',
      referrer,
      lang: /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i.test(lang) ? lang : undefined,
      theme: ['red', 'blue', 'large'].includes(theme) ? theme : undefined,
    }),
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `${CSP}; ${framedBy(form ? options.origins : options.frames)}`,
        'cache-control': form ? 'no-store' : 'public, max-age=60',
        'referrer-policy': referrer,
      },
    },
  );
}

async function find(path: string, { documents, catalogues, bureau }: EmbedOptions): Promise<Found | undefined> {
  const [, subject, id] = /^(guide|flowchart|catalogue)\/([^/]+)$/.exec(path) ?? [];
  if (id !== undefined && subject === 'guide') {
    const guide = (await documents.get('guide', id)) as Guide | undefined;
    return guide && { title: hans(guide.taskName), body: guideHtml(guide, { id }) };
  }
  if (id !== undefined && subject === 'flowchart') {
    const chart = (await documents.get('flowchart', id)) as FlowChart | undefined;
    return chart && { title: hans(chart.title), body: flowchartHtml(chart, { id }) };
  }
  if (id !== undefined) return catalogue(id, catalogues);
  switch (path) {
    case 'guides':
      return {
        title: '办事指南',
        body: guideListHtml((await documents.all('guide')) as Guide[], 'provider'),
      };
    case 'complaint':
      return {
        title: '网上来信',
        form: true,
        body: complaintFormHtml({ api: API, org: bureau(), kinds: KINDS, reportUrl: '/report' }),
      };
    case 'status':
      return { title: '来信查询', form: true, body: complaintStatusHtml({ api: API }) };
    default:
      return undefined;
  }
}

async function catalogue(id: string, catalogues: Catalogues): Promise<Found | undefined> {
  const head = (await catalogues.get(id)) as ((Catalogue | StandardCatalogue) & { total?: number }) | undefined;
  if (!head) return undefined;
  if ('items' in head) {
    const title = hans(head.title) || '基层政务公开标准目录';
    return { title, body: catalogueHtml(head as StandardCatalogue, { id }) };
  }
  const query = { text: '', initials: false, filters: {}, start: 0, pageSize: LISTED, facets: false };
  const entries = (await catalogues.page(id, query))?.items ?? [];
  return {
    title: hans(head.title) || '政府信息公开目录',
    body: catalogueHtml({ ...(head as Catalogue), entries }, { id }, { total: head.total }),
  };
}
