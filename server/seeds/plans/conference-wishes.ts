import type { MeetingPreference } from '@musubi/contracts';
import type { PersonKey } from '../people.ts';
import type { DemoWish } from './wish.ts';

type Row = readonly [from: PersonKey, must: string, meet: string, noThanks?: string];

const told = (rows: readonly Row[]): DemoWish[] =>
  rows.flatMap(([from, must, meet, noThanks = '']) => {
    const of = (keys: string, preference: MeetingPreference): DemoWish[] =>
      keys.split(' ').flatMap((key) => (key ? [[from, key as PersonKey, preference] as const] : []));
    return [...of(must, 'must'), ...of(meet, 'meet'), ...of(noThanks, 'no_thanks')];
  });

/** Those who answered over the holidays: their first meetings are published before the others have said anything. */
export const earlyWishes = told([
  ['inaki', 'hiroshi', 'daisuke'],
  ['sofia', 'daisuke', 'takashi'],
  ['lars', '', 'daisuke hiroshi'],
  ['anneli', 'naoki', 'kazuya'],
  ['ana', 'takashi', 'daisuke'],
  ['eleni', 'naoki', 'hiroshi'],
  ['petr', '', 'kazuya naoki'],
  ['ulrike', 'takumi', ''],
  ['jonas', '', 'ryoM takumi'],
  ['hiroshi', 'inaki', 'lars'],
  ['daisuke', 'lars', 'sofia'],
  ['naoki', 'anneli', 'eleni'],
  ['kazuya', 'petr', 'anneli'],
  ['takashi', '', 'ana sofia'],
  ['takumi', 'ulrike', 'jonas'],
  ['ryoM', 'jonas', ''],
]);

/** Everybody else, and what came to the minds of the early ones. Clara and Aiko have yet to find each other. */
export const laterWishes = told([
  ['clara', 'emi', 'naoko takumi ryoM'],
  ['martina', '', 'sho naoko kazuya'],
  ['ulrike', 'haruka', 'kenichi emi'],
  ['lars', 'haruka', 'aiko misaki'],
  ['giulia', 'aiko', 'naoko sakura takashi takumi'],
  ['inaki', 'sakura', 'aiko haruka'],
  ['carmen', 'misaki', 'sho aiko takumi'],
  ['elodie', 'haruka', 'hiroshi aiko kazuya'],
  ['marek', 'aiko', 'misaki takashi'],
  ['jan', 'kenichi', 'daisuke sakura ryoM'],
  ['sofia', '', 'naoko misaki naoki'],
  ['anneli', 'kenichi', 'misaki aiko'],
  ['ana', 'miyu', 'naoko haruka'],
  ['eleni', 'miyu', 'aiko'],
  ['aoife', 'naoko', 'aiko kenichi haruka'],
  ['petr', 'sakura', 'daisuke aiko'],
  ['aiko', 'giulia martina', 'lars inaki petr'],
  ['kenichi', 'anneli', 'lars ulrike jan'],
  ['sakura', 'inaki', 'jan giulia petr'],
  ['hiroshi', '', 'sofia aoife elodie'],
  ['emi', 'clara', 'martina ulrike'],
  ['naoko', 'aoife', 'clara giulia', 'ana'],
  ['takumi', 'giulia', 'carmen'],
  ['misaki', 'anneli', 'carmen lars', 'marek'],
  ['sho', 'martina', 'carmen lars'],
  ['haruka', 'lars ulrike', 'elodie aoife'],
  ['daisuke', 'petr', 'jan'],
  ['naoki', '', 'sofia marek'],
  ['takashi', 'giulia', 'marek'],
  ['miyu', 'eleni', 'ana'],
  ['kazuya', '', 'ulrike elodie martina'],
  ['ryoM', 'jan', 'clara'],
]);
