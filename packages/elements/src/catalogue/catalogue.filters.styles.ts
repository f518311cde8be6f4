import { css } from 'lit';

/** Beside the list: the button that unfolds all on narrow pages, the tree of columns, facets and days. */
export const filtersStyles = css`
  [part='filters'] h3 {
    padding-bottom: var(--_space-s);
  }
  .panel {
    width: 100%;
    margin-bottom: var(--_space-s);
    text-align: start;
  }
  .panel::after,
  .fold[aria-expanded]::before {
    content: '▸';
  }
  .panel::after {
    float: right;
  }
  .panel[aria-expanded='true']::after,
  .fold[aria-expanded='true']::before {
    content: '▾';
  }
  .narrow [part='filters'] > div {
    border: 1px solid var(--_line);
    padding: var(--_space-m);
    margin-bottom: var(--_space-m);
  }
  .branch {
    display: flex;
  }
  .tree ul ul {
    padding-inline-start: 1em;
  }
  .fold,
  .node {
    border: 0;
    background: none;
    min-height: calc(var(--_target) * 0.8);
    border-radius: 0;
  }
  .fold {
    flex: 0 0 1.75em;
    padding: 0;
    color: var(--_quiet);
  }
  .node {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 0.5em;
    flex: 1;
    text-align: start;
    padding: 0.25em 0.5em;
  }
  .tree > .node {
    width: 100%;
    padding-inline-start: 1.75em;
  }
  [aria-current='true'] small {
    color: inherit;
  }
  .node[aria-current='true'] {
    background: var(--_brand-soft);
    color: var(--_brand-strong);
    font-weight: 600;
    box-shadow: inset 3px 0 var(--_brand);
  }
  .narrow .fold,
  .narrow .node,
  .narrow details label,
  .narrow summary {
    min-height: var(--_target);
  }
  .narrow .fold {
    flex-basis: var(--_target);
  }
  details,
  .days {
    border-top: 1px solid var(--_line);
    padding: var(--_space-s) 0;
  }
  [part='filters'] > div > :first-child {
    border-top: 0;
    padding-top: 0;
  }
  .tree + details {
    margin-top: var(--_space-m);
  }
  summary {
    cursor: pointer;
    font-weight: 600;
    padding: 0.25em 0;
  }
  details label {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: calc(var(--_target) * 0.75);
    padding: 0.2em 0;
    cursor: pointer;
  }
  details label span {
    flex: 1;
    min-width: 0;
  }
  input[type='checkbox'] {
    accent-color: var(--_brand);
    width: 1em;
    height: 1em;
    flex: none;
    align-self: center;
  }
  .day {
    display: block;
    margin-top: var(--_space-s);
  }
  @media (pointer: coarse) {
    .fold,
    .node,
    details label,
    summary {
      min-height: var(--_target);
    }
    .fold {
      flex-basis: var(--_target);
    }
  }
  @media (forced-colors: active) {
    .node[aria-current='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
