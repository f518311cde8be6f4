/**
 * HTML as text: templates whose values are escaped, the elements' own templates among them, so that what stands in a page
 * without scripts is what the element shows. What only works with a script (buttons, listeners) is left out.
 */
import { isSafeUrl } from '@zwgk/schema';

/** HTML that is safe to put into a page; made by {@link markup} and {@link toMarkup} only. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What templates of the elements put where nothing stands. */
export const nothing = Symbol.for('lit-nothing');

export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export type Part = string | number | undefined | null | false | Markup | readonly Part[];
const render = (part: Part): string =>
  part === undefined || part === null || part === false
    ? ''
    : part instanceof Markup
      ? part.text
      : Array.isArray(part)
        ? part.map((one: Part) => render(one)).join('')
        : escapeText(String(part));

/** A template whose values are escaped, unless they are markup made the same way. Values stand in texts or in quotes. */
export const markup = (texts: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(texts.reduce((all, text, i) => all + render(parts[i - 1]) + text));

/** ASCII only, for templates in GBK or any other encoding: every other character as a reference. */
export const toAscii = (html: string): string =>
  // eslint-disable-next-line no-control-regex
  html.replace(/[^\x00-\x7F]/gu, (sign) => `&#${sign.codePointAt(0)!};`);

/** A document inside a page: nothing in it can end the script, and it is ASCII whatever the page is written in. */
export const inlineJson = (value: unknown): Markup =>
  new Markup(
    `<script type="application/json">${JSON.stringify(value).replace(
      // eslint-disable-next-line no-control-regex
      /[<>&\u2028\u2029]|[^\x00-\x7F]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )}</script>`,
  );

interface Template {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
}
const isTemplate = (value: unknown): value is Template =>
  typeof value === 'object' && value !== null && '_$litType$' in value;

/** Of the elements' own pages only: names that could meet others in the page, and what is for scripts. */
const INNER = /^(?:id|part|class|tabindex|aria-labelledby|aria-describedby|aria-live)$/;

/** How the value behind each string is put in: into a text, into quotes, or as an attribute of its own. */
interface Plan {
  readonly texts: readonly string[];
  readonly attributes: readonly (string | undefined)[];
}
const plans = new WeakMap<TemplateStringsArray, Plan>();
function planOf(strings: TemplateStringsArray): Plan {
  const known = plans.get(strings);
  if (known) return known;
  const texts: string[] = [];
  const attributes: (string | undefined)[] = [];
  let inTag = false;
  let quote = '';
  let skip = '';
  strings.forEach((string, i) => {
    // A quote that only closed a single value is gone with it.
    let text = skip && string.startsWith(skip) ? string.slice(1) : string;
    skip = '';
    for (const sign of text)
      if (quote) {
        if (sign === quote) quote = '';
      } else if (!inTag) inTag = sign === '<';
      else if (sign === '>') inTag = false;
      else if (sign === '"' || sign === "'") quote = sign;
    const open = inTag && i < strings.length - 1 ? /\s([^\s"'<>=]+)=(["']?)$/.exec(text) : null;
    if (open && (!quote || strings[i + 1]!.startsWith(quote))) {
      text = text.slice(0, open.index);
      skip = quote;
      quote = '';
      attributes.push(open[1]);
    } else attributes.push(undefined);
    texts.push(text.replace(/\s*\n\s*/g, ' '));
  });
  const plan = { texts, attributes };
  plans.set(strings, plan);
  return plan;
}

function attribute(name: string, value: unknown): string {
  if (/^[@.]/.test(name) || value === nothing || value === undefined || value === null) return '';
  if (name[0] === '?') return value ? ` ${name.slice(1)}` : '';
  const text = String(value as string);
  if ((name === 'href' || name === 'src') && !isSafeUrl(text)) return '';
  return ` ${name}="${escapeText(text)}"`;
}

function renderTemplate(value: unknown): string {
  if (value === nothing || value === undefined || value === null || value === '' || typeof value === 'boolean')
    return '';
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(renderTemplate).join('');
  if (!isTemplate(value)) return escapeText(String(value as string));
  const { texts, attributes } = planOf(value.strings);
  return texts
    .map((text, i) => {
      if (i === texts.length - 1) return text;
      const name = attributes[i];
      return text + (name === undefined ? renderTemplate(value.values[i]) : attribute(name, value.values[i]));
    })
    .join('');
}

/** A template of an element as plain HTML: no names of its own, no buttons, no slots, nothing empty. */
export function toMarkup(value: unknown): Markup {
  let text = renderTemplate(value)
    .replace(/<button\b[^>]*>[^]*?<\/button>/g, '')
    // Pictures that only repeat what words say need the element's style sheet.
    .replace(/<svg\b[^>]*aria-hidden="true"[^>]*>[^]*?<\/svg>/g, '')
    .replace(/<\/?slot\b[^>]*>/g, '')
    .replace(/<[a-z][^>]*>/g, (tag) =>
      tag.replace(/\s([\w-]+)="[^"]*"/g, (pair, name: string) => (INNER.test(name) ? '' : pair)),
    );
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/<(p|span|ul|ol|dl|div|small)>\s*<\/\1>/g, '');
  }
  return new Markup(text.trim());
}
