/** Types of `@zwgk/elements/themes/*.css` (主题): a style sheet that is imported for its effect gives nothing. */
export {};
