/** 情形: which materials a reader needs, by the answers given so far. Pure. */
import type { Guide, GuideSituation, MaterialItem } from '@zwgk/schema';

/** Answers by question id. */
export type Answers = ReadonlyMap<string, string>;

const escape = (part: string) => part.replace(/[%:;]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const unescape = (part: string) =>
  part.replace(/%(25|3a|3b)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** `id:value;id:value` → answers; questions and options that the guide does not have are passed over. */
export function readSituation(text: unknown, situations: readonly GuideSituation[] = []): Answers {
  const given = new Map(
    (typeof text === 'string' ? text : '').split(';').map((pair) => {
      const [id = '', value = ''] = pair.split(':').map((part) => unescape(part.trim()));
      return [id, value];
    }),
  );
  return new Map(
    situations
      .filter(({ id, options }) => options.some(({ value }) => value === given.get(id)))
      .map(({ id }) => [id, given.get(id)!]),
  );
}
export const writeSituation = (answers: Answers): string =>
  [...answers].map(([id, value]) => `${escape(id)}:${escape(value)}`).join(';');

/**
 * What a reader has to do about a material: `bring` it · hand it in `later` (容缺后补) · `maybe` (非必要, or a question
 * that decides it is open) · `free` (电子证照, 数据共享, 告知承诺) · `not` (another situation).
 */
export type Need = 'bring' | 'later' | 'maybe' | 'free' | 'not';
/** Why: codes of the message table. */
export type Mark = 'licence' | 'shared' | 'pledge' | 'later' | 'optional' | 'depends' | '';
export interface NeededMaterial {
  readonly material: MaterialItem;
  readonly need: Need;
  readonly mark: Mark;
}

// 政府部门核发 alone does not say that the window gets it by itself; the remarks do.
const SHARED = /共享|免予?提交|免交|电子证照|信息库核验|系统核验/;
const NOT_SHARED = /不能共享|未能共享|无法共享|尚未共享/;

function markOf(material: MaterialItem, pick: (value: MaterialItem['name'] | undefined) => string): Mark {
  const { electronicLicence, commitment, source, necessity, sourceNote, fillNotes, remark } = material;
  if (electronicLicence) return 'licence';
  const notes = [sourceNote, fillNotes, remark].map(pick).join();
  if (source === '20' && SHARED.test(notes) && !NOT_SHARED.test(notes)) return 'shared';
  return commitment ? 'pledge' : necessity === '3' ? 'later' : necessity === '2' ? 'optional' : '';
}
const NEED: Readonly<Record<Mark, Need>> = {
  licence: 'free',
  shared: 'free',
  pledge: 'free',
  later: 'later',
  optional: 'maybe',
  depends: 'maybe',
  '': 'bring',
};

/** Every material of the guide with what it asks of the reader, and the questions that are still open. */
export function needsOf(
  { materials = [], situations = [] }: Guide,
  answers: Answers,
  pick: (value: MaterialItem['name'] | undefined) => string,
): { needs: NeededMaterial[]; open: GuideSituation[] } {
  const open = situations.filter(({ id }) => !answers.has(id));
  const lists = (list: readonly GuideSituation[], number: number, chosen: boolean) =>
    list.some(({ id, options }) =>
      options.some((option) => (!chosen || option.value === answers.get(id)) && option.materials?.includes(number)),
    );
  const needs = [...materials.keys()].map((i): NeededMaterial => {
    const material = materials[i]!;
    const number = material.order ?? i + 1;
    // What no question names is always needed.
    if (!lists(situations, number, false) || lists(situations, number, true)) {
      const mark = markOf(material, pick);
      return { material, mark, need: NEED[mark] };
    }
    return lists(open, number, false)
      ? { material, mark: 'depends', need: 'maybe' }
      : { material, mark: '', need: 'not' };
  });
  return { needs, open };
}
