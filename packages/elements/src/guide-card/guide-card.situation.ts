/** 情形: which materials and steps a reader meets, by the answers given so far. Pure. */
import type { Guide, GuideSituation, GuideStep, MaterialItem } from '@zwgk/schema';

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

/** Whether a question decides over the material or step of a number: by an answer that was given, or that may be. */
const namedBy = (
  list: readonly GuideSituation[],
  what: 'materials' | 'steps',
  number: number,
  answers: Answers | undefined,
): boolean =>
  list.some(({ id, options }) =>
    options.some((option) => (!answers || option.value === answers.get(id)) && option[what]?.includes(number)),
  );

/** `yes`: in the reader's situation; `maybe`: a question that decides is open; `no`: in another situation only. */
function applies(
  { situations = [] }: Guide,
  open: readonly GuideSituation[],
  what: 'materials' | 'steps',
  number: number,
  answers: Answers,
): 'yes' | 'maybe' | 'no' {
  // What no question names always applies.
  if (!namedBy(situations, what, number, undefined) || namedBy(situations, what, number, answers)) return 'yes';
  return namedBy(open, what, number, undefined) ? 'maybe' : 'no';
}
const openOf = ({ situations = [] }: Guide, answers: Answers) => situations.filter(({ id }) => !answers.has(id));

/** Every material of the guide with what it asks of the reader, and the questions that are still open. */
export function needsOf(
  guide: Guide,
  answers: Answers,
  pick: (value: MaterialItem['name'] | undefined) => string,
): { needs: NeededMaterial[]; open: GuideSituation[] } {
  const open = openOf(guide, answers);
  const every = (guide.materials ?? []).map((material, i): NeededMaterial => {
    const applied = applies(guide, open, 'materials', material.order ?? i + 1, answers);
    if (applied === 'maybe') return { material, mark: 'depends', need: 'maybe' };
    if (applied === 'no') return { material, mark: '', need: 'not' };
    const mark = markOf(material, pick);
    return { material, mark, need: NEED[mark] };
  });
  // A row of a template that nobody filled in asks for nothing.
  return { needs: every.filter(({ material }) => pick(material.name)), open };
}

/** The steps of the reader's way, those that depend on an open question, and those of other situations. */
export function stepsOf(
  guide: Guide,
  answers: Answers,
): { steps: GuideStep[]; depends: ReadonlySet<GuideStep>; not: GuideStep[] } {
  const { flow = [] } = guide;
  const open = openOf(guide, answers);
  const applied = flow.map((step, i) => applies(guide, open, 'steps', step.order ?? i + 1, answers));
  return {
    steps: flow.filter((_, i) => applied[i] !== 'no'),
    depends: new Set(flow.filter((_, i) => applied[i] === 'maybe')),
    not: flow.filter((_, i) => applied[i] === 'no'),
  };
}

const HASH = 'zwgk-guide';
const keyOf = ({ id, taskCode }: Guide): string => id ?? taskCode ?? '';
/** The part of an address behind `#` that opens the guide with the answers; it is never sent to a server. */
export const sharedHash = (guide: Guide, situation: string): string =>
  `#${new URLSearchParams([
    [HASH, keyOf(guide)],
    ['situation', situation],
  ]).toString()}`;
/** The answers that an address brings for this guide. */
export function situationOf(hash: string, guide: Guide): string | undefined {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  return given.get(HASH) === keyOf(guide) ? (given.get('situation') ?? undefined) : undefined;
}
