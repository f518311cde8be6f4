/** 办事指南, 流程图, 权责事项, 公开来信: kept whole, listed and served as the public may see them. */
import { publicView, type FlowChart, type Guide, type Letter, type PowerItem } from '@zwgk/schema';
import { summaryOf, type PackSubject } from '@zwgk/publish';
import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import type { DocumentRow } from '../store/tables.js';

export type Subject = DocumentRow['subject'];

export interface ListQuery {
  readonly text?: string | undefined;
  readonly cursor?: string | undefined;
  readonly pageSize: number;
}
export interface Summary {
  readonly id: string;
  readonly title: string;
  readonly org?: string;
  readonly updatedAt?: string;
}
export interface ListPage<T = Summary> {
  readonly items: T[];
  readonly total: number;
  readonly next: string | null;
}

export interface Documents {
  list(subject: Exclude<Subject, 'letter'>, query: ListQuery): Promise<ListPage>;
  /** Answered letters, the newest first, each whole. */
  letters(query: ListQuery): Promise<ListPage<Letter>>;
  /** What the public may see of a document, or undefined. */
  get(subject: Subject, id: string): Promise<unknown>;
  /** All that the public may see of a subject, in the order of the ids. */
  all(subject: Subject): Promise<unknown[]>;
  /** Adds or replaces a document; false when it is not one that the public may see at all (it is not kept then). */
  put(subject: Subject, id: string, document: unknown): Promise<boolean>;
}

/** The one way out. */
function visible(subject: Subject, document: unknown): unknown {
  if (subject === 'guide') return publicView('guide', document as Guide);
  if (subject === 'flowchart') return publicView('flowchart', document as FlowChart);
  if (subject === 'power') return publicView('power', document as PowerItem);
  return document; // a letter was masked and consented to before it came here
}

const FOLDER: Readonly<Record<Exclude<Subject, 'letter'>, PackSubject>> = {
  guide: 'guides',
  flowchart: 'flowcharts',
  power: 'powers',
};
export const withoutNul = (text: string): string => text.replaceAll('\0', '');

export function createDocuments({ kysely }: Store): Documents {
  /** Words that must all occur in title or body, as the folder of files does it. */
  const matching = (subject: Subject, text = '') => {
    let query = kysely.selectFrom('document').where('subject', '=', subject);
    for (const word of text.toLowerCase().split(/\s+/).filter(Boolean))
      query = query.where(sql<boolean>`strpos(folded, ${word}) > 0`);
    return query;
  };
  async function page<Row>(
    subject: Subject,
    { text, cursor, pageSize }: ListQuery,
    read: (query: ReturnType<typeof matching>, start: number) => Promise<Row[]>,
  ): Promise<ListPage<Row>> {
    const query = matching(subject, text);
    const start = cursor === undefined ? 0 : Number(cursor);
    const { total } = await query.select((of) => of.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
    const items = await read(query, start);
    const end = start + pageSize;
    return { items, total: Number(total), next: end < Number(total) ? String(end) : null };
  }

  return {
    list: (subject, query) =>
      page(subject, query, async (found, start) => {
        const rows = await found
          .select(['id', 'title', 'org', 'updated_at'])
          // A list of guides is sorted and filtered by facts that only the guide itself has.
          .$if(subject === 'guide', (guides) => guides.select('body'))
          .orderBy(sql`id collate "C"`)
          .offset(start)
          .limit(query.pageSize)
          .execute();
        return rows.map(({ id, title, org, updated_at, body }) => ({
          ...(body === undefined ? {} : summaryOf('guides', visible('guide', JSON.parse(body)) as Guide)),
          id,
          title,
          ...(org ? { org } : {}),
          ...(updated_at ? { updatedAt: updated_at } : {}),
        }));
      }),
    letters: (query) =>
      page('letter', query, async (found, start) => {
        const rows = await found
          .select('body')
          .orderBy(sql`updated_at collate "C" desc nulls last`)
          .orderBy(sql`id collate "C"`)
          .offset(start)
          .limit(query.pageSize)
          .execute();
        return rows.map(({ body }) => JSON.parse(body) as Letter);
      }),
    async get(subject, id) {
      const row = await kysely
        .selectFrom('document')
        .select('body')
        .where('subject', '=', subject)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && visible(subject, JSON.parse(row.body));
    },
    async all(subject) {
      const rows = await kysely
        .selectFrom('document')
        .select('body')
        .where('subject', '=', subject)
        .orderBy(sql`id collate "C"`)
        .execute();
      return rows.map(({ body }) => visible(subject, JSON.parse(body) as unknown)).filter((one) => one !== undefined);
    },
    async put(subject, id, document) {
      const shown = visible(subject, document);
      if (shown === undefined) return false;
      const { title, org, updatedAt } =
        subject === 'letter'
          ? letterSummary(document as Letter)
          : summaryOf(FOLDER[subject], { ...(shown as object), id } as never);
      const values = {
        title: withoutNul(title),
        org: org === undefined ? null : withoutNul(org),
        updated_at: updatedAt ?? null,
        folded: withoutNul(`${title} ${org ?? ''}`.toLowerCase()),
        // Escaped where PostgreSQL knows no such character.
        body: JSON.stringify(document),
      };
      await kysely
        .insertInto('document')
        .values({ subject, id, ...values })
        .onConflict((on) => on.columns(['subject', 'id']).doUpdateSet(values))
        .execute();
      return true;
    },
  };
}

function letterSummary({ title, unit, repliedAt }: Letter): Omit<Summary, 'id'> {
  const org = typeof unit === 'string' ? unit : unit?.['zh-Hans'];
  return { title, ...(org ? { org } : {}), ...(repliedAt ? { updatedAt: repliedAt } : {}) };
}
