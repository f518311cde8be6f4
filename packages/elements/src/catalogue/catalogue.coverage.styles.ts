import { css } from 'lit';

/** 公开完成情况: a line above the list, and its tables. */
export const coverageStyles = css`
  [part='coverage'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-s) var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    margin-bottom: var(--_space-m);
    background: var(--_surface-alt);
    border-inline-start: 4px solid var(--_brand);
  }
  [part='coverage'] p {
    flex: 1 1 16em;
    min-width: 0;
  }
  [part='coverage'] strong {
    font-variant-numeric: tabular-nums;
  }
  meter {
    width: 8em;
    height: 1em;
    vertical-align: middle;
    margin-inline-end: 0.5em;
  }
  .coverage h3,
  .coverage h4 {
    padding: var(--_space-m) 0 var(--_space-s);
  }
  .coverage table {
    font-size: 0.9375em;
    margin-top: var(--_space-s);
  }
  .coverage th,
  .coverage td {
    vertical-align: middle;
  }
  .coverage .number {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
    width: 6em;
    padding: 0.25em 0.75em;
  }
  .coverage td.number button {
    min-height: calc(var(--_target) * 0.8);
    min-width: 2em;
    margin: 0;
    padding: 0;
    text-align: inherit;
  }
  .coverage td.rate {
    white-space: nowrap;
    width: 14em;
  }
  .coverage td.number [aria-pressed='true'] {
    /* The number stays where it was. */
    margin: 0 -0.5em;
    padding: 0 0.5em;
    background: var(--_brand);
    color: var(--_on-brand);
    text-decoration: none;
  }
  .coverage tfoot td,
  .coverage tfoot th {
    font-weight: 600;
    background: var(--_surface-alt);
  }
  .coverage .state {
    white-space: nowrap;
  }
  .coverage .missing .state {
    color: var(--_danger);
    font-weight: 600;
  }
  .narrow .coverage .rate meter {
    display: none;
  }
  .narrow .coverage td.rate,
  .narrow .coverage .number {
    width: auto;
    padding: 0.25em 0.4em;
  }
`;
