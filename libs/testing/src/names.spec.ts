import { expect, test } from '@jest/globals';
import { latinLine, kanaLine, PersonName } from '@musubi/contracts';
import { inventOrganisation, inventPerson, rng } from './index.ts';

const regions = [
  'DE1',
  'FRK',
  'ITC4',
  'ES21',
  'PL22',
  'SE23',
  'FI19',
  'PT11',
  'EL42',
  'IE05',
  'CZ06',
  'NL41',
  'BG41',
  'JP-27',
  'JP-01',
];

test.each(regions)(
  'people and organisations invented for %s are called in the scripts that a registration takes',
  (region) => {
    for (let turn = 0; turn < 60; turn += 1) {
      const { name } = inventPerson(rng(`${region} ${turn}`), region);
      expect(PersonName.parse(name)).toEqual(name);
      const { nameLatin, nameKana } = inventOrganisation(rng(`${region} ${turn}`), region);
      expect(latinLine(160).parse(nameLatin)).toBe(nameLatin);
      expect(kanaLine(160).nullable().parse(nameKana)).toBe(nameKana);
    }
  },
);
