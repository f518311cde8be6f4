import { css } from 'lit';
import { filtersStyles } from './catalogue.filters.styles.js';
import { listStyles } from './catalogue.list.styles.js';

/** Header, search, and the two columns of a wide page. */
const frameStyles = css`
  [part='header'] {
    border-bottom: 2px solid var(--_brand);
    padding-bottom: var(--_space-s);
    margin-bottom: var(--_space-m);
  }
  .em {
    position: absolute;
    width: 1em;
  }
  .end {
    padding-top: var(--_space-m);
    text-align: end;
  }
  small,
  .facts,
  time {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
  }
  [part='search'] {
    display: flex;
    gap: var(--_space-s);
    margin-bottom: var(--_space-m);
  }
  [part='search'] input {
    flex: 1;
    min-width: 0;
  }
  .wide .columns {
    display: grid;
    grid-template-columns: minmax(13em, 17em) minmax(0, 1fr);
    gap: var(--_space-l);
  }
  @media print {
    .wide .columns {
      display: block;
    }
  }
`;

/** In this order: a later part may refine what an earlier one says. */
export const styles = [frameStyles, filtersStyles, listStyles];
