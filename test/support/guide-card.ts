/** Helpers of the tests of guide cards: a card at a known moment, and what is to be read in it. */
import { createHttp, type Connection } from '@zwgk/client';
import '@zwgk/elements/define/zwgk-guide-card.js';
import type { ZwgkGuideCard } from '@zwgk/elements';
import { next, page, settled } from './browser.js';

export const fail = (message: string): never => {
  throw new Error(message);
};
export const equal = (actual: unknown, expected: unknown) => {
  if (actual !== expected) fail(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
};
export const has = (text: string, ...parts: string[]) => {
  for (const part of parts) if (!text.includes(part)) fail(`"${part}" is not in:\n${text}`);
};
export const hasNot = (text: string, ...parts: string[]) => {
  for (const part of parts) if (text.includes(part)) fail(`"${part}" is in:\n${text}`);
};

export type Json = Record<string, unknown>;
export const example = async (name: string): Promise<Json> =>
  (await (await fetch(`/packages/schema/examples/guides/${name}.json`)).json()) as Json;
/** 23 September 2026, a Wednesday before 中秋 and 国庆. */
export const NOW = Date.parse('2026-09-23T10:00:00+08:00');
export const client = (
  answer?: (request: Request) => Promise<Response> | Response,
  timeout = 200,
  now = NOW,
): Connection => ({
  http: createHttp({
    api: '/nowhere',
    now: () => now,
    timeout,
    retries: 0,
    ...(answer ? { fetch: async (request: Request) => answer(request) } : {}),
  }),
});
export const show = async (guide: unknown, attributes = ''): Promise<ZwgkGuideCard> => {
  const card = page<ZwgkGuideCard>(`<zwgk-guide-card ${attributes}><p>原来的内容</p></zwgk-guide-card>`);
  card.client ??= client();
  card.guide = guide as never;
  await card.updateComplete;
  return settled(card);
};
export const all = (card: ZwgkGuideCard, selector: string) => [
  ...card.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const named = (card: ZwgkGuideCard, selector: string, text: string) =>
  all(card, selector).find((element) => element.textContent.includes(text)) ?? fail(`no ${selector} "${text}"`);
export const stylesheet = async (theme: string): Promise<HTMLLinkElement> => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `/packages/elements/themes/${theme}.css`;
  const loaded = next<Event>(link, 'load');
  document.head.append(link);
  await loaded;
  return link;
};
