import type { PersonName } from '@musubi/contracts';
import { countryOf, foldName, sideOf, zoneOfRegion, type Lang } from '@musubi/reference';
import { europeanNames, type EuropeanName } from './data/european-names.ts';
import { japaneseFamilies, japaneseGivens } from './data/japanese-names.ts';
import type { Rng } from './rng.ts';

/** Somebody who does not exist. */
export interface InventedPerson {
  readonly name: PersonName;
  /** Language of the interface and of mail. */
  readonly lang: Lang;
  /** IANA zone id. */
  readonly zone: string;
  /** ISO 639-1, the person's own first. */
  readonly workingLanguages: readonly string[];
  readonly department: string;
  readonly jobTitle: string;
}

/**
 * Invents a person who works in the region: Japanese with kanji and readings, European with the katakana that a Japanese partner
 * would write, and their own script where it is not Latin.
 * @param region NUTS or prefecture code of the EU or Japan
 * @throws RangeError for another region
 */
export function inventPerson(rng: Rng, region: string): InventedPerson {
  const side = sideOf(region);
  const zone = zoneOfRegion(region);
  if (side === 'third' || zone === null) throw new RangeError(`Nobody is known in ${region}`);
  return side === 'jp' ? inventJapanese(rng, zone) : inventEuropean(rng, countryOf(region), zone);
}

function inventJapanese(rng: Rng, zone: string): InventedPerson {
  const [familyLatin, familyLocal, familyKana] = rng.pick(japaneseFamilies);
  const [givenLatin, givenLocal, givenKana] = rng.pick(japaneseGivens);
  return {
    name: { familyLatin, givenLatin, familyLocal, givenLocal, familyKana, givenKana },
    lang: 'ja',
    zone,
    workingLanguages: rng.chance(0.7) ? ['ja', 'en'] : ['ja'],
    department: rng.pick(['国際連携課', '産業振興課', '事業推進部', '企画調整課', '国際事業部']),
    jobTitle: rng.pick(['課長', '部長', '主査', '事務局長', '国際コーディネーター', '主任']),
  };
}

function inventEuropean(rng: Rng, country: string, zone: string): InventedPerson {
  const { languages, givens, families } = europeanNames[country]!;
  const given = rng.pick(givens);
  const family = rng.pick(families);
  const hasOwnScript = local(family) !== null;
  return {
    name: {
      familyLatin: family[0],
      givenLatin: given[0],
      familyLocal: local(family),
      givenLocal: hasOwnScript ? local(given) : null,
      familyKana: family[1],
      givenKana: given[1],
    },
    lang: 'en',
    zone,
    workingLanguages: languages.includes('en') ? languages : [...languages, 'en'],
    department: rng.pick(['International cooperation', 'Cluster management', 'Economic development', 'Partnerships']),
    jobTitle: rng.pick(['Cluster manager', 'Head of international', 'Project manager', 'Director', 'Policy officer']),
  };
}

function local([, , own]: EuropeanName): string | null {
  return own ?? null;
}

/** An address under the organisation's domain that nobody can receive: `aiko.tanaka@osaka-wakaba.example`. Not unique by itself. */
export function addressOf({ givenLatin, familyLatin }: PersonName, domain: string): string {
  return `${[givenLatin, familyLatin].map((part) => foldName(part).replaceAll(' ', '')).join('.')}@${domain}`;
}
