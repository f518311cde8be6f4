import { css } from 'lit';

export const styles = css`
  :host {
    max-width: 52em;
  }
  section section,
  form {
    margin-top: var(--_space-l);
  }
  h2 {
    padding-bottom: 0.4em;
    border-bottom: 2px solid var(--_brand);
  }
  h2:focus {
    outline: none;
  }
  form h3 {
    padding-bottom: 0.35em;
    margin-bottom: var(--_space-m);
    border-bottom: 1px solid var(--_line);
  }
  .org {
    margin-top: 0.4em;
    color: var(--_quiet);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.75em;
    margin: 0.75em 0 0;
    color: var(--_quiet);
    counter-reset: step;
  }
  .steps li {
    counter-increment: step;
  }
  .steps li::before {
    content: counter(step) ' ';
    display: inline-block;
    min-width: 1.6em;
    margin-inline-end: 0.5em;
    border: 1px solid var(--_edge);
    border-radius: 1em;
    text-align: center;
    font-size: 0.875em;
  }
  .steps [aria-current] {
    color: var(--_text);
    font-weight: 600;
  }
  .steps [aria-current]::before {
    background: var(--_brand);
    border-color: var(--_brand);
    color: var(--_on-brand);
  }
  .stops,
  .box {
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-left: 4px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_warning-soft);
  }
  .box {
    margin-bottom: var(--_space-m);
  }
  .stops h3,
  .box h3 {
    font-size: 1em;
    border: 0;
    padding: 0;
    margin: 0 0 0.35em;
  }
  .stops ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .urgent {
    font-weight: 600;
  }
  .urgent a,
  .box li a {
    display: inline-block;
    padding: 0.15em 0;
  }
  .box.failed {
    border-left-color: var(--_danger);
    background: var(--_danger-soft);
  }
  .box.failed:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .box li a {
    color: var(--_danger);
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
  legend {
    padding: 0;
    font-weight: 600;
  }
  fieldset fieldset legend,
  .row label {
    font-weight: normal;
  }
  label small,
  legend small {
    margin-inline-start: 0.4em;
    font-size: 0.8125em;
    font-weight: normal;
    color: var(--_quiet);
  }
  small.must {
    color: var(--_danger);
  }
  .hint,
  .count {
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .field > input,
  .field > textarea {
    display: block;
    margin-top: 0.35em;
  }
  textarea {
    resize: vertical;
    line-height: 1.6;
  }
  .count {
    text-align: end;
  }
  .count.over,
  .fault {
    color: var(--_danger);
    font-weight: 600;
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
    gap: 0 var(--_space-m);
    margin-top: 0.5em;
  }
  .row > * {
    flex: 1 1 15em;
  }
  .tiles {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-top: 0.5em;
  }
  .tile {
    flex: 1 1 13em;
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
    display: inline-block;
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
  .facts > div,
  details dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-m);
    padding: 0.6em 0;
    border-bottom: 1px solid var(--_line);
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
  .receipt {
    padding: 0 1em;
    border: 1px solid var(--_edge);
    border-top: 3px solid var(--_success);
    border-radius: var(--_radius);
  }
  .receipt > :last-child {
    border-bottom: 0;
  }
  .receipt > :nth-child(-n + 2) dd {
    font-weight: 600;
  }
  .receipt > :nth-child(2) dd {
    font-family: Consolas, 'SFMono-Regular', 'DejaVu Sans Mono', monospace;
    font-size: 1.5em;
    line-height: 1.3;
    letter-spacing: 0.06em;
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
  .note:empty {
    display: none;
  }
  .note {
    margin-top: 0.5em;
    color: var(--_success);
    font-weight: 600;
  }
  [part='status'].notice {
    margin-top: var(--_space-m);
  }
  @media (forced-colors: active) {
    .tile.on {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .steps [aria-current]::before {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    :host {
      max-width: none;
    }
    .stops,
    .box,
    .buttons {
      display: none;
    }
    .facts > div {
      break-inside: avoid;
    }
  }
`;
