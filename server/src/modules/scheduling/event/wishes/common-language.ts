/**
 * The pairs of languages of which an interpreter between two sides has to know one; null where they have a language in common. Those
 * that some interpreter knows come first, and those with English: for them another one is found most easily.
 */
export function interpretingFor(
  one: readonly string[],
  other: readonly string[],
  offered: ReadonlySet<string>,
): string[] | null {
  if (one.some((language) => other.includes(language))) return null;
  const pairs = new Set(one.flatMap((a) => other.map((b) => [a, b].sort().join('-'))));
  const hard = (pair: string): number => (offered.has(pair) ? 0 : 2) + (pair.split('-').includes('en') ? 0 : 1);
  return pairs.size === 0 ? null : [...pairs].sort((a, b) => hard(a) - hard(b) || (a < b ? -1 : 1));
}

/** What the two speak with each other; English where that is among it. */
export function languageOf(one: readonly string[], other: readonly string[]): string {
  const common = one.filter((language) => other.includes(language));
  return common.includes('en') ? 'en' : (common[0] ?? one[0] ?? 'en');
}
