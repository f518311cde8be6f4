/** sitemap.xml: pages of entries on the site itself; more than 50,000 go into several, with an index. */
import { escaped } from './text.js';

const MOST = 50000;

export interface SitePage {
  readonly url: string;
  /** `YYYY-MM-DD`. */
  readonly day: string | undefined;
}

/** @returns files by their names below `base`; the one that robots.txt names is `sitemap.xml` */
export function sitemapsOf(pages: readonly SitePage[], base: URL): Map<string, string> {
  const known = new Set<string>();
  const lines: string[] = [];
  for (const { url, day } of pages) {
    const address = new URL(url, base);
    // A place in a page is no page, and a sitemap speaks for its own host only.
    address.hash = '';
    if (address.origin !== base.origin || known.has(address.href)) continue;
    known.add(address.href);
    lines.push(`<url><loc>${escaped(address.href)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`);
  }
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  const files = new Map<string, string>();
  const set = (part: readonly string[]) => `${head}<urlset ${space}>\n${part.join('\n')}\n</urlset>\n`;
  if (lines.length <= MOST) return files.set('sitemap.xml', set(lines));
  const names: string[] = [];
  for (let from = 0; from < lines.length; from += MOST) {
    names.push(`sitemap-${names.length + 1}.xml`);
    files.set(names[names.length - 1]!, set(lines.slice(from, from + MOST)));
  }
  return files.set(
    'sitemap.xml',
    `${head}<sitemapindex ${space}>\n${names
      .map((name) => `<sitemap><loc>${escaped(new URL(name, base).href)}</loc></sitemap>`)
      .join('\n')}\n</sitemapindex>\n`,
  );
}
