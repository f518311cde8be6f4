// Nodes and the labels of edges take their size from their text.
import type { LayoutGraph } from '../flowchart.layout.js';
import { CURVE } from './route.js';
import { wrapParts, wrapText, type Measure } from './text.js';

/** Sizes along the two axes of the flow: `w` across it, `h` along it. */
export interface Sizes {
  w: number[];
  h: number[];
  /** Share of a side that edges may use, by node. */
  use: number[];
  /** Label of each edge, 0 where there is none. */
  lw: number[];
  lh: number[];
  /** Least distance of two nodes in a row. */
  gap: number;
}

interface Setting {
  /** The flow runs to the right. */
  right: boolean;
  /** Font size of labels in pixels. */
  size: number;
  /** The longest line, in characters. */
  em: number;
  gap: number;
  measure: Measure;
}
export interface Sized {
  sizes: Sizes;
  /** Lines of each node. */
  texts: { lines: string[]; noteLines: string[] }[];
  /** Lines of each edge. */
  tags: string[][];
}

export function sizesOf({ nodes, edges }: LayoutGraph, { right, size, em, gap, measure }: Setting): Sized {
  const small = Math.round(size * 0.86);
  const line = Math.round(size * 1.45);
  const thin = Math.round(small * 1.4);
  const widest = (lines: string[], s: number) => {
    let most = 0;
    for (let i = 0; i < lines.length; i++) most = Math.max(most, measure(lines[i]!, s));
    return most;
  };
  const round = (kind: string) => kind === 'start' || kind === 'end';
  const even = (v: number) => 2 * Math.ceil(v / 2);

  // Across the flow and along it.
  const sw: number[] = [];
  const sh: number[] = [];
  const lw: number[] = [];
  const lh: number[] = [];
  const use: number[] = [];
  const texts = nodes.map(({ kind, label, note, width, height }) => {
    const decision = kind === 'decision';
    const wrap = (decision ? Math.min(em, 8) : em) * size;
    const lines = wrapText(label, Math.max(wrap, (width ?? 0) - 28), size, 6, measure);
    const noteLines = note ? wrapParts(note, wrap, small, 5, measure) : [];
    let w = Math.max(widest(lines, size), widest(noteLines, small));
    let h = lines.length * line + noteLines.length * thin;
    if (decision) {
      const high = h + 36;
      w = Math.max(96, w / (1 - h / high) + 8);
      h = high;
    } else if (kind === 'connector') w = h = Math.max(36, Math.hypot(w, h) + 8);
    else {
      h = Math.max(40, h + 20);
      // A rounded end takes room from the first and the last line.
      const curve = round(kind);
      w = Math.max(
        curve ? 80 : Math.min(96, em * size),
        w + Math.max(em < 8 ? 16 : 28, curve ? Math.min(h, CURVE) / 2 - 8 : 0),
      );
    }
    w = even(width ?? w);
    h = even(height ?? h);
    sw.push(right ? h : w);
    sh.push(right ? w : h);
    use.push(decision || kind === 'connector' || round(kind) ? 0.6 : 0.8);
    return { lines, noteLines };
  });
  const tags: string[][] = [];
  for (let k = 0; k < edges.length; k++) {
    const { label } = edges[k]!;
    const lines = label ? wrapText(label, (em < 8 ? 5 : 8) * small, small, em < 8 ? 5 : 3, measure) : [];
    const w = Math.ceil(widest(lines, small));
    const h = lines.length * thin;
    tags.push(lines);
    lw.push(right ? h : w);
    lh.push(right ? w : h);
  }
  return { sizes: { w: sw, h: sh, lw, lh, gap, use }, texts, tags };
}
