/** Days, sizes and addresses as readers write them. */
import type { Language } from './language.js';

/** `2026-03-05` or a date-time → 2026年3月5日, or 5 March 2026; anything else as it stands. */
export function formatDate(value: string | undefined, lang: Language): string {
  const part = /^(\d{4})-(\d\d)-(\d\d)/.exec(value ?? '');
  if (!part) return value ?? '';
  const [, y, m, d] = part;
  if (lang.startsWith('zh')) return `${y}年${+m!}月${+d!}日`;
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(+y!, +m! - 1, +d!));
}

/** A date-time with hours and minutes: 2026年3月5日 09:30. Moments with an offset are told in Shanghai's time. */
export function formatDateTime(value: string | undefined, lang: Language): string {
  const time = /T(\d\d:\d\d)/.exec(value ?? '');
  if (!value || !time) return formatDate(value, lang);
  if (/[+]08:?00$/.test(value) || !/(?:Z|[+-]\d\d:?\d\d)$/.test(value)) return `${formatDate(value, lang)} ${time[1]}`;
  const moved = new Date(Date.parse(value) + 8 * 3600000).toISOString();
  return `${formatDate(moved, lang)} ${moved.slice(11, 16)}`;
}

/** Bytes → 12 KB, 3.4 MB. */
export const formatSize = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1048576
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1048576).toFixed(1)} MB`;

/** A telephone number in a text → `tel:` address; undefined when there is no single number. */
export function telOf(text: string): string | undefined {
  const number = /^[+\d][\d\s()-]{2,20}$/.exec(text.trim())?.[0].replace(/[^+\d]/g, '');
  return number && `tel:${number}`;
}
