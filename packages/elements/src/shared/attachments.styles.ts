import { css } from 'lit';

export const attachmentStyles = css`
  .attachments {
    list-style: none;
    padding: 0;
    margin: 0.5em 0;
  }
  .attachments:empty {
    display: none;
  }
  .attachments li {
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-left: 4px solid var(--_edge);
  }
  .attachments li + li {
    border-top: 0;
  }
  .attachments li.done {
    border-left-color: var(--_success);
  }
  .attachments li.refused,
  .attachments li.stopped {
    border-left-color: var(--_danger);
  }
  .attachments .name {
    overflow-wrap: anywhere;
  }
  .attachments small {
    margin-left: 0.6em;
    color: var(--_quiet);
  }
  .attachments progress {
    display: block;
    width: 100%;
    height: 0.75em;
    margin: 0.35em 0;
    accent-color: var(--_brand);
  }
  .row-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
  }
`;
