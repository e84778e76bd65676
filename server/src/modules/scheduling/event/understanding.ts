import type { Side } from '@musubi/scheduling';
import { interpretingFor } from './wishes/common-language.js';

export interface Understanding {
  /** With those of each side of whom whoever comes is understood. */
  sides: [Side, Side];
  /** As in a wish: pairs that suit whoever comes; null where no interpreter is needed. */
  interpreting: string[] | null;
}

/** Whoever comes of a side by themselves, or all of it together. */
interface Comer {
  people: readonly string[];
  languages: readonly string[];
}

/**
 * Two sides so that whoever is sent of them understands the other: where one of several comes, those who have a language in common
 * with the other side; where nobody has, those whom one interpreter can help.
 */
export function understanding(
  [one, other]: readonly [Side, Side],
  languagesOf: (id: string) => readonly string[],
  offered: ReadonlySet<string>,
): Understanding {
  const [ours, theirs] = [comers(one, languagesOf), comers(other, languagesOf)];
  const together = common(ours, theirs);
  const kept = (mine: readonly Comer[], yours: readonly Comer[]): [Side, Side] => [only(one, mine), only(other, yours)];
  if (together) return { sides: kept(...together), interpreting: null };
  const pairs = interpretingFor(spoken(ours), spoken(theirs), offered);
  if (!pairs) return { sides: [one, other], interpreting: null };
  const [mine, yours] = helped(ours, theirs, pairs[0]!);
  const suits = (pair: string): boolean => mine.every((a) => yours.every((b) => joins(pair, a, b)));
  return { sides: kept(mine, yours), interpreting: pairs.filter(suits) };
}

/** Those of whom each understands each of the others, as many as there are; null where nobody does. */
function common(ours: readonly Comer[], theirs: readonly Comer[]): [readonly Comer[], readonly Comer[]] | null {
  const understood = (a: Comer, b: Comer): boolean => a.languages.some((language) => b.languages.includes(language));
  const all = ours.every((a) => theirs.every((b) => understood(a, b)));
  if (all) return [ours, theirs];
  const choices: [readonly Comer[], readonly Comer[]][] = spoken(ours).map((language) => [
    ours.filter(({ languages }) => languages.includes(language)),
    theirs.filter(({ languages }) => languages.includes(language)),
  ]);
  if (theirs.length === 1) choices.push([ours.filter((a) => understood(a, theirs[0]!)), theirs]);
  if (ours.length === 1) choices.push([ours, theirs.filter((b) => understood(ours[0]!, b))]);
  return most(choices);
}

/** Those between whom somebody who knows the two languages can interpret. */
function helped(ours: readonly Comer[], theirs: readonly Comer[], pair: string): [readonly Comer[], readonly Comer[]] {
  const [a, b] = pair.split('-') as [string, string];
  const speaking = (comers: readonly Comer[], language: string) =>
    comers.filter(({ languages }) => languages.includes(language));
  const ways: [readonly Comer[], readonly Comer[]][] = [
    [speaking(ours, a), speaking(theirs, b)],
    [speaking(ours, b), speaking(theirs, a)],
  ];
  return most(ways) ?? [ours, theirs];
}

function most(choices: readonly [readonly Comer[], readonly Comer[]][]): [readonly Comer[], readonly Comer[]] | null {
  const size = ([mine, yours]: (typeof choices)[number]): number => mine.length * yours.length;
  return choices.filter((one) => size(one) > 0).toSorted((a, b) => size(b) - size(a))[0] ?? null;
}

function joins(pair: string, one: Comer, other: Comer): boolean {
  const [a, b] = pair.split('-') as [string, string];
  const speak = ({ languages }: Comer, language: string): boolean => languages.includes(language);
  return (speak(one, a) && speak(other, b)) || (speak(one, b) && speak(other, a));
}

function comers({ need, people }: Side, languagesOf: (id: string) => readonly string[]): Comer[] {
  if (need === 'all') return [{ people, languages: people.flatMap(languagesOf) }];
  return people.map((id) => ({ people: [id], languages: languagesOf(id) }));
}

const spoken = (comers: readonly Comer[]): string[] =>
  [...new Set(comers.flatMap(({ languages }) => languages))].sort((a, b) =>
    a === 'en' ? -1 : b === 'en' ? 1 : a < b ? -1 : 1,
  );

const only = (side: Side, kept: readonly Comer[]): Side => {
  const ids = new Set(kept.flatMap(({ people }) => people));
  return { ...side, people: side.people.filter((id) => ids.has(id)) };
};
