// 字符处理：全角转半角、汉字数字。GB 18030-2022 字库超出 UTF-16 单元，长度一律按码位计。

/** Turns full-width ASCII (`２０（）／`) and the ideographic space into their half-width forms; leaves all else. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}

/** Length in Unicode code points: a rare character (生僻字) outside the BMP counts as one. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** The text without any white space, zero-width characters or byte-order mark, which pasted codes often carry. */
export function withoutSpaces(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '');
}

const DIGITS = '零一二三四五六七八九';
const SAME: Record<string, string> = {
  〇: '零',
  '○': '零',
  两: '二',
  兩: '二',
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  廿: '二十',
  卅: '三十',
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

// Marked as pure, so that a bundle without numerals does not carry the table.
const SAME_CHARACTERS = /*@__PURE__*/ Object.keys(SAME).join('');
/** The characters that {@link readNumber} reads, for use inside a regular expression class. */
export const NUMERAL_CHARACTERS = `\\d${DIGITS}十百千${SAME_CHARACTERS}`;

/**
 * Reads a whole number 0–99999 in Arabic or Chinese numerals: `20`, `２０`, `二十`, `一百二十`, `两`, `拾伍`, `二〇二六`.
 * @returns the number, or `undefined` when the text is anything else.
 */
export function readNumber(text: string): number | undefined {
  const half = toHalfWidth(text);
  if (/^\d{1,5}$/.test(half)) return Number(half);
  let total = 0;
  let digit = -1;
  let smallest = 10000;
  const plain = [...half].map((c) => SAME[c] ?? c).join('');
  if (new RegExp(`^[${DIGITS}]{2,5}$`).test(plain)) return Number([...plain].map((c) => DIGITS.indexOf(c)).join(''));
  for (const c of plain) {
    const unit = UNITS[c];
    const value = DIGITS.indexOf(c);
    if (unit) {
      // 十 may stand alone (十五); 百 and 千 need a digit, and units must get smaller.
      if (unit >= smallest || digit === 0 || (digit < 0 && unit > 10)) return undefined;
      total += (digit < 0 ? 1 : digit) * unit;
      smallest = unit;
      digit = -1;
    } else if (value >= 0 && digit <= 0) digit = value;
    else return undefined;
  }
  return plain ? total + Math.max(digit, 0) : undefined;
}
