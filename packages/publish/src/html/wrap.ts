/** What the fragments of all subjects have in common: the tag around them, and where the element finds its document. */
import { pick as pickOf } from '@zwgk/elements/static';
import type { LocalizedText } from '@zwgk/schema';
import { escapeText, inlineJson, Markup, type Part, markup } from './template.js';

/** Where an element finds what stands in the page already: the document itself, an address, or an id for a provider. */
export type Source = { readonly value: unknown } | { readonly src: string } | { readonly id: string } | undefined;

export const pick = (value: LocalizedText | undefined): string => pickOf(value, 'zh-Hans');

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
const attributesOf = (attributes: Attributes): Markup =>
  new Markup(
    Object.entries(attributes)
      .map(([name, value]) =>
        value === undefined || value === false
          ? ''
          : value === true
            ? ` ${name}`
            : ` ${name}="${escapeText(String(value))}"`,
      )
      .join(''),
  );

/**
 * Content in its element's tag. Without scripts the content is what readers see; the element leaves it in place until it
 * has something better.
 */
export function inTag(name: string, source: Source, body: Part, attributes: Attributes = {}): Markup {
  const tag = new Markup(`zwgk-${name}`);
  const subject = name.split('-')[0]!;
  const all = {
    ...(source && 'src' in source ? { src: source.src } : {}),
    ...(source && 'id' in source ? { [`${subject}-id`]: source.id } : {}),
    ...attributes,
  };
  return markup`<${tag}${attributesOf(all)}>${
    source && 'value' in source ? inlineJson(source.value) : ''
  }<div class="zwgk-plain" lang="zh-Hans">${body}</div></${tag}>`;
}
