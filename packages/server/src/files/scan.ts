/** What a file must not hold, whatever it says it is. */

/** Why a file is not taken; told to the citizen as the issue `file`. */
export type FileFault = 'file_type' | 'file_size' | 'file_active' | 'file_archive' | 'file_broken';

/** A file that is not taken. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  constructor(readonly fault: FileFault) {
    super(fault);
  }
}
export const refuse = (fault: FileFault): never => {
  throw new FileRefusal(fault);
};

export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
export const startsWith = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.length >= at + text.length && bytes.toString('latin1', at, at + text.length) === text;

/** The test file of the virus scanners, in two parts so that no scanner takes this source for it. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
);

/** A known test signature, or a program by its first bytes. */
export function refuseKnownBad(bytes: Buffer): void {
  if (bytes.includes(EICAR)) refuse('file_active');
  const isProgram =
    (startsWith(bytes, 'MZ') && bytes.includes('PE\0\0', 64, 'latin1')) ||
    startsWith(bytes, '\x7FELF') ||
    startsWith(bytes, '#!') ||
    ['feedface', 'feedfacf', 'cffaedfe', 'cafebabe'].includes(bytes.subarray(0, 4).toString('hex'));
  if (isProgram) refuse('file_active');
}

/** Where the end record of a ZIP begins that ends with the file; -1 when the file cannot be opened as one. */
export function zipEndOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 65557; at--)
    if (
      bytes[at] === 0x50 &&
      bytes.readUInt32LE(at) === 0x06054b50 &&
      at + 22 + bytes.readUInt16LE(at + 20) <= bytes.length
    )
      return at;
  return -1;
}

const FOREIGN = [
  'PK\x03\x04',
  '%PDF-',
  'Rar!\x1a',
  '7z\xbc\xaf\x27\x1c',
  '<script',
  '<html',
  '<svg',
  '<!DOCTYPE',
  '<?php',
  '\xd0\xcf\x11\xe0',
];

/** 一物两用 (polyglot): a second file behind the end of the first. What else stands there is left away by the caller. */
export function refuseSecondFile(rest: Buffer): void {
  if (!rest.length) return;
  const text = rest.toString('latin1').toLowerCase();
  if (FOREIGN.some((sign) => text.includes(sign.toLowerCase()))) refuse('file_active');
}
