/** A catalogue in a page, for browser tests: shown, clicked, read. */
import type { ZwgkCatalogue } from '@zwgk/elements';
import { page, seen, settled } from './browser.js';

export const fail = (message: string): never => {
  throw new Error(message);
};
export const equal = (actual: unknown, expected: unknown): void => {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    fail(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
};
export const has = (text: string, ...parts: string[]): void => {
  for (const part of parts) if (!text.includes(part)) fail(`"${part}" is not in:\n${text}`);
};
export const hasNot = (text: string, ...parts: string[]): void => {
  for (const part of parts) if (text.includes(part)) fail(`"${part}" is in:\n${text}`);
};
export const calm = async (element: ZwgkCatalogue): Promise<ZwgkCatalogue> => {
  await settled(element);
  await new Promise((resolve) => setTimeout(resolve, 30));
  return settled(element);
};
export const show = async (catalogue: unknown, attributes = '', inner = ''): Promise<ZwgkCatalogue> => {
  const element = page<ZwgkCatalogue>(`<zwgk-catalogue ${attributes}>${inner}</zwgk-catalogue>`);
  element.catalogue = catalogue as never;
  await element.updateComplete;
  return calm(element);
};
export const all = (element: ZwgkCatalogue, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const one = (element: ZwgkCatalogue, selector: string): HTMLElement =>
  all(element, selector)[0] ?? fail(`no ${selector} in:\n${seen(element)}`);
export const named = (element: ZwgkCatalogue, selector: string, text: string): HTMLElement =>
  all(element, selector).find((found) => (found.getAttribute('aria-label') ?? found.textContent).includes(text)) ??
  fail(`no ${selector} "${text}"`);
export const titles = (element: ZwgkCatalogue): string[] =>
  all(element, '[part=link]').map((link) => link.textContent ?? '');
export const click = async (element: ZwgkCatalogue, target: HTMLElement): Promise<ZwgkCatalogue> => {
  target.click();
  return calm(element);
};
