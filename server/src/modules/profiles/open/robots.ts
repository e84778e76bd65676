/** Below these, everything asks for a sign-in or is not a page. */
const notForThem = ['app/', 'organise/', 'api/'] as const;

/** What search engines may read, and where the map of it is. @param site address of the instance with a slash at the end */
export function robotsOf(site: string): string {
  const { pathname } = new URL(site);
  return [
    'User-agent: *',
    `Allow: ${pathname}`,
    ...notForThem.map((part) => `Disallow: ${pathname}${part}`),
    '',
    `Sitemap: ${site}sitemap.xml`,
    '',
  ].join('\n');
}
