import { css } from 'lit';

export const paperStyles = css`
  .hand {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-m) var(--_space-l);
    margin-top: var(--_space-m);
  }
  .hand > div {
    flex: 1 1 16em;
  }
  .hand h3 {
    font-size: 1em;
    border: 0;
    padding: 0;
    margin: 0;
  }
  .hand figure {
    flex: 0 1 11em;
    margin: 0;
  }
  .qr {
    display: block;
    width: 9em;
    height: 9em;
    border: 1px solid var(--_line);
    forced-color-adjust: none;
  }
  .words {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em 1.25em;
    padding: 0;
    margin: 0.5em 0;
    list-style: none;
    counter-reset: word;
    font-size: 1.25em;
    font-weight: 600;
  }
  .words li::before {
    counter-increment: word;
    content: counter(word) ' ';
    color: var(--_quiet);
    font-size: 0.65em;
    font-weight: normal;
  }
`;
