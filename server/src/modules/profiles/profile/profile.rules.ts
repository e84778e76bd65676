import { completenessOf, type ProfileContent, type ProfileField, profileFields } from '@musubi/contracts';
import { sectors } from '@musubi/reference';
import { DomainError } from '../../../platform/index.js';

/** @throws DomainError `profile.incomplete` with every needed gap */
export function assertComplete(content: ProfileContent): void {
  // A logo is never needed.
  const missing = completenessOf(content, true).gaps.filter(({ needed }) => needed);
  if (missing.length > 0) throw new DomainError('profile.incomplete', { missing });
}

/** @throws DomainError `request.invalid` where a sector is not of the list, or something is named twice */
export function assertKnown({ sectors: chosen, workingLanguages, seeks }: ProfileContent): void {
  const known = new Set<string>(sectors.map(({ code }) => code));
  const twice = (list: readonly string[]) => new Set(list).size < list.length;
  const issues = [
    ...chosen.flatMap((code, at) => (known.has(code) ? [] : [{ path: `content.sectors.${at}`, message: 'unknown' }])),
    ...Object.entries({ sectors: chosen, workingLanguages, seeks }).flatMap(([field, list]) =>
      twice(list) ? [{ path: `content.${field}`, message: 'named twice' }] : [],
    ),
  ];
  if (issues.length > 0) throw new DomainError('request.invalid', { issues });
}

/** Which fields differ. */
export function changedFields(before: ProfileContent, after: ProfileContent): ProfileField[] {
  return profileFields.filter(
    (field) => JSON.stringify(ordered(before[field])) !== JSON.stringify(ordered(after[field])),
  );
}

/** The database keeps the keys of an object in an order of its own. */
function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
