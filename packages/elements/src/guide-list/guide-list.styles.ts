import { css } from 'lit';

export const styles = css`
  [part='title'] {
    padding-bottom: var(--_space-s);
    margin-bottom: var(--_space-m);
    border-bottom: 2px solid var(--_brand);
  }
  [part='search'] {
    display: flex;
    gap: var(--_space-s);
    margin-bottom: var(--_space-s);
  }
  [part='search'] input {
    flex: 1;
    min-width: 0;
  }
  .choice {
    display: flex;
    border-bottom: 1px solid var(--_line);
  }
  .choice > span {
    flex: 0 0 5.5em;
    padding: calc((var(--_target) - 1.6em) / 2) 0;
    color: var(--_quiet);
  }
  .choice > div {
    display: flex;
    flex-wrap: wrap;
    flex: 1;
    min-width: 0;
  }
  .choice button {
    min-width: var(--_target);
    padding: 0.25em 0.75em;
    border-color: transparent;
    background: none;
  }
  .choice button:hover {
    border-color: var(--_brand);
  }
  .choice .letter {
    padding: 0.25em;
  }
  .choice button[aria-pressed='true'] {
    background: var(--_brand-soft);
    color: var(--_brand-strong);
    font-weight: 600;
  }
  .choice .more {
    color: var(--_link);
  }
  .narrow .choice {
    align-items: center;
    padding: 0.25em 0;
  }
  .bar,
  .bar label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-m);
  }
  .bar {
    justify-content: space-between;
    min-height: var(--_target);
    padding: var(--_space-s) 0;
    border-bottom: 1px solid var(--_line);
  }
  .bar label {
    gap: 0.5em;
    color: var(--_quiet);
    white-space: nowrap;
  }
  .bar select {
    width: auto;
    color: var(--_text);
  }
  [part='count']:focus-visible,
  [part='card']:focus-visible {
    outline: 0;
  }
  [part='entry'] {
    padding: 0.35em 0;
    border-bottom: 1px solid var(--_line);
    break-inside: avoid;
  }
  [part='link'] {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
    padding: 0.25em 0;
    border: 0;
    background: none;
    color: var(--_link);
    font-weight: 600;
    text-align: start;
    text-decoration: none;
  }
  [part='link']:hover {
    color: var(--_brand);
    text-decoration: underline;
  }
  [part='link'] > span {
    min-width: 0;
  }
  .tag {
    margin-inline-start: 0.5em;
    padding: 0 0.4em;
    border: 1px solid;
    color: var(--_warning);
    font-size: 0.8125em;
    white-space: nowrap;
  }
  .facts,
  .scope {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    padding-bottom: 0.35em;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .scope {
    display: block;
  }
  mark {
    background: none;
    color: var(--_brand);
    font-weight: 600;
  }
  .further {
    width: 100%;
    margin-top: var(--_space-m);
  }
  .empty {
    padding: var(--_space-l);
    text-align: center;
    color: var(--_quiet);
    background: var(--_surface-alt);
  }
  [part='card'] > button {
    margin-bottom: var(--_space-s);
  }
  zwgk-guide-card:not(:defined) {
    display: block;
    padding: var(--_space-m);
    border: 1px solid var(--_line);
  }
  @media (forced-colors: active) {
    .choice button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
