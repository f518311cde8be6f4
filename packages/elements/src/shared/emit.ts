import type { ZwgkEvents } from '../events.js';

/** Sends one of our events; false when a listener prevented it. The element's state must be right before. */
export const emit = <Name extends keyof ZwgkEvents>(
  host: HTMLElement,
  name: Name,
  detail: ZwgkEvents[Name],
  cancelable = false,
): boolean => host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
