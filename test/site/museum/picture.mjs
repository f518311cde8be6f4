/** Two pictures, compared by blocks: so much that a letter's soft edges do not count and a wrong colour or place does. */
import { inflateSync } from 'node:zlib';

const BLOCK = 6;

/** Width, height and RGB(A) bytes of a PNG with 8 bits a channel, as browsers write it. */
export function decode(png) {
  let [width, height, channels] = [0, 0, 0];
  const data = [];
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + size);
    if (type === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      channels = { 0: 1, 2: 3, 4: 2, 6: 4 }[body[9]];
    }
    if (type === 'IDAT') data.push(body);
    at += 12 + size;
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? pixels[y * stride + x - channels] : 0;
      const up = y ? pixels[(y - 1) * stride + x] : 0;
      const corner = y && x >= channels ? pixels[(y - 1) * stride + x - channels] : 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) {
        const p = left + up - corner;
        const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
        guess = a <= b && a <= c ? left : b <= c ? up : corner;
      }
      pixels[y * stride + x] = (raw[y * (stride + 1) + 1 + x] + guess) & 255;
    }
  }
  return { width, height, channels, pixels };
}

/** Share of blocks whose mean colour differs visibly; 1 when the sizes differ by more than rounding. */
export function difference(one, other) {
  const [a, b] = [decode(Buffer.from(one)), decode(Buffer.from(other))];
  if (Math.abs(a.width - b.width) > 2 || Math.abs(a.height - b.height) > 2) return 1;
  const columns = Math.floor(Math.min(a.width, b.width) / BLOCK);
  const rows = Math.floor(Math.min(a.height, b.height) / BLOCK);
  const mean = ({ width, channels, pixels }, column, row, channel) => {
    let sum = 0;
    for (let y = row * BLOCK; y < (row + 1) * BLOCK; y++)
      for (let x = column * BLOCK; x < (column + 1) * BLOCK; x++) sum += pixels[(y * width + x) * channels + channel];
    return sum / (BLOCK * BLOCK);
  };
  let differing = 0;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let channel = 0; channel < 3; channel++)
        if (Math.abs(mean(a, column, row, channel) - mean(b, column, row, channel)) > 40) {
          differing++;
          break;
        }
  return differing / (rows * columns || 1);
}
