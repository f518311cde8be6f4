/** Helpers of browser tests: put HTML into the page, wait until an element has settled, look for accessibility faults. */
import 'axe-core/axe.min.js';
import type { AxeResults } from 'axe-core';

let holder: HTMLElement | undefined;
/** Puts HTML into the page (after taking out what the test before left) and gives its first element. */
export function page<E extends HTMLElement = HTMLElement>(html: string): E {
  holder?.remove();
  holder = document.createElement('div');
  document.body.append(holder);
  holder.innerHTML = html;
  return holder.firstElementChild as E;
}

/** Waits until the element has shown or failed: no `aria-busy`, no pending update. */
export async function settled<E extends HTMLElement>(element: E): Promise<E> {
  await until(() => !element.hasAttribute('aria-busy'), 'the element to settle');
  await (element as unknown as { updateComplete?: Promise<unknown> }).updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
  return element;
}

/** Waits until a condition holds; fails after five seconds with what it waited for. */
export async function until(condition: () => unknown, what = 'a condition'): Promise<void> {
  const end = Date.now() + 5000;
  await new Promise((resolve) => setTimeout(resolve));
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The next event of a name, at most five seconds away. */
export const next = <E extends Event = CustomEvent>(target: EventTarget, name: string): Promise<E> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No ${name}`)), 5000);
    target.addEventListener(
      name,
      (event) => {
        clearTimeout(timer);
        resolve(event as E);
      },
      { once: true },
    );
  });

/** All text that a reader sees in an element, through its shadow root, hidden parts left out. */
export const seen = (element: HTMLElement): string => {
  const root = element.shadowRoot ?? element;
  return Array.from(root.children)
    .filter((child) => child.localName !== 'style')
    .map((child) => (child as HTMLElement).innerText ?? '')
    .join('\n');
};

/** Fails with the rules and places that axe objects to. */
export async function accessible(element: HTMLElement): Promise<void> {
  const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
  const { violations } = await axe.run(element, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
  if (violations.length)
    throw new Error(
      violations
        .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join('\n')}`)
        .join('\n'),
    );
}
