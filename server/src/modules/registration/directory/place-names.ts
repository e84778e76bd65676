import { foldName, regions } from '@musubi/reference';

interface Place {
  code: string;
  /** In both languages and its own, with all that it lies in. */
  names: readonly { name: string; folded: string }[];
}

let known: readonly Place[] | undefined;

/**
 * What places are called, as JSON `[{ code, label }]`, where one of these words is in a name of theirs: people are found by where
 * they are from, as their cards say it. Rather too many than too few, the database compares them itself; of a few hundred places
 * most searches name none.
 */
export function placesNamed(words: string): string {
  const parts = foldName(words).split(' ').filter(Boolean);
  known ??= regions.codes().map((code) => ({ code, names: namesOf(code) }));
  const named = known.flatMap(({ code, names }) => {
    const found = names.filter(({ folded }) => parts.some((part) => folded.includes(part)));
    return found.length > 0 ? [{ code, label: found.map(({ name }) => name).join(' ') }] : [];
  });
  return JSON.stringify(named);
}

/** Of a place and all that it lies in, each once. */
export function namesOf(code: string): Place['names'] {
  const names = [code, ...regions.parents(code)].flatMap((one) => [
    regions.name(one, 'en'),
    regions.name(one, 'ja'),
    regions.ownName(one),
  ]);
  return [...new Set(names)].map((name) => ({ name, folded: foldName(name) }));
}
