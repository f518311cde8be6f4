// 时限原文的读法：各地目录、指南、流程图中的写法。
import { codePointLength, NUMERAL_CHARACTERS, readNumber, toHalfWidth } from './codes/text.js';
import type { TimeLimit } from './time-limit.js';

/** Longest source text of a time limit, in code points. */
export const TIME_LIMIT_RAW_MAX = 200;

type Kind = TimeLimit['kind'];
type Period = NonNullable<TimeLimit['period']>;
type Start = NonNullable<TimeLimit['startsFrom']>;

const N = `([${NUMERAL_CHARACTERS}]+)`;
const LENGTH = new RegExp(
  `${N}(?:[-~—–至到]${N})?(?:(?:[个個]?(?:法定)?(工作[日天])|[个個]?(?:自然|日历)?[日天](?!历)|[个個]?(星期|[周週])|([个個]月|月(?=以?内|之内))|(年)(?!度|[\\d一二三四五六七八九十]))` +
    `(以上)?((?:之|以)?前)?)`,
  'g',
);

const PERIODS: [RegExp, Period][] = [
  [/半年/, 'halfYearly'],
  [/[每按逐分][个個]?季|季度?[1一]次/, 'quarterly'],
  [/每年/, 'yearly'],
  [/季/, 'quarterly'],
  [/(?:[每按逐分]|按照)[个個]?月|月[度报]|[1一][个個]?月.{0,6}[1一]次/, 'monthly'],
  [/[每按逐](?:[周週]|[个個]?星期)|[周週]报/, 'weekly'],
  [/[每按逐][日天]/, 'daily'],
  [/[按逐分]年|年[度报]|[1一]年.{0,6}[1一]次/, 'yearly'],
];

const WORDS: [RegExp, Kind][] = [
  [/即时|当场|现场办[结理]|即办|即刻|立即|立等可取|[当即][天日](?!起)|随到随办|马上/, 'immediate'],
  [/实时/, 'realtime'],
  [/长期|常年|永久/, 'longTerm'],
  [/(?:^|[^不])定期/, 'periodic'],
  [/随时/, 'timely'],
];

const STARTS: [RegExp, Start][] = [
  [/决定受理|受理决定/, 'accepted'],
  [/收到|接到|收件|签收|收讫/, 'received'],
  [/批复|批准/, 'approved'],
  [/决定|结论|裁决/, 'decided'],
  [/受理/, 'accepted'],
  [/形成|变更|变动|制定|制作|获取|产生|生成/, 'informationFormed'],
  [/通知|告知/, 'noticed'],
];

function startOf(before: string, after: string): Start | undefined {
  // The event stands before the length (受理之日起5日; 立案到决定30日), or after it in brackets (5日，自受理之日起).
  const clause = before
    .replace(/[,，]$/, '')
    .split(/[,，。;；]/)
    .pop()!;
  const event = /日起|之日|后|起|收到|接到|信息形成/.test(clause)
    ? clause
    : /[到至]/.test(clause)
      ? clause.split(/[到至]/)[0]!
      : (/[^,，。;；(（]*(?:之日|日起)/.exec(after)?.[0] ?? '');
  return event ? (STARTS.find(([pattern]) => pattern.test(event))?.[1] ?? 'other') : undefined;
}

const periodOf = (text: string): Period | undefined => PERIODS.find(([pattern]) => pattern.test(text))?.[1];

/** The one length that a text names as its deadline; `null` when it names none, `undefined` when it cannot be told. */
function lengthOf(text: string): Partial<TimeLimit> | null | undefined {
  const found: { kind: Kind; value: number; index: number; end: number; least: boolean }[] = [];
  for (const m of text.matchAll(LENGTH)) {
    const head = text.slice(Math.max(0, m.index - 16), m.index);
    // 延长30日 is an extension of the limit, 每30日 a rhythm, 第3个工作日 an ordinal.
    if (/延[长期長][^，,。；;]*$|展期[^，,。；;]*$/.test(head)) continue;
    const value = readNumber(m[2] ?? m[1]!);
    if (value === undefined || value > 9999 || /[每第同]$/.test(head) || /[年月]$/.test(head)) return undefined;
    // 0.5个工作日: parts of days are no whole number; the text is shown as it stands.
    if (/[\d][.．·]$/.test(head)) return undefined;
    // A time before an event (听证七日前) is no deadline that runs from one.
    if (m[8] || /提前[^，,。；;]*$/.test(head)) return undefined;
    // 10天（工作日）
    const working = m[3] || /^以?内?\(?(?:均?[为指]|[以按])?工作[日天]/.test(text.slice(m.index + m[0].length));
    let kind: Kind = working ? 'workingDays' : 'calendarDays';
    if (m[5] || m[6]) kind = 'months';
    const times = m[4] ? 7 : m[6] ? 12 : 1;
    const least = !!m[7] || /(?:不[少低]于|至少|不得少于)$/.test(head);
    found.push({ kind, value: value * times, index: m.index, end: m.index + m[0].length, least });
  }
  const one = found[0];
  // 30天（节假日除外）: days without holidays are not calendar days, nor surely working days.
  if (
    one?.kind === 'calendarDays' &&
    /(?:不[含计]|不包括|除|扣除)[^,]*(?:假|休息)日|(?:假|休息)日(?:除外|不[含计])/.test(text)
  )
    return undefined;
  if (!one) return null;
  if (found.some((f) => f.kind !== one.kind || f.value !== one.value || f.least !== one.least)) return undefined;
  const startsFrom = startOf(text.slice(0, one.index), text.slice(one.end));
  return {
    kind: one.kind,
    value: one.value,
    ...(startsFrom ? { startsFrom } : {}),
    ...(one.least ? { atLeast: true } : {}),
  };
}

function meaningOf(text: string): Partial<TimeLimit> {
  const unspecified = { kind: 'unspecified' } as const;
  const period = periodOf(text);
  const n = `[${NUMERAL_CHARACTERS}]+`;
  // 每年1月31日前 · 每月10日前 · 2026年3月底前
  if (
    new RegExp(
      `${n}月(?:${n}[日号]|底|[上中下]旬|末)?(?:之|以)?前|每[个個]?[月季][^，,。；;]{0,6}${n}[日号](?:之|以)?前|每年${n}月|(?:年|季|月)底(?:之|以)?前`,
    ).test(text)
  ) {
    return { kind: 'fixedDate', ...(period ? { period } : {}) };
  }
  // 半年至少更新1次 · 一年一次
  if (period && /[1一]次/.test(text)) return { kind: 'periodic', period };
  const words = [...new Set(WORDS.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind))];
  const length = lengthOf(text);
  if (length === undefined || /小时|分钟|[\d一二两三]次(?!性)/.test(text)) return unspecified;
  if (length) {
    if (words.includes('immediate') && length.value === 0) return { kind: 'immediate' };
    // 当场办结或5个工作日 cannot be told; 20个工作日内公开，长期保留 can.
    if (words.some((kind) => kind !== 'longTerm')) return unspecified;
    return { ...length, ...(period ? { period } : {}) };
  }
  const kinds = period && !words.includes('periodic') ? [...words, 'periodic' as const] : words;
  if (kinds.length > 1) return unspecified;
  const kind = kinds[0];
  if (kind) return { kind, ...(kind === 'periodic' && period ? { period } : {}) };
  return /及时|第一时间|適時|适时/.test(text) ? { kind: 'timely' } : unspecified;
}

/**
 * Reads a time limit as it stands in tables, guides and charts: `5个工作日`, `三十日`, `信息形成或者变更之日起20个工作日内`,
 * `即办`, `按季度公开`, `每年1月31日前`; Chinese numerals and full-width digits too. A range (`5-7个工作日`) gives its longer
 * end, weeks become days, years months. A text that names two different lengths, hours, a time before an event, or
 * nothing (`同上`, `—`, `无`) is `unspecified`: it is shown as it stands and never computed with.
 * @param raw the source text; `raw` of the result is this text without outer white space, cut at 200 code points with
 *   a closing `…`. An empty text gives an empty `raw`, which {@link TimeLimit} refuses.
 */
export function readTimeLimit(raw: string): TimeLimit {
  const trimmed = raw.trim();
  const kept =
    codePointLength(trimmed) > TIME_LIMIT_RAW_MAX
      ? `${[...trimmed].slice(0, TIME_LIMIT_RAW_MAX - 1).join('')}…`
      : trimmed;
  // Only what is kept is read, so that the result never says more than its raw text.
  return { raw: kept, ...meaningOf(toHalfWidth(kept).replace(/\s+/g, '')) } as TimeLimit;
}
