/** 基层政务公开标准目录检查: columns of the table that must not be empty, 国办发〔2019〕54号 (domain §1.6). */
import { isEmpty, textOf } from './blank.js';
import type { StandardCatalogue, StandardItem } from './catalogue.js';
import { Findings, type CatalogueFinding } from './catalogue-findings.js';
import { readTimeLimit } from './time-limit-text.js';

const limitOf = ({ timeLimit }: StandardItem) => (typeof timeLimit === 'string' ? readTimeLimit(timeLimit) : timeLimit);

/** 公开内容, 依据, 时限, 主体, 渠道, 公开对象, 公开方式: whether the cell says something. */
const CELLS: Readonly<Record<string, (item: StandardItem) => boolean>> = {
  contentElements: ({ contentElements }) => !isEmpty(contentElements),
  basis: ({ basis }) => !isEmpty(basis),
  timeLimit: (item) => !isEmpty(limitOf(item)?.raw),
  subject: ({ subject }) => !isEmpty(subject),
  channels: ({ channels }) => !isEmpty(channels),
  audience: ({ audience }) => audience?.public === true || audience?.specificGroup === true,
  mode: ({ mode }) => mode?.proactive === true || mode?.onRequest === true,
  levels: ({ levels }) => !isEmpty(levels),
};

/**
 * What an inspection would find in a 标准目录: cells that are empty, 同上 in the place of a text, matters that stand
 * twice, limits beyond the 20 working days of 条例第二十六条. The column 公开层级 is asked for where any item has one.
 * `samples` give places in `items`.
 */
export function checkStandardCatalogue({ items }: StandardCatalogue): CatalogueFinding[] {
  const found = new Findings();
  const levelled = items.some(CELLS['levels']!);
  const names = new Set<string>();
  items.forEach((item, index) => {
    for (const [field, filled] of Object.entries(CELLS))
      if (!filled(item) && (field !== 'levels' || levelled))
        found.entry('standard-cell-empty', undefined, index, field);
    for (const [field, text] of [
      ['level1', item.level1],
      ['level2', item.level2],
      ['contentElements', Array.isArray(item.contentElements) ? item.contentElements[0] : item.contentElements],
      ['subject', item.subject],
      ['timeLimit', limitOf(item)?.raw],
    ] as const)
      if (/^同上[。.]?$/.test(textOf(text))) found.entry('standard-ditto', undefined, index, field);
    const name = [item.level1, item.level2].map(textOf).join('\n');
    if (item.level2 !== undefined && names.has(name)) found.entry('standard-duplicate', undefined, index);
    names.add(name);
    const limit = limitOf(item);
    if (limit?.kind === 'workingDays' && !limit.atLeast && limit.value! > 20)
      found.entry('standard-limit-over-20', undefined, index, 'timeLimit', () => ({ value: limit.value! }));
  });
  return found.all();
}
