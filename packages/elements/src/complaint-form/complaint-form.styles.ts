import { css } from 'lit';

export const styles = css`
  :host {
    max-width: 60em;
  }
  section section,
  form {
    margin-top: var(--_space-l);
  }
  form h3 {
    padding-bottom: 0.35em;
    margin-bottom: var(--_space-m);
    border-bottom: 1px solid var(--_line);
  }
  .buttons + .hint,
  .note + p,
  .note + .hint,
  .hint + .box,
  p + .box {
    margin-top: var(--_space-m);
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
  .stops ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .urgent {
    font-weight: 600;
  }
  /* A number and the sign after it stay together. */
  .urgent span {
    display: inline-block;
  }
  .urgent span a {
    color: var(--_link);
  }
  .count {
    text-align: end;
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
    font-family: Consolas, Menlo, monospace;
    font-size: 1.5em;
    line-height: 1.3;
    letter-spacing: 0.06em;
  }
  [part='status'].notice {
    margin-top: var(--_space-m);
  }
  @media (forced-colors: active) {
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
    button {
      display: none !important;
    }
  }
`;
