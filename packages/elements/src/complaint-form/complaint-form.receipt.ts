/** A receipt out of the page: printed alone, saved as a file. */
import type { Lines } from '../shared/facts.js';
import { saveAs } from '../shared/save.js';

export interface PaperContent {
  readonly title: string;
  readonly lines: Lines;
  /** Sentences below. */
  readonly notes: readonly string[];
  readonly lang: string;
}

/**
 * Prints the receipt and nothing of the page around it: a frame of its own is filled, printed and taken away. Nothing is
 * loaded, so no rule of the page's security policy is touched.
 */
export function printPaper({ title, lines, notes, lang }: PaperContent, draw: (to: HTMLElement) => void): void {
  const frame = document.createElement('iframe');
  // Out of sight but laid out: what is not displayed is not printed everywhere.
  frame.width = frame.height = '0';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.style.position = 'fixed';
  frame.style.visibility = 'hidden';
  frame.className = 'zwgk-print';
  document.querySelectorAll('iframe.zwgk-print').forEach((old) => old.remove());
  document.body.append(frame);
  const view = frame.contentWindow as Window & typeof globalThis;
  const page = view.document;
  const add = (parent: Element, tag: string, content: string) => {
    const node = page.createElement(tag);
    node.textContent = content;
    parent.append(node);
    return node;
  };
  page.documentElement.lang = lang;
  page.title = title;
  add(page.body, 'h1', title);
  const list = page.createElement('table');
  page.body.append(list);
  for (const [label, value] of lines) {
    const row = add(list, 'tr', '');
    add(row, 'th', label);
    add(row, 'td', value);
  }
  for (const note of notes) add(page.body, 'p', note);
  draw(add(page.body, 'div', ''));
  const sheet = new view.CSSStyleSheet();
  void sheet.replace(
    '@page{margin:20mm}body{font:12pt/1.7 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0}' +
      'h1{font-size:18pt;text-align:center}table{border-collapse:collapse;width:100%}' +
      'th,td{border:1px solid #000;padding:6pt 10pt;text-align:left;overflow-wrap:anywhere}th{width:7em}' +
      'tr:nth-child(2) td{font:700 16pt/1.5 Consolas,monospace;letter-spacing:.08em}svg{width:32mm;height:32mm}',
  );
  page.adoptedStyleSheets = [sheet];
  // The code must not stay in the page for its scripts to find.
  view.addEventListener('afterprint', () => frame.remove());
  view.focus();
  view.print();
}

/** Saves a text as a file in the reader's folder for downloads; gives the file's name. */
export function savePaper(title: string, text: string): string {
  const name = `${title.replace(/[^\w\u4e00-\u9fff-]/g, '_')}.txt`;
  // With a byte order mark, so that old editors show Chinese right.
  saveAs(name, new Blob(['\uFEFF', text], { type: 'text/plain;charset=utf-8' }));
  return name;
}
