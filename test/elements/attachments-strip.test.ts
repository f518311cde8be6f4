import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endingsOf, prepareFile } from '../../packages/elements/dist/shared/attachments.check.js';
import { stripJpeg, stripPng } from '../../packages/elements/dist/shared/attachments.strip.js';

type Bytes = Uint8Array<ArrayBuffer>;
const bytes = (...parts: (string | number | readonly number[] | Uint8Array)[]): Bytes =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string'
        ? Array.from(part, (one) => one.charCodeAt(0))
        : typeof part === 'number'
          ? [part]
          : [...part],
    ),
  );
const flat = (parts: Bytes | Bytes[] | undefined): Bytes | undefined =>
  Array.isArray(parts) ? bytes(...parts) : parts;
const segment = (marker: number, ...content: (string | number | readonly number[])[]) => {
  const inner = bytes(...content);
  return bytes(0xff, marker, (inner.length + 2) >> 8, (inner.length + 2) & 255, inner);
};
/** An Exif segment with an orientation and a place, in either byte order. */
const exif = (turned: number, little: boolean) => {
  const two = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const four = (value: number) => (little ? [...two(value), 0, 0] : [0, 0, ...two(value)]);
  const entry = (tag: number, value: number) => [...two(tag), ...two(3), ...four(1), ...two(value), 0, 0];
  return segment(
    0xe1,
    'Exif\0\0',
    little ? 'II*\0' : 'MM\0*',
    four(8),
    two(2),
    entry(0x0112, turned),
    entry(0x8825, 99),
    four(0),
    'GPS 31.2304',
  );
};
const soi = [0xff, 0xd8];
const eoi = [0xff, 0xd9];
const tables = segment(
  0xdb,
  Array.from({ length: 65 }, () => 1),
);
const scan = bytes(segment(0xda, [1, 1, 0, 0, 63, 0]), [1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]);
const jfif = segment(0xe0, 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]);
const profile = segment(0xe2, 'ICC_PROFILE\0', [1, 1], 'colours');

test('a photograph loses place, device, comments, thumbnails and what stands behind its end, and keeps its pixels', () => {
  const photo = bytes(
    soi,
    jfif,
    exif(1, true),
    segment(0xe0, 'JFXX\0thumbnail'),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<xmp>'),
    profile,
    segment(0xe2, 'MPF\0second picture'),
    segment(0xed, 'Photoshop 3.0\0author'),
    segment(0xfe, 'taken at home'),
    tables,
    scan,
    tables,
    scan,
    eoi,
    'MotionPhoto video GPS',
  );
  assert.deepEqual(flat(stripJpeg(photo)), bytes(soi, jfif, profile, tables, scan, tables, scan, eoi));
});

test('how a photograph is turned stays, in either byte order', () => {
  for (const little of [true, false]) {
    const once = flat(stripJpeg(bytes(soi, exif(6, little), tables, scan, eoi)))!;
    const text = String.fromCharCode(...once);
    assert.ok(text.includes('Exif') && !text.includes('GPS'));
    // Big-endian TIFF with one entry: 0x0112, SHORT, 1 value, 6.
    assert.ok(text.includes('\x01\x12\0\x03\0\0\0\x01\0\x06'), 'not turned');
    assert.equal(stripJpeg(once), once, 'a cleaned picture is cleaned again');
  }
  assert.deepEqual(flat(stripJpeg(bytes(soi, exif(1, true), tables, scan, eoi))), bytes(soi, tables, scan, eoi));
});

test('a picture with nothing to take out stays the same array', () => {
  const plain = bytes(soi, jfif, tables, scan, eoi);
  assert.equal(stripJpeg(plain), plain);
});

test('a drawing keeps what it is made of, and loses texts, times, Exif and what stands behind its end', () => {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const chunk = (type: string, content = '') => bytes([0, 0, 0, content.length], type, content, [1, 2, 3, 4]);
  const parts = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IDAT', 'IEND'].map((type) => chunk(type, 'x'));
  const dirty = bytes(
    head,
    chunk('IHDR', 'x'),
    chunk('tEXt', 'Author me'),
    chunk('eXIf', 'GPS'),
    chunk('PLTE', 'x'),
    chunk('iTXt', 'xmp'),
    chunk('tRNS', 'x'),
    chunk('tIME', 'now'),
    chunk('IDAT', 'x'),
    chunk('prVt', 'x'),
    chunk('IDAT', 'x'),
    chunk('IEND', 'x'),
    '<script>',
  );
  assert.deepEqual(flat(stripPng(dirty)), bytes(head, ...parts));
  const clean = bytes(head, ...parts);
  assert.equal(stripPng(clean), clean);
  assert.equal(stripPng(bytes(head, parts[0]!)), undefined);
});

test('no bytes whatever throw or hang: what is no picture is none', () => {
  let seed = 1;
  const random = () => (seed = (seed * 16807) % 2147483647) & 255;
  const photo = bytes(soi, jfif, exif(6, true), profile, tables, scan, eoi);
  for (let i = 0; i < 3000; i++) {
    const broken = photo.slice();
    for (let n = 0; n < 4; n++) broken[Math.floor((random() / 256) * broken.length)] = random();
    stripJpeg(broken.slice(0, Math.floor((random() / 255) * broken.length)));
    stripJpeg(broken);
    stripPng(broken);
  }
  for (const nothing of [
    bytes(),
    bytes(0xff),
    bytes(soi),
    bytes(soi, 0xff),
    bytes(soi, 0xff, 0xe1, 0, 0),
    bytes(soi, 0xff, 0xe1, 0xff, 0xff),
  ])
    assert.equal(stripJpeg(nothing), undefined);
});

test('a file is what its content says, and must be called so', async () => {
  const gbk = bytes([0xc4, 0xe3, 0xba, 0xc3]);
  for (const [content, ending] of [
    [bytes(soi, 0xff, 0xe0), 'jpg'],
    [bytes('GIF89a'), 'gif'],
    [bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), 'webp'],
    [bytes('%PDF-1.7'), 'pdf'],
    [bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'doc'],
    [bytes('PK', [3, 4]), 'docx'],
    [bytes([0, 0, 0, 32], 'ftypisom'), 'mp4'],
    [bytes('ID3', [4, 0]), 'mp3'],
    [gbk, 'txt'],
    [bytes(new TextEncoder().encode('情况说明')), 'txt'],
  ] as const)
    assert.ok(endingsOf(content).includes(ending), ending);
  const code = async (name: string, content: Bytes) => (await prepareFile(new File([content], name))).code;
  assert.equal(await code('证据.PDF', bytes('%PDF-1.7')), undefined);
  assert.equal(await code('说明.txt', gbk), undefined);
  for (const [name, content] of [
    ['照片.jpg', bytes('%PDF-1.7')],
    ['木马.exe', bytes('MZ', [0, 1])],
    ['页面.html', bytes('<html>')],
    ['无扩展名', bytes('%PDF-1.7')],
    ['压缩.zip', bytes('PK', [3, 4])],
    ['伪装.txt', bytes([0, 1, 2])],
    ['图.svg', bytes('<svg onload=1>')],
  ] as const)
    assert.equal(await code(name, content), 'file_type', name);
  assert.equal(await code('空.txt', bytes()), 'file_empty');
  assert.equal(await code('坏.png', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])), 'file_broken');
  assert.equal(await code('大.txt', new Uint8Array(10485761).fill(65)), 'file_size');
  assert.equal(await code('正好.txt', new Uint8Array(10485760).fill(65)), undefined);
});
