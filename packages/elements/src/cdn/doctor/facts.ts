/** What is known of a page that embeds the elements. A fact that cannot be known from where one looks is left out. */
export interface PageFacts {
  /** Address, for the report. */
  readonly address?: string | undefined;
  /** `false`: there is none. */
  readonly doctype?: string | false | undefined;
  readonly quirks?: boolean | undefined;
  readonly charset?: Charset | undefined;
  /** `lang` of `<html>`; empty when there is none. */
  readonly lang?: string | undefined;
  readonly viewport?: boolean | undefined;
  /** `<meta name="renderer" content="webkit">`, which tells browsers with two kernels to take the newer one. */
  readonly renderer?: boolean | undefined;
  /** `X-UA-Compatible`, e.g. `IE=EmulateIE7`. */
  readonly compatible?: string | undefined;
  /** Font size of `<html>` in CSS pixels, or as written: `62.5%`. */
  readonly rootFont?: string | undefined;
  readonly kernel?: Kernel | undefined;
  readonly secure?: boolean | undefined;
  readonly base?: string | undefined;
  /** Content security policies, from header and meta. */
  readonly policies?: readonly string[] | undefined;
  /** What such a policy stopped, as `directive address`. */
  readonly stopped?: readonly string[] | undefined;
  readonly natives?: Natives | undefined;
  /** Addresses of our scripts on the page, absolute where that can be known. */
  readonly scripts?: readonly string[] | undefined;
  /** A second copy told that it was one. */
  readonly twice?: boolean | undefined;
  readonly tags?: readonly TagFacts[] | undefined;
  /** Requests of ours that came to nothing. */
  readonly failed?:
    | readonly { readonly address: string; readonly status?: number | undefined; readonly type?: string | undefined }[]
    | undefined;
  /** Other scripts that are known to matter: `jQuery 1.4.2`. */
  readonly libraries?: readonly string[] | undefined;
  /** The page stands in a frame; `sandbox` lists what that frame allows. */
  readonly frame?: { readonly sandbox?: string | undefined } | undefined;
}
export interface Charset {
  /** As the browser reads the page. */
  readonly used?: string | undefined;
  readonly header?: string | undefined;
  readonly meta?: string | undefined;
  /** The bytes are not text in that encoding. */
  readonly broken?: boolean | undefined;
}
export interface Kernel {
  readonly name: 'Chromium' | 'Firefox' | 'Safari' | 'IE' | 'other';
  readonly version: number;
}
export interface Natives {
  /** Names that a loop over any object or array meets. */
  readonly objectKeys: readonly string[];
  readonly arrayKeys: readonly string[];
  /** Functions of the browser that the page has replaced. */
  readonly replaced: readonly string[];
  /** `JSON.stringify([1])` is still `[1]`. */
  readonly json: boolean;
}
export interface TagFacts {
  /** As written: `zwgk-guide-card`, or `zwgk-` and the name in `data-zwgk`. */
  readonly tag: string;
  /** Where it stands: `第 12 行`, or a path of tags. */
  readonly where: string;
  readonly known: boolean;
  /** The known name that comes nearest to an unknown one. */
  readonly meant?: string | undefined;
  readonly selfClosed?: boolean | undefined;
  /** Attributes that this tag does not have, each with the one that was probably meant. */
  readonly strange?: readonly { readonly name: string; readonly meant?: string | undefined }[] | undefined;
  /** No document is named: neither inline, nor `src`, nor an id. */
  readonly empty?: boolean | undefined;
  /** An id, or a letter, without a `<zwgk-provider>` around it. */
  readonly unprovided?: boolean | undefined;
  /** Address of the one document that it shows. */
  readonly document?: string | undefined;
  /** Why its JSON cannot be read, inline or at that address. */
  readonly json?: string | undefined;
  /** Addresses that it names, absolute where that can be known. */
  readonly addresses?: readonly string[] | undefined;
  readonly defined?: boolean | undefined;
  readonly busy?: boolean | undefined;
  /** The sentence that it shows about a failure or about what was left out. */
  readonly says?: string | undefined;
  /** Nothing of it can be seen. */
  readonly unseen?: boolean | undefined;
  /** Height in pixels of a parent that cuts it off. */
  readonly cutAt?: number | undefined;
}
