/** Marks for entries that have no 索引号: `~` and a fingerprint, never shown, the same as long as the entry is. */

/** 53 bits, well mixed; no secret is made of it. */
function fingerprint(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** A mark that is not in `taken` yet, made of what tells the entry from others. */
export function markOf(entry: Readonly<Record<string, unknown>>, taken: Set<string>): string {
  const { url, title, docNumber, publishedAt, formedDate } = entry;
  const base = `~${fingerprint(JSON.stringify(url ? [url, title] : [title, docNumber, publishedAt, formedDate]))}`;
  let mark = base;
  for (let n = 2; taken.has(mark); n++) mark = `${base}-${n}`;
  taken.add(mark);
  return mark;
}
