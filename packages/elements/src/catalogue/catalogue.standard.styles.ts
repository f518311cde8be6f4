import { css } from 'lit';

/** A 基层政务公开标准目录: the official table, or cards with all of its columns. */
export const standardStyles = css`
  .scroll {
    overflow-x: auto;
  }
  .standard {
    font-size: 0.8125em;
    min-width: 80em;
  }
  .standard th,
  .standard td {
    padding: 0.4em 0.5em;
  }
  .standard thead th {
    text-align: center;
    vertical-align: middle;
  }
  .standard .broad {
    width: 15em;
  }
  .tick {
    text-align: center;
  }
  .legend {
    padding-top: var(--_space-s);
    color: var(--_quiet);
  }
  .cards dl {
    margin-top: var(--_space-s);
    border: 1px solid var(--_line);
    border-width: 1px 0 0 1px;
  }
  @media print {
    /* Named in catalogue.standard.ts: across, on the paper that the reader chooses. */
    .across {
      page: zwgk-across;
    }
    .scroll {
      overflow: visible;
    }
    .standard {
      min-width: 0;
      font-size: 7.5pt;
    }
    .standard .broad {
      width: auto;
    }
    /* A 一级事项 may go on over pages, as in the printed catalogues; no row of it is cut. */
    .standard tr {
      break-inside: auto;
    }
    .standard td {
      break-inside: avoid;
    }
  }
`;
