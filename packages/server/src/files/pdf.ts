/** PDF: no scripts, no programs, no files inside, no password. */
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { refuse, refuseSecondFile, startsWith } from './scan.js';

const unpack = promisify(inflate);
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])/;
const MOST_STREAMS = 2000;
const MOST_WHOLE = 64 * 1024 * 1024;

/** Names may be written with escapes: `/J#61vaScript`. */
const plain = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

function refuseActive(text: string): void {
  if (ACTIVE.test(plain(text))) refuse('file_active');
}

export async function checkPdf(bytes: Buffer): Promise<void> {
  if (!startsWith(bytes, '%PDF-')) return refuse('file_type');
  const text = bytes.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (end < 0 || !/\bstartxref\b/.test(text.slice(Math.max(0, end - 2048)))) return refuse('file_broken');
  refuseSecondFile(bytes.subarray(end + 5));
  // Looked for outside of streams only: packed bytes may hold any letters.
  let rest = '';
  let whole = 0;
  let streams = 0;
  let from = 0;
  for (const found of text.matchAll(/\bstream\r?\n/g)) {
    const start = found.index + found[0].length;
    if (start < from) continue;
    const stop = text.indexOf('endstream', start);
    if (stop < 0) return refuse('file_broken');
    const before = text.slice(from, found.index);
    rest += `${before}\n`;
    const head = plain(before.slice(Math.max(0, before.lastIndexOf(' obj'))));
    // Objects may be packed together, and hidden so.
    if (/\/ObjStm\b/.test(head)) {
      if (++streams > MOST_STREAMS) return refuse('file_archive');
      if (!/\/FlateDecode\b|\/Fl\b/.test(head)) {
        if (/\/Filter\b/.test(head)) return refuse('file_active');
        refuseActive(text.slice(start, stop));
      } else {
        let made: Buffer;
        try {
          made = await unpack(bytes.subarray(start, stop), { maxOutputLength: MOST_WHOLE });
        } catch (error) {
          return refuse((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'file_archive' : 'file_broken');
        }
        if ((whole += made.length) > MOST_WHOLE) return refuse('file_archive');
        refuseActive(made.toString('latin1'));
      }
    }
    from = stop;
  }
  rest += text.slice(from);
  if (/\/Encrypt(?![A-Za-z])/.test(plain(rest))) return refuse('file_archive');
  refuseActive(rest);
}
