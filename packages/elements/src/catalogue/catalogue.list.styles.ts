import { css } from 'lit';

/** The list as rows or table: its tools, what was chosen, the entries and their marks, the pages. */
export const listStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-s) var(--_space-m);
    padding-bottom: var(--_space-s);
    border-bottom: 1px solid var(--_line);
  }
  .tools,
  .views,
  .chips,
  .actions,
  [part='pager'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-s);
  }
  .tools {
    gap: var(--_space-s) var(--_space-m);
  }
  .tools label {
    white-space: nowrap;
    color: var(--_quiet);
  }
  .chips span {
    margin-inline-start: 0.4em;
  }
  .tools select {
    width: auto;
    margin-inline-start: 0.5em;
    color: var(--_text);
    padding: 0.25em 0.5em;
  }
  .views {
    gap: 0;
  }
  .views button:first-child {
    border-radius: var(--_radius) 0 0 var(--_radius);
    border-inline-end: 0;
  }
  .views button:last-child {
    border-radius: 0 var(--_radius) var(--_radius) 0;
  }
  [aria-pressed='true'],
  .number[aria-current] {
    background: var(--_brand);
    border-color: var(--_brand);
    color: var(--_on-brand);
  }
  .chips {
    padding: var(--_space-s) 0;
  }
  .chips button:not(.link) {
    background: var(--_surface-alt);
    border-color: var(--_line);
  }
  [part='entry'] {
    padding: 0.75em 0;
    border-bottom: 1px solid var(--_line);
  }
  .line {
    display: flex;
    gap: var(--_space-m);
    align-items: baseline;
  }
  .name {
    flex: 1;
    min-width: 0;
  }
  time,
  .publishedAt,
  .indexNumber {
    font-variant-numeric: tabular-nums;
  }
  time,
  .publishedAt {
    white-space: nowrap;
  }
  h3:focus-visible,
  [part='count']:focus-visible {
    outline: 0;
  }
  .indexNumber {
    width: 29%;
    overflow-wrap: anywhere;
  }
  .docNumber,
  .publisher {
    min-width: 6em;
  }
  th.title {
    min-width: 8em;
  }
  [part='link'] {
    color: var(--_text);
    text-decoration: none;
  }
  [part='link']:hover {
    color: var(--_brand);
    text-decoration: underline;
  }
  mark {
    background: none;
    color: var(--_brand);
    font-weight: 600;
  }
  .hit {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .tag,
  h3 small,
  .files small {
    margin: 0 0.4em;
  }
  .tag {
    font-size: 0.8125em;
    padding: 0 0.4em;
    border: 1px solid;
    color: var(--_quiet);
    white-space: nowrap;
  }
  .tag.flawed,
  .tag[data-validity='amended'] {
    color: var(--_warning);
  }
  .tag[data-validity='repealed'],
  .tag[data-validity='invalid'] {
    color: var(--_danger);
  }
  [part='table'] {
    margin-top: var(--_space-m);
    font-size: 0.9375em;
  }
  .no-indexNumber .indexNumber,
  .no-docNumber .docNumber,
  .no-publisher .publisher,
  .no-publishedAt .publishedAt {
    display: none;
  }
  [part='pager'] {
    justify-content: center;
    padding-top: var(--_space-l);
  }
  .number {
    min-width: var(--_target);
    padding: 0.25em;
  }
  .empty {
    padding: var(--_space-l);
    text-align: center;
    color: var(--_quiet);
    background: var(--_surface-alt);
  }
  @media (forced-colors: active) {
    [aria-pressed='true'],
    .number[aria-current] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    thead {
      display: table-header-group;
    }
    tr,
    [part='entry'] {
      break-inside: avoid;
    }
  }
`;
