/** The duty card: beside the chart, below it on a phone, within its step in the text. */
import { css } from 'lit';

export const cardStyles = css`
  [part='card'] {
    border: 1px solid var(--_edge);
    border-top: 3px solid var(--_brand);
    background: var(--_surface);
    padding: 0.75em 1em 1em;
  }
  .stage [part='card'] {
    position: sticky;
    top: 0.5em;
    width: 22em;
    max-width: calc(100% - 1em);
    max-height: 80vh;
    margin: 0.5em;
    overflow: auto;
    align-self: start;
    justify-self: end;
  }
  .stage .before[part='card'] {
    justify-self: start;
  }
  .stage .low[part='card'] {
    top: auto;
    bottom: 0;
    width: auto;
    max-width: none;
    max-height: 60vh;
    margin: 0;
    align-self: end;
    justify-self: stretch;
  }
  [part='card'] header {
    display: flex;
    align-items: flex-start;
    gap: 0.5em;
    margin-bottom: 0.5em;
  }
  [part='card'] h4 {
    flex: 1;
    min-width: 0;
  }
  h5 {
    margin: 0.75em 0 0;
    font-size: 1em;
  }
  h4 small,
  i,
  dt {
    color: var(--_quiet);
    font-weight: normal;
    font-style: normal;
  }
  h4 small {
    display: block;
    font-size: 0.875em;
  }
  dl > div {
    display: flex;
    padding: 0.4em 0;
    border-bottom: 1px solid var(--_line);
  }
  dl > .broad {
    display: block;
  }
  dt {
    flex: 0 0 6em;
  }
  dd {
    flex: 1;
    min-width: 0;
  }
  dd li + li {
    margin-top: 0.35em;
  }
  .level {
    padding: 0 0.4em;
    border: 1px solid;
    border-radius: 2px;
    font-size: 0.875em;
    font-weight: normal;
    color: var(--_quiet);
  }
  .high {
    color: var(--_danger);
  }
  .medium {
    color: var(--_warning);
  }
`;
