import { describe, expect, it } from '@jest/globals';
import { OrganisationInput, PersonName } from '@musubi/contracts';
import { euCountries, prefectures, regionName, regions, sectors } from '@musubi/reference';
import { isZone } from '@musubi/time';
import { clockAt } from './clock.ts';
import { inventOrganisation } from './organisations.ts';
import { addressOf, inventPerson } from './people.ts';
import { rng } from './rng.ts';

const rangeError = expect.objectContaining({ name: 'RangeError' });

describe('rng', () => {
  it('repeats itself, and only itself', () => {
    const draw = (seed: string): number[] => Array.from({ length: 5 }, () => 0).map(rng(seed).next);
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(rng(7).int(0, 1_000_000)).toBe(rng('7').int(0, 1_000_000));
  });

  it('forks streams that do not depend on what was drawn', () => {
    const early = rng(1);
    const late = rng(1);
    late.shuffle([1, 2, 3]);
    expect(late.fork('people').uuid()).toBe(early.fork('people').uuid());
    expect(early.fork('people').uuid()).not.toBe(early.fork('rooms').uuid());
  });

  it('draws evenly and within bounds', () => {
    const stream = rng('dice');
    const throws = Array.from({ length: 6000 }, () => stream.int(1, 6));
    for (const face of [1, 2, 3, 4, 5, 6]) {
      const count = throws.filter((one) => one === face).length;
      expect(count > 850 && count < 1150).toBe(true);
    }
    expect([...stream.shuffle([1, 2, 3, 4])].sort()).toEqual([1, 2, 3, 4]);
    expect(new Set(stream.sample([1, 2, 3, 4], 3)).size).toBe(3);
    expect(stream.sample([1], 3)).toEqual([1]);
    expect(() => stream.pick([])).toThrow(RangeError);
  });

  it('makes well-formed ids', () => {
    const stream = rng('ids');
    const ids = Array.from({ length: 500 }, () => stream.uuid());
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('clock', () => {
  it('stands until it is moved', () => {
    const clock = clockAt('2027-01-26T09:16:00+01:00');
    expect([String(clock.now()), clock.date().toISOString()]).toEqual([
      '2027-01-26T08:16:00Z',
      '2027-01-26T08:16:00.000Z',
    ]);
    expect(String(clock.advance({ minutes: 9 }))).toBe('2027-01-26T08:25:00Z');
    clock.set('2027-03-25T09:00:00Z');
    expect(String(clock.now())).toBe('2027-03-25T09:00:00Z');
    expect(() => clockAt('tomorrow')).toThrow(rangeError);
  });
});

describe('people', () => {
  it('exist nowhere, in every country of both sides', () => {
    const stream = rng('people');
    for (const region of [...euCountries, ...prefectures().map(({ code }) => code), 'DE1', 'EL30', 'FRY4']) {
      const { name, zone, workingLanguages, lang } = inventPerson(stream, region);
      expect({ region, name: PersonName.parse(name) }).toEqual({ region, name });
      expect(isZone(zone)).toBe(true);
      expect(`${name.familyKana}${name.givenKana}`).toMatch(/^[ァ-ヶー・]+$/);
      expect(lang).toBe(region.startsWith('JP') ? 'ja' : 'en');
      expect(workingLanguages.length).toBeGreaterThan(0);
    }
    expect(() => inventPerson(stream, 'VN')).toThrow(RangeError);
  });

  it('write their names in the scripts they use', () => {
    const osaka = inventPerson(rng('o'), 'JP-27').name;
    expect(`${osaka.familyLocal}${osaka.givenLocal}`).toMatch(/^[\p{Script=Han}\p{Script=Hiragana}々]+$/u);
    expect(inventPerson(rng('a'), 'GR').name.familyLocal).toMatch(/^\p{Script=Greek}+$/u);
    expect(inventPerson(rng('a'), 'DE1').name.familyLocal).toBeNull();
    expect(addressOf({ ...osaka, givenLatin: 'Søren', familyLatin: 'de Vries-Ørsted' }, 'two-rivers.example')).toBe(
      'soren.devriesorsted@two-rivers.example',
    );
  });
});

describe('organisations', () => {
  it('exist nowhere, in every region', () => {
    const stream = rng('organisations');
    for (const region of regions.codes()) {
      const { nameJa, country, domain, sector, ...input } = inventOrganisation(stream, region);
      expect(OrganisationInput.parse(input)).toEqual(input);
      expect(nameJa.length).toBeGreaterThan(5);
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(domain).toMatch(/^[a-z\d-]+\.example$/);
      expect(sectors.map(({ code }) => code)).toContain(sector);
      if (country === 'JP') expect(input.nameKana).toMatch(/^[ァ-ヶー]+$/);
    }
    expect(() => inventOrganisation(stream, 'VN')).toThrow(RangeError);
  });

  it('carry the name of their region in both languages', () => {
    for (const region of ['JP-27', 'JP-01', 'DE1', 'ITC4', 'FRK']) {
      const { nameLatin, nameJa } = inventOrganisation(rng(region), region);
      expect(nameLatin.startsWith(regionName(region, 'en'))).toBe(true);
      expect(nameJa.startsWith(regionName(region, 'ja').replace(/(府|州|地域圏)$/, ''))).toBe(true);
      expect(inventOrganisation(rng(region), region).nameLatin).toBe(nameLatin);
    }
  });
});
