/** Values of a guide as offices write them → fields: time limits in days, materials and steps in lists, phones, fees. */
import { readTimeLimit } from '@zwgk/schema';
import { readDayField, readUrl } from './catalogue-values.js';
import { TARGETS, TYPES } from './guide-fields.js';
import type { ImportPlace, Issues } from './issues.js';
import type { Cell } from './sheet.js';
import { basisParts, elementParts } from './standard.js';
import { asCode, isNothing, oneLine, partsOf, readMark } from './values.js';

const UNITS: Readonly<Record<string, string>> = { workingDays: 'workday', calendarDays: 'day', months: 'month' };

/** Days and their unit; what the text says beyond them stays as a note. A number without a unit is not guessed at. */
function limitOf(
  name: 'statutory' | 'promised',
  source: string,
  label: string,
  place: ImportPlace,
  issues: Issues,
): object {
  const unitOfLabel = /工作日/.test(label) ? '个工作日' : /自然日|[（(](?:天|日)[）)]/.test(label) ? '日' : '';
  const text = /^\d+$/.test(asCode(source)) ? `${asCode(source)}${unitOfLabel}` : oneLine(source);
  const { kind, value } = readTimeLimit(text);
  const unit = UNITS[kind];
  const bare = asCode(text).replace(
    /^(?:受理后|受理之日起|自受理之日起)?\d+(?:个?工作日|日|天|个月)(?:内|以内|内办结)?$/,
    '',
  );
  const note = bare ? { [`${name}Note`]: text } : {};
  if (unit !== undefined && value !== undefined) return { [`${name}Days`]: value, [`${name}Unit`]: unit, ...note };
  if (kind === 'immediate' && name === 'promised') return { projectType: '1', promisedNote: text };
  if (/^\d+$/.test(text)) issues.add('limit_without_unit', place, text);
  return { [`${name}Note`]: text };
}
/** 受理：到窗口提交材料 → the stage and what is done there. */
const stepOf = (text: string): object => {
  const [, stage, description] = /^(.{1,15}?)[：:。]\s*(.+)$/s.exec(text) ?? [];
  return stage && description ? { stage, description } : { stage: text };
};
const phones = (text: string): object[] =>
  partsOf(text, /[；;\n，,]+|、(?=\d)/).map((value) => ({ ...(/\d[\d-]{4,}/.test(value) && { kind: '电话' }), value }));
function codesOf(
  words: Readonly<Record<string, string>>,
  text: string,
  place: ImportPlace,
  issues: Issues,
): string[] | undefined {
  const parts = partsOf(oneLine(text), /[；;、，,\s/]+/);
  const codes = parts.map((part) => (Object.hasOwn(words, part) ? words[part]! : part));
  const bad = codes.find((code) => !/^\d+$/.test(code));
  if (bad !== undefined) return void issues.add('code_unknown', place, bad);
  return [...new Set(codes)];
}

/** What a cell adds to a guide; undefined when it could not be read and should stay under its name. */
export function guideValue(
  field: string,
  cell: Cell,
  label: string,
  place: ImportPlace,
  issues: Issues,
): object | undefined {
  const { text } = cell;
  const line = oneLine(text);
  switch (field) {
    case 'statutory':
    case 'promised':
      return limitOf(field, text, label, place, issues);
    case 'legalBasis':
      return { legalBasis: basisParts(text) };
    case 'materials':
      return { materials: elementParts(text).map((name, i) => ({ order: i + 1, name: oneLine(name) })) };
    case 'flow':
      return { flow: elementParts(text.replace(/\s*(?:→|->|—>|⇒)\s*/g, '\n')).map(stepOf) };
    case 'places':
      return { places: partsOf(text, /[；;\n]+/).map((address) => ({ address })) };
    case 'consult':
    case 'complaint':
      return { [field]: phones(text) };
    case 'charged':
    case 'fees': {
      const free = isNothing(line) || /^(?:不收费|免费|否|不收取.*|零收费|无收费)[。]?$/.test(line);
      if (free) return { charged: false };
      return /^(?:是|收费)$/.test(line) ? { charged: true } : { charged: true, fees: [{ name: line }] };
    }
    case 'taskType': {
      const codes = codesOf(TYPES, text, place, issues);
      return codes && { taskType: codes[0] };
    }
    case 'serviceTargets': {
      const codes = codesOf(TARGETS, text, place, issues);
      return codes && { serviceTargets: codes };
    }
    case 'projectType':
      return /即办/.test(line) ? { projectType: '1' } : /承诺/.test(line) ? { projectType: '2' } : undefined;
    case 'handleForms': {
      const forms = [/窗口|现场|大厅/, /网上|网络|在线|掌上|全程网办/, /快递|邮寄|信函/].flatMap((form, i) =>
        form.test(line) ? [String(i + 1)] : [],
      );
      return forms.length ? { handleForms: forms } : undefined;
    }
    case 'online': {
      const mark = readMark(line);
      return mark === undefined ? undefined : { online: mark };
    }
    case 'visits':
    case 'caseVolume': {
      const [number] = /\d{1,9}/.exec(asCode(text)) ?? [];
      return number === undefined ? undefined : { [field]: Number(number) };
    }
    case 'onlineUrl':
    case 'url': {
      const url = readUrl(cell.url ?? line, place, issues);
      return url === undefined ? {} : { [field]: url };
    }
    case 'updatedAt': {
      const day = readDayField(field, text, place, issues);
      return day === undefined ? undefined : { updatedAt: day };
    }
    case 'acceptConditions':
    case 'scope':
    case 'rights':
    case 'prohibitions':
    case 'officeHours':
      return { [field]: text.trim() };
    default:
      return { [field]: /Code$/.test(field) ? asCode(text) : line };
  }
}
