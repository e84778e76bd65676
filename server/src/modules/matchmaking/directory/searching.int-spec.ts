import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { directoryOf } from '../../../../test/builders/profiles/directory.js';
import { code, type MeetingEvent, newMeetingEvent } from '../../../../test/builders/meetings.js';
import { publish } from '../../../../test/builders/profiles/opportunities.js';
import { type TestPerson } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let me: TestPerson & { participantId: string };
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());
beforeEach(async () => {
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
  me = await newParticipant(app, eventId, 'DE1', { workingLanguages: ['de', 'en'] });
});

const { path, found, idsOf, named } = directoryOf(() => ({ app, eventId, me }));

describe('searching the directory', () => {
  it('finds Japanese names by any part, reading, width and kana, with and without the space', async () => {
    const [tanaka] = await Promise.all([
      named({
        familyLatin: 'Tanaka',
        familyLocal: '田中',
        givenLocal: '愛子',
        familyKana: 'タナカ',
        givenKana: 'アイコ',
      }),
      named({
        familyLatin: 'Yamada',
        familyLocal: '山田',
        givenLocal: '太郎',
        familyKana: 'ヤマダ',
        givenKana: 'タロウ',
      }),
    ]);
    for (const q of [
      '田中',
      '愛',
      '田中愛子',
      '田中 愛子',
      '田中　愛子',
      'たなか',
      'ﾀﾅｶ',
      'タナカアイコ',
      'TANAKA',
      'ｔａｎａｋａ',
    ]) {
      expect([q, await idsOf({ q })]).toEqual([q, [tanaka.participantId]]);
    }
  });

  it('forgives misspelt Latin letters, but only where nobody is spelt so, and says it', async () => {
    const muller = await named({ familyLatin: 'Müller', givenLatin: 'Jürgen' });
    const moller = await named({ familyLatin: 'Møller', givenLatin: 'Jens' });
    expect(await found({ q: 'muller' })).toMatchObject({ total: 1, similar: false });
    expect(await idsOf({ q: 'Møller' })).toEqual([moller.participantId]);
    const misspelt = await found({ q: 'Muler Jurgen' });
    expect([misspelt.similar, misspelt.meant, misspelt.people.map(({ participantId }) => participantId)]).toEqual([
      true,
      ['Jürgen', 'Müller'],
      [muller.participantId],
    ]);
    // The other groups do not turn it on: somebody is spelt so, on another side.
    expect(await found({ q: 'muller', side: 'eu' })).toMatchObject({ total: 0, similar: false });
    expect(await found({ q: 'xyzzyx' })).toMatchObject({ total: 0, similar: false, people: [] });
  });

  it('forgives them in titles, in what is offered and sought, and in its topics, too; names come first', async () => {
    const offering = await named({ familyLatin: 'Abe' }, { jobTitle: 'Head of procurement' });
    const title = { en: 'Hydrogen buses for valleys', ja: '水素バス', original: 'en' } as const;
    await publish(app, offering, { title, dimension: 'tourism', topic: 'sustainable' });
    const seeking = await named({ familyLatin: 'Costa' });
    await publish(app, seeking, {
      title: { en: 'Wood', ja: null, original: 'en' },
      dimension: 'people-jobs',
      topic: 'mobility',
    });
    const bearing = await named({ familyLatin: 'Buser' });
    for (const [q, ids, words] of [
      ['procurment', [offering], ['procurement']],
      ['hidrogenn bsues', [offering], ['buses', 'Hydrogen']],
      ['susteinable', [offering], ['Sustainable']],
      ['abe hydrogn', [offering], ['Hydrogen']],
      ['managrs', [seeking], ['managers']],
      ['exchagne of staff', [seeking], ['Exchange', 'staff']],
      ['busers', [bearing, offering], ['Buser', 'buses']],
    ] as const) {
      const { similar, people, meant } = await found({ q });
      expect([q, similar, meant.toSorted(), people.map(({ participantId }) => participantId)]).toEqual([
        q,
        true,
        words.toSorted(),
        ids.map(({ participantId }) => participantId),
      ]);
    }
    // As it is typed, also while it is being typed, nothing is guessed; a topic is found by its name in either language.
    expect(await found({ q: 'sustainable tour' })).toMatchObject({ total: 1, similar: false });
    expect(await idsOf({ q: '持続可能' })).toEqual([offering.participantId]);
    expect(await found({ q: 'hydrogen procurment xqzxqz' })).toMatchObject({ total: 0, similar: false });
    expect(await found({ q: '水表' })).toMatchObject({ total: 0, similar: false });
  });

  it('does not guess at words of people who cannot be found', async () => {
    const hidden = await named({ familyLatin: 'Quorvath' }, { jobTitle: 'Head of glaciers' });
    await app.http(hidden).put(`/api/events/${eventId}/registration/directory`, { directory: 'nobody' });
    await publish(app, hidden, { title: { en: 'Zeppelins', ja: null, original: 'en' } });
    for (const q of ['Quorvaht', 'glacirs', 'Zepelins'])
      expect([q, await found({ q })]).toMatchObject([q, { total: 0, similar: false }]);
  });

  it('looks into organisations, titles, and what is offered and sought; who bears the name comes first', async () => {
    const partner = await named(
      { familyLatin: 'Abe' },
      {
        organisation: { nameLatin: 'Suita Hydrogen Council', nameLocal: '吹田水素協議会' },
        jobTitle: 'Head of Yamato desk',
      },
    );
    const yamato = await named({ familyLatin: 'Yamato' });
    await publish(app, partner, { title: { en: 'Lending of benches', ja: '電解槽の貸出', original: 'ja' } });
    for (const q of ['水素', 'hydrogen', 'council suita', '電解槽', 'benches', 'abe hydrogen']) {
      expect([q, await idsOf({ q })]).toEqual([q, [partner.participantId]]);
    }
    expect(await idsOf({ q: 'yamato' })).toEqual([yamato.participantId, partner.participantId]);
    expect((await found({ q: 'abe' })).people[0]!.opportunities).toMatchObject([
      { kind: 'offer', title: { ja: '電解槽の貸出' } },
    ]);
  });

  it('finds people by where they are from, in either language and by any part of the name', async () => {
    const stuttgart = await named({ familyLatin: 'Abe' }, { region: 'DE11' });
    const osaka = await named({ familyLatin: 'Costa' });
    for (const [q, one] of [
      ['Wurttemberg', stuttgart],
      ['ヴュルテンベルク', stuttgart],
      ['バーデン', stuttgart],
      ['大阪', osaka],
      ['osaka costa', osaka],
    ] as const)
      expect([q, await found({ q })]).toMatchObject([
        q,
        { similar: false, people: [{ participantId: one.participantId }] },
      ]);
    expect(await idsOf({ q: 'Provence' })).toEqual([]);
    // Every word has to be somewhere.
    expect(await idsOf({ q: 'baden-wurttemberg abe' })).toEqual([stuttgart.participantId]);
    expect(await idsOf({ q: 'osaka abe' })).toEqual([]);
  });

  it('takes signs that mean something to the database as they are', async () => {
    await named({ familyLatin: 'Abe' });
    const odd = await named({ familyLatin: 'Neil' }, { jobTitle: 'Head of R_and_D' });
    for (const q of ['%', '\\', "'", '%%%', '_x', '（', '\u0007']) expect([q, await idsOf({ q })]).toEqual([q, []]);
    expect(await idsOf({ q: 'r_a' })).toEqual([odd.participantId]);
    for (const q of ['\u0000', 'x'.repeat(101)]) {
      expect(code(await app.http(me).get(path({ q })))).toEqual([400, 'request.invalid']);
    }
  });
});
