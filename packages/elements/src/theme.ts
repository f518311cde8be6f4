/** Types of `@zwgk/elements/themes/*.css` (主题): style sheets that are imported for their effect. */

/** Names of the style sheets. */
export type Theme = 'red' | 'blue' | 'large' | 'plain';
