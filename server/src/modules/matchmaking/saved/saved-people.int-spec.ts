import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SavedPerson } from '@musubi/contracts';
import { ask, code, crowd, type MeetingEvent, newMeetingEvent } from '../../../../test/builders/meetings.js';
import { newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { savedAtMost } from './saved-people.service.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

let app: TestApp;
let scene: MeetingEvent;
let path: string;
let me: Person;
let partner: Person;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());
beforeEach(async () => {
  scene = await newMeetingEvent(app);
  path = `/api/events/${scene.event.eventId}/saved-people`;
  me = await newParticipant(app, scene.event.eventId, 'DE1');
  partner = await newParticipant(app, scene.event.eventId, 'JP-27');
});

const saved = async (who: TestPerson = me) => (await app.http(who).get<SavedPerson[]>(path)).body;
const ids = async (who?: TestPerson) => (await saved(who)).map(({ participantId }) => participantId as string);
const save = (id: string, who: TestPerson = me) => app.http(who).put(`${path}/${id}`);
const drop = (id: string, who: TestPerson = me) => app.http(who).delete(`${path}/${id}`);

describe('saving people for later', () => {
  it('keeps them, the last first, once each, until they are dropped, and nobody else sees it', async () => {
    const other = await newParticipant(app, scene.event.eventId, 'FR1');
    for (const { participantId } of [partner, other, partner]) expect((await save(participantId)).status).toBe(204);
    expect(await ids()).toEqual([other.participantId, partner.participantId]);
    expect([await ids(partner), await ids(other)]).toEqual([[], []]);
    expect((await saved())[1]).toMatchObject({ name: partner.name, inTouch: false });
    await ask(app, scene.event.eventId, me, partner, [scene.slots[0]!]);
    expect((await saved()).map(({ inTouch }) => inTouch)).toEqual([false, true]);
    for (let twice = 0; twice < 2; twice += 1) expect((await drop(other.participantId)).status).toBe(204);
    expect(await ids()).toEqual([partner.participantId]);
  });

  it('saves once, also when it is asked many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => save(partner.participantId)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 204));
    expect(await ids()).toEqual([partner.participantId]);
  });

  it('keeps so many and no more, also at once; who is saved already stays so, and there is room again for who is dropped', async () => {
    const people = await crowd(app, scene.event.eventId, savedAtMost + 2);
    const kept = people.slice(0, savedAtMost - 1).map(({ participantId }) => participantId);
    await app.db.query(
      'INSERT INTO saved_person (participant_id, saved_id, at) SELECT $1, saved_id, domain_now() FROM unnest($2::uuid[]) AS saved_id',
      [me.participantId, kept],
    );
    const answers = await Promise.all(people.slice(savedAtMost - 1).map(({ participantId }) => save(participantId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'saved_person.cap_reached',
      data: { atMost: savedAtMost },
    });
    expect((await save(kept[0]!)).status).toBe(204);
    expect((await save(me.participantId, partner)).status).toBe(204);
    await drop(kept[0]!);
    expect((await save(partner.participantId)).status).toBe(204);
    expect(code(await save(kept[0]!))).toEqual([409, 'saved_person.cap_reached']);
  });

  it('does not show who hid, left or stands behind a block, and shows them again afterwards', async () => {
    await save(partner.participantId);
    const directory = `/api/events/${scene.event.eventId}/registration/directory`;
    await app.http(partner).put(directory, { directory: 'nobody' });
    expect(await ids()).toEqual([]);
    await app.http(partner).put(directory, { directory: 'participants' });
    expect(await ids()).toEqual([partner.participantId]);
    await app.http(partner).put(`/api/me/blocks/${me.userId}`);
    expect(await ids()).toEqual([]);
    await app.http(partner).delete(`/api/me/blocks/${me.userId}`);
    await app.http(me).put(`/api/me/blocks/${partner.userId}`);
    expect(await ids()).toEqual([]);
    // What was saved before can still be dropped.
    expect((await drop(partner.participantId)).status).toBe(204);
    await app.http(me).delete(`/api/me/blocks/${partner.userId}`);
    expect(await ids()).toEqual([]);
  });

  it('refuses oneself, who cannot be found, people of another event and who does not take part', async () => {
    const hidden = await newParticipant(app, scene.event.eventId, 'FR1', { directory: 'nobody' });
    const elsewhere = await newMeetingEvent(app);
    const foreign = await newParticipant(app, elsewhere.event.eventId, 'JP-27');
    for (const { participantId } of [me, hidden, foreign])
      expect(code(await save(participantId))).toEqual([404, 'not_found']);
    expect(code(await save(partner.participantId, foreign))).toEqual([403, 'registration.required']);
    expect(code(await app.http(await newPerson(app)).get(path))).toEqual([403, 'registration.required']);
    expect(await ids()).toEqual([]);
  });

  it('is read with as many queries for three as for one', async () => {
    await save(partner.participantId);
    const one = await countQueries(app, () => saved());
    for (const region of ['FR1', 'JP-13'])
      await save((await newParticipant(app, scene.event.eventId, region)).participantId);
    expect(await countQueries(app, () => saved())).toBe(one);
    expect(await saved()).toHaveLength(3);
  });
});
