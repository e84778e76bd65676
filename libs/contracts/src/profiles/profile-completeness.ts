import type { ProfileContent } from './cooperation-profile.ts';
import type { Lang, ProfileField } from '../vocabulary.ts';

/** What a profile still lacks: a field, in one language where it has two. */
export interface ProfileGap {
  readonly field: ProfileField | 'logo';
  readonly lang: Lang | null;
  /** `short`: it is there and says too little. */
  readonly is: 'missing' | 'short';
  /** Without it the profile cannot be handed in. */
  readonly needed: boolean;
}

export interface Completeness {
  /** 0 to 100. */
  readonly percent: number;
  /** The needed ones first, then what gains most. */
  readonly gaps: readonly ProfileGap[];
}

interface Rule {
  readonly field: ProfileField | 'logo';
  readonly lang: Lang | null;
  readonly points: number;
  readonly needed: boolean;
  readonly is: 'whole' | 'missing' | 'short';
}

/** Fewer characters say too little to be answered; Japanese says as much in half the space. */
const atLeast = { summary: { en: 40, ja: 20 }, description: { en: 120, ja: 60 } } as const;

/**
 * How complete a profile is, and why not more. The summary is needed in both languages, since both sides read the list; the
 * description and what is sought in one.
 */
export function completenessOf(content: ProfileContent, hasLogo: boolean): Completeness {
  const rules = rulesFor(content, hasLogo);
  const gaps = rules
    .filter(({ is }) => is !== 'whole')
    .toSorted((a, b) => Number(b.needed) - Number(a.needed) || b.points - a.points)
    .map(({ field, lang, is, needed }): ProfileGap => ({ field, lang, is: is as 'missing' | 'short', needed }));
  const reached = rules.filter(({ is }) => is === 'whole').reduce((sum, { points }) => sum + points, 0);
  return { percent: reached, gaps };
}

/** The points of all rules together are 100. */
function rulesFor(content: ProfileContent, hasLogo: boolean): Rule[] {
  const { description, aims, lookingFor } = content;
  const other = (text: { original: Lang }): Lang => (text.original === 'en' ? 'ja' : 'en');
  const words = (
    field: 'summary' | 'description' | 'aims' | 'lookingFor',
    lang: Lang,
    points: number,
    needed: boolean,
  ) => ({
    field,
    lang,
    points,
    needed,
    is: saysEnough(content[field][lang], field === 'summary' || field === 'description' ? atLeast[field][lang] : 1),
  });
  const there = (field: Rule['field'], is: boolean, points: number, needed: boolean): Rule => ({
    field,
    lang: null,
    points,
    needed,
    is: is ? 'whole' : 'missing',
  });
  return [
    words('summary', 'en', 10, true),
    words('summary', 'ja', 10, true),
    words('description', description.original, 15, true),
    words('description', other(description), 10, false),
    words('aims', aims.original, 5, false),
    words('aims', other(aims), 5, false),
    words('lookingFor', lookingFor.original, 10, true),
    words('lookingFor', other(lookingFor), 5, false),
    there('sectors', content.sectors.length > 0, 5, true),
    there('workingLanguages', content.workingLanguages.length > 0, 5, true),
    there('seeks', content.seeks.length > 0, 5, true),
    there('size', content.size !== null, 5, false),
    there('website', content.website !== null, 5, false),
    there('logo', hasLogo, 5, false),
  ];
}

function saysEnough(words: string | null, least: number): Rule['is'] {
  if (!words) return 'missing';
  return words.length < least ? 'short' : 'whole';
}
