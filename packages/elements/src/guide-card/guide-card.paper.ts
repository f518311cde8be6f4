/**
 * 打印: a paper form in a document of its own, so that it brings its own page size and the host page is not printed with
 * it. `@page` does not count inside a shadow root; a frame of the same origin without an address needs no exception from
 * a strict content security policy.
 */
import { render, type LitElement, type TemplateResult } from 'lit';
import { emit } from '../shared/emit.js';
import type { PaperForm, PaperInput } from './guide-card.paper.facts.js';
import { card, levels, notice, slip } from './guide-card.paper.forms.js';
import { pageRule, sheetOf, sizes } from './guide-card.paper.styles.js';

const MM = 96 / 25.4;

/** Documents without constructable sheets get a style element. */
function adopt(frame: HTMLIFrameElement, css: string): void {
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  const page = frame.contentDocument!;
  page.querySelector('style')?.remove();
  if (view?.CSSStyleSheet && 'adoptedStyleSheets' in page && 'replaceSync' in view.CSSStyleSheet.prototype) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    page.adoptedStyleSheets = [sheet];
  } else {
    const style = page.createElement('style');
    style.textContent = css;
    page.head.append(style);
  }
}

/** An empty document beside the card, out of sight. Firefox replaces the first one when the frame has loaded. */
async function newFrame(host: LitElement): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.className = 'paper-frame';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  await new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    host.renderRoot.append(frame);
  });
  return frame;
}

const frames = new WeakMap<LitElement, HTMLIFrameElement>();
/** Takes the last form out of the page. */
export function forget(host: LitElement): void {
  frames.get(host)?.remove();
  frames.delete(host);
}

/**
 * Makes the form, gives a listener the chance to print it in another way, and prints it.
 * @returns false where the browser cannot print
 */
export async function printForm(host: LitElement, form: PaperForm, input: PaperInput): Promise<boolean> {
  forget(host);
  const frame = await newFrame(host);
  frames.set(host, frame);
  const page = frame.contentDocument!;
  const { view } = input;
  const { width, height, margin } = sizes[form];
  page.documentElement.lang = view.lang;
  const { text, guide, pick } = view;
  page.title = [form === 'large' ? text.paper.card : text.paper[form], pick(guide.taskName)].join(' ');
  page.body.className = form;
  const put = (template: TemplateResult) => render(template, page.body);
  // In quirks mode the body itself is as high as its frame.
  const filled = () => (page.body.lastElementChild?.getBoundingClientRect().bottom ?? 0) / MM;
  // What is measured here is as wide as on paper.
  frame.style.width = `${width - 2 * margin}mm`;
  adopt(frame, sheetOf[form]);
  let length = height;
  if (form === 'notice') {
    put(notice(input));
    const sheet = height - 2 * margin - 1;
    // Smaller where that saves a sheet.
    if (filled() > sheet) page.body.classList.add('tight');
    if (filled() > sheet) page.body.classList.remove('tight');
  } else if (form === 'slip') {
    put(slip(input));
    // A roll is cut behind the last line. Chromium takes pages up to five metres.
    length = Math.min(Math.ceil(filled()) + 2 * margin + 2, 5000);
  } else {
    // As large as all of it fits; then less and less of it.
    const tries: (readonly [string, number])[] = ['x3', 'x2', 'x1'].map((size) => [size, 0]);
    // A material left out costs a reader a second journey, small letters only a closer look.
    for (let level = 0; level < levels; level++) {
      tries.push(['', level]);
      if (level > 1) tries.push(['x0', level], ['small-print', level]);
    }
    for (const [size, level] of tries) {
      page.body.className = `${form} ${size}`;
      put(card(input, level));
      if (filled() <= height - 2 * margin - 1) break;
    }
  }
  adopt(frame, `${pageRule(form, length, text)}\n${sheetOf[form]}`);
  if (!emit(host, 'zwgk-guide-print', { form, document: page }, true)) return true;
  const window = frame.contentWindow!;
  if (typeof window.print !== 'function') return false;
  window.focus();
  window.print();
  return true;
}
