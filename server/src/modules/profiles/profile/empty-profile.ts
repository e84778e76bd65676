import type { ProfileContent } from '@musubi/contracts';

const nothing = () => ({ en: null, ja: null, original: 'en' as const });

/** A profile that nobody has written yet. */
export const emptyProfile: ProfileContent = {
  summary: nothing(),
  description: nothing(),
  aims: nothing(),
  lookingFor: nothing(),
  sectors: [],
  size: null,
  workingLanguages: [],
  website: null,
  seeks: [],
};
