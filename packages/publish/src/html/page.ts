/** A whole page around one fragment, for an iframe: `/embed/…` of a service, or the files of `zwgk build --embed`. */
import { markup, type Markup } from './template.js';

export interface EmbedPage {
  readonly title: string;
  /** Name of the publishing body, in the title behind it. */
  readonly bureau?: string | undefined;
  readonly body: Markup;
  /** Language of the reader; official text stays as it was published. */
  readonly lang?: string | undefined;
  /** Address of the folder with our scripts and themes. */
  readonly cdn: string;
  /** `red`, `blue` or `large`. */
  readonly theme?: string | undefined;
  /** Where the elements ask: a service or a folder. */
  readonly api?: string | undefined;
  readonly files?: string | undefined;
  readonly referrer?: 'same-origin' | 'no-referrer' | undefined;
}

/** Links and forms leave the frame: what they lead to may not be framed, and nobody reads a page in a hole. */
export function embedPage(options: EmbedPage): string {
  const { title, bureau, body, lang = 'zh-Hans', theme, api, files, referrer = 'same-origin' } = options;
  const cdn = options.cdn.replace(/\/+$/, '');
  const provided =
    api === undefined && files === undefined
      ? body
      : markup`<zwgk-provider ${api === undefined ? markup`files="${files}"` : markup`api="${api}"`}>${body}</zwgk-provider>`;
  return markup`<!doctype html>
<html lang="${lang}" data-zwgk-embed>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="${referrer}">
<base target="_top">
<title>${[title, bureau].filter(Boolean).join('_')}</title>
<link rel="stylesheet" href="${cdn}/themes/plain.css">
${theme && markup`<link rel="stylesheet" href="${cdn}/themes/${theme}.css">\n`}<script src="${cdn}/zwgk-embed.js" defer></script>
<script src="${cdn}/zwgk.js" defer></script>
</head>
<body class="zwgk-embed">
${provided}
</body>
</html>
`.text;
}
