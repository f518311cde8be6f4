/** Found words in a text. */
import { html } from 'lit';

/** A text with some ranges of it marked. */
export function marked(text: string, ranges: readonly (readonly [number, number])[]): unknown {
  if (!ranges.length) return text;
  let at = 0;
  return [
    ...ranges.map(([start, end]) => {
      const before = text.slice(at, start);
      return html`${before}<mark>${text.slice(start, (at = end))}</mark>`;
    }),
    text.slice(at),
  ];
}
