// 索引号：国务院办公厅《政府信息公开目录系统实施指引（试行）》及各地写法。一经编制不再改变，所以照收各种写法。
import { fails, type CodeCheck } from './check.js';
import { checkOrganisationCode } from './organisation-code.js';
import { codePointLength, toHalfWidth } from './text.js';
import { checkUscc } from './uscc.js';

/**
 * The form of an 索引号:
 * - `A`  统一社会信用代码/年-流水号, `11441700007280420Y/2021-00050`; the form that we generate
 * - `A-month`  统一社会信用代码/年月-流水号, `113417020032563511/202504-00057`
 * - `B`  组织机构代码/年-流水号, 20 characters, `000014349/2017-00110` (国家指引)
 * - `C`  any other local form, kept as it stands
 */
export interface IndexNumberParts {
  form: 'A' | 'A-month' | 'B' | 'C';
  /** 统一社会信用代码 or 组织机构代码 of the publisher; not in form C */
  publisher?: string;
  year?: number;
  /** 1–12, in form `A-month` (and in B with a month) */
  month?: number;
  /** 流水号, 1–99999 */
  serial?: number;
  /** why the publisher's code is doubtful; the number is accepted all the same, for it may not be changed any more */
  publisherFailure?: string;
}

/** Reads an 索引号 of any form. Only empty text, more than 100 code points and control characters fail. */
export function readIndexNumber(text: string): CodeCheck<IndexNumberParts, 'empty' | 'length' | 'characters'> {
  const tidy = text.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();
  if (!tidy) return fails('empty');
  if (codePointLength(tidy) > 100) return fails('length');
  const control = tidy.search(/\p{Cc}/u);
  if (control >= 0) return fails('characters', codePointLength(tidy.slice(0, control)));
  const value = toHalfWidth(tidy)
    .replace(/\s/g, '')
    .replace(/[—–‐‑−﹣]/g, '-')
    .toUpperCase();
  const m = /^([0-9A-HJ-NPQRTUWXY]{18}|[0-9A-Z]{8}-?[0-9X])\/((?:19|20)\d{2})(0[1-9]|1[0-2])?-(\d{5})$/.exec(value);
  if (!m) return { ok: true, value: tidy, form: 'C' };
  const [, code = '', year, month, serial] = m;
  const check = code.length === 18 ? checkUscc(code) : checkOrganisationCode(code);
  const publisher = code.replace('-', '');
  return {
    ok: true,
    value: value.replace(code, publisher),
    form: code.length < 18 ? 'B' : month ? 'A-month' : 'A',
    publisher,
    year: Number(year),
    ...(month ? { month: Number(month) } : {}),
    serial: Number(serial),
    ...(check.ok ? {} : { publisherFailure: check.code }),
  };
}

/**
 * Makes an 索引号 of form A.
 * @param uscc the publisher's 统一社会信用代码
 * @param serial 流水号 1–99999 within the year
 * @throws RangeError when the code is not valid, or year or serial are out of range
 */
export function makeIndexNumber(uscc: string, year: number, serial: number): string {
  const publisher = checkUscc(uscc);
  if (!publisher.ok) throw new RangeError(`index number: publisher code fails (${publisher.code})`);
  if (!Number.isInteger(year) || year < 1949 || year > 2099) throw new RangeError('index number: year out of range');
  if (!Number.isInteger(serial) || serial < 1 || serial > 99999)
    throw new RangeError('index number: serial out of range');
  return `${publisher.value}/${year}-${String(serial).padStart(5, '0')}`;
}
