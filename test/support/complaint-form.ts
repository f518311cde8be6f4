/** The letter form in a test: put into a page, filled in, sent to a service that answers as it is told. */
import '@zwgk/elements/define/zwgk-complaint-form.js';
import { createClient, type ClientOptions } from '@zwgk/client';
import type { ZwgkComplaintForm } from '@zwgk/elements';
import { page, seen, settled, until } from './browser.js';

export const ORG = '云泊县稻溪镇人民政府';
export const CODE = 'K7M2Q9TX4BHW';
export const receipt = {
  ticketNo: 'DX20261122-0007',
  queryCode: CODE,
  submittedAt: '2026-11-22T16:40:00+08:00',
  dueAt: '2026-12-11',
  dueProvisional: false,
  targetOrg: { name: ORG },
};
export const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
export const problem = (status: number, code: string, more: object = {}, headers = {}) =>
  json({ status, code, title: code, ...more }, status, headers);

export interface Sent {
  readonly key: string | null;
  readonly body: Record<string, unknown>;
  readonly url: string;
}
export type Answer = () => Response | Promise<Response>;

/** A service that answers as it is told, the last answer again and again, and remembers what it was sent. */
export function service(...answers: Answer[]) {
  const sent: Sent[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const body = JSON.parse(await request.text()) as Sent['body'];
    sent.push({ key: request.headers.get('idempotency-key'), body, url: request.url });
    return (answers.length > 1 ? answers.shift()! : (answers[0] ?? (() => json(receipt, 201))))();
  };
  return { sent, fetch };
}

export async function form(
  { fetch }: Pick<ClientOptions, 'fetch'>,
  attributes = `org="${ORG}"`,
  options: Partial<ClientOptions> = {},
  inside = '',
): Promise<ZwgkComplaintForm> {
  const element = page<ZwgkComplaintForm>(`<zwgk-complaint-form ${attributes}>${inside}</zwgk-complaint-form>`);
  element.client = createClient({ api: '/api/v1', fetch, retries: 0, ...options });
  return settled(element);
}
export const find = <E extends HTMLElement>(element: HTMLElement, selector: string): E => {
  const found = element.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
};
export const has = (element: HTMLElement, selector: string) => !!element.shadowRoot!.querySelector(selector);
export const button = (element: HTMLElement, words: string): HTMLButtonElement => {
  const found = [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent.includes(words));
  if (!found)
    throw new Error(
      `No button ${words} among ${[...element.shadowRoot!.querySelectorAll('button')].map((b) => b.textContent.trim()).join(' | ')}`,
    );
  return found;
};
export async function click(element: HTMLElement & { updateComplete: Promise<unknown> }, words: string) {
  button(element, words).click();
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
}
/** Types by script: sets the value and tells of it, as the browser does. */
export async function fill(element: ZwgkComplaintForm, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) {
    const radio = element.shadowRoot!.querySelector<HTMLInputElement>(
      `input[type=radio][name=${name}][value="${CSS.escape(value)}"]`,
    );
    if (radio) radio.click();
    else {
      const field = find<HTMLInputElement>(element, `[name=${name}]`);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
    await element.updateComplete;
  }
}
export const letter = {
  kind: 'consult',
  title: '城乡居民养老保险补缴条件咨询',
  content: '本人1968年出生，想了解2026年补缴的条件和材料。',
  name: '买买提·艾力',
  phone: '138 0013 8000',
};
export async function reviewed(element: ZwgkComplaintForm, values: Readonly<Record<string, string>> = letter) {
  await fill(element, values);
  await click(element, '下一步');
  if (!seen(element).includes('请核对来信内容')) throw new Error(`Not under review:\n${seen(element)}`);
}
export async function send(element: ZwgkComplaintForm, words = '确认提交') {
  await click(element, words);
  await settled(element);
  // What can be done with a receipt comes a moment after it.
  if (has(element, '.receipt')) await until(() => has(element, '#ways'), 'the rest of the receipt');
}
export const expect = (condition: unknown, message: string) => {
  if (!condition) throw new Error(message);
};
export const shows = (element: HTMLElement, ...words: string[]) => {
  const text = seen(element);
  for (const word of words) expect(text.includes(word), `“${word}” is not shown in:\n${text}`);
};
export const hides = (element: HTMLElement, ...words: string[]) => {
  const text = seen(element);
  for (const word of words) expect(!text.includes(word), `“${word}” is shown in:\n${text}`);
};
export const active = (element: HTMLElement) => element.shadowRoot!.activeElement as HTMLElement | null;
