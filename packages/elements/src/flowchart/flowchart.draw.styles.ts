/** The drawing: symbols, lines, words, the small map. */
import { css } from 'lit';

export const drawStyles = css`
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
    /* Where all lines have one colour, those of lanes must not look like ways. */
    .lane,
    .phase {
      stroke-dasharray: 1 4;
    }
  }
`;
