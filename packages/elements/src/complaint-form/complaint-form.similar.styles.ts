import { css } from 'lit';

export const similarStyles = css`
  .similar {
    margin: -0.5em 0 var(--_space-m);
    padding: 0 1em;
    border-left: 4px solid var(--_line);
  }
  .similar ul {
    list-style: none;
    padding: 0;
    margin: 0 0 0.5em;
  }
  .similar li {
    border-top: 1px solid var(--_line);
  }
  .similar li > a {
    display: inline-block;
    padding: 0.6em 0;
  }
  .similar small {
    margin-left: 0.6em;
    color: var(--_quiet);
    white-space: nowrap;
  }
  .similar .text {
    margin: 0.35em 0 0.75em;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
