/** Sound and film: the frames or boxes must fill the file from end to end. */
import { refuse, refuseSecondFile, startsWith } from './scan.js';

export function checkMp4(bytes: Buffer): void {
  let at = 0;
  let hasFilm = false;
  for (let i = 0; at < bytes.length; i++) {
    if (at + 8 > bytes.length || i > 100000) return refuse('file_broken');
    let size = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (size === 1) size = at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : 0;
    else if (size === 0) size = bytes.length - at;
    if (size < 8 || at + size > bytes.length || (i === 0) !== (type === 'ftyp')) return refuse('file_broken');
    if (!/^(?:ftyp|moov|mdat|free|skip|wide|moof|mfra|sidx|styp|ssix|meta|pdin|uuid|udta|emsg)$/.test(type))
      return refuse('file_broken');
    if (/^(?:free|skip|wide|uuid|udta|meta|ftyp)$/.test(type)) refuseSecondFile(bytes.subarray(at + 8, at + size));
    hasFilm ||= type === 'moov';
    at += size;
  }
  if (!hasFilm) refuse('file_broken');
}

const RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLES = [44100, 48000, 32000];

/** Length of the frame of layer III that begins here; 0 when none does. */
function frameAt(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe6) !== 0xe2) return 0;
  const version = (bytes[at + 1]! >> 3) & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  const rate = (version === 3 ? RATES : RATES_2)[bytes[at + 2]! >> 4];
  const sample = SAMPLES[(bytes[at + 2]! >> 2) & 3];
  if (version === 1 || !rate || !sample) return 0;
  const hertz = sample / (version === 3 ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((version === 3 ? 144 : 72) * rate * 1000) / hertz) + ((bytes[at + 2]! >> 1) & 1);
}

/** @returns the sound without the tags before and behind it, which may hold pictures, places and names */
export function stripMp3(bytes: Buffer): Buffer {
  let at = 0;
  if (startsWith(bytes, 'ID3') && bytes.length > 10) {
    const size = [6, 7, 8, 9].reduce((sum, i) => sum * 128 + (bytes[i]! & 127), 0);
    at = 10 + size;
  }
  while (at < bytes.length && bytes[at] === 0) at++;
  const start = at;
  let frames = 0;
  for (let length = frameAt(bytes, at); length; length = frameAt(bytes, at), frames++) at += length;
  if (frames < 3) return refuse('file_broken');
  const end = Math.min(at, bytes.length);
  refuseSecondFile(bytes.subarray(end));
  return bytes.subarray(start, end);
}
