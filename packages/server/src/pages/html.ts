/** Small pages of the service itself: no script, one fixed style sheet allowed by its hash, nothing kept by caches. */
import { createHash } from 'node:crypto';

/** HTML that is safe to put into a page; made by {@link html} only. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | undefined | false | Html | readonly (Html | false | undefined)[];
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const render = (part: Part): string =>
  part === undefined || part === false
    ? ''
    : part instanceof Html
      ? part.text
      : Array.isArray(part)
        ? part.map((one: Html | false | undefined) => render(one)).join('')
        : escape(String(part));

/** A template whose values are escaped, unless they are HTML made the same way. */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(texts.reduce((all, text, i) => all + render(parts[i - 1]) + text));

const STYLE = `
body{margin:0;background:#fff;color:#222;font:16px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
main{max-width:40em;margin:0 auto;padding:1.5em 1em 3em}
h1{margin:0 0 1em;padding-bottom:.5em;border-bottom:2px solid #b4191f;font-size:1.5em;line-height:1.4}
h2{margin:2em 0 .5em;font-size:1.125em}
dl{margin:0;border-top:1px solid #ddd}
dl div{display:flex;flex-wrap:wrap;padding:.5em 0;border-bottom:1px solid #ddd}
dt{width:7em;color:#595959}
dd{flex:1;min-width:12em;margin:0;overflow-wrap:anywhere}
.code{font:700 1.5em/1.4 Consolas,"Courier New",monospace;letter-spacing:.06em}
.note{margin:1.5em 0;padding:.75em 1em;border:1px solid #b4191f}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
ol,ul{padding-left:1.5em}
a{color:#0b57a8}
label{display:block}
input,select,textarea{display:block;box-sizing:border-box;width:100%;min-height:44px;padding:.5em .75em;border:1px solid #838b95;border-radius:4px;background:#fff;color:inherit;font:inherit}
button{min-width:8em;min-height:44px;padding:.25em 1em;border:0;border-radius:4px;background:#b4191f;color:#fff;font:inherit;cursor:pointer}
:focus-visible{outline:3px solid #0b57a8;outline-offset:2px}
@media print{body{font-size:12pt}main{max-width:none;padding:0}.screen{display:none}}
`;
/** The hash is of every character between the tags: they must not be laid out anew. */
const STYLE_TAG = new Html(`<style>${STYLE}</style>`);
const STYLE_SRC = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
const CSP = ["base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'"];

export interface PageOptions {
  /** Addresses of own scripts. */
  readonly scripts?: readonly string[];
  /** Directives beside `default-src 'none'` and the style sheet of the page. */
  readonly csp?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

export function page(
  title: string,
  body: Html,
  status: number,
  { scripts = [], csp = CSP, headers = {} }: PageOptions = {},
): Response {
  const style = scripts.length ? `${STYLE_SRC} 'self'` : STYLE_SRC;
  const text = html`<!doctype html>
    <html lang="zh-Hans">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${STYLE_TAG} ${scripts.map((src) => html`<script src="${src}" defer></script>`)}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.text;
  return new Response(text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [`default-src 'none'`, `style-src ${style}`, ...csp].join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      ...headers,
    },
  });
}
