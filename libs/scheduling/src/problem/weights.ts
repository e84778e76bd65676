/** What one side answered about the other before the deadline; `none` when it said nothing. */
export type Preference = 'must' | 'meet' | 'none' | 'no_thanks';

/** What a meeting is worth by what both sides want: one mutual must outweighs any one-sided one. */
const worth = {
  'must must': 100,
  'meet must': 80,
  'must none': 60,
  'meet meet': 50,
  'meet none': 30,
  'none none': 10,
} as const;

/**
 * Weight of a wish from both sides' preferences, and from the match score (0 to 100) among equals: it can never lift a wish over one
 * that people want more. `null` when a side says no: then there is no wish at all.
 */
export function weightOf(one: Preference, other: Preference, matchScore = 0): number | null {
  if (one === 'no_thanks' || other === 'no_thanks') return null;
  const key = [one, other].sort().join(' ') as keyof typeof worth;
  return 10 * worth[key] + Math.min(99, Math.max(0, Math.round(matchScore)));
}
