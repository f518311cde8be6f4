import { css } from 'lit';

/** How forms and facts look in every element that asks or tells: fields, choices, sentences, buttons, lists of facts. */
export const formStyles = css`
  h2:focus {
    outline: none;
  }
  .box {
    padding: 0.75em 1em;
    margin-bottom: var(--_space-m);
    border: 1px solid var(--_line);
    border-left: 4px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_warning-soft);
  }
  .box h3 {
    font-size: 1em;
    border: 0;
    padding: 0;
    margin: 0 0 0.35em;
  }
  .box li a {
    display: inline-block;
    padding: 0.15em 0;
    color: var(--_danger);
  }
  .hint {
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .hint + .field,
  .hint + fieldset {
    margin-top: var(--_space-s);
  }
  .fault {
    color: var(--_danger);
    font-weight: 600;
  }
  .facts > div,
  details dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-m);
    padding: 0.6em 0;
    border-bottom: 1px solid var(--_line);
  }
  .note {
    margin-top: 0.5em;
    color: var(--_success);
    font-weight: 600;
  }
  /* Stays in the tree: a live region must be there before it speaks. */
  .note:empty {
    margin: 0;
  }
  h2 {
    padding-bottom: 0.4em;
    border-bottom: 2px solid var(--_brand);
  }
  .box.failed {
    border-left-color: var(--_danger);
    background: var(--_danger-soft);
  }
  .box.failed:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .box .buttons {
    margin-bottom: 0.25em;
  }
  .field,
  fieldset {
    margin-bottom: var(--_space-m);
    min-width: 0;
  }
  label,
  .label,
  legend {
    padding: 0;
    font-weight: 600;
  }
  fieldset fieldset legend,
  .row label {
    font-weight: normal;
  }
  label small,
  .label small,
  legend small {
    margin-inline-start: 0.4em;
    font-size: 0.8125em;
    font-weight: normal;
    color: var(--_quiet);
  }
  small.must {
    color: var(--_danger);
  }
  .field > button,
  .field > input,
  .field > textarea {
    display: block;
    margin-top: 0.35em;
  }
  textarea {
    resize: vertical;
    line-height: 1.6;
  }
  .invalid {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--_danger);
  }
  .invalid input:not([type='radio']),
  .invalid textarea {
    border-color: var(--_danger);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s) var(--_space-m);
    margin-top: 0.5em;
  }
  .row > * {
    flex: 1 1 15em;
    margin: 0;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr));
    gap: 0.5em;
    margin-top: 0.5em;
  }
  .tile {
    display: flex;
    gap: 0.6em;
    align-items: flex-start;
    min-height: var(--_target);
    padding: 0.55em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: normal;
    cursor: pointer;
  }
  .tile:hover {
    border-color: var(--_brand);
  }
  .tile.on {
    border-color: var(--_brand);
    background: var(--_brand-soft);
    box-shadow: inset 0 0 0 1px var(--_brand);
  }
  .tile b,
  .tile small {
    display: block;
    margin: 0;
  }
  .tile b {
    font-weight: 600;
  }
  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    margin: 0.25em 0 0;
    accent-color: var(--_brand);
  }
  .tick {
    margin-top: var(--_space-m);
  }
  .tick label {
    display: inline-flex;
    gap: 0.6em;
    align-items: flex-start;
    min-height: var(--_target);
    padding: 0.5em 0;
    cursor: pointer;
  }
  .tick .hint {
    padding-inline-start: 1.75em;
    margin-top: -0.35em;
  }
  summary {
    padding: 0.6em 0;
    min-height: var(--_target);
    color: var(--_link);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .facts {
    margin: var(--_space-m) 0;
    border-top: 1px solid var(--_line);
  }
  dt {
    flex: 0 0 8em;
    color: var(--_quiet);
  }
  dd {
    flex: 1 1 14em;
    min-width: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .lead {
    margin-top: var(--_space-m);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-top: var(--_space-m);
  }
  .buttons button {
    min-width: 8em;
  }
  @media (forced-colors: active) {
    .tile.on {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
  @media print {
    .box:not(.reply),
    .buttons {
      display: none;
    }
    [aria-current] {
      -webkit-print-color-adjust: exact;
    }
    .facts > div {
      break-inside: avoid;
    }
    h3 {
      break-after: avoid;
    }
  }
`;
