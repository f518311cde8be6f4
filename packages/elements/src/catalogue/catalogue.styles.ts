import { css } from 'lit';

export const styles = css`
  [part='header'] {
    border-bottom: 2px solid var(--_brand);
    padding-bottom: var(--_space-s);
    margin-bottom: var(--_space-m);
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
  [part='filters'] h3 {
    padding-bottom: var(--_space-s);
  }
  .panel {
    width: 100%;
    margin-bottom: var(--_space-s);
    text-align: start;
  }
  .panel::after,
  .fold[aria-expanded]::before {
    content: '▸';
  }
  .panel::after {
    float: right;
  }
  .panel[aria-expanded='true']::after,
  .fold[aria-expanded='true']::before {
    content: '▾';
  }
  .narrow [part='filters'] > div {
    border: 1px solid var(--_line);
    padding: var(--_space-m);
    margin-bottom: var(--_space-m);
  }
  .branch {
    display: flex;
  }
  .tree ul ul {
    padding-inline-start: 1em;
  }
  .fold,
  .node {
    border: 0;
    background: none;
    min-height: calc(var(--_target) * 0.8);
    border-radius: 0;
  }
  .fold {
    flex: 0 0 1.75em;
    padding: 0;
    color: var(--_quiet);
  }
  .node {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 0.5em;
    flex: 1;
    text-align: start;
    padding: 0.25em 0.5em;
  }
  .tree > .node {
    width: 100%;
    padding-inline-start: 1.75em;
  }
  .node[aria-current='true'] {
    background: var(--_brand-soft);
    color: var(--_brand-strong);
    font-weight: 600;
    box-shadow: inset 3px 0 var(--_brand);
  }
  .narrow .fold,
  .narrow .node,
  .narrow details label,
  .narrow summary {
    min-height: var(--_target);
  }
  .narrow .fold {
    flex-basis: var(--_target);
  }
  details,
  .days {
    border-top: 1px solid var(--_line);
    padding: var(--_space-s) 0;
  }
  .tree + details {
    margin-top: var(--_space-m);
  }
  summary {
    cursor: pointer;
    font-weight: 600;
    padding: 0.25em 0;
  }
  details label {
    display: flex;
    align-items: baseline;
    gap: 0.5em;
    min-height: calc(var(--_target) * 0.75);
    padding: 0.2em 0;
    cursor: pointer;
  }
  details label span {
    flex: 1;
    min-width: 0;
  }
  input[type='checkbox'] {
    accent-color: var(--_brand);
    width: 1em;
    height: 1em;
    flex: none;
    align-self: center;
  }
  .day {
    display: block;
    margin-top: var(--_space-s);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-s) var(--_space-m);
    padding-bottom: var(--_space-s);
    border-bottom: 1px solid var(--_line);
  }
  .tools,
  .views,
  .chips,
  .actions,
  [part='pager'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-s);
  }
  .tools {
    gap: var(--_space-s) var(--_space-m);
  }
  .tools label {
    white-space: nowrap;
    color: var(--_quiet);
  }
  .chips span {
    margin-inline-start: 0.4em;
  }
  .tools select {
    width: auto;
    margin-inline-start: 0.5em;
    color: var(--_text);
    padding: 0.25em 0.5em;
  }
  .views {
    gap: 0;
  }
  .views button:first-child {
    border-radius: var(--_radius) 0 0 var(--_radius);
    border-inline-end: 0;
  }
  .views button:last-child {
    border-radius: 0 var(--_radius) var(--_radius) 0;
  }
  [aria-pressed='true'],
  .number[aria-current] {
    background: var(--_brand);
    border-color: var(--_brand);
    color: var(--_on-brand);
  }
  .chips {
    padding: var(--_space-s) 0;
  }
  .chips button:not(.link) {
    background: var(--_surface-alt);
    border-color: var(--_line);
  }
  [part='entry'] {
    padding: 0.75em 0;
    border-bottom: 1px solid var(--_line);
  }
  .line {
    display: flex;
    gap: var(--_space-m);
    align-items: baseline;
  }
  .name {
    flex: 1;
    min-width: 0;
  }
  time,
  .publishedAt,
  .indexNumber {
    font-variant-numeric: tabular-nums;
  }
  time,
  .publishedAt {
    white-space: nowrap;
  }
  h3:focus-visible,
  [part='count']:focus-visible {
    outline: 0;
  }
  .indexNumber {
    width: 17em;
    overflow-wrap: anywhere;
  }
  [part='link'] {
    color: var(--_text);
    text-decoration: none;
  }
  [part='link']:hover {
    color: var(--_brand);
    text-decoration: underline;
  }
  mark {
    background: none;
    color: var(--_brand);
    font-weight: 600;
  }
  .hit {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .tag,
  h3 small,
  .files small {
    margin: 0 0.4em;
  }
  .tag {
    font-size: 0.8125em;
    padding: 0 0.4em;
    border: 1px solid;
    color: var(--_quiet);
    white-space: nowrap;
  }
  .tag.flawed,
  .tag[data-validity='amended'] {
    color: var(--_warning);
  }
  .tag[data-validity='repealed'],
  .tag[data-validity='invalid'] {
    color: var(--_danger);
  }
  [part='table'] {
    margin-top: var(--_space-m);
    font-size: 0.9375em;
  }
  [part='pager'] {
    justify-content: center;
    padding-top: var(--_space-l);
  }
  .number {
    min-width: var(--_target);
    padding: 0.25em;
  }
  .empty {
    padding: var(--_space-l);
    text-align: center;
    color: var(--_quiet);
    background: var(--_surface-alt);
  }
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
  @media (forced-colors: active) {
    .node[aria-current='true'],
    [aria-pressed='true'],
    .number[aria-current] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    /* Named in catalogue.standard.ts: across, on the paper that the reader chooses. */
    .across {
      page: zwgk-across;
    }
    .wide .columns {
      display: block;
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
    thead {
      display: table-header-group;
    }
    tr,
    [part='entry'],
    dl > div {
      break-inside: avoid;
    }
  }
`;
