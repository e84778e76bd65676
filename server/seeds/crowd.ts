import { addressOf, inventPerson, rng } from '@musubi/testing';
import { type DemoIndividual, people } from './people.ts';
import { type OrganisationName, organisations } from './organisations.ts';

/** How many come from each organisation beside those with a story: they are counted, and chose not to be found. */
const counts: Partial<Record<OrganisationName, number>> = {
  neckar: 6,
  baden: 5,
  ruhr: 11,
  kiel: 5,
  lombardy: 11,
  basque: 8,
  alpes: 10,
  silesia: 4,
  finland: 4,
  osaka: 13,
  fukushima: 7,
  kanagawa: 7,
  aichi: 10,
  gifu: 4,
  kobe: 3,
  hyogo: 4,
};

export function inventCrowd(): DemoIndividual[] {
  const seen = new Set(Object.values(people).map(({ address }) => address));
  return Object.entries(counts).flatMap(([organisation, count]) => {
    const { regionCode, domain } = organisations[organisation as OrganisationName];
    const chance = rng('crowd').fork(organisation);
    const found: DemoIndividual[] = [];
    while (found.length < count) {
      const person = inventPerson(chance, regionCode);
      const address = addressOf(person.name, domain);
      if (seen.has(address)) continue;
      seen.add(address);
      found.push({
        ...person,
        workingLanguages: [...person.workingLanguages],
        address,
        organisation: organisation as OrganisationName,
      });
    }
    return found;
  });
}
