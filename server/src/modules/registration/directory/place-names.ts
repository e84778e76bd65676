import { regions } from '@musubi/reference';

let made: string | undefined;

/**
 * What regions are called in both languages and their own, with all that they lie in, as JSON `[{ code, label }]`: people
 * are found by where they are from, as their cards say it. Made at the first question.
 */
export function placeNames(): string {
  made ??= JSON.stringify(
    regions.codes().map((code) => {
      const names = [code, ...regions.parents(code)].flatMap((one) => [
        regions.name(one, 'en'),
        regions.name(one, 'ja'),
        regions.ownName(one),
      ]);
      return { code, label: [...new Set(names)].join(' ') };
    }),
  );
  return made;
}
