/** From what stands in the fields to a draft, from issues back to the fields, and what may be kept on this device. */
import { attachmentLimits, checkMobile, complaintKinds, identityModes } from '@zwgk/schema';
import type { ComplaintKind, IdentityMode, Issue, Receipt } from '@zwgk/schema';

/** Longest text of a field in code points, as the schema has it. Title and content have the limits of the body. */
export const fieldMaxima: Readonly<Record<string, number>> = { accusedName: 50, accusedPost: 100, name: 50, phone: 30 };

/** The fields of the form, in the order of the page. */
export const fieldNames = [
  'kind',
  'title',
  'content',
  'accusedName',
  'accusedOrg',
  'accusedPost',
  'place',
  'attachments',
  'identityMode',
  'name',
  'phone',
  'email',
  'address',
] as const;
export type FieldName = (typeof fieldNames)[number];
export type Values = Partial<Record<FieldName, string>>;

/** What stays the same while a letter is written. */
export interface Setting {
  readonly kinds: readonly ComplaintKind[];
  /** Kinds that may be sent without a name. */
  readonly anonymousKinds: readonly string[];
  /** Further required fields of the body, e.g. `address`. */
  readonly require: readonly string[];
  /** False where no files go with letters. */
  readonly attachments?: boolean;
}

/** The setting from the element's attributes, whose words are separated by blanks. */
export function settingOf({
  kinds,
  anonymousKinds,
  require,
}: Record<'kinds' | 'anonymousKinds' | 'require', string | undefined>): Setting {
  const words = (list: string | undefined) => list?.split(/[\s,]+/).filter(Boolean) ?? [];
  const named = words(kinds);
  const known = complaintKinds.filter((kind) => (named.length ? named.includes(kind) : kind !== 'praise'));
  return { kinds: known, anonymousKinds: words(anonymousKinds), require: words(require) };
}

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | undefined =>
  list.find((item) => item === value);
export const kindOf = (values: Values): ComplaintKind | undefined => oneOf(complaintKinds, values.kind);

/** 实名, 实名保密, and 匿名 where the kind allows it. */
export const modesOf = (values: Values, setting: Setting): IdentityMode[] =>
  (['realName', 'realNameConfidential', 'anonymous'] as const).filter(
    (mode) => mode !== 'anonymous' || setting.anonymousKinds.includes(values.kind ?? ''),
  );
/** The mode that counts: one that the kind does not allow falls back to 实名. */
export const modeOf = (values: Values, setting: Setting): IdentityMode =>
  oneOf(modesOf(values, setting), values.identityMode) ?? identityModes[0];

/** Letters of these may be published with consent; 举报 and confidential ones never. */
export const publishable = (values: Values, setting: Setting): boolean =>
  values.kind !== 'report' && modeOf(values, setting) === 'realName';

/** The least that each kind asks for (个人信息保护法 第6条): only these fields are shown, and only these are sent. */
export function visibleFields(values: Values, setting: Setting): FieldName[] {
  const { kind } = values;
  const accused = kind === 'complaint' || kind === 'report';
  const anonymous = modeOf(values, setting) === 'anonymous';
  return fieldNames.filter((field) =>
    field.startsWith('accused')
      ? accused && (field !== 'accusedPost' || kind === 'report')
      : field === 'place'
        ? accused || kind === 'help' || setting.require.includes('place')
        : field === 'address'
          ? !anonymous && setting.require.includes('address')
          : /^(?:name|phone|email)$/.test(field)
            ? !anonymous
            : field !== 'attachments' || setting.attachments !== false,
  );
}

/** What must be there besides the rules of the schema: 举报 needs somebody or some place to look at. */
export function requiredFields(values: Values, setting: Setting): string[] {
  const anonymous = modeOf(values, setting) === 'anonymous';
  const more = setting.require.filter((field) => !anonymous || !/^(?:address|email|name)$/.test(field));
  return values.kind === 'report' ? ['accused|place', ...more] : more;
}

/** The draft as the schema checks it and the service takes it. */
export function draftOf(values: Values, setting: Setting, more: object): Record<string, unknown> {
  const shown = new Set(visibleFields(values, setting));
  const draft: Record<string, unknown> = {};
  const put = (to: Record<string, unknown>, key: string, field: FieldName) => {
    const value = shown.has(field) ? values[field]?.trim() : '';
    if (value) to[key] = value;
  };
  put(draft, 'kind', 'kind');
  put(draft, 'title', 'title');
  put(draft, 'content', 'content');
  const accused = {};
  put(accused, 'name', 'accusedName');
  put(accused, 'org', 'accusedOrg');
  put(accused, 'post', 'accusedPost');
  if (Object.keys(accused).length) draft['accused'] = accused;
  put(draft, 'place', 'place');
  draft['identityMode'] = modeOf(values, setting);
  put(draft, 'name', 'name');
  // One field for a number of any kind; the schema has two.
  put(draft, checkMobile(values.phone ?? '').ok ? 'mobile' : 'phone', 'phone');
  put(draft, 'email', 'email');
  put(draft, 'address', 'address');
  return { ...draft, ...more };
}

const FIELDS: Readonly<Record<string, FieldName>> = {
  mobile: 'phone',
  accused: 'accusedOrg',
  'accused.name': 'accusedName',
  'accused.org': 'accusedOrg',
  'accused.post': 'accusedPost',
};

/** What is wrong with one field. `field` is undefined where the form has no such field. */
export interface Fault {
  readonly field: FieldName | undefined;
  readonly code: string;
  /** True when the service found it, so that a check on this side cannot tell whether it has been mended. */
  readonly told?: boolean | undefined;
}

/** Issues of the schema or of the service by field, in the order of the page, the first of each field only. */
export function faultsOf(issues: readonly Issue[], values: Values, setting: Setting): Fault[] {
  const shown = visibleFields(values, setting);
  const faults = new Map<FieldName | undefined, Fault>();
  for (const { path, code } of issues) {
    const name = FIELDS[path.join('.')] ?? FIELDS[String(path[0])] ?? oneOf(fieldNames, String(path[0]));
    const field = name && shown.includes(name) ? name : undefined;
    if (!faults.has(field)) faults.set(field, { field, code });
  }
  const order = (fault: Fault) => (fault.field ? fieldNames.indexOf(fault.field) : fieldNames.length);
  return [...faults.values()].sort((a, b) => order(a) - order(b));
}

/** An upload that goes with a kept draft: enough to go on with it when the same file is chosen again. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  /** Bytes of the file as it was chosen. */
  readonly size: number;
  readonly done: boolean;
  readonly sha256?: string | undefined;
}

/** Who wrote is never kept, nor about whom. */
const KEPT: readonly FieldName[] = ['kind', 'title', 'content', 'place', 'identityMode'];
/** Milliseconds after which a kept draft is thrown away. */
export const DRAFT_AGE = 30 * 86400000;

export interface KeptDraft {
  /** Idempotency key: with it the letter becomes one case, before and after a refresh. */
  readonly key: string;
  /** When the notice was shown; part of what is sent, so that the letter stays the same letter. */
  readonly shownAt: string;
  /** Milliseconds. */
  readonly savedAt: number;
  readonly values: Values;
  /** The reader's own tick, part of what is sent: without it the letter would be another after a refresh. */
  readonly consent: boolean;
  readonly files: readonly KeptFile[];
}

export const packDraft = ({ values, ...draft }: KeptDraft): string =>
  JSON.stringify({
    v: 1,
    ...draft,
    values: Object.fromEntries(KEPT.filter((field) => values[field]).map((field) => [field, values[field]])),
  });

/** A kept draft, or nothing when there is none, it is damaged, or it is too old. */
export function unpackDraft(text: string | null, now: number): KeptDraft | undefined {
  let found: ({ readonly [Key in keyof KeptDraft]?: unknown } & { v?: unknown }) | null;
  try {
    found = JSON.parse(text ?? 'null') as typeof found;
  } catch {
    // Another program's or a damaged entry: there is no draft then.
    return undefined;
  }
  const { v, key, savedAt, shownAt, values, consent, files } = found ?? {};
  if (v !== 1 || typeof shownAt !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:]{8}\+08:00$/.test(shownAt)) return undefined;
  if (typeof key !== 'string' || !/^[0-9a-f]{20,64}$/.test(key)) return undefined;
  if (typeof savedAt !== 'number' || savedAt > now + 86400000 || savedAt < now - DRAFT_AGE) return undefined;
  const kept: Values = {};
  for (const field of KEPT) {
    const value = (values as Values | null | undefined)?.[field];
    if (typeof value === 'string') kept[field] = value;
  }
  const known = (Array.isArray(files) ? (files as (Partial<KeptFile> | null)[]) : [])
    .filter((file) => /^[\w-]{8,200}$/.test(file?.id ?? '') && typeof file!.name === 'string' && file!.size! > 0)
    .slice(0, attachmentLimits.count) as KeptFile[];
  return Object.keys(kept).length
    ? { key, savedAt, shownAt, values: kept, consent: consent === true, files: known }
    : undefined;
}

/** `K7M2Q9TX4B…` → `K7M2-Q9TX-4B…`: read aloud and copied by hand in fours. A code that has groups keeps them. */
export const groupCode = (code: string): string =>
  /[^0-9A-Za-z]/.test(code) ? code : code.replace(/(.{4})(?=.)/g, '$1-');

/** The receipt without what only the citizen may know, for events and for the page after leaving it. */
export function publicReceipt({ queryCode: _, ...receipt }: Receipt): Omit<Receipt, 'queryCode'> {
  return receipt;
}

/** `2026-02-10T10:05:00+08:00` of a moment in milliseconds. */
export const beijingTime = (now: number): string => `${new Date(now + 8 * 3600000).toISOString().slice(0, 19)}+08:00`;
