import type { ProfileGap } from '@musubi/contracts';

/** The id of the control that a reason leads to. */
export function gapAnchor({ field, lang }: Pick<ProfileGap, 'field' | 'lang'>): string {
  return lang ? `profile-${field}-${lang}` : `profile-${field}`;
}
