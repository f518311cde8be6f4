import { css } from 'lit';

/** Limits beside each other, the office's doors, the reader's case, the menu of paper forms. */
export const extraStyles = css`
  .bar {
    display: block;
    width: 100%;
    max-width: 20em;
    height: 0.5em;
    margin: 0.25em 0 0.5em;
    forced-color-adjust: none;
  }
  .bar .statutory {
    fill: var(--_edge);
  }
  .bar .promised {
    fill: var(--_brand);
  }
  .bar .measured {
    fill: var(--_success);
    opacity: 0.45;
  }
  .bar .half {
    fill: var(--_success);
  }
  .slower {
    color: var(--_danger);
  }
  .now {
    display: inline-block;
    padding-inline-start: 1.1em;
    position: relative;
    color: var(--_quiet);
  }
  .now::before {
    content: '';
    position: absolute;
    left: 0;
    top: 0.5em;
    width: 0.5em;
    height: 0.5em;
    border: 2px solid currentColor;
    border-radius: 50%;
  }
  .now.open {
    color: var(--_success);
    font-weight: 600;
  }
  .now.open::before {
    background: currentColor;
  }
  .here {
    padding: 0 0.4em;
    border-radius: var(--_radius);
    background: var(--_brand);
    color: var(--_on-brand);
    font-size: 0.875em;
  }
  .mark.depends {
    color: var(--_warning);
    font-weight: normal;
  }
  .case {
    margin-bottom: 0.75em;
  }
  .case-form {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
  }
  .case-form label {
    flex: 1 0 100%;
    min-height: 0;
    margin: 0;
  }
  .case-form input {
    flex: 1;
    width: auto;
    max-width: 28em;
    min-width: 0;
  }
  .chart {
    margin-top: 0.75em;
  }
  .chart zwgk-flowchart {
    margin-top: 0.75em;
  }
  .print {
    max-width: 100%;
  }
  .print[open] {
    flex: 1 0 100%;
    order: 1;
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
    padding: 0.25em 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    width: 0.4em;
    height: 0.4em;
    margin: -0.2em 0 0 0.6em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }
  .print[open] summary::after {
    margin-top: 0.2em;
    transform: rotate(-135deg);
  }
  summary:hover {
    border-color: var(--_brand);
    color: var(--_brand);
  }
  .forms {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    padding-top: 0.5em;
  }
  .narrow > .actions {
    margin: 0.75em 0;
  }
  .paper-frame {
    position: fixed;
    left: -9999px;
    top: 0;
    height: 297mm;
    border: 0;
    visibility: hidden;
  }
  @media print {
    .bar,
    .slower {
      color: #000;
    }
    .here {
      border: 1px solid #000;
    }
  }
`;
