/** Word and Excel: no macros, no programs inside, nothing that is fetched from elsewhere, no password. */
import { refuse, refuseKnownBad, startsWith } from './scan.js';
import { readZip } from './zip.js';

const ACTIVE_PART =
  /vba(?:project|data)|macrosheets\/|activex|\.(?:exe|dll|scr|com|bat|cmd|ps1|vbs?|js|jse|wsf|hta|html?|svg|jar|lnk|msi|swf)$/i;
/** Templates and objects that are fetched when the document is opened. */
const REMOTE =
  /Relationship\s[^>]*(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath)[^>]*TargetMode="External"|Relationship\s[^>]*TargetMode="External"[^>]*(?:attachedTemplate|oleObject|frame|subDocument)/i;
const DEPTH = 2;

/** @returns which document it is */
export async function checkOpenXml(bytes: Buffer, depth = 0): Promise<'docx' | 'xlsx' | 'pptx'> {
  if (depth > DEPTH) return refuse('file_archive');
  const entries = readZip(bytes);
  const names = new Set(entries.map(({ name }) => name));
  const found = names.has('word/document.xml')
    ? 'docx'
    : names.has('xl/workbook.xml') || names.has('xl/workbook.bin')
      ? 'xlsx'
      : names.has('ppt/presentation.xml')
        ? 'pptx'
        : undefined;
  if (!found || !names.has('[Content_Types].xml')) return refuse('file_type');
  if (entries.some(({ name }) => ACTIVE_PART.test(name))) return refuse('file_active');
  for (const { name, read } of entries) {
    const part = await read();
    refuseKnownBad(part);
    if (name === '[Content_Types].xml' && /macroEnabled|vbaProject/i.test(part.toString('latin1')))
      refuse('file_active');
    if (name.endsWith('.rels') && REMOTE.test(part.toString('latin1'))) refuse('file_active');
    if (/^(?:word|xl)\/[^/]+\.xml$/.test(name) && /\bDDE(?:AUTO)?\s+["a-z\\]|<ddeLink/i.test(part.toString('latin1')))
      refuse('file_active');
    // Tables and charts bring their own small workbook along.
    if (startsWith(part, 'PK\x03\x04')) await checkOpenXml(part, depth + 1);
    else if (startsWith(part, CFB)) checkCompound(part);
  }
  return found;
}

const CFB = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Names of the directory of a compound file (the format of .doc and .xls). */
function namesOf(bytes: Buffer): string[] {
  if (!startsWith(bytes, CFB) || bytes.length < 1536) return refuse('file_broken');
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return refuse('file_broken');
  const size = 1 << shift;
  const place = (sector: number) => (sector + 1) * size;
  const most = Math.ceil(bytes.length / size);
  // The first 109 sectors of the table of sectors stand in the header; the others in a chain.
  const table: number[] = [];
  for (let i = 0; i < 109; i++) {
    const sector = bytes.readUInt32LE(76 + 4 * i);
    if (sector < 0xfffffffa) table.push(sector);
  }
  for (let next = bytes.readUInt32LE(68), round = 0; next < 0xfffffffa; round++) {
    if (round > most || place(next) + size > bytes.length) return refuse('file_broken');
    for (let i = 0; i < size / 4 - 1; i++) {
      const sector = bytes.readUInt32LE(place(next) + 4 * i);
      if (sector < 0xfffffffa) table.push(sector);
    }
    next = bytes.readUInt32LE(place(next) + size - 4);
  }
  const after = (sector: number): number => {
    const part = table[Math.floor(sector / (size / 4))];
    const at = part === undefined ? -1 : place(part) + 4 * (sector % (size / 4));
    return at < 0 || at + 4 > bytes.length ? refuse('file_broken') : bytes.readUInt32LE(at);
  };
  const names: string[] = [];
  for (let sector = bytes.readUInt32LE(48), round = 0; sector < 0xfffffffa; sector = after(sector), round++) {
    if (round > most || place(sector) >= bytes.length) return refuse('file_broken');
    for (let at = place(sector); at + 128 <= Math.min(place(sector) + size, bytes.length); at += 128) {
      const length = bytes.readUInt16LE(at + 64);
      if (length > 2 && length <= 64 && bytes[at + 66] !== 0)
        names.push(bytes.toString('utf16le', at, at + length - 2));
    }
  }
  return names;
}

/** @returns which document it is; undefined for an object inside another document */
export function checkCompound(bytes: Buffer): 'doc' | 'xls' | undefined {
  const names = namesOf(bytes);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^(?:EncryptedPackage|EncryptionInfo|\x06DataSpaces)$/)) return refuse('file_archive');
  // eslint-disable-next-line no-control-regex
  if (has(/^(?:_?VBA(?:_PROJECT.*)?|Macros|_VBA_PROJECT_CUR|\x01Ole10Native|Package|\x03JSRV_SegmentInformation)$/i))
    return refuse('file_active');
  return has(/^WordDocument$/) ? 'doc' : has(/^(?:Workbook|Book)$/) ? 'xls' : undefined;
}
