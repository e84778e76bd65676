/** What pages that are drawn here read of their query. */
const known = ['returnTo'];

/** A page's address without what no page reads: whatever somebody appends, it is the same page, rendered and kept once. */
export function pageAddress(url: string): string {
  const cut = url.indexOf('?');
  if (cut === -1) return url;
  const asked = new URLSearchParams(url.slice(cut + 1));
  const read = new URLSearchParams(
    known.flatMap((name) => {
      const value = asked.get(name);
      return value === null ? [] : [[name, value]];
    }),
  ).toString();
  return read === '' ? url.slice(0, cut) : `${url.slice(0, cut)}?${read}`;
}
