/** The drawing as a file or on paper: styles resolved into attributes. Loaded when a reader asks for it, so it stands alone. */

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
  for (const key in attributes) element.setAttribute(key, String(attributes[key]));
  return element;
};

/** A flat copy that looks the same in any viewer: paths and texts on a white ground, no classes, no keys. */
function copyOf(svg: SVGSVGElement, { width, height }: Size, title: string): SVGSVGElement {
  const size = { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': getComputedStyle(svg).fontFamily };
  const copy = make('svg', size) as SVGSVGElement;
  copy.append(make('title', {}), make('path', { d: `M0 0h${width}v${height}H0z`, fill: '#fff' }));
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

/** Hands a file to the reader. */
function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** Prints the chart alone, on A4 as its shape asks for, with the text below it: in a page of its own, without scripts. */
function print(root: ShadowRoot, copy: SVGSVGElement, shape: string, title: string, lines: readonly string[]): void {
  const frame = document.createElement('iframe');
  frame.className = 'sr';
  frame.title = title;
  root.append(frame);
  const page = frame.contentDocument!;
  const view = frame.contentWindow as Window & typeof globalThis;
  const add = (name: string, text: string) => {
    const element = page.createElement(name);
    element.textContent = text;
    page.body.append(element);
  };
  const sheet = new view.CSSStyleSheet();
  const most = shape === 'tall' ? 'none' : shape ? '150mm' : '240mm';
  sheet.replaceSync(
    `@page{size:A4 ${shape === 'wide' ? 'landscape' : 'portrait'};margin:12mm}body{margin:0;font:10.5pt/1.6 ${getComputedStyle(root.host).fontFamily}}h1{font-size:16pt;text-align:center;margin:0 0 4mm}svg{display:block;margin:0 auto 6mm;max-width:100%;height:auto;max-height:${most}}p{margin:0 0 1.5mm;page-break-inside:avoid}`,
  );
  page.adoptedStyleSheets = [sheet];
  page.title = title;
  add('h1', title);
  page.body.append(page.adoptNode(copy));
  for (const line of lines) add('p', line);
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}

/** What a chart is sent out with. */
export interface Sent {
  readonly svg: SVGSVGElement;
  readonly size: Size;
  readonly title: string;
  /** `wide`, `tall` or neither. */
  readonly shape: string;
  readonly lines: readonly string[];
}
/** Saves the chart as a file, or prints it where no format is given. */
export function send(format: 'SVG' | 'PNG' | '', root: ShadowRoot, { svg, size, title, shape, lines }: Sent): void {
  const copy = copyOf(svg, size, title);
  if (format === 'SVG')
    save(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }), `${title}.svg`);
  else if (format) paint(copy, size).toBlob((blob) => blob && save(blob, `${title}.png`));
  else print(root, copy, shape, title, lines);
}
