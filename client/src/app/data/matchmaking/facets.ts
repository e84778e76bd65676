import type { Dimension, RecommendationView, Side } from '@musubi/contracts';

/** What suggestions can be narrowed by. An empty set narrows nothing. */
export interface Narrowing {
  text: string;
  sides: ReadonlySet<Side>;
  dimensions: ReadonlySet<Dimension>;
  commonSlot: boolean;
  /** A common slot in the office hours of both. */
  officeHours: boolean;
  commonLanguage: boolean;
}

export const everybody: Narrowing = {
  text: '',
  sides: new Set(),
  dimensions: new Set(),
  commonSlot: false,
  officeHours: false,
  commonLanguage: false,
};

/** What is suggested to somebody of this side at first: those of the other one, the partners that the event is about. */
export function acrossFrom(mine: Side | undefined): Narrowing {
  const other: Side | null = mine === 'eu' ? 'jp' : mine === 'jp' ? 'eu' : null;
  return other ? { ...everybody, sides: new Set([other]) } : everybody;
}

/** How many suggestions each choice would show, the other groups of choices as they are set. */
export interface FacetCounts {
  sides: Record<Side, number>;
  dimensions: Record<Dimension, number>;
  commonSlot: number;
  officeHours: number;
  commonLanguage: number;
}

/** Matches any script, width and case: ＡＢＣ is abc. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .normalize('NFKC');
}

/** The suggestions that are left, in their order. */
export function narrow(
  all: readonly RecommendationView[],
  to: Narrowing,
  myLanguages: readonly string[],
): RecommendationView[] {
  return all.filter(
    (one) =>
      matchesText(one, to.text) &&
      (to.sides.size === 0 || to.sides.has(one.participant.organisation.side)) &&
      (to.dimensions.size === 0 || dimensionsOf(one).some((dimension) => to.dimensions.has(dimension))) &&
      (!to.commonSlot || one.sharedSlots > 0) &&
      (!to.officeHours || one.sharedOfficeSlots > 0) &&
      (!to.commonLanguage || sharesLanguage(one, myLanguages)),
  );
}

/** Counts beside the choices; a group does not count against itself. */
export function countFacets(
  all: readonly RecommendationView[],
  to: Narrowing,
  myLanguages: readonly string[],
): FacetCounts {
  const bySide = narrow(all, { ...to, sides: new Set() }, myLanguages);
  const byDimension = narrow(all, { ...to, dimensions: new Set() }, myLanguages);
  const ofSide = (side: Side): number =>
    bySide.filter(({ participant }) => participant.organisation.side === side).length;
  const ofDimension = (dimension: Dimension): number =>
    byDimension.filter((one) => dimensionsOf(one).includes(dimension)).length;
  return {
    sides: { eu: ofSide('eu'), jp: ofSide('jp'), third: ofSide('third') },
    dimensions: {
      industry: ofDimension('industry'),
      trade: ofDimension('trade'),
      investment: ofDimension('investment'),
      innovation: ofDimension('innovation'),
      tourism: ofDimension('tourism'),
      'people-jobs': ofDimension('people-jobs'),
    },
    commonSlot: narrow(all, { ...to, commonSlot: true }, myLanguages).length,
    officeHours: narrow(all, { ...to, officeHours: true }, myLanguages).length,
    commonLanguage: narrow(all, { ...to, commonLanguage: true }, myLanguages).length,
  };
}

/** How many choices are set: the number on the filter button. */
export function narrowed({ sides, dimensions, commonSlot, officeHours, commonLanguage }: Narrowing): number {
  return sides.size + dimensions.size + Number(commonSlot) + Number(officeHours) + Number(commonLanguage);
}

/** The languages that both work in. */
export function sharedLanguages(mine: readonly string[], theirs: readonly string[]): string[] {
  return mine.filter((lang) => theirs.includes(lang));
}

function sharesLanguage({ participant }: RecommendationView, mine: readonly string[]): boolean {
  return sharedLanguages(mine, participant.workingLanguages).length > 0;
}

function dimensionsOf({ pairs }: RecommendationView): Dimension[] {
  return [...new Set(pairs.flatMap(({ mine, theirs }) => [mine.dimension, theirs.dimension]))];
}

function matchesText({ participant, pairs }: RecommendationView, text: string): boolean {
  const asked = foldText(text).trim();
  if (!asked) return true;
  const { name, organisation, jobTitle, jobTitleOther } = participant;
  const said = [
    ...Object.values(name),
    organisation.nameLatin,
    organisation.nameLocal,
    jobTitle,
    jobTitleOther,
    ...pairs.flatMap(({ mine, theirs }) => [mine.title.en, mine.title.ja, theirs.title.en, theirs.title.ja]),
  ];
  const haystack = foldText(said.filter(Boolean).join(' '));
  return asked.split(/\s+/).every((word) => haystack.includes(word));
}
