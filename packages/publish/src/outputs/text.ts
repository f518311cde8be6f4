/** Texts on their way into XML, HTML, CSV and addresses. Everything that comes here is hostile. */
import { isSafeUrl, type LocalizedText, type OrgRef } from '@zwgk/schema';

/** A localized text in zh-Hans, else in any language. */
export const hans = (text: LocalizedText | undefined): string =>
  typeof text === 'string' ? text : (text?.['zh-Hans'] ?? Object.values(text ?? {}).find((one) => one) ?? '');
export const nameOf = (org: OrgRef | string | undefined): string => (typeof org === 'string' ? org : hans(org?.name));

/** What no XML document may hold: control characters, lone surrogates, noncharacters. */
const ILLEGAL =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
export const clean = (text: string): string => text.replace(ILLEGAL, '');

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** For text and attribute values of XML and HTML. */
export const escaped = (text: string): string => clean(text).replace(/[&<>"']/g, (char) => ENTITY[char]!);

/** Character references for all that is not ASCII: survives a template in GBK or any other old character set. */
export const toAscii = (markup: string): string =>
  markup.replace(/[^\0-\x7F]/gu, (char) => `&#${char.codePointAt(0)!};`);

/** JSON that can stand in a script element of a page in any character set. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value, null, 1).replace(
    /[<>&\u007F-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Where things are on the web. */
export interface Addresses {
  /** Address of the folder that is written, with a slash at its end; undefined when nobody said. */
  readonly base: URL | undefined;
  /** Address of the page that shows the catalogue; undefined without a base. */
  readonly page: URL | undefined;
}

/** Only what can be opened as a page: http and https. Undefined for `javascript:`, `mailto:` and what is no address. */
export function linkOf(address: string | undefined, { page }: Addresses): string | undefined {
  if (!address || !isSafeUrl(address)) return undefined;
  try {
    const url = new URL(address, page ?? 'http://relative.invalid/');
    if (!/^https?:$/.test(url.protocol)) return undefined;
    // Without a base a relative address stays as it is.
    return url.host === 'relative.invalid' ? clean(address).trim() : url.href;
  } catch {
    return undefined;
  }
}
