/** 目录树: columns with the number of entries in and below them. */
import type { FacetValue } from '@zwgk/client';
import type { CatalogueNode } from '@zwgk/schema';

export interface Branch {
  readonly node: CatalogueNode;
  /** Entries in this column and all below it. */
  readonly count: number;
  readonly children: readonly Branch[];
}

/** Deeper than any real catalogue; what lies below is not drawn. */
const DEEPEST = 20;

/** Columns whose parent is missing, or that name each other as parents, become columns of the first level. */
export function treeOf(nodes: readonly CatalogueNode[], counts: readonly FacetValue[] = []): Branch[] {
  const direct = new Map(counts.map(({ value, count }) => [value, count]));
  const known = new Map<string, CatalogueNode>();
  for (const node of nodes) if (!known.has(node.id)) known.set(node.id, node);
  const below = new Map<string | undefined, CatalogueNode[]>();
  for (const node of known.values()) {
    const parent = node.parentId && node.parentId !== node.id && known.has(node.parentId) ? node.parentId : undefined;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  const seen = new Set<string>();
  const branch = (node: CatalogueNode, depth = 0): Branch[] => {
    if (seen.has(node.id) || depth > DEEPEST) return [];
    seen.add(node.id);
    const children = (below.get(node.id) ?? []).flatMap((child) => branch(child, depth + 1));
    return [{ node, children, count: children.reduce((sum, child) => sum + child.count, direct.get(node.id) ?? 0) }];
  };
  const roots = (below.get(undefined) ?? []).flatMap((node) => branch(node));
  return [...roots, ...[...known.values()].flatMap((node) => branch(node))];
}

/** Ids of the columns above a column, and its own. */
export function pathTo(nodes: readonly CatalogueNode[], id: string | undefined): CatalogueNode[] {
  const path: CatalogueNode[] = [];
  for (let node = nodes.find((one) => one.id === id); node && path.length < DEEPEST && !path.includes(node);) {
    path.unshift(node);
    const { parentId } = node;
    node = nodes.find((one) => one.id === parentId);
  }
  return path;
}
