import { css } from 'lit';

/**
 * What a host page leaks in is reset here; each private `--_…` takes its public `--zwgk-…` role with the default once.
 * Sizes are in `em` of `--zwgk-font-size`, so a page with `html{font-size:62.5%}` changes nothing.
 */
export const base = css`
  :host {
    --_brand: var(--zwgk-color-brand, #b4191f);
    --_brand-strong: var(--zwgk-color-brand-strong, #8c1016);
    --_on-brand: var(--zwgk-color-on-brand, #fff);
    --_brand-soft: var(--zwgk-color-brand-soft, #fbefef);
    --_text: var(--zwgk-color-text, #1f2328);
    --_quiet: var(--zwgk-color-quiet, #57606a);
    --_line: var(--zwgk-color-line, #d8dce2);
    --_edge: var(--zwgk-color-edge, #838b95);
    --_surface: var(--zwgk-color-surface, #fff);
    --_ground: var(--zwgk-color-ground, #fff);
    --_surface-alt: var(--zwgk-color-surface-alt, #f6f7f9);
    --_link: var(--zwgk-color-link, #0b57a8);
    --_danger: var(--zwgk-color-danger, #b3201a);
    --_danger-soft: var(--zwgk-color-danger-soft, #fdf1f0);
    --_warning: var(--zwgk-color-warning, #8a5300);
    --_warning-soft: var(--zwgk-color-warning-soft, #fff7e6);
    --_success: var(--zwgk-color-success, #1a6b3c);
    --_success-soft: var(--zwgk-color-success-soft, #eef8f1);
    --_focus: var(--zwgk-color-focus, #0b57a8);
    --_space-s: var(--zwgk-space-s, 0.5em);
    --_space-m: var(--zwgk-space-m, 1em);
    --_space-l: var(--zwgk-space-l, 1.5em);
    --_radius: var(--zwgk-radius, 4px);
    --_target: var(--zwgk-target, 44px);
    all: initial;
    /* A float of the page before it stays outside. */
    display: flow-root;
    box-sizing: border-box;
    /* A page's own "* { … }" meets the host itself and would win without !important. */
    /* prettier-ignore */
    font: normal var(--zwgk-font-size, 16px) / var(--zwgk-line-height, 1.6) var(--zwgk-font-body, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif) !important;
    color: var(--_text) !important;
    /* Readable on a dark page, too; on a tinted one the edge keeps a distance from the text. */
    background: var(--_ground) !important;
    box-shadow: 0 0 0 8px var(--_ground) !important;
    list-style: disc !important;
    cursor: auto !important;
    letter-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-transform: none !important;
    white-space: normal !important;
    word-break: normal !important;
    word-spacing: normal !important;
    overflow-wrap: break-word !important;
    overflow-wrap: anywhere !important;
    direction: inherit;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  ol,
  ul,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    /* No last line of a single character. */
    text-wrap: pretty;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3,
  h4 {
    font-family: var(--zwgk-font-title, inherit);
    line-height: 1.35;
    font-weight: 600;
  }
  h2 {
    font-size: 1.375em;
  }
  h3 {
    font-size: 1.125em;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font: inherit;
  }
  th,
  td {
    border: 1px solid var(--_line);
    padding: 0.5em 0.75em;
    text-align: start;
    vertical-align: top;
    font-weight: normal;
    overflow-wrap: break-word;
  }
  th {
    background: var(--_surface-alt);
    font-weight: 600;
  }
  a {
    color: var(--_link);
    text-underline-offset: 0.2em;
  }
  a:hover {
    color: var(--_brand-strong);
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button {
    min-height: var(--_target);
    padding: 0.25em 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }
  button:hover {
    border-color: var(--_brand);
    color: var(--_brand);
  }
  button.primary {
    background: var(--_brand);
    border-color: var(--_brand);
    color: var(--_on-brand);
  }
  button.primary:hover {
    background: var(--_brand-strong);
    border-color: var(--_brand-strong);
  }
  button.link {
    border: 0;
    background: none;
    color: var(--_link);
    text-decoration: underline;
    /* Wide enough for a thumb, in line with the text around it. */
    padding: 0 0.5em;
    margin: 0 -0.5em;
  }
  button:disabled,
  button[aria-disabled='true'] {
    color: var(--_quiet);
    background: var(--_surface-alt);
    border-color: var(--_line);
    cursor: default;
  }
  input:not([type='checkbox']):not([type='radio']),
  select,
  textarea {
    width: 100%;
    min-height: var(--_target);
    padding: 0.5em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  /* What loads is no fault and stands as plain text. */
  .failed,
  .notice {
    padding: 0.5em 0.75em;
    margin-bottom: var(--_space-s);
    border: 1px solid var(--_line);
    border-left: 4px solid var(--_warning);
    background: var(--_warning-soft);
    border-radius: var(--_radius);
  }
  .failed {
    border-left-color: var(--_danger);
    background: var(--_danger-soft);
  }
  /* Room for what is being loaded, so that what follows the element does not jump. */
  .loading ~ slot {
    display: block;
    min-height: var(--zwgk-room, 960px);
  }
  .none,
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    :host {
      color: #000 !important;
      font-size: 10.5pt !important;
    }
    .no-print,
    [part='status'] {
      display: none !important;
    }
  }
`;
