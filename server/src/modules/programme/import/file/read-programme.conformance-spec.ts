import { describe, expect, it } from '@jest/globals';
import { sampleFile } from '../../../../../test/sample-file.js';
import { readProgramme } from './read-programme.js';

const sample = (name: string) => sampleFile('schedule', name);

describe('schedule files of real conferences', () => {
  it('pretalx: DemoCon comes in whole; its zone contradicts its dates, and two rooms share a guid', () => {
    const programme = readProgramme('pretalx-json', sample('pretalx-democon.json'), null);
    expect(programme).toMatchObject({ source: 'democon', rooms: [{ name: 'Gray Room' }, { name: 'Tan Room' }] });
    expect([programme.sessions.length, programme.speakers.length]).toEqual([36, 27]);
    expect(new Set(programme.sessions.map(({ kind }) => kind))).toEqual(new Set(['talk', 'workshop']));
    expect(String(programme.sessions[0]!.startsAt)).toBe('2020-12-14T08:00:00Z');
    expect(programme.warnings.map(({ code, where }) => [code, where])).toEqual([
      ['duplicate_id', 'conference.rooms'],
      ['bad_value', 'days[0].rooms["Gray Room"][0].date'],
    ]);
  });

  it('frab: a camp in summer comes in whole, in two languages', () => {
    const programme = readProgramme('pretalx-json', sample('frab-camp2019.json'), null);
    expect([programme.source, programme.sessions.length, programme.speakers.length]).toEqual(['camp2019', 79, 90]);
    expect(new Set(programme.sessions.flatMap(({ languages }) => languages))).toEqual(new Set(['en', 'de']));
    expect(programme.warnings.map(({ code }) => code)).toEqual(['bad_value']);
  });

  it('pentabarf: FOSDEM 2021 asks for its zone, then comes in with warnings', () => {
    const text = sample('fosdem-2021.schedule.xml');
    expect(() => readProgramme('pentabarf-xml', text, null)).toThrow('programme.zone_missing');
    const programme = readProgramme('pentabarf-xml', text, 'Europe/Brussels');
    expect([programme.sessions.length, programme.rooms.length, programme.tracks.length]).toEqual([773, 108, 109]);
    expect(programme.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['missing_field', 'bad_value']));
    const keynote = programme.sessions.find(({ externalId }) => externalId === '11795')!;
    expect(keynote).toMatchObject({
      title: { en: 'Welcome to FOSDEM 2021', ja: null, original: 'en' },
      abstract: { en: 'FOSDEM welcome and opening talk.\n\nWelcome to FOSDEM 2021!', ja: null, original: 'en' },
      room: 'K.fosdem',
    });
    expect(String(keynote.startsAt)).toBe('2021-02-06T08:00:00Z');
  });

  it('a file that fails its own schema comes in, with each fault named where it is', () => {
    const programme = readProgramme('pretalx-json', sample('invalid-example.json'), null);
    expect(programme.sessions.map(({ title }) => title.en)).toEqual(['Internal Penetration Testing Basics']);
    expect(programme.warnings.map(({ code, where }) => [code, where])).toEqual([
      ['unknown_field', 'days[0].rooms["Winterchaos"][0].answers'],
      ['bad_value', 'days[0].rooms["Winterchaos"][0].persons[0].id'],
    ]);
  });
});
