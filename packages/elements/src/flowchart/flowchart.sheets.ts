/** A chart on paper: which way round the sheet lies, how large the chart stands on it, where a long one is cut. Pure. */
import { HEAD, type Box, type Chart } from './flowchart.layout.js';

/**
 * Width and height of an upright sheet within its margins, and the height of the heading, in pixels of 1/96 inch. Margins
 * are 12 mm (A4), 15 mm (A3) and 20 mm (A1).
 */
export const papers = { A4: [703, 1032, 62], A3: [1009, 1474, 90], A1: [2094, 3027, 180] } as const;
export type PaperName = keyof typeof papers;

/** A chart laid out for paper; `right` that it runs to the right, which is never cut. */
export interface Draft {
  readonly chart: Chart;
  readonly right: boolean;
}
export interface Plan extends Draft {
  /** The sheet lies on its long side (横向). */
  readonly lying: boolean;
  readonly scale: number;
  /** What stands on each sheet, in pixels of the chart. */
  readonly sheets: readonly Box[];
}

/** At this scale labels of 14 pixels are 七号 (5.5 pt), the smallest that is set in print; most charts get one sheet. */
const READABLE = 0.53;

/** Cuts a chart between its rows, so that no sheet is higher than `most` and no node or label is cut. */
function cut({ nodes, edges, lanes, width, height }: Chart, most: number): Box[] {
  const head = lanes.length ? HEAD : 0;
  const spans = [...nodes, ...edges.flatMap(({ label }) => label ?? [])].sort((a, b) => a.y - b.y);
  const places: number[] = [];
  let end = spans[0]?.y ?? 0;
  for (const { y, h } of spans) {
    if (y > end + 8) places.push(Math.round((end + y) / 2));
    end = Math.max(end, y + h);
  }
  places.push(height);
  const tryAt = (room: number): Box[] => {
    const sheets: Box[] = [];
    let from = 0;
    places.forEach((place, i) => {
      const next = places[i + 1];
      const top = from ? from - head : 0;
      if (next && next - top <= room) return;
      sheets.push({ x: 0, y: top, w: width, h: place - top });
      from = place;
    });
    return sheets;
  };
  // As few sheets as there can be, of about equal height.
  const fewest = tryAt(most).length;
  for (let room = height / fewest; room < most; room += most / 20) {
    const even = tryAt(room);
    if (even.length <= fewest && even.every(({ h }) => h <= most)) return even;
  }
  return tryAt(most);
}

/** The best of several drafts: readable first, then on the fewest sheets, then with lanes. A poster is one sheet, filled. */
export function plan(drafts: readonly Draft[], name: PaperName): Plan {
  const [short, long, title] = papers[name];
  const poster = name !== 'A4';
  let best: Plan | undefined;
  let least = Infinity;
  for (const { chart, right } of drafts)
    for (const lying of [false, true]) {
      const [w, h] = lying ? [long, short - title] : [short, long - title];
      const { width, height } = chart;
      let scale = Math.min(poster ? 9 : 1, w / width, h / height);
      let sheets: Box[] = [{ x: 0, y: 0, w: width, h: height }];
      if (!poster && !right && scale < READABLE) {
        // As few sheets as can be read, then as large as they allow.
        const most = Math.min(1, w / width);
        scale = Math.min(most, READABLE);
        sheets = cut(chart, h / scale);
        for (let larger = most; larger > scale; larger -= 0.03) {
          const other = cut(chart, h / larger);
          if (other.length > sheets.length) continue;
          scale = larger;
          sheets = other;
        }
      }
      const lost = drafts[0]!.chart.lanes.length && !chart.lanes.length ? 500 : 0;
      const price =
        (poster ? 0 : Math.max(0, READABLE - scale) * 1e6) + sheets.length * 1e3 + lost - scale - (right ? 100 : 0);
      if (price < least) {
        least = price;
        best = { chart, right, lying, scale, sheets };
      }
    }
  return best!;
}

/** What of a chart stands on one sheet: lanes begin anew there, with their titles, and phases are titled again. */
export function partOf(chart: Chart, { y, h }: Box): Chart {
  const end = y + h;
  // Behind the titles of lanes nothing begins.
  const begin = y && chart.lanes.length ? y + HEAD : y;
  const meets = (from: number, to: number) => to > begin && from < end;
  const clip = <B extends Box>(band: B, from: number): B => ({
    ...band,
    y: from,
    h: Math.min(band.y + band.h, end) - from,
  });
  return {
    ...chart,
    nodes: chart.nodes.filter((node) => meets(node.y, node.y + node.h)),
    edges: chart.edges.filter(({ points }) => {
      const along = points.map((point) => point[1]);
      return meets(Math.min(...along), Math.max(...along));
    }),
    lanes: chart.lanes.map((lane) => clip(lane, Math.max(lane.y, y))),
    phases: chart.phases
      .filter((phase) => meets(phase.y, phase.y + phase.h))
      .map((phase) => clip(phase, Math.max(phase.y, begin))),
  };
}
