/** The drawing as a file or on paper: styles resolved into attributes, nothing from outside. */
import { el, rect } from './flowchart.draw.js';

interface Size {
  readonly width: number;
  readonly height: number;
}
const COPIED = ['d', 'x', 'y'];
const STYLES = {
  path: ['fill', 'stroke', 'stroke-width', 'stroke-dasharray'],
  text: ['fill', 'font-size', 'font-weight', 'text-anchor'],
};

/** A flat copy that looks the same in any viewer: paths and texts on a white ground, no classes, no keys. */
export function copyOf(svg: SVGSVGElement, { width, height }: Size, title: string): SVGSVGElement {
  const name = el('title');
  name.textContent = title;
  const copy = el<SVGSVGElement>(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': getComputedStyle(svg).fontFamily },
    name,
    el('path', { d: rect({ x: 0, y: 0, w: width, h: height }), fill: '#fff' }),
  );
  svg.querySelectorAll('path,text').forEach((from) => {
    const kind = from.localName as keyof typeof STYLES;
    const to = el(kind);
    const style = getComputedStyle(from);
    for (const attribute of COPIED)
      if (from.hasAttribute(attribute)) to.setAttribute(attribute, from.getAttribute(attribute)!);
    for (const property of STYLES[kind]) to.setAttribute(property, style.getPropertyValue(property));
    to.textContent = from.textContent;
    copy.append(to);
  });
  return copy;
}

/** Drawn by hand, as a strict Content-Security-Policy lets no picture in. At most 16 million pixels, for old phones. */
export function paint(copy: SVGSVGElement, { width, height }: Size): HTMLCanvasElement {
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

/** Hands a file to the reader. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** Prints the chart alone, on A4 as its shape asks for, with the text below it: in a page of its own without scripts. */
export function print(
  root: ParentNode & Node,
  copy: SVGSVGElement,
  { width, height }: Size,
  title: string,
  lines: readonly string[],
): void {
  const frame = document.createElement('iframe');
  frame.className = 'sr';
  frame.title = title;
  root.append(frame);
  const inner = frame.contentDocument!;
  const view = frame.contentWindow as Window & typeof globalThis;
  const wide = width > height;
  const add = (name: string, text: string, to: Element = inner.body) => {
    const element = inner.createElement(name);
    element.textContent = text;
    to.append(element);
    return element;
  };
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(
    `@page{size:A4 ${wide ? 'landscape' : 'portrait'};margin:12mm}body{margin:0;font:10.5pt/1.6 ${getComputedStyle(root instanceof ShadowRoot ? root.host : document.body).fontFamily}}h1{font-size:16pt;text-align:center;margin:0 0 4mm}svg{display:block;margin:0 auto 6mm;max-width:100%;height:auto;max-height:${wide ? 165 : 250}mm}p{margin:0 0 1.5mm;page-break-inside:avoid}`,
  );
  inner.adoptedStyleSheets = [sheet];
  inner.title = title;
  add('h1', title);
  inner.body.append(inner.adoptNode(copy));
  for (const line of lines) add('p', line);
  view.onafterprint = () => frame.remove();
  view.focus();
  view.print();
}
