/** Frame, bar, text twin and paper. */
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
    display: inline-block;
    margin-right: 1.5em;
  }
  .bar,
  .bar > div {
    display: flex;
    flex-wrap: wrap;
  }
  .bar {
    gap: 0.5em;
    margin: var(--_space-s) 0;
  }
  .bar > [hidden] {
    display: none;
  }
  .bar .files {
    margin-left: auto;
  }
  .bar button {
    font-size: 0.9375em;
    padding: 0 0.875em;
    min-width: var(--_target);
  }
  .bar div > button {
    margin-right: -1px;
    border-radius: 0;
  }
  .bar div > :first-child {
    border-radius: var(--_radius) 0 0 var(--_radius);
  }
  .bar div > :last-child {
    border-radius: 0 var(--_radius) var(--_radius) 0;
  }
  .bar button:hover,
  .bar button:focus-visible,
  button[aria-pressed='true'] {
    position: relative;
  }
  button[aria-pressed='true'] {
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
    margin: 0;
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
  .link > i {
    color: var(--_text);
    font-style: normal;
  }
  .name > span {
    display: inline-block;
    font-weight: 400;
  }
  .notes {
    margin-top: var(--_space-s);
    white-space: pre-line;
  }
  .paper {
    display: none;
  }
  /* Nobody prints a poster from a phone. */
  @media (max-width: 639px) {
    .poster {
      display: none;
    }
  }
  @media print {
    :host {
      --_line: #999;
    }
    .paper {
      display: block;
    }
    .papered .stage {
      display: none;
    }
    .sheet {
      page-break-inside: avoid;
    }
    .sheet + .sheet {
      page-break-before: always;
    }
    .sheet svg {
      max-width: 100%;
      height: auto;
      max-height: 25cm;
      margin: 0 auto 1em;
    }
    .lying {
      page: zwgk-wide;
    }
    .lying .sheet svg {
      max-height: 15.5cm;
    }
    [part='card'],
    .help {
      display: none;
    }
    .node,
    .line {
      stroke: #000;
    }
    ol > li {
      page-break-inside: avoid;
    }
  }
`;
