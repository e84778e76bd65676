/** The pair of languages that needs an interpreter between two sides; null where they have one in common. */
export function interpretingFor(
  one: readonly string[],
  other: readonly string[],
  offered: ReadonlySet<string>,
): string | null {
  if (one.some((language) => other.includes(language))) return null;
  const pairs = one.flatMap((a) => other.map((b) => [a, b].sort().join('-')));
  return pairs.find((pair) => offered.has(pair)) ?? pairs[0] ?? null;
}

/** What the two speak with each other; English where that is among it. */
export function languageOf(one: readonly string[], other: readonly string[]): string {
  const common = one.filter((language) => other.includes(language));
  return common.includes('en') ? 'en' : (common[0] ?? one[0] ?? 'en');
}
