import { css } from 'lit';

/** The facts and the compact form; the rest comes with the full form. */
export const styles = css`
  [part='card'] {
    padding: var(--_space-m);
    border: 1px solid var(--_line);
    border-top: 3px solid var(--_brand);
    background: var(--_surface);
  }
  .org,
  .quiet,
  .facts dt {
    color: var(--_quiet);
    font-weight: normal;
  }
  .warning {
    margin-top: var(--_space-s);
    padding: 0.5em 0.75em;
    border-left: 4px solid var(--_warning);
    background: var(--_warning-soft);
  }
  .facts {
    margin: var(--_space-m) 0;
    border-top: 1px solid var(--_line);
  }
  .facts > div {
    display: flex;
    padding: 0.6em 0;
    border-bottom: 1px solid var(--_line);
  }
  .facts dt {
    flex: 0 0 5.75em;
  }
  .facts dd {
    flex: 1;
    min-width: 0;
  }
  .short .facts {
    display: flex;
    flex-wrap: wrap;
    border-bottom: 1px solid var(--_line);
  }
  .short .facts > div {
    display: block;
    flex: 1 0 8em;
    padding-inline-end: 1em;
    border: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-s) var(--_space-m);
  }
  a.action {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
    padding: 0.25em 1.25em;
    border: 1px solid var(--_brand);
    border-radius: var(--_radius);
    color: var(--_brand);
    text-decoration: none;
  }
  /* One way is the first; the others stand beside it. */
  a.action:first-child,
  a.action:hover {
    background: var(--_brand);
    color: var(--_on-brand);
  }
  @media print {
    [part='card'] {
      padding: 0.5em;
      border-color: #000;
      break-inside: avoid;
    }
    a {
      color: inherit !important;
      text-decoration: none;
    }
    .warning {
      border: 1px solid #000;
    }
  }
`;
