import type { Applicant, Host, Placement, Preferences } from './stable-matching.ts';

/**
 * Pairs that would both rather have each other than what they have, which a stable matching has none of: the applicant strictly prefers the
 * host, and the host has a free place or strictly prefers the applicant to somebody it has. Shares no code with the matching itself.
 * O(applicants × hosts × capacity).
 */
export function blockingPairs(
  applicants: readonly Applicant[],
  hosts: readonly Host[],
  placements: readonly Placement[],
): readonly Placement[] {
  const found: Placement[] = [];
  for (const applicant of applicants)
    for (const host of hosts) {
      const own = placements.find(({ applicantId }) => applicantId === applicant.id)?.hostId;
      const here = placements.filter(({ hostId }) => hostId === host.id).map(({ applicantId }) => applicantId);
      if (own === host.id) continue;
      const wished = tierOf(applicant.preferences, host.id);
      const ranked = tierOf(host.preferences, applicant.id);
      if (wished === Infinity || ranked === Infinity) continue;
      const gains = wished < (own === undefined ? Infinity : tierOf(applicant.preferences, own));
      const welcome = here.length < host.capacity || here.some((one) => tierOf(host.preferences, one) > ranked);
      if (gains && welcome && host.capacity > 0) found.push({ applicantId: applicant.id, hostId: host.id });
    }
  return found;
}

function tierOf(preferences: Preferences, id: string): number {
  const tier = preferences.findIndex((one) => one.includes(id));
  return tier === -1 ? Infinity : tier;
}
