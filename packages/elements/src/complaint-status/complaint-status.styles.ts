import { css } from 'lit';

export const styles = css`
  :host {
    max-width: 60em;
  }
  form,
  section section {
    margin-top: var(--_space-m);
  }
  h3 {
    padding-bottom: 0.35em;
    margin-bottom: 0.5em;
    border-bottom: 1px solid var(--_line);
  }
  .code input {
    font-family: Consolas, Menlo, monospace;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .code input,
  .ticket input {
    max-width: 24em;
  }
  .state {
    display: inline-block;
    margin-top: 0.75em;
    padding: 0.2em 0.75em;
    border-left: 4px solid var(--_edge);
    background: var(--_surface-alt);
    font-weight: 600;
  }
  .how {
    font-weight: normal;
    color: var(--_text);
  }
  .how li {
    padding-bottom: 0.35em;
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .reply,
  .replied,
  .rated {
    border-left-color: var(--_success);
    background: var(--_success-soft);
  }
  time {
    color: var(--_quiet);
  }
  .timeline {
    margin-inline-start: 0.4em;
    border-inline-start: 2px solid var(--_line);
  }
  .timeline li {
    position: relative;
    padding: 0 0 1em 1.25em;
  }
  .timeline li::before {
    content: '';
    position: absolute;
    top: 0.45em;
    left: -0.43em;
    width: 0.75em;
    height: 0.75em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_surface);
  }
  .timeline li[aria-current]::before {
    border-color: var(--_brand);
    background: var(--_brand);
  }
  .timeline b,
  .timeline time {
    margin-inline-end: 0.75em;
  }
  .timeline span,
  time {
    display: inline-block;
  }
  .talk > li {
    padding: 0.6em 0;
    border-bottom: 1px solid var(--_line);
  }
  .actions form {
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-alt);
  }
  .actions form h4 {
    margin-bottom: 0.5em;
  }
  .actions .tick {
    display: inline-block;
    margin: 0;
    margin-inline-end: 1.25em;
  }
  .actions .tick label {
    font-weight: normal;
  }
  .tiles {
    grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr));
  }
  [part='status'] {
    margin-top: var(--_space-s);
  }
  @media (forced-colors: active) {
    .timeline li[aria-current]::before {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
    }
  }
  @media print {
    summary {
      display: none;
    }
    :host {
      max-width: none;
    }
    .reply {
      break-inside: avoid;
    }
  }
`;
