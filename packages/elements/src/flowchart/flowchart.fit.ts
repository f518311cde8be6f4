/** Which layout of a chart suits the room that there is. Pure. */
import { layoutChart, type Chart, type LayoutGraph, type LayoutOptions } from './flowchart.layout.js';
import type { Model } from './flowchart.model.js';

/** Below this width in pixels a chart cannot be read. */
export const NARROW = 318;
/** Below this one a chart is laid out for a phone, and cards stand below it. */
export const PHONE = 640;
/** From this number of steps on a chart stands in a window of its own height. */
const LARGE = 40;
export const isLarge = ({ steps }: Model): boolean => steps.length > LARGE;

/** The graph for a drawing without lanes: who is in charge stands in the step itself; without phases, too, if asked for. */
export const withoutLanes = ({ graph, steps }: Model, phases: boolean): LayoutGraph => ({
  ...graph,
  nodes: graph.nodes.map((node, i) => ({
    ...node,
    lane: undefined,
    phase: phases ? node.phase : undefined,
    note: [steps[i]!.lane, node.note].filter(Boolean).join(' · ') || undefined,
  })),
});

export interface Fitted {
  readonly chart: Chart;
  /** Size of labels in pixels. */
  readonly font: number;
  /** It runs to the right: asked for, and not on a phone. */
  readonly runs: boolean;
}
/**
 * Lays a chart out for `width` pixels and labels of `font` pixels. Undefined when it would be too crowded to be read,
 * unless the reader has `asked` for it all the same.
 */
export function fit(model: Model, width: number, font: number, right: boolean, asked: boolean): Fitted | undefined {
  const { graph } = model;
  const phone = width < PHONE;
  const runs = right && !phone;
  const options: LayoutOptions = {
    // Down to 0.8 a chart is easier to read as it is than squeezed; one in a window need not fit.
    width: phone ? width : isLarge(model) ? undefined : width / 0.8,
    fontSize: font,
    direction: runs ? 'right' : 'down',
  };
  let chart = layoutChart(graph, options);
  const tight = phone && chart.width > width;
  if (tight || (!chart.lanes.length && graph.lanes!.length)) {
    // No room for lanes: who is in charge stands in the step itself. On a phone phases go, too.
    if (tight) font *= 0.875;
    chart = layoutChart(withoutLanes(model, !tight), { ...options, fontSize: font });
    if (tight && chart.width * 0.6 > width && !asked) return undefined;
  }
  return { chart, font, runs };
}
