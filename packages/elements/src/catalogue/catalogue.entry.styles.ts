import { css } from 'lit';

/** An entry that is open: its validity, its metadata as a table, its text and attachments. */
export const entryStyles = css`
  .actions {
    justify-content: space-between;
    margin-bottom: var(--_space-m);
  }
  [part='article'] h3 {
    font-size: 1.375em;
    text-align: center;
    padding: var(--_space-s) 0 var(--_space-m);
  }
  h4 {
    padding: var(--_space-l) 0 var(--_space-s);
  }
  [part='banner'] {
    padding: 0.5em 0.75em;
    margin-bottom: var(--_space-s);
    border-inline-start: 4px solid var(--_warning);
    background: var(--_warning-soft);
  }
  [part='banner'].over {
    border-color: var(--_danger);
    background: var(--_danger-soft);
  }
  [part='metadata'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(19em, 1fr));
    border: 1px solid var(--_line);
    border-width: 1px 0 0 1px;
  }
  .narrow dl {
    display: block;
  }
  dl > div {
    display: flex;
    border: 1px solid var(--_line);
    border-width: 0 1px 1px 0;
  }
  dt {
    flex: 0 0 6.5em;
    padding: 0.4em 0.75em;
    background: var(--_surface-alt);
    color: var(--_quiet);
  }
  dd {
    flex: 1;
    min-width: 0;
    padding: 0.4em 0.75em;
    overflow-wrap: anywhere;
  }
  .prose p {
    text-indent: 2em;
    padding-bottom: 0.5em;
  }
  [part='body'] {
    padding-top: var(--_space-m);
    font-size: 1.0625em;
    line-height: 1.8;
  }
  .files li {
    padding: 0.25em 0;
  }
  .url {
    overflow-wrap: anywhere;
  }
  .cite {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-m);
    justify-content: space-between;
    align-items: flex-start;
  }
  .cite > div {
    flex: 1 1 14em;
    min-width: 0;
  }
  .cite button {
    margin-top: var(--_space-s);
  }
  .qr {
    flex: none;
    width: 7em;
    height: 7em;
  }
  @media print {
    dl > div {
      break-inside: avoid;
    }
  }
`;
