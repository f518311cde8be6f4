/** 公开范围: what of a document may leave the unit. Every way out (service, static pack, print) goes through here. */
import type { Catalogue, CatalogueEntry, CatalogueNode, StandardCatalogue } from './catalogue.js';
import type { FlowChart } from './flowchart.js';
import type { Guide } from './guide.js';
import type { PowerItem } from './power.js';

/** Subjects of published documents with their shapes. */
export interface PublicDocuments {
  guide: Guide;
  flowchart: FlowChart;
  power: PowerItem;
  catalogue: Catalogue;
  standardCatalogue: StandardCatalogue;
  entry: CatalogueEntry;
}

interface Marked {
  readonly audience?: unknown;
  readonly isPublic?: unknown;
}
/** 单位内部: by audience, also where the code is misspelt, or by a plain mark. Anything else is public. */
export const isInternal = (value: unknown): boolean => {
  const { audience, isPublic } = (value ?? {}) as Marked;
  return (typeof audience === 'string' && /internal|内部|內部/i.test(audience)) || isPublic === false;
};
/** Stored documents may have defects; a list that is none is an empty one, and what is no object is not shown. */
const listed = <T>(list: readonly T[] | undefined): readonly T[] =>
  Array.isArray(list) ? list.filter((item) => typeof item === 'object' && item !== null) : [];
const publicOnly = <T>(list: readonly T[]): T[] => listed(list).filter((item) => !isInternal(item));

/** A copy without the fields named. */
function omit<T extends object>(value: T, ...names: string[]): T {
  const copy = { ...value } as Record<string, unknown>;
  for (const name of names) delete copy[name];
  return copy as T;
}

/** The risk points (廉政风险点) that a unit has not kept to itself. */
function withoutRisks<T extends { risks?: unknown }>(value: T, all: boolean): T {
  if (value.risks === undefined) return value;
  const risks = all || !Array.isArray(value.risks) ? [] : publicOnly(value.risks as unknown[]);
  return risks.length ? { ...value, risks } : omit(value, 'risks');
}

/** 条例 第13至16条: what is not disclosed on one's own motion is listed, with the reason, but without its content. */
function publicEntry(entry: CatalogueEntry): CatalogueEntry | undefined {
  if (isInternal(entry)) return undefined;
  // Taken down: its number and name stay, for the sentence that says so.
  if (entry.state !== undefined) return omit(entry, 'summary', 'body', 'attachments', 'url');
  const open = entry.disclosureMode === undefined || entry.disclosureMode === 'proactive';
  return open ? entry : omit(entry, 'body', 'attachments');
}

/** Columns without those that are internal and all that hangs below them. */
export function publicNodes(nodes: readonly CatalogueNode[]): { nodes: CatalogueNode[]; hidden: Set<string> } {
  const hidden = new Set(nodes.filter(isInternal).map(({ id }) => id));
  for (let size = -1; hidden.size > size;) {
    size = hidden.size;
    for (const { id, parentId } of nodes) if (parentId && hidden.has(parentId)) hidden.add(id);
  }
  return { nodes: nodes.filter(({ id }) => !hidden.has(id)), hidden };
}

function publicCatalogue(catalogue: Catalogue): Catalogue {
  const { nodes, hidden } = publicNodes(listed(catalogue.nodes));
  const kept: CatalogueEntry[] = [];
  const secret = new Set<string>();
  for (const entry of listed(catalogue.entries)) {
    const shown = hidden.has(entry.catalogNodeId ?? '') ? undefined : publicEntry(entry);
    if (shown) kept.push(shown);
    else secret.add(entry.indexNumber);
  }
  // An index number that is public somewhere stays; one that is only internal must not be named by its neighbours.
  for (const { indexNumber } of kept) secret.delete(indexNumber);
  const entries = secret.size ? kept.map((entry) => withoutMentions(entry, secret)) : kept;
  return { ...catalogue, ...(catalogue.nodes ? { nodes } : {}), entries };
}

function withoutMentions(entry: CatalogueEntry, secret: ReadonlySet<string>): CatalogueEntry {
  let shown = entry;
  if (Array.isArray(entry.interpretationIds) && entry.interpretationIds.some((id) => secret.has(id)))
    shown = { ...shown, interpretationIds: entry.interpretationIds.filter((id) => !secret.has(id)) };
  return entry.replacedBy && secret.has(entry.replacedBy) ? omit(shown, 'replacedBy') : shown;
}

/** A chart inside a guide is shown as one of its own would be. */
function publicGuide(guide: Guide): Guide {
  const { flowChart } = guide;
  if (flowChart === undefined) return guide;
  const shown =
    flowChart !== null && typeof flowChart === 'object' ? views.flowchart(flowChart as FlowChart) : undefined;
  return shown ? { ...guide, flowChart: shown } : omit(guide, 'flowChart');
}

const views: { [K in keyof PublicDocuments]: (value: PublicDocuments[K]) => PublicDocuments[K] | undefined } = {
  guide: (guide) => (isInternal(guide) ? undefined : publicGuide(guide)),
  flowchart: (chart) =>
    isInternal(chart)
      ? undefined
      : { ...chart, nodes: listed(chart.nodes).map((node) => withoutRisks(node, node.isPublic === false)) },
  // 面向申请人: told to applicants at the window, not to the world.
  power: (power) =>
    isInternal(power) || power.publicScope === 'internal' || power.publicScope === 'applicant'
      ? undefined
      : withoutRisks(power as PowerItem & { risks?: unknown }, false),
  catalogue: (catalogue) => (isInternal(catalogue) ? undefined : publicCatalogue(catalogue)),
  standardCatalogue: (catalogue) =>
    isInternal(catalogue) ? undefined : { ...catalogue, items: publicOnly(catalogue.items) },
  entry: publicEntry,
};

/**
 * What of a checked document the public may see; `undefined` when nothing.
 *
 * - entries and columns for 单位内部 (`audience: 'internal'`) are left out, with all that hangs below such a column and
 *   every mention of their index numbers; entries that are not 主动公开 lose text and attachments (条例 第13–16条)
 * - risk points of a node with `isPublic: false`, and single risk points so marked, are left out
 * - powers for applicants or for internal use only, and whole documents with either mark, are not served at all
 *
 * Never changes its input.
 */
export const publicView = <K extends keyof PublicDocuments>(
  kind: K,
  document: PublicDocuments[K],
): PublicDocuments[K] | undefined => views[kind](document);
