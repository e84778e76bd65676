/** A public page, below its language. */
export interface MappedPage {
  path: string;
  changedAt?: Date;
}

const langs = ['en', 'ja'] as const;

/** @param site address of the instance with a slash at the end */
export function sitemapOf(site: string, pages: readonly MappedPage[]): string {
  const entries = pages.flatMap(({ path, changedAt }) =>
    langs.map((lang) => {
      const others = langs.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${escaped(`${site}${other}${path}`)}"/>`,
      );
      const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
      return `<url><loc>${escaped(`${site}${lang}${path}`)}</loc>${changed}${others.join('')}</url>`;
    }),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
