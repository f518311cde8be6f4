/** 权力运行流程图 without scripts: the drawing that the element makes, and the same steps as an ordered list. */
import { draw, dutyCard, flowchartTable as text, formatDate, layoutChart, mend, modelOf } from '@zwgk/elements/static';
import type { FlowChart, LocalizedText } from '@zwgk/schema';
import { escapeText, Markup, markup, toMarkup } from './template.js';
import { inTag, pick, type Source } from './wrap.js';

const FONT = 14;
/** Pixels that a chart should keep to, so that it stays readable in a column of a page. */
const WIDTH = 950;
/** Above so many steps a drawing helps no one. */
const MOST = 500;

/** Looks by class, as attributes: no style sheet and no style attribute is needed. The first word counts first. */
const LOOKS: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [/^(lane|phase)$/, { fill: 'none', stroke: '#d8dce2' }],
  [/^(lane|phase)-head$/, { fill: '#f6f7f9', stroke: '#d8dce2' }],
  [/^line back/, { fill: 'none', stroke: '#8a5300', 'stroke-width': '1.25', 'stroke-dasharray': '6 4' }],
  [/^line timeout/, { fill: 'none', stroke: '#57606a', 'stroke-width': '1.25', 'stroke-dasharray': '2 3' }],
  [/^line/, { fill: 'none', stroke: '#57606a', 'stroke-width': '1.25' }],
  [/^head back|^edge-label back/, { fill: '#8a5300' }],
  [/^head|^note/, { fill: '#57606a' }],
  [/^node (start|end)/, { fill: '#f6f7f9', stroke: '#1f2328', 'stroke-width': '1.5' }],
  [/^node/, { fill: '#fff', stroke: '#838b95', 'stroke-width': '1.5' }],
  [/^badge/, { fill: '#fff', stroke: '#d8dce2' }],
  [/^lane-title|^label (start|end|decision)/, { 'font-weight': '600' }],
];

/** As much of an SVG document as `draw` needs. What is for keys and readers of a script is not kept. */
class SvgNode {
  textContent = '';
  private _attributes = new Map<string, string>();
  private _children: SvgNode[] = [];
  constructor(readonly name: string) {}
  setAttribute(name: string, value: string): void {
    this._attributes.set(name, value);
  }
  append(...children: SvgNode[]): void {
    this._children.push(...children);
  }
  toString(): string {
    const all: Record<string, string> = this.name === 'text' ? { 'text-anchor': 'middle', fill: '#1f2328' } : {};
    Object.assign(all, LOOKS.find(([pattern]) => pattern.test(this._attributes.get('class') ?? ''))?.[1]);
    for (const [name, value] of this._attributes) if (/^(d|x|y|font-size)$/.test(name)) all[name] = value;
    const attributes = Object.entries(all).map(([name, value]) => ` ${name}="${escapeText(value)}"`);
    const inner = escapeText(this.textContent) + this._children.join('');
    return inner || attributes.length ? `<${this.name}${attributes.join('')}>${inner}</${this.name}>` : '';
  }
}
const page = { createElementNS: (_: string | null, name: string) => new SvgNode(name) } as unknown as Document;

/** The drawing as an SVG element; undefined for a chart that is too large to be read. */
export function flowchartSvg(chart: FlowChart): Markup | undefined {
  const model = modelOf(mend(chart).chart, text, pick);
  if (!model.steps.length || model.steps.length > MOST) return undefined;
  const { graph, steps } = model;
  const options = { fontSize: FONT, width: steps.length > 40 ? undefined : WIDTH };
  let laid = layoutChart(graph, options);
  if (!laid.lanes.length && graph.lanes?.length) {
    // No room for lanes: who is in charge stands in the step itself, as in the element.
    const nodes = graph.nodes.map((node, i) => ({
      ...node,
      note: [steps[i]!.lane, node.note].filter(Boolean).join(' · '),
    }));
    laid = layoutChart({ ...graph, nodes }, { ...options, lanes: false });
  }
  const { svg } = draw(laid, model, FONT, false, page);
  const { width, height } = laid;
  const title = pick(chart.title as LocalizedText) || text.chart;
  // The frame of the drawing itself is the element made here.
  const inner = String(svg).replace(/^<svg>|<\/svg>$/g, '');
  return markup`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${title}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif">${new Markup(inner)}</svg>`;
}

export function flowchartHtml(document: FlowChart, source: Source): Markup {
  const { chart } = mend(document);
  const { steps } = modelOf(chart, text, pick);
  const silent = { ...text, none: '' };
  const notes = ([] as unknown[]).concat(chart.notes ?? []) as LocalizedText[];
  const meta = [
    chart.version ? text.version(String(chart.version as string)) : '',
    chart.updatedAt ? text.updated(formatDate(chart.updatedAt, 'zh-Hans')) : '',
  ].filter(Boolean);
  return inTag(
    'flowchart',
    source,
    markup`<h3>${pick(chart.title as LocalizedText) || text.chart}</h3>${meta.length ? markup`<p>${meta.join('　')}</p>` : ''}${flowchartSvg(
      chart,
    )}<ol>${steps.map(
      (step) =>
        markup`<li>${step.label}${step.facts}${step.ways.map(({ words }, i) => (i ? text.semicolon : text.comma) + words)}${toMarkup(
          dutyCard({ ...step, ways: [] }, silent, pick, () => {}),
        )}</li>`,
    )}</ol>${notes.map((note) => markup`<p>${pick(note)}</p>`)}`,
  );
}
