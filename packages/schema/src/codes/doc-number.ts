// 发文字号 GB/T 9704-2012：发文机关代字 + 六角括号〔年份〕 + 序号，如 国办发〔2017〕47号。
import { fails, type CodeCheck } from './check.js';
import { readNumber, toHalfWidth, withoutSpaces } from './text.js';

/** Parts of a document number. */
export interface DocNumberParts {
  /** 发文机关代字（国办发）, or for orders and notices the name before the number (水利部令, 国家税务总局公告) */
  issuerMark: string;
  /** four digits; orders such as 国务院令第711号 have none */
  year?: number;
  number: number;
  /** the number as it should be printed */
  text: string;
}

/** `form`: no document number can be seen; `year`: not 1949–2100; `several`: more than one in the text. */
export type DocNumberFailure = 'empty' | 'form' | 'year' | 'several';

const OPEN = '[\\[【（(〔﹝〈《<{「『〖„“"‟]';
const CLOSE = '[\\]】）)〕﹞〉》>}」』〗‟”"„]';
const MARK = '([\\p{L}\\p{N}、·]{1,40}?)';
const BRACKETED = new RegExp(`^${MARK}${OPEN}(\\d{4})年?${CLOSE}(第?)0*(\\d{1,6})号?$`, 'u');
const YEARLY = new RegExp(`^${MARK}(\\d{4})年第0*(\\d{1,6})号$`, 'u');
const ORDER = new RegExp(`^${MARK}第([^第号]{1,8})号$`, 'u');

/**
 * Reads a 发文字号 with whatever damage typing, printing and conversion did to it: `„2010‟`, `[2010]`, `【2010】`,
 * `(2010)`, `﹝2010﹞`, `〈2010〉`, full-width digits, spaces, `第`, leading zeros, a missing 号. Orders (国务院令第711号,
 * 主席令第七十三号) and yearly notices (公告2024年第5号) are read as well and keep their own form.
 * `value` equals `text`.
 */
export function normaliseDocNumber(text: string): CodeCheck<DocNumberParts, DocNumberFailure> {
  const raw = withoutSpaces(toHalfWidth(text))
    .replace(/^(?:发文字号|文件编号|文号|字号)[::]?/, '')
    .replace(/号文件?$/, '号')
    .replace(/[。;,]$/, '');
  if (!raw || /^(?:无|-+|—+|\/)$/.test(raw)) return fails('empty');
  if ((raw.match(/号(?=.)/g) ?? []).length && /号.*\d+号?$/.test(raw)) return fails('several');
  const bracketed = BRACKETED.exec(raw);
  const yearly = bracketed ? null : YEARLY.exec(raw);
  const found = bracketed ?? yearly;
  if (found) {
    const issuerMark = found[1]!;
    const year = Number(found[2]);
    if (year < 1949 || year > 2100) return fails('year');
    const number = Number(bracketed ? found[4] : found[3]);
    // GB/T 9704: 序号不加“第”字; orders (令) and notices (公告) do have it.
    const ordinal = bracketed && found[3] && /[令告]$/.test(issuerMark) ? '第' : '';
    const value = bracketed ? `${issuerMark}〔${year}〕${ordinal}${number}号` : `${issuerMark}${year}年第${number}号`;
    return { ok: true, value, issuerMark, year, number, text: value };
  }
  const order = ORDER.exec(raw);
  const number = order ? readNumber(order[2]!) : undefined;
  if (!order || number === undefined) return fails('form');
  const value = `${order[1]}第${order[2]}号`;
  return { ok: true, value, issuerMark: order[1]!, number, text: value };
}
