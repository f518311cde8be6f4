/* oxlint-disable no-var -- goes into the loader, which is ES5 (see loader.ts). */
/**
 * The one Trusted Types policy of the loader and its modules. Lit needs it for its templates, the loader for the addresses
 * of its modules; a page's `trusted-types lit-html` lets the name be made once, so whoever comes first shares it.
 */
interface Policy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}

export function policy(): Policy | undefined {
  var page = window as unknown as {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
    zwgkPolicy?: Policy;
  };
  if (page.trustedTypes && !page.zwgkPolicy)
    page.zwgkPolicy = page.trustedTypes.createPolicy('lit-html', {
      createHTML: function (text) {
        return text;
      },
      createScriptURL: function (url) {
        return /zwgk-[a-z-]+\.js$/.test(url) ? url : '';
      },
    });
  return page.zwgkPolicy;
}
