/** The choice of discretion tiers in an open card. */
import { css } from 'lit';

export const discretionStyles = css`
  .tiers {
    margin-top: 0.5em;
  }
  .tiers legend {
    padding: 0;
    font-weight: 600;
  }
  .tiers label {
    display: flex;
    align-items: flex-start;
    gap: 0.5em;
    min-height: var(--_target);
    padding: 0.5em 0;
    border-bottom: 1px solid var(--_line);
    cursor: pointer;
  }
  .tiers input {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin-top: 0.2em;
    accent-color: var(--_brand);
  }
  .result dl {
    margin: 0.5em 0;
    padding: 0.25em 0.75em;
    border-left: 4px solid var(--_brand);
    background: var(--_surface-alt);
  }
  .result p {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  summary {
    padding: 0.5em 0;
    cursor: pointer;
    color: var(--_link);
  }
`;
