/** 下一步 of a table of steps: “齐全→3；不齐→2”, “第4步”, “转审核”, “结束”. */
import { readNumber } from '@zwgk/schema';
import { asCode, isNothing, partsOf } from './values.js';

export interface Way {
  /** Id of a step, or `end` for the end of the whole. */
  readonly to: string | { readonly end: true };
  readonly label?: string;
}
/** Steps by their number and by their name, and those before and behind. */
export interface Steps {
  readonly byName: ReadonlyMap<string, string>;
  readonly previous: string | undefined;
  readonly following: string | undefined;
}
/** A name without blanks and signs. */
export const stepName = (text: string): string =>
  asCode(text)
    .replace(/[“”"'《》。，,.：:；;？?！!]/g, '')
    .toLowerCase();

/** What is longer is no 下一步 but an account of it. */
const LONGEST = 500;
const ARROW = /→|⇒|➔|➜|-+>|=+>|—+>|－+>|:|：|转至|转到|转入|转|进入|退回|返回|到|则|至/g;
const END = /^(?:流程)?(?:结束|终止|完结)$|^end$/;

function targetOf(text: string, { byName, previous, following }: Steps): Way['to'] | undefined {
  const name = stepName(text.replace(/[（(][^）)]*[）)]$/, ''));
  const found = byName.get(name);
  if (found !== undefined) return found;
  if (/^(?:下一步|下一步骤|下一环节|继续)$/.test(name)) return following;
  if (/^(?:上一步|上一步骤|上一环节)$/.test(name)) return previous;
  const [, number] = /^(?:第|步骤|环节|序号|no)?(.{1,5}?)(?:步|步骤|环节|号)?$/.exec(name) ?? [];
  const n = number === undefined ? undefined : readNumber(number);
  if (n !== undefined && byName.has(String(n))) return byName.get(String(n));
  return END.test(name) ? { end: true } : undefined;
}
function targetsOf(text: string, steps: Steps): Way['to'][] | undefined {
  const whole = targetOf(text, steps);
  if (whole !== undefined) return [whole];
  const targets = partsOf(text, /[、，,和及/]+/).map((part) => targetOf(part, steps));
  return targets.length && targets.every((one) => one !== undefined) ? targets : undefined;
}
/** One part: targets alone, or what it depends on, a sign, and the targets. */
function waysOf(text: string, steps: Steps): Way[] | undefined {
  const plain = targetsOf(text, steps);
  if (plain) return plain.map((to) => ({ to }));
  for (const arrow of [...text.matchAll(ARROW)].reverse()) {
    const targets = targetsOf(text.slice(arrow.index + arrow[0].length), steps);
    if (!targets) continue;
    const before = text.slice(0, arrow.index).replace(/^[\s（(【]+|[\s）)】:：，,的时则就]+$/g, '');
    const label = before || (/退回|返回/.test(arrow[0]) ? arrow[0] : '');
    return targets.map((to) => ({ to, ...(label && { label }) }));
  }
  return undefined;
}

/** The ways out of a step, and the parts that name no step. */
export function readNext(
  text: string,
  steps: Steps,
): { readonly ways: readonly Way[]; readonly unread: readonly string[] } {
  const ways: Way[] = [];
  const unread: string[] = [];
  for (const part of partsOf(text, /[；;\n]+/)) {
    if (isNothing(part)) continue;
    if (part.length > LONGEST) {
      unread.push(part);
      continue;
    }
    const pieces = partsOf(part, /[，,、]+/);
    const each = pieces.map((piece) => (piece.search(ARROW) < 0 ? undefined : waysOf(piece, steps)));
    const whole = waysOf(part, steps);
    if (pieces.length > 1 && each.every((one) => one !== undefined)) ways.push(...each.flat());
    else if (whole) ways.push(...whole);
    else unread.push(part);
  }
  return { ways, unread };
}
