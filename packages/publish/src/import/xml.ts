/** XML read event by event: no entities but the five of XML, no document types, nothing fetched. */
import { Parser } from 'saxen';
import { Unreadable } from './issues.js';

export interface XmlListener {
  /** Names come without their prefix: office programs choose their own. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}
const MOST_DEPTH = 500;

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a text of XML.
 * @throws Unreadable with the line of the fault, or when it declares a document type, which may hide entities
 */
export function readXml(xml: string, listener: XmlListener): void {
  const fail = (code: 'file_damaged' | 'xml_doctype', line?: number): never => {
    throw new Unreadable(code, line);
  };
  const parser = new Parser();
  let depth = 0;
  parser.on('error', (_error, context) => fail('file_damaged', context().line + 1));
  parser.on('warn', () => {});
  parser.on('openTag', (name, attributes, decode) => {
    if (++depth > MOST_DEPTH) fail('file_damaged');
    if (!listener.open) return;
    const own: Record<string, string> = Object.create(null) as Record<string, string>;
    // A prefixed name (`r:id`) does not hide a plain one (`id`).
    for (const [key, value] of Object.entries(attributes()))
      if (!key.startsWith('xmlns')) {
        own[bare(key)] ??= decode(value);
        if (key.includes(':')) own[key] = decode(value);
      }
    listener.open(bare(name), own);
  });
  parser.on('closeTag', (name) => {
    depth--;
    listener.close?.(bare(name));
  });
  parser.on('text', (text, decode) => listener.text?.(decode(text)));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('attention', () => fail('xml_doctype'));
  parser.parse(xml);
  if (depth) fail('file_damaged');
}
