/** Fields of a plain form to a draft. Empty fields are fields that were not filled in. */
import { checkMobile } from '@zwgk/schema';

const TEXTS = [
  'kind',
  'title',
  'content',
  'identityMode',
  'name',
  'mobile',
  'phone',
  'email',
  'address',
  'place',
  'placeRegion',
  'about',
  'lang',
] as const;

export function draftOfForm(fields: ReadonlyMap<string, string>): Record<string, unknown> {
  const draft: Record<string, unknown> = {};
  const value = (name: string) => {
    // Forms end lines with CR LF.
    const text = fields.get(name)?.replace(/\r\n?/g, '\n').trim();
    return text === '' ? undefined : text;
  };
  for (const name of TEXTS) {
    const text = value(name);
    if (text !== undefined) draft[name] = text;
  }
  const org = value('targetOrg') ?? value('org');
  if (org) draft['targetOrg'] = { name: org };
  const accused = Object.fromEntries(
    (['name', 'org', 'post'] as const).flatMap((part) => {
      const text = value(`accused.${part}`);
      return text ? [[part, text]] : [];
    }),
  );
  if (Object.keys(accused).length) draft['accused'] = accused;
  const people = value('peopleCount');
  if (people) draft['peopleCount'] = /^\d{1,9}$/.test(people) ? Number(people) : people;
  draft['publicConsent'] = ['true', 'on', '1', 'yes'].includes(value('publicConsent') ?? '');
  // 联系电话 in one field: a mobile number belongs to its own.
  const { phone, mobile } = draft;
  if (typeof phone === 'string' && mobile === undefined && checkMobile(phone).ok) {
    draft['mobile'] = phone;
    delete draft['phone'];
  }
  // 匿名: what is filled in all the same is not kept.
  if (draft['identityMode'] === 'anonymous')
    for (const name of ['name', 'mobile', 'phone', 'email', 'address']) delete draft[name];
  return draft;
}
