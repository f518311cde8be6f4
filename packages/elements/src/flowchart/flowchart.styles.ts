import { css } from 'lit';

export const styles = css`
  [part='title'] {
    padding-bottom: 0.35em;
    border-bottom: 2px solid var(--_brand);
  }
  .meta,
  .help {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .meta span {
    margin-right: 1.5em;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: var(--_space-s) 0;
  }
  .bar > div {
    display: flex;
  }
  .bar .files {
    margin-left: auto;
  }
  .bar button {
    font-size: 0.9375em;
    padding: 0 0.875em;
    min-width: var(--_target);
  }
  .bar div > button + button {
    margin-left: -1px;
    border-top-left-radius: 0;
    border-bottom-left-radius: 0;
  }
  .bar div > button:not(:last-child) {
    border-top-right-radius: 0;
    border-bottom-right-radius: 0;
  }
  .bar button:hover,
  .bar button:focus-visible {
    position: relative;
  }
  button[aria-pressed='true'] {
    position: relative;
    border-color: var(--_brand);
    background: var(--_brand-soft);
    color: var(--_brand-strong);
    font-weight: 600;
  }
  .stage {
    position: relative;
    display: grid;
    grid-template-columns: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .stage > * {
    grid-area: 1 / 1;
    min-width: 0;
  }
  svg {
    display: block;
    user-select: none;
    -webkit-user-select: none;
    touch-action: pan-x pan-y;
    font-family: inherit;
  }
  .frame svg {
    width: 100%;
  }
  .partial svg {
    touch-action: none;
    cursor: grab;
  }
  path {
    fill: none;
  }
  text {
    fill: var(--_text);
    text-anchor: middle;
  }
  .lane,
  .phase {
    stroke: var(--_line);
  }
  .lane-head,
  .phase-head {
    fill: var(--_surface-alt);
    stroke: var(--_line);
  }
  .lane-title {
    font-weight: 600;
  }
  .line {
    stroke: var(--_quiet);
    stroke-width: 1.25px;
  }
  .head {
    fill: var(--_quiet);
  }
  .lane ~ .edge-label {
    stroke: var(--_surface);
    stroke-width: 3px;
    paint-order: stroke;
    stroke-linejoin: round;
  }
  .line.back {
    stroke-dasharray: 6 4;
    stroke: var(--_warning);
  }
  .head.back,
  .edge-label.back {
    fill: var(--_warning);
  }
  .line.timeout {
    stroke-dasharray: 2 3;
  }
  .line.on {
    stroke: var(--_brand);
    stroke-width: 2.5px;
  }
  .head.on {
    fill: var(--_brand);
  }
  .node {
    fill: var(--_surface);
    stroke: var(--_edge);
    stroke-width: 1.5px;
    cursor: pointer;
  }
  .node.start,
  .node.end {
    fill: var(--_surface-alt);
    stroke: var(--_text);
  }
  .texts {
    pointer-events: none;
  }
  .label.start,
  .label.end,
  .label.decision {
    font-weight: 600;
  }
  .note {
    fill: var(--_quiet);
  }
  .badge {
    fill: var(--_surface);
    stroke: var(--_line);
  }
  .node:hover {
    stroke: var(--_brand);
  }
  .node.on,
  .node.now {
    fill: var(--_brand-soft);
    stroke: var(--_brand);
    stroke-width: 2.5px;
  }
  .node.now {
    stroke-width: 4px;
  }
  .note.now {
    fill: var(--_brand-strong);
    font-weight: 600;
  }
  .map {
    margin: 0.5em;
    align-self: end;
    outline: 1px solid var(--_edge);
    background: var(--_surface);
    opacity: 0.9;
    cursor: pointer;
    touch-action: none;
    position: sticky;
    bottom: 0.5em;
  }
  .map path {
    fill: var(--_edge);
  }
  .map path + path {
    fill: none;
    stroke: var(--_brand);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  [part='card'] {
    border: 1px solid var(--_edge);
    border-top: 3px solid var(--_brand);
    background: var(--_surface);
    padding: 0.75em 1em 1em;
  }
  .stage [part='card'] {
    position: sticky;
    top: 0.5em;
    width: 22em;
    max-width: calc(100% - 1em);
    max-height: 80vh;
    margin: 0.5em;
    overflow: auto;
    align-self: start;
    justify-self: end;
  }
  .stage .before[part='card'] {
    justify-self: start;
  }
  .stage .low[part='card'] {
    top: auto;
    bottom: 0;
    width: auto;
    max-width: none;
    max-height: 60vh;
    margin: 0;
    align-self: end;
    justify-self: stretch;
  }
  [part='card'] header {
    display: flex;
    align-items: flex-start;
    gap: 0.5em;
    margin-bottom: 0.5em;
  }
  [part='card'] h4 {
    flex: 1;
    min-width: 0;
  }
  h5 {
    margin: 0.75em 0 0;
    font-size: 1em;
  }
  h4 small,
  i,
  dt {
    color: var(--_quiet);
    font-weight: normal;
    font-style: normal;
  }
  h4 small {
    display: block;
    font-size: 0.875em;
  }
  dl > div {
    display: flex;
    padding: 0.4em 0;
    border-bottom: 1px solid var(--_line);
  }
  dt {
    flex: 0 0 6em;
  }
  dd {
    flex: 1;
    min-width: 0;
  }
  dd li + li {
    margin-top: 0.35em;
  }
  .level {
    padding: 0 0.4em;
    border: 1px solid;
    border-radius: 2px;
    font-size: 0.875em;
    font-weight: normal;
    color: var(--_quiet);
  }
  .high {
    color: var(--_danger);
  }
  .medium {
    color: var(--_warning);
  }
  ol > li {
    padding: 0.25em 0 0.25em 0.75em;
    border-left: 3px solid var(--_line);
    margin-bottom: 0.35em;
  }
  ol > .on,
  ol > .now {
    border-color: var(--_brand);
  }
  ol > .now {
    border-left-width: 6px;
    background: var(--_brand-soft);
  }
  button.link {
    padding: 0;
    min-height: 0;
    line-height: inherit;
    text-align: start;
    text-decoration: none;
  }
  button.link:hover {
    text-decoration: underline;
  }
  button.name {
    font-weight: 600;
    color: inherit;
    text-decoration: underline dotted;
  }
  .notes {
    margin-top: var(--_space-s);
    white-space: pre-line;
  }
  .printed {
    display: none;
  }
  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_surface-alt: Canvas;
      --_brand-soft: Canvas;
      --_text: CanvasText;
      --_quiet: CanvasText;
      --_line: CanvasText;
      --_edge: CanvasText;
      --_warning: CanvasText;
      --_brand: Highlight;
    }
    svg {
      forced-color-adjust: none;
    }
  }
  @media print {
    .printed {
      display: block;
    }
    .stage {
      border: 0;
    }
    .frame svg {
      width: auto;
      max-width: 100%;
      height: auto;
      max-height: 24cm;
      margin: 0 auto;
    }
    .wide {
      page: zwgk-wide;
    }
    .wide .frame svg {
      max-height: 15cm;
    }
    .tall .frame svg {
      max-height: none;
    }
    [part='card'],
    .map,
    .help {
      display: none;
    }
    .node,
    .line,
    .lane,
    .lane-head {
      stroke: #000;
    }
    ol > li {
      page-break-inside: avoid;
    }
  }
`;
