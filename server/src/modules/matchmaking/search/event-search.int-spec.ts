import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventView, SEARCH_MOST, type SearchAnswer } from '@musubi/contracts';
import { accept, ask, crowd, newMeetingEvent } from '../../../../test/builders/meetings.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { importInput, importProgramme, programmeFile, releaseProgramme } from '../../../../test/builders/programmes.js';
import { newParticipant, organisationInput, register } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

type Participant = Awaited<ReturnType<typeof newParticipant>>;

let app: TestApp;
let event: EventView;
let viewer: Participant;
let aiko: Participant;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const search = async (q: string, who: TestPerson = viewer) => {
  const { body } = await app
    .http(who)
    .get<SearchAnswer>(`/api/events/${event.eventId}/search?q=${encodeURIComponent(q)}`);
  return body;
};
const namesIn = ({ people }: SearchAnswer) => people.map(({ participantId }) => participantId);
const found = async (q: string, who?: TestPerson) => namesIn(await search(q, who));

describe('the search of an event', () => {
  it('finds sessions, people, their organisations and own meetings in any script', async () => {
    const scene = await newMeetingEvent(app);
    event = scene.event;
    [viewer, aiko] = [await newParticipant(app, event.eventId), await newParticipant(app, event.eventId, 'JP-27')];
    const slot = scene.slots[0]!;
    const asked = await ask(app, event.eventId, viewer, aiko, [slot]);
    const meeting = await accept(app, aiko, asked.body.requestId, slot);
    const persons = [{ code: 'A', public_name: 'Somebody' }];
    const sessions = [{ guid: 'ports', title: 'Ports of hydrogen', persons }];
    await importProgramme(app, scene.organiser, event, importInput(programmeFile(event, sessions)));
    await releaseProgramme(app, scene.organiser, event);

    const { familyLatin, familyKana, familyLocal, givenLocal } = aiko.name;
    for (const q of [familyLatin.toUpperCase(), familyKana!, `${familyLocal}${givenLocal}`]) {
      const answer = await search(q);
      expect([q, namesIn(answer)]).toEqual([q, [aiko.participantId]]);
      expect(answer.meetings).toEqual([
        {
          meetingId: meeting.body.meetingId,
          partner: answer.people[0],
          startsAt: slot.startsAt,
          state: 'confirmed',
        },
      ]);
    }
    const [card] = (await search(familyLatin)).people;
    const byOrganisation = await search(card!.organisation.nameLatin);
    expect(byOrganisation.organisations).toContainEqual(card!.organisation);
    expect((await search('ＨＹＤＲＯＧＥＮ somebody')).sessions.map(({ title }) => title.en)).toEqual([
      'Ports of hydrogen',
    ]);
    expect(await search('・')).toEqual({ sessions: [], people: [], organisations: [], meetings: [], meant: [] });
  });

  it('finds names without their spaces and signs, and what begins with a word before what holds it', async () => {
    const named = async (familyLatin: string, organisation: string) => {
      const person = await newPerson(app, 'JP-27');
      const made = { ...organisationInput('JP-27'), nameLatin: organisation, nameLocal: null, nameKana: null };
      const { body } = await register(app, event.eventId, person, {
        name: { ...person.name, familyLatin, givenLatin: 'Rei', familyLocal: '橋ヶ谷', givenLocal: '凌' },
        organisation: { choose: 'new', organisation: made },
      });
      return {
        participantId: body.participantId as string,
        organisationId: body.organisation.organisationId as string,
      };
    };
    const inside = await named('O’Quorvath', 'Kansai Inquorum');
    const beginning = await named('Quorvath', 'Hall-Quorum');
    const both = [beginning.participantId, inside.participantId];
    for (const [q, ids] of [
      ['quorvath', both.toReversed()],
      ['quor', both.toReversed()],
      ['quorum', both],
      ['quorvath inquo', [inside.participantId]],
      ['oquorvath', [inside.participantId]],
      ['reiquorvath', [beginning.participantId]],
      ['橋ヶ谷凌 ＯQUOR', [inside.participantId]],
      ['_', []],
      ['quorvath lyon', []],
    ] as const) {
      expect([q, await found(q)]).toEqual([q, ids]);
    }
    const offices = (await search('quorum')).organisations.map(({ organisationId }) => organisationId);
    expect(offices).toEqual([beginning.organisationId, inside.organisationId]);
    expect((await search('quorvath')).organisations).toEqual([]);
  });

  it('forgives misspelt words where nothing has them as typed, and says which were meant', async () => {
    const { body } = await register(app, event.eventId, await newPerson(app, 'JP-22'), {
      name: {
        ...aiko.name,
        familyLatin: 'Zarkovič',
        givenLatin: 'Ilmatar',
        familyLocal: null,
        givenLocal: null,
        familyKana: null,
        givenKana: null,
      },
      organisation: {
        choose: 'new',
        organisation: {
          ...organisationInput('JP-22'),
          nameLatin: 'Vexelheim Ropeways',
          nameLocal: null,
          nameKana: null,
        },
      },
    });
    for (const [q, meant] of [
      ['Zarkovik', ['Zarkovič']],
      ['ilmattar', ['Ilmatar']],
      ['Ilmatra Zarkovic', ['Ilmatar', 'Zarkovič']],
      ['ropewyas', ['Ropeways']],
      ['Zarkovič', []],
    ] as const) {
      const answer = await search(q);
      expect([q, answer.meant.toSorted(), namesIn(answer)]).toEqual([q, meant, [body.participantId]]);
    }
    const { organisations, meant } = await search('vexelhiem');
    expect([organisations.map(({ nameLatin }) => nameLatin), meant]).toEqual([['Vexelheim Ropeways'], ['Vexelheim']]);
    const session = await search('hydrogn');
    expect([session.sessions.map(({ title }) => title.en), session.meant]).toEqual([
      ['Ports of hydrogen'],
      ['hydrogen'],
    ]);
    expect(await search('zarkovik xqzxqz')).toMatchObject({ people: [], meant: [] });
  });

  it('does not guess at the words of people who cannot be found', async () => {
    const hidden = await newPerson(app, 'JP-22');
    await register(app, event.eventId, hidden, {
      name: { ...hidden.name, familyLatin: 'Wombaugh' },
      directory: 'nobody',
    });
    expect(await search('wombaugh')).toMatchObject({ people: [], meant: [] });
    expect(await search('wombuagh')).toMatchObject({ people: [], meant: [] });
    // Nor do they stand in the way of somebody whose word is less alike.
    const listed = await newPerson(app, 'JP-22');
    const { body } = await register(app, event.eventId, listed, {
      name: { ...listed.name, familyLatin: 'Wombatgh' },
    });
    const answer = await search('wombuagh');
    expect([namesIn(answer), answer.meant]).toEqual([[body.participantId], ['Wombatgh']]);
  });

  it('never shows who is not listed, nor across a block, nor oneself, nor others’ meetings', async () => {
    const hidden = await newParticipant(app, event.eventId, 'JP-27', { directory: 'nobody' });
    const other = await newParticipant(app, event.eventId, 'FR1');
    expect(await found(hidden.name.familyLatin)).not.toContain(hidden.participantId);
    expect(await found(viewer.name.familyLatin)).not.toContain(viewer.participantId);
    expect((await search(aiko.name.familyLatin, other)).meetings).toEqual([]);
    expect(await found(aiko.name.familyLatin, other)).toContain(aiko.participantId);
    await app.http(aiko).put(`/api/me/blocks/${other.userId}`);
    const answer = await search(aiko.name.familyLatin, other);
    expect(namesIn(answer)).not.toContain(aiko.participantId);
    expect(answer.organisations.map(({ organisationId }) => organisationId)).not.toContain(aiko.organisationId);
  });

  it('is for those who take part', async () => {
    const path = `/api/events/${event.eventId}/search`;
    const outcome = async (who: TestPerson | null, q = '?q=a') => (await app.http(who).get(path + q)).body.code;
    expect([await outcome(null), await outcome(await newPerson(app)), await outcome(viewer, '')]).toEqual([
      'login.required',
      'registration.required',
      'request.invalid',
    ]);
  });

  it('gives a few of each kind with as many queries for one as for many', async () => {
    const { name } = viewer;
    const one = await countQueries(app, () => search(name.familyLatin));
    await crowd(app, event.eventId, SEARCH_MOST + 1);
    expect(await countQueries(app, () => search(name.familyLatin))).toBe(one);
    expect((await search('e')).people).toHaveLength(SEARCH_MOST);
  });
});
