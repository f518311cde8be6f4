/** 办事指南列表: many guides from any input, or all that a service or folder has; enough of each to find it. */
import { GuideEntry, type Issue } from '@zwgk/schema';
import { createDocuments, loadInput, type DocumentInput } from './documents.js';
import { ZwgkError } from './errors.js';
import type { Http, ReadOptions } from './http.js';
import { parseLenient } from './parse.js';

export interface GuideList {
  /** Of the document, where it has one. */
  readonly title: string | undefined;
  readonly guides: readonly GuideEntry[];
  /** How many entries were no guides at all and were left out. */
  readonly left: number;
  /** True when the guides are lines of a list that has to be asked for each whole one. */
  readonly summaries: boolean;
}

/** As many as a page can list. */
const MOST = 20000;
type Raw = Readonly<Record<string, unknown>>;
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

/**
 * Guides from a property, an inline document or an address: an array, `{ guides: [] }`, or the `index.json` of a folder;
 * from an id (whatever it is): all guides of the service or folder. What is wrong in one entry never hides another.
 */
export async function openGuideList(http: Http, input: DocumentInput, options: ReadOptions = {}): Promise<GuideList> {
  let rows: unknown;
  let title: unknown;
  let code: 'invalid_input' | 'invalid_response' = 'invalid_response';
  if ('id' in input) {
    const found: unknown[] = [];
    for await (const one of createDocuments(http, 'guides', GuideEntry).all({ pageSize: 100 }, options))
      found.push(one);
    rows = found;
  } else {
    const loaded = await loadInput(http, 'guides', input, options);
    const { value } = loaded;
    code = loaded.code;
    const document = isRaw(value) && !Array.isArray(value);
    rows = document ? (value['guides'] ?? value['items']) : value;
    title = document && value['title'];
  }
  if (!Array.isArray(rows)) throw new ZwgkError(code, { issues: [{ path: ['guides'], code: 'type' }] });
  if (rows.length > MOST) throw new ZwgkError(code, { issues: [{ path: ['guides'], code: 'too_many' }] });
  const issues: Issue[] = [];
  const guides: GuideEntry[] = [];
  let left = 0;
  let summaries = rows.length > 0;
  rows.forEach((row: unknown, i) => {
    const tell = (found: readonly Issue[]) =>
      issues.push(...found.map(({ path, code }) => ({ path: ['guides', i, ...path], code })));
    const line = isRaw(row) && row['taskName'] === undefined;
    if (!line) summaries = false;
    try {
      guides.push(
        parseLenient(
          GuideEntry,
          // A line of a list calls the two by other names.
          line ? { ...row, taskName: row['title'], deptName: row['deptName'] ?? row['org'] } : row,
          code,
          tell,
        ),
      );
    } catch (error) {
      left++;
      tell((error as ZwgkError).issues);
    }
  });
  if (issues.length) options.onIssues?.(issues, code);
  return { title: typeof title === 'string' ? title : undefined, guides, left, summaries };
}
