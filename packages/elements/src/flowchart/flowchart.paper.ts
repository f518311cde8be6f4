/** Draws a chart for paper. */
import { draw } from './flowchart.draw.js';
import { withoutLanes } from './flowchart.fit.js';
import { layoutChart, type Chart } from './flowchart.layout.js';
import type { Model } from './flowchart.model.js';
import { partOf, plan, type Draft, type PaperName } from './flowchart.sheets.js';

let turned = false;
/** Where a whole page is printed, a wide chart gets a landscape sheet; `@page` counts only in the document itself. */
function turnPages(): void {
  if (turned || !document.adoptedStyleSheets) return;
  turned = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@page zwgk-wide{size:A4 landscape}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** A chart on sheets of paper. */
export interface Sheets {
  readonly paper: PaperName;
  readonly lying: boolean;
  readonly svgs: readonly SVGSVGElement[];
}

/**
 * Draws a chart for paper, laid out anew: a sheet has another shape than a screen. On A4 upright or lying, on more
 * sheets where it would be too small on one; a poster is one sheet.
 */
export function sheetsOf(model: Model, label: string, paper: PaperName, right: boolean): Sheets {
  turnPages();
  const { graph, steps } = model;
  const free = layoutChart(graph);
  const drafts: Draft[] = [{ chart: free, right: false }];
  const add = (chart: Chart, runs = false) => drafts.push({ chart, right: runs });
  const narrow = layoutChart(graph, { width: free.width * 0.9 });
  if (narrow.lanes.length === free.lanes.length) add(narrow);
  if (free.lanes.length) for (const width of [900, 1300]) add(layoutChart(withoutLanes(model, true), { width }));
  if (right) add(layoutChart(graph, { direction: 'right' }), true);
  const { chart, right: runs, lying, scale, sheets } = plan(drafts, paper);
  const places = new Map(chart.nodes.map(({ id }, i) => [id, i]));
  const svgs = sheets.map((sheet) => {
    const part = sheets.length > 1 ? partOf(chart, sheet) : chart;
    const { svg } = draw(part, { ...model, steps: part.nodes.map(({ id }) => steps[places.get(id)!]!) }, 14, runs);
    const { x, y, w, h } = sheet;
    // Titles that are repeated cover the lines that come from the sheet before.
    if (y) svg.append(...svg.querySelectorAll('.lane-head,.lane-title'));
    const size = {
      viewBox: `${x} ${y} ${w} ${h}`,
      width: w * scale,
      height: h * scale,
      role: 'img',
      'aria-label': label,
    };
    for (const key in size) svg.setAttribute(key, String(size[key as keyof typeof size]));
    return svg;
  });
  return { paper, lying, svgs };
}

/** Sheets for a page that is printed itself, and all steps in words where a `model` is given. */
export function pageOf({ svgs }: Sheets, model?: Model): Element {
  const make = (name: string, className: string, ...children: (Node | string)[]) => {
    const element = document.createElement(name);
    element.className = className;
    element.append(...children);
    return element;
  };
  const page = make('div', 'paper', ...svgs.map((svg) => make('div', 'sheet', svg)));
  if (model) page.append(make('ol', 'printed', ...model.steps.map(({ sentence }) => make('li', '', sentence))));
  return page;
}
