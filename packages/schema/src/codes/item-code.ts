// 政务服务事项编码 GB/T 39554.1-2020：基本编码 12 位、实施编码 31 位、业务办理项编码 33 位、办件编号 43 位。
import { isDateOnly } from '../date-only.js';
import { fails, firstOutside, type CodeCheck } from './check.js';
import { codePointLength, toHalfWidth, withoutSpaces } from './text.js';
import { checkUscc } from './uscc.js';

/** Parts of a 基本编码. What the middle five digits mean inside is not settled, so they stay together. */
export interface CatalogCodeParts {
  /** 2 digits, 省级区划; `00` = national */
  province: string;
  /** 事项类型, 2 digits: 01 行政许可 … 20 公共服务; others occur */
  taskType: string;
  /** 主项, 5 digits */
  mainItem: string;
  /** 子项: `000` none, `00Y` the main item has sub-items, else the number of the sub-item */
  subItem: string;
  hasSubItems: boolean;
}

/** Parts of a 实施编码. */
export interface TaskCodeParts extends CatalogCodeParts {
  /** 实施主体统一社会信用代码 */
  uscc: string;
  /** 行使层级 1–6 */
  level: string;
  /** 基本编码 inside */
  catalogCode: string;
  /** up to 5 more characters that some provinces append */
  suffix: string;
}

/** `uscc`: the 统一社会信用代码 inside fails; `level`: 行使层级 not 1–6; `date`: no such day in a case number. */
export type ItemCodeFailure = 'length' | 'characters' | 'uscc' | 'level' | 'date';

const tidy = (text: string): string => withoutSpaces(toHalfWidth(text)).toUpperCase();

/** Checks a 基本编码 (`catalogCode`), 12 characters: `000164213003`, `00016421300Y`. */
export function checkCatalogCode(text: string): CodeCheck<CatalogCodeParts, ItemCodeFailure> {
  const value = tidy(text);
  if (value.length !== 12) return fails('length');
  if (!/^\d{9}(?:\d{3}|00Y)$/.test(value)) {
    const at = firstOutside(value, /\d/);
    return fails('characters', at === 11 && value[11] === 'Y' ? 9 : at);
  }
  return {
    ok: true,
    value,
    province: value.slice(0, 2),
    taskType: value.slice(2, 4),
    mainItem: value.slice(4, 9),
    subItem: value.slice(9),
    hasSubItems: value[11] === 'Y',
  };
}

/** Checks a 实施编码 (`taskCode`), 31–36 characters, with the check digits of the 统一社会信用代码 in front. */
export function checkTaskCode(text: string): CodeCheck<TaskCodeParts, ItemCodeFailure> {
  const value = tidy(text);
  if (value.length < 31 || value.length > 36) return fails('length');
  const uscc = checkUscc(value.slice(0, 18));
  if (!uscc.ok) return fails('uscc', uscc.at);
  if (!/[1-6]/.test(value[18]!)) return fails('level', 18);
  const catalog = checkCatalogCode(value.slice(19, 31));
  if (!catalog.ok) return fails(catalog.code, 19 + (catalog.at ?? 0));
  const suffix = value.slice(31);
  const at = firstOutside(suffix, /[0-9A-Z]/);
  if (at >= 0) return fails('characters', 31 + at);
  return { ...catalog, value, uscc: uscc.value, level: value[18]!, catalogCode: catalog.value, suffix };
}

/** Checks a 业务办理项编码 (`taskHandleItem`), 33 characters: 实施编码 + 2 digits. */
export function checkTaskHandleItem(
  text: string,
): CodeCheck<TaskCodeParts & { taskCode: string; handleItem: string }, ItemCodeFailure> {
  const value = tidy(text);
  if (value.length !== 33) return fails('length');
  const task = checkTaskCode(value.slice(0, 31));
  if (!task.ok) return task;
  const at = firstOutside(value.slice(31), /\d/);
  if (at >= 0) return fails('characters', 31 + at);
  return { ...task, value, taskCode: task.value, handleItem: value.slice(31) };
}

/** Checks a 办件编号, 43 characters: 实施编码 31 + YYYYMMDD + 4 digits. `date` is a DateOnly. */
export function checkCaseNumber(
  text: string,
): CodeCheck<TaskCodeParts & { taskCode: string; date: string; serial: number }, ItemCodeFailure> {
  const value = tidy(text);
  if (value.length !== 43) return fails('length');
  const task = checkTaskCode(value.slice(0, 31));
  if (!task.ok) return task;
  const at = firstOutside(value.slice(31), /\d/);
  if (at >= 0) return fails('characters', 31 + at);
  const date = `${value.slice(31, 35)}-${value.slice(35, 37)}-${value.slice(37, 39)}`;
  if (!isDateOnly(date)) return fails('date', 31);
  return { ...task, value, taskCode: task.value, date, serial: Number(value.slice(39)) };
}

/** Which code a text is. `local`: a province's own code, ≤ 50 characters. */
export type ItemCodeForm = 'catalog' | 'task' | 'taskHandleItem' | 'case' | 'local';

/**
 * Tells which 事项编码 a text is. A text with the length of a national code that fails its check is accepted as
 * `local`, and `failure` says what kept it from being national, so that nothing is dropped silently.
 */
export function readItemCode(
  text: string,
): CodeCheck<{ form: ItemCodeForm; failure?: ItemCodeFailure }, 'empty' | 'length' | 'characters'> {
  const value = tidy(text);
  const forms: [ItemCodeForm, number, (text: string) => CodeCheck<object, ItemCodeFailure>][] = [
    ['catalog', 12, checkCatalogCode],
    ['taskHandleItem', 33, checkTaskHandleItem],
    ['case', 43, checkCaseNumber],
    ['task', value.length >= 31 && value.length <= 36 ? value.length : 31, checkTaskCode],
  ];
  const form = forms.find((f) => f[1] === value.length);
  const check = form?.[2](value);
  if (form && check?.ok) return { ok: true, value, form: form[0] };
  // Local codes keep their case.
  const local = withoutSpaces(toHalfWidth(text));
  if (!local) return fails('empty');
  if (codePointLength(local) > 50) return fails('length');
  const at = firstOutside(local, /[\p{L}\p{N}\-_./()〔〕[\]]/u);
  if (at >= 0) return fails('characters', at);
  return { ok: true, value: local, form: 'local', ...(check && !check.ok ? { failure: check.code } : {}) };
}
