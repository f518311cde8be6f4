/** The drawing as a file or on paper: styles resolved into attributes. Loaded when a reader asks for it. */

import { saveAs } from '../shared/save.js';
import type { Drawn } from './flowchart.printing.js';
import type { PaperName } from './flowchart.sheets.js';
import type { Sheets } from './flowchart.stage.js';

/** Sheets in millimetres (CSS has no name for A1), size of the heading in points, margin in millimetres. */
const looks: Record<PaperName, { page: readonly [number, number]; title: number; margin: number }> = {
  A4: { page: [210, 297], title: 16, margin: 12 },
  A3: { page: [297, 420], title: 24, margin: 15 },
  A1: { page: [594, 841], title: 48, margin: 20 },
};

interface Size {
  readonly width: number;
  readonly height: number;
}
const COPIED = ['d', 'x', 'y'];
const STYLES = {
  path: ['fill', 'stroke', 'stroke-width', 'stroke-dasharray'],
  text: ['fill', 'font-size', 'font-weight', 'text-anchor'],
};

const make = (name: string, attributes: Readonly<Record<string, string | number>>) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

/** A flat copy that looks the same in any viewer: paths and texts on a white ground, no classes, no keys. */
function copyOf(svg: SVGSVGElement, { width, height }: Size, viewBox: string, title: string): SVGSVGElement {
  const copy = make('svg', {
    width,
    height,
    viewBox,
    'font-family': getComputedStyle(svg).fontFamily,
  }) as SVGSVGElement;
  const [x, y, w, h] = viewBox.split(' ');
  copy.append(make('title', {}), make('path', { d: `M${x} ${y}h${w}v${h}h-${w}z`, fill: '#fff' }));
  copy.firstChild!.textContent = title;
  svg.querySelectorAll('path,text').forEach((from) => {
    const kind = from.localName as keyof typeof STYLES;
    const style = getComputedStyle(from);
    const given = COPIED.map((name) => (from.getAttribute(name) ?? '').split(name === 'd' ? '\n' : ' '));
    // Figures that have places of their own become texts of their own: not every viewer knows lists of places.
    const many = given[1]!.length;
    for (let i = 0; i < many; i++) {
      const to = make(kind, {});
      COPIED.forEach((name, k) => given[k]![i] && to.setAttribute(name, given[k]![i]!));
      for (const name of STYLES[kind]) to.setAttribute(name, style.getPropertyValue(name));
      to.textContent = many > 1 ? from.textContent![i]! : from.textContent;
      copy.append(to);
    }
  });
  return copy;
}

/** Drawn by hand, as a strict Content-Security-Policy lets no picture in. At most 16 million pixels, for old phones. */
function paint(copy: SVGSVGElement, { width, height }: Size): HTMLCanvasElement {
  const scale = Math.min(2, Math.sqrt(16e6 / width / height));
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.textAlign = 'center';
  for (const element of copy.children) {
    const get = (name: string) => element.getAttribute(name) ?? 'none';
    context.fillStyle = get('fill');
    if (element.localName === 'text') {
      context.font = `${get('font-weight')} ${get('font-size')} ${copy.getAttribute('font-family')!}`;
      context.fillText(element.textContent ?? '', +get('x'), +get('y'));
    } else if (element.localName === 'path') {
      const path = new Path2D(get('d'));
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, no array
      if (get('fill') !== 'none') context.fill(path);
      if (get('stroke') === 'none') continue;
      context.strokeStyle = get('stroke');
      context.lineWidth = parseFloat(get('stroke-width'));
      context.setLineDash((get('stroke-dasharray').match(/[\d.]+/g) ?? []).map(Number));
      context.stroke(path);
    }
  }
  return canvas;
}

/** Prints the chart alone on its sheets, in a page of its own, without scripts. */
export function print(root: ShadowRoot, { paper, lying, svgs }: Sheets, { title, text, model }: Drawn): void {
  // Styles are known only of what stands in the page.
  const holder = document.createElement('div');
  holder.className = 'sr';
  holder.append(...svgs);
  root.append(holder);
  const copies = svgs.map((svg) => {
    const [width, height] = ['width', 'height'].map((name) => +svg.getAttribute(name)!) as [number, number];
    return copyOf(svg, { width, height }, svg.getAttribute('viewBox')!, title);
  });
  holder.remove();
  const frame = document.createElement('iframe');
  frame.className = 'sr';
  frame.title = title;
  root.append(frame);
  const page = frame.contentDocument!;
  page.documentElement.lang = (root.host.closest('[lang]') as HTMLElement | null)?.lang ?? 'zh-CN';
  const view = frame.contentWindow as Window & typeof globalThis;
  const add = (name: string, ...children: (Node | string)[]) => {
    const element = page.createElement(name);
    element.append(...children);
    page.body.append(element);
  };
  const style = new view.CSSStyleSheet();
  const { page: sides, title: size, margin } = looks[paper];
  const [short, long] = sides;
  style.replaceSync(
    `@page{size:${lying ? `${long}mm ${short}` : `${short}mm ${long}`}mm;margin:${margin}mm}body{margin:0;font:10.5pt/1.6 ${getComputedStyle(root.host).fontFamily}}h1{font-size:${size}pt;line-height:1.3;text-align:center;margin:0 0 ${size / 6}mm}h1 small{font-size:10.5pt;font-weight:400}svg{display:block;margin:0 auto;max-width:100%;page-break-inside:avoid}div{page-break-inside:avoid}div+div{page-break-before:always}p{margin:0 0 1.5mm;page-break-inside:avoid}div+p{margin-top:6mm}`,
  );
  page.adoptedStyleSheets = [style];
  page.title = title;
  copies.forEach((copy, i) => {
    const head = page.createElement('h1');
    head.append(title);
    if (copies.length > 1) {
      const small = page.createElement('small');
      small.append(text.sheet(i + 1, copies.length));
      head.append(small);
    }
    add('div', head, page.adoptNode(copy));
  });
  // A poster hangs on a wall: the chart alone. On A4 the text follows.
  if (paper === 'A4') for (const { sentence } of model.steps) add('p', sentence);
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}

/** Saves the chart as a file. */
export function save(format: 'SVG' | 'PNG', svg: SVGSVGElement, size: Size, title: string): void {
  const copy = copyOf(svg, size, `0 0 ${size.width} ${size.height}`, title);
  const name = title.replace(/[\\/:*?"<>|\s]+/g, '_');
  if (format === 'SVG')
    saveAs(`${name}.svg`, new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  else paint(copy, size).toBlob((blob) => blob && saveAs(`${name}.png`, blob));
}
