/** Files as citizens send them, and as attackers do: made here byte by byte, so that each says what it holds. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

const base64 = (text: string) => Buffer.from(text, 'base64');
const latin1 = (text: string) => Buffer.from(text, 'latin1');

export const jpeg = base64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAhRh/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAZEQACAwEAAAAAAAAAAAAAAAAAAQQVUlP/2gAMAwEAAhEDEQA/AI27PQFhWROaE2MrbP/Z',
);
export const png = base64(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADEAIAAABrBuXSAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAABmJLR0T///////8JWPfcAAAAB3RJTUUH6gsWEx8bIPZxTQAAABxJREFUCNdj/P+fAStgbGBgYGjAJsHAwMCATRcA6ScFADPSryQAAAAldEVYdGRhdGU6Y3JlYXRlADIwMjYtMTEtMjJUMTk6MzE6MjcrMDA6MDB0TO2aAAAAJXRFWHRkYXRlOm1vZGlmeQAyMDI2LTExLTIyVDE5OjMxOjI3KzAwOjAwBRFVJgAAAABJRU5ErkJggg==',
);
export const webp = base64(
  'UklGRlYAAABXRUJQVlA4IEoAAABwAwCdASoEAAMAAgA0JagCdGuA/gGEAfwD2/7sA/QAGBrNsAAA/vsA2dMn/3OscC0P//c6xwLQ//+QH/8gNHHXNGNqMnfyeJAAAA==',
);
export const gif = base64(
  'R0lGODlhBAADAPEAAP8AAAAA/4AAgAAAACH5BAAAAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAABAADAAACBYQhKcFRACH5BAAKAAAALAAAAAAEAAMAAAIFjCMpwFAAOw==',
);

/** A place in EXIF that must not come out again. */
export const PLACE = 'GPS 39.9042N 116.4074E';
export const MAKER = 'SecretCamera 9000';

/** TIFF block of EXIF: orientation, maker, and a GPS directory with a text. */
export function exif(orientation: number): Buffer {
  const texts = latin1(`${MAKER}\0${PLACE}\0`);
  const head = Buffer.alloc(8 + 2 + 3 * 12 + 4 + 2 + 12 + 4);
  head.write('MM\0*', 'latin1');
  head.writeUInt32BE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number, short = false) => {
    head.writeUInt16BE(tag, at);
    head.writeUInt16BE(type, at + 2);
    head.writeUInt32BE(count, at + 4);
    if (short) head.writeUInt16BE(value, at + 8);
    else head.writeUInt32BE(value, at + 8);
  };
  head.writeUInt16BE(3, 8);
  entry(10, 0x010f, 2, MAKER.length + 1, head.length);
  entry(22, 0x0112, 3, 1, orientation, true);
  entry(34, 0x8825, 4, 1, 50);
  head.writeUInt16BE(1, 50);
  entry(52, 0x001d, 2, PLACE.length + 1, head.length + MAKER.length + 1);
  return Buffer.concat([head, texts]);
}
const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
/** A photograph as a telephone makes it: EXIF with place and maker, XMP, IPTC, a comment, a film behind its end. */
export const photograph = (orientation = 6): Buffer =>
  Buffer.concat([
    jpeg.subarray(0, 20),
    segment(0xe1, Buffer.concat([latin1('Exif\0\0'), exif(orientation)])),
    segment(0xe1, latin1(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${PLACE}</x:xmpmeta>`)),
    segment(0xed, latin1(`Photoshop 3.0\0${PLACE}`)),
    segment(0xfe, latin1(`comment ${PLACE}`)),
    jpeg.subarray(20),
    latin1(`MotionPhoto_Data ${PLACE}`),
  ]);

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin1(type), data]);
  const out = Buffer.alloc(8 + body.length);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), 4 + body.length);
  return out;
}
export const pngWithPlace = Buffer.concat([
  png.subarray(0, 33),
  pngChunk('eXIf', exif(1)),
  pngChunk('tEXt', latin1(`Comment\0${PLACE}`)),
  pngChunk('zTXt', Buffer.concat([latin1('Place\0\0'), deflateSync(latin1(PLACE))])),
  pngChunk('iTXt', latin1(`XML:com.adobe.xmp\0\0\0\0\0${PLACE}`)),
  png.subarray(33),
]);

const riff = (type: string, data: Buffer) => {
  const head = latin1(`${type}\0\0\0\0`);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
};
const webpBody = Buffer.concat([
  riff('VP8X', Buffer.from([0x0c, 0, 0, 0, 3, 0, 0, 2, 0, 0])),
  webp.subarray(12),
  riff('EXIF', exif(1)),
  riff('XMP ', latin1(`<x:xmpmeta>${PLACE}</x:xmpmeta>`)),
]);
export const webpWithPlace = riff('RIFF', Buffer.concat([latin1('WEBP'), webpBody]));
export const gifWithPlace = Buffer.concat([
  gif.subarray(0, 25),
  Buffer.from([0x21, 0xfe, PLACE.length]),
  latin1(PLACE),
  Buffer.from([0]),
  gif.subarray(25),
]);

export interface ZipPart {
  readonly name: string;
  readonly data: Buffer | string;
  readonly flags?: number;
  /** What the directory says, where it lies. */
  readonly size?: number;
  readonly stored?: boolean;
}
export function zip(parts: readonly ZipPart[], note = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, flags = 0, size, stored = false } of parts) {
    const bytes = Buffer.from(data as string);
    const packed = stored ? bytes : deflateRawSync(bytes, { level: 9 });
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([latin1('PK\x03\x04'), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([latin1('PK\x01\x02\x14\0'), common, tail, nameBytes]));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(note.length, 20);
  return Buffer.concat([...locals, list, end, latin1(note)]);
}

const types = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const documentXml =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>材料</w:t></w:r></w:p></w:body></w:document>';
export const docxParts: readonly ZipPart[] = [
  { name: '[Content_Types].xml', data: types(DOCX) },
  {
    name: '_rels/.rels',
    data: '<Relationships><Relationship Id="r" Type="officeDocument" Target="word/document.xml"/></Relationships>',
  },
  { name: 'word/document.xml', data: documentXml },
  {
    name: 'word/_rels/document.xml.rels',
    data: '<Relationships><Relationship Id="r1" Type="http://x/hyperlink" Target="https://example.gov.cn/" TargetMode="External"/></Relationships>',
  },
];
export const docx = (...more: ZipPart[]): Buffer => zip([...docxParts, ...more]);
export const xlsx = (...more: ZipPart[]): Buffer =>
  zip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'xl/workbook.xml', data: '<workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', data: '<worksheet/>' },
    ...more,
  ]);

/** A compound file (.doc, .xls) whose directory has these names. */
export function compound(...names: string[]): Buffer {
  const head = Buffer.alloc(512, 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(1, 44);
  const sectors = Math.ceil((names.length + 1) / 4);
  head.writeUInt32LE(1, 48);
  head.writeUInt32LE(0xfffffffe, 60);
  head.writeUInt32LE(0xfffffffe, 68);
  head.fill(0xff, 76);
  head.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let i = 1; i <= sectors; i++) table.writeUInt32LE(i === sectors ? 0xfffffffe : i + 1, 4 * i);
  const directory = Buffer.alloc(512 * sectors);
  ['Root Entry', ...names].forEach((name, i) => {
    const text = Buffer.from(`${name}\0`, 'utf16le');
    text.copy(directory, 128 * i);
    directory.writeUInt16LE(text.length, 128 * i + 64);
    directory[128 * i + 66] = i === 0 ? 5 : 2;
  });
  return Buffer.concat([head, table, directory, Buffer.alloc(1024)]);
}

export const pdf = (objects = '', tail = ''): Buffer =>
  latin1(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n${objects}` +
      `xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n9\n%%EOF\n${tail}`,
  );
/** Objects packed together, where a plain search does not see them. */
export function packedObject(text: string): string {
  const data = deflateSync(latin1(text)).toString('latin1');
  return `3 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${data.length}>>\nstream\n${data}\nendstream\nendobj\n`;
}

/** The test file that every virus scanner knows; put together so that none takes this source for it. */
export const eicar = latin1(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

const frame = Buffer.alloc(417);
Buffer.from([0xff, 0xfb, 0x90, 0x00]).copy(frame);
export const mp3 = Buffer.concat([frame, frame, frame, frame]);
export const mp3WithPlace = Buffer.concat([
  latin1(`ID3\x03\0\0\0\0\0${String.fromCharCode(PLACE.length)}${PLACE}`),
  mp3,
  latin1(`TAG${PLACE}`.padEnd(128, '\0')),
]);
const box = (type: string, data: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + data.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data]);
};
export const mp4 = Buffer.concat([
  box('ftyp', latin1('isom\0\0\x02\0isomiso2')),
  box('moov', box('mvhd', Buffer.alloc(100))),
  box('mdat', Buffer.alloc(64, 7)),
]);
export const mp4Box = box;
