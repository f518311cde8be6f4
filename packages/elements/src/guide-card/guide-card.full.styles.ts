import { css } from 'lit';

export const fullStyles = css`
  .text {
    white-space: pre-line;
  }
  .sheet,
  .stamp {
    display: none;
  }
  .body dd {
    flex: 1;
    min-width: 0;
  }
  .facts button.link,
  .body button.link {
    min-height: 0;
    /* As high as its line, so that the facts stay where they are when it comes. */
    margin: calc(-0.3em - 1px) 0;
    padding: 0.3em 0;
    text-align: start;
  }
  .contents {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.75em;
    margin-top: var(--_space-m);
    padding: 0.25em var(--_space-m);
    background: var(--_surface-alt);
  }
  section {
    margin-top: var(--_space-l);
  }
  section > h3 {
    padding-bottom: 0.3em;
    border-bottom: 1px solid var(--_line);
  }
  .number {
    color: var(--_quiet);
    display: inline-block;
    min-width: 1.75em;
    font-weight: normal;
  }
  .body {
    padding-top: 0.5em;
  }
  .body dl > div {
    display: flex;
    padding: 0.3em 0;
  }
  .body dt {
    flex: 0 0 9em;
    padding-inline-end: 1em;
    color: var(--_quiet);
  }
  .project dl {
    columns: 2;
  }
  .project dl > div {
    break-inside: avoid;
  }
  .body li {
    padding: 0.2em 0;
  }
  .items {
    counter-reset: item;
  }
  .items > li {
    position: relative;
    padding: 0 0 0.75em 2em;
    counter-increment: item;
  }
  .items > li::before {
    content: counter(item) '.';
    position: absolute;
    left: 0;
    font-weight: 600;
  }
  .materials dt {
    flex-basis: 7em;
  }
  .need {
    margin-top: 0.75em;
  }
  .materials > li {
    padding: 0.5em 0 0.5em 0.9em;
    border-left: 3px solid var(--_line);
    margin-top: 0.5em;
  }
  .bring > li {
    border-left-color: var(--_brand);
  }
  .mark {
    display: inline-block;
    margin-left: 0.375em;
    padding: 0 0.4em;
    border: 1px solid currentColor;
    border-radius: var(--_radius);
    color: var(--_success);
    font-size: 0.875em;
  }
  .maybe .mark,
  .later .mark {
    color: var(--_warning);
  }
  .situation {
    padding: var(--_space-m);
    background: var(--_surface-alt);
  }
  .situation > h3 {
    border: 0;
  }
  fieldset {
    min-width: 0;
    margin-top: 0.5em;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  label {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
    margin-inline-end: 1.25em;
    cursor: pointer;
  }
  input[type='radio'] {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    margin-inline-end: 0.4em;
    accent-color: var(--_brand);
  }
  .answer {
    margin: 0.75em 0;
  }
  .answer strong {
    font-size: 1.125em;
    color: var(--_brand);
  }
  .due {
    margin-top: 0.5em;
    padding: 0.5em 0.75em;
    background: var(--_surface-alt);
  }
  .narrow section:not(.situation) {
    margin-top: 0;
  }
  .narrow section > h3 {
    border: 0;
  }
  button.fold {
    display: flex;
    width: 100%;
    align-items: center;
    padding: 0.5em 0;
    border: 0;
    border-top: 1px solid var(--_line);
    border-radius: 0;
    text-align: start;
    font-weight: 600;
  }
  .fold::after {
    content: '';
    flex: none;
    width: 0.5em;
    height: 0.5em;
    margin: 0 0.4em 0 auto;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }
  .fold[aria-expanded='true']::after {
    transform: rotate(-135deg);
  }
  .folded .body {
    display: none;
  }
  .body .stack {
    display: block;
  }
  .stack > dt {
    margin-bottom: 0.3em;
  }
  @media screen {
    .narrow .body dl > div {
      display: block;
    }
    .narrow .project dl {
      columns: 1;
    }
  }
  @media print {
    [part='card'] {
      padding: 0;
      border: 0;
    }
    h2,
    .org {
      text-align: center;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    .sheet,
    .stamp {
      display: block;
      text-align: center;
    }
    .sheet {
      font-size: 1.25em;
      letter-spacing: 0.2em;
    }
    .stamp {
      margin-top: 0.5em;
      padding: 0.3em 0;
      border: solid #000;
      border-width: 1px 0;
    }
    .stamp span {
      display: inline-block;
      margin: 0 0.75em;
    }
    .folded .body {
      display: block;
    }
    .fold::after {
      display: none;
    }
    section {
      margin-top: 0.75em !important;
    }
    h3,
    h4,
    .stack > dt {
      break-after: avoid;
    }
    .items > li,
    .materials > li,
    .facts > div {
      break-inside: avoid;
    }
    .body dl > div {
      padding: 0.1em 0;
    }
    .items dl :not(.no-print),
    .materials dl :not(.no-print) {
      display: inline !important;
    }
    .items dt::after,
    .materials dt::after {
      content: '：';
    }
    .items dd::after,
    .materials dd::after {
      content: '　';
    }
    .items dt,
    .materials dt {
      padding: 0;
    }
    .situation:not(.answered),
    fieldset:not(.chosen),
    label:not(.chosen),
    input {
      display: none !important;
    }
    .bring > li::before,
    .later > li::before,
    .maybe > li::before {
      content: '☐ ';
    }
  }
`;
