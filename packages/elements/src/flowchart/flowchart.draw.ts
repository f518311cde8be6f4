/** From placed boxes to SVG: symbols after GB/T 1526, made of paths and texts only, so that exports can walk over them. */
import { HEAD, radius, type Box, type Chart } from './flowchart.layout.js';
import type { Model } from './flowchart.model.js';

export interface Drawing {
  readonly svg: SVGSVGElement;
  /** One form for each step: it takes the keyboard and carries the name. */
  readonly nodes: readonly SVGElement[];
  /** Line and head of each edge, to be drawn once more where it is marked. */
  readonly lines: readonly (readonly [line: string, head: string])[];
  /** Where marked edges go. */
  readonly marks: SVGGElement;
}
type Point = readonly [number, number];

/** What makes elements: the page, or what a program without one hands to {@link draw}. */
type Maker = Pick<Document, 'createElementNS'>;
let maker: Maker | undefined;

/** An SVG element with attributes and children; never markup. */
export function el<E extends SVGElement = SVGGElement>(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: Node[]
): E {
  const element = (maker ?? document).createElementNS('http://www.w3.org/2000/svg', name);
  for (const key of Object.keys(attributes)) element.setAttribute(key, String(attributes[key]));
  if (children.length) element.append(...children);
  return element as E;
}
export const path = (name: string, d: string): SVGElement => el('path', { class: name, d });
export const rect = ({ x, y, w, h }: Box, r = 0): string =>
  r
    ? `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`
    : `M${x} ${y}h${w}v${h}h${-w}z`;

/** Lines around a middle, each a text of its own with its base line: no viewer disagrees about that. */
const lines = (name: string, x: number, top: number, size: number, step: number, list: readonly string[]) =>
  list.map((line, i) => {
    const text = el('text', { class: name, x, y: Math.round(top + (i + 0.5) * step + size * 0.36), 'font-size': size });
    text.textContent = line;
    return text;
  });

/** Depth of the wave under a document. */
const WAVE = 5;
function shape(kind: string, box: Box): string {
  const { x, y, w, h } = box;
  if (kind === 'decision') return `M${x + w / 2} ${y}l${w / 2} ${h / 2}l${-w / 2} ${h / 2}l${-w / 2} ${-h / 2}z`;
  if (kind === 'document') return `M${x} ${y}h${w}v${h - WAVE}q${-w / 4} ${-2 * WAVE} ${-w / 2} 0t${-w / 2} 0z`;
  return rect(box, kind === 'step' ? 2 : radius(kind, w, h));
}

/**
 * Where the number of a node sits: on its outline at a corner, where no line arrives. Up at the left, or at the next
 * corner where that one lies at the words of an edge.
 */
export function badgeOf(kind: string, { x, y, w, h }: Box, digits: number, font: number, words: readonly Box[]): Box {
  const into = kind === 'step' || kind === 'document' ? 0 : radius(kind, w, h) * 0.293;
  const [dx, dy] = kind === 'decision' ? [w * 0.14 - 4, h * 0.36 - 4] : [into, into * 0.6];
  const half = font * 0.58;
  const wide = half * (0.75 + digits * 0.25);
  let found: Box | undefined;
  for (const [right, low] of CORNERS) {
    const at = {
      x: (right ? x + w - dx : x + dx) - wide,
      // The foot of a document is a wave.
      y: (low ? y + h - (kind === 'document' ? WAVE : dy) : y + dy) - half,
      w: 2 * wide,
      h: 2 * half,
    };
    found ??= at;
    const meets = (b: Box) => b.x < at.x + at.w + 3 && at.x < b.x + b.w + 3 && b.y < at.y + at.h && at.y < b.y + b.h;
    if (!words.some(meets)) return at;
  }
  return found!;
}
const CORNERS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

const BEND = 6;
/** A line at right angles with rounded bends, and the head at its end. */
function line(points: readonly Point[]): [string, string] {
  const last = points.length - 1;
  const toward = (from: Point, to: Point, by: number): string => {
    const dx = to[0] - from[0];
    const dy = to[1] - from[1];
    const part = Math.min(by / (Math.abs(dx) + Math.abs(dy) || 1), 0.5);
    return `${from[0] + dx * part} ${from[1] + dy * part}`;
  };
  const [x, y] = points[last]!;
  const [px, py] = points[last - 1]!;
  const [ux, uy] = [Math.sign(x - px), Math.sign(y - py)];
  let d = `M${points[0]!.join(' ')}`;
  for (let i = 1; i < last; i++)
    d += `L${toward(points[i]!, points[i - 1]!, BEND)}Q${points[i]!.join(' ')} ${toward(points[i]!, points[i + 1]!, BEND)}`;
  // The line stops inside the head, so that its blunt end does not show at the tip.
  return [
    `${d}L${x - 5 * ux} ${y - 5 * uy}`,
    `M${x} ${y}L${x - 8 * ux - 3.5 * uy} ${y - 8 * uy - 3.5 * ux}L${x - 8 * ux + 3.5 * uy} ${y - 8 * uy + 3.5 * ux}z`,
  ];
}

/** Titles of lanes and phases: upright characters from top to bottom in a standing strip, a line in a lying one. */
function title({ x, y, w, h }: Box, words: string, size: number, standing: boolean): Node[] {
  if (!standing) return lines('lane-title', x + w / 2, y, size, HEAD, [words]);
  const letters = [...words].slice(0, Math.max(1, Math.floor(h / size / 1.2)));
  return lines('lane-title', x + HEAD / 2, y + h / 2 - letters.length * size * 0.6, size, size * 1.2, letters);
}

/**
 * Draws a chart; `font` is the size of labels in pixels as given to the layout, `right` that it runs to the right; `on`
 * makes the elements where there is no page.
 */
export function draw(chart: Chart, { steps, graph }: Model, font: number, right = false, on?: Maker): Drawing {
  maker = on;
  const small = Math.round(font * 0.86);
  const ground = el('g', { 'aria-hidden': 'true' });
  // Apart from the nodes, whose names say it in whole words.
  const texts = el('g', { class: 'texts', 'aria-hidden': 'true' });
  const strips = (bands: Chart['lanes'], name: string, standing: boolean) => {
    if (!bands.length) return;
    const heads = bands.map((band) => rect(standing ? { ...band, w: HEAD } : { ...band, h: HEAD }));
    ground.append(path(name, bands.map((band) => rect(band)).join('')), path(`${name}-head`, heads.join('')));
    for (const band of bands) ground.append(...title(band, band.title, small, standing));
  };
  strips(chart.lanes, 'lane', right);
  strips(chart.phases, 'phase', !right);

  // The wave of a document leaves room between its outline and its box; lines begin behind it.
  const waves = new Map(
    chart.nodes.filter((_, i) => steps[i]!.node.kind === 'document').map((node) => [node.id, node.y + node.h]),
  );
  // One path holds all lines of a kind: browsers pay by the element.
  const sorts: Record<string, [string, string]> = {};
  const labels: SVGElement[] = [];
  const words: Box[] = [];
  const drawn = chart.edges.map(({ index, points, label, back, from }) => {
    const [x, y] = points[0]!;
    const both = line([[x, waves.get(from) === y ? y - 2 * WAVE : y], ...points.slice(1)]);
    const kind = back ? ' back' : graph.edges[index]!.kind === 'timeout' ? ' timeout' : '';
    const sort = (sorts[kind] ??= ['', '']);
    sort[0] += both[0];
    sort[1] += both[1];
    if (label) {
      words.push(label);
      labels.push(
        ...lines(`edge-label${kind}`, label.x + label.w / 2, label.y, small, Math.round(small * 1.4), label.lines),
      );
    }
    return both;
  });
  for (const [kind, [line, head]] of Object.entries(sorts))
    ground.append(path(`line${kind}`, line), path(`head${kind}`, head));
  const marks = el('g');
  ground.append(marks, ...labels);

  let badges = '';
  let numbers = '';
  const across: number[] = [];
  const down: number[] = [];
  const digit = font * 0.78;
  const nodes = chart.nodes.map((box, i) => {
    const { number, sentence, node, now } = steps[i]!;
    const { kind } = node;
    const step = Math.round(font * 1.45);
    const thin = Math.round(small * 1.4);
    const middle = box.x + box.w / 2;
    const top =
      box.y + (box.h - box.lines.length * step - box.noteLines.length * thin - (kind === 'document' ? WAVE : 0)) / 2;
    const figures = String(number);
    const badge = badgeOf(kind, box, figures.length, font, words);
    const cx = badge.x + badge.w / 2;
    const cy = badge.y + badge.h / 2;
    badges += rect(badge, badge.h / 2);
    for (let k = 0; k < figures.length; k++) {
      across.push(Math.round((cx + (k - (figures.length - 1) / 2) * digit * 0.57) * 10) / 10);
      down.push(Math.round(cy + digit * 0.36));
    }
    numbers += figures;
    texts.append(
      ...lines(`label ${kind}`, middle, top, font, step, box.lines),
      ...lines(now ? 'note now' : 'note', middle, top + box.lines.length * step, small, thin, box.noteLines),
    );
    const shown = el('path', {
      class: now ? `node ${kind} now` : `node ${kind}`,
      d: shape(kind, box),
      role: 'button',
      tabindex: -1,
      'aria-label': sentence,
      'aria-expanded': 'false',
    });
    if (now) shown.setAttribute('aria-current', 'step');
    return shown;
  });
  // All numbers are one text, each figure at its place.
  const all = el('text', { class: 'note', x: across.join(' '), y: down.join(' '), 'font-size': digit });
  all.textContent = numbers;
  texts.append(path('badge', badges), all);
  const svg = el<SVGSVGElement>('svg', { role: 'group' }, ground, ...nodes, texts);
  return { svg, nodes, lines: drawn, marks };
}
