import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecommendationView, SlotChoice } from '@musubi/contracts';
import {
  ask,
  code,
  crowd,
  meet,
  type MeetingEvent,
  newBlock,
  newMeetingEvent,
} from '../../../../test/builders/meetings.js';
import { publish } from '../../../../test/builders/profiles/opportunities.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { candidatesAtMost } from './candidates.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let me: Person;
let partner: Person;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());
beforeEach(async () => {
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
  me = await newParticipant(app, eventId, 'DE1', { workingLanguages: ['en', 'de'] });
  partner = await newParticipant(app, eventId, 'JP-27', { workingLanguages: ['ja', 'en'] });
  await publish(app, me, { kind: 'request', targetRegions: ['JP-27'] });
  await publish(app, partner, { kind: 'offer' });
});

const recommended = async (viewer = me) =>
  (await app.http(viewer).get<RecommendationView[]>(`/api/events/${eventId}/recommendations`)).body;
const idsFor = async (viewer = me) => (await recommended(viewer)).map((one) => one.participant.participantId as string);

describe('recommendations', () => {
  it('name the partner, the reasons, the pair and the shared slots, from both sides', async () => {
    const [first] = await recommended();
    expect(first).toMatchObject({
      participant: { participantId: partner.participantId },
      inTouch: false,
      sharedSlots: scene.slots.length,
      pairs: [{ mine: { kind: 'request' }, theirs: { kind: 'offer' } }],
    });
    expect(first!.score).toBeGreaterThan(50);
    expect(
      Object.fromEntries(first!.reasons.map(({ part, strength, data }) => [part, [strength, data['code']]])),
    ).toEqual({
      complement: ['strong', 'complement.their_offer'],
      dimension: ['strong', 'dimension.common'],
      topic: ['strong', 'topic.common'],
      region: ['strong', 'region.i_named'],
      language: ['some', 'language.common'],
      slots: ['strong', 'slots.shared'],
      novelty: ['strong', 'novelty.new'],
    });
    expect(await recommended(partner)).toMatchObject([
      { participant: { participantId: me.participantId }, score: first!.score, pairs: [{ mine: { kind: 'offer' } }] },
    ]);
  });

  it('tell a new contact from more of an agreement between the regions', async () => {
    const kanagawa = await newParticipant(app, eventId, 'JP-14', { workingLanguages: ['ja', 'en'] });
    await publish(app, kanagawa, { kind: 'offer', novelty: 'expands' });
    await publish(app, me, { kind: 'request', novelty: 'expands' });
    const novelty = Object.fromEntries(
      (await recommended()).map(({ participant, reasons }) => {
        const { strength, data } = reasons.find(({ part }) => part === 'novelty')!;
        return [participant.participantId, [strength, data]];
      }),
    );
    expect(novelty).toEqual({
      [kanagawa.participantId]: ['strong', { code: 'novelty.expands', myPlace: 'DE1', theirPlace: 'JP-14' }],
      [partner.participantId]: ['strong', { code: 'novelty.new' }],
    });
  });

  it('put who fits better first, and leave out a colleague', async () => {
    const lesser = await newParticipant(app, eventId, 'JP-23', { workingLanguages: ['ja'] });
    await publish(app, lesser, { dimension: 'tourism', topic: 'tourism' });
    await newParticipant(app, eventId, 'DE1', {
      organisation: { choose: 'existing', organisationId: me.organisationId as never },
    });
    expect(await idsFor()).toEqual([partner.participantId, lesser.participantId]);
  });

  it('find the few who fit among hundreds who came before them', async () => {
    await crowd(app, eventId, candidatesAtMost + 20);
    const best = await newParticipant(app, eventId, 'JP-27', { workingLanguages: ['de', 'en'] });
    await publish(app, best, { kind: 'offer', targetRegions: ['DE1'] });
    expect((await idsFor()).slice(0, 2)).toEqual([best.participantId, partner.participantId]);
  });

  it('never show who is hidden, blocked by either, or has left', async () => {
    const hidden = await newParticipant(app, eventId, 'JP-27', { directory: 'nobody' });
    const blocked = await newParticipant(app, eventId, 'JP-27');
    const blocking = await newParticipant(app, eventId, 'JP-27');
    const gone = await newParticipant(app, eventId, 'JP-27');
    for (const one of [hidden, blocked, blocking, gone]) await publish(app, one);
    await app.http(me).put(`/api/me/blocks/${blocked.userId}`);
    await app.http(blocking).put(`/api/me/blocks/${me.userId}`);
    await app.http(gone).post(`/api/events/${eventId}/registration/withdraw`);
    expect(await idsFor()).toEqual([partner.participantId]);
    expect(await idsFor(hidden)).toContain(me.participantId);
  });

  it('drop who was dismissed, until that is undone, and the other never learns of it', async () => {
    const path = `/api/events/${eventId}/recommendations/${partner.participantId}/dismissal`;
    expect((await app.http(me).put(path)).status).toBe(204);
    expect((await app.http(me).put(path)).status).toBe(204);
    expect(await idsFor()).toEqual([]);
    expect(await idsFor(partner)).toEqual([me.participantId]);
    expect((await app.http(me).delete(path)).status).toBe(204);
    expect(await idsFor()).toEqual([partner.participantId]);
  });

  it('refuse a dismissal of oneself, of somebody of another event, and by who does not take part', async () => {
    const elsewhere = await newMeetingEvent(app);
    const foreign = await newParticipant(app, elsewhere.event.eventId);
    const dismiss = (person: { cookie: string }, id: string) =>
      app.http(person).put(`/api/events/${eventId}/recommendations/${id}/dismissal`);
    expect(await dismiss(me, me.participantId)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await dismiss(me, foreign.participantId)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await dismiss(foreign, me.participantId)).toMatchObject({
      status: 403,
      body: { code: 'registration.required' },
    });
    expect(await app.http(foreign).get(`/api/events/${eventId}/recommendations`)).toMatchObject({ status: 403 });
    expect(await app.http().get(`/api/events/${eventId}/recommendations`)).toMatchObject({ status: 401 });
  });

  it('refuse to dismiss who is unlisted, has left or stands behind a block as if they did not exist', async () => {
    const hidden = await newParticipant(app, eventId, 'JP-27', { directory: 'nobody' });
    const gone = await newParticipant(app, eventId, 'JP-27');
    const blocking = await newParticipant(app, eventId, 'JP-27');
    await app.http(gone).post(`/api/events/${eventId}/registration/withdraw`);
    await app.http(blocking).put(`/api/me/blocks/${me.userId}`);
    const nobody = { participantId: '01900000-0000-7000-8000-000000000000' };
    const answers = await Promise.all(
      [nobody, hidden, gone, blocking].map(({ participantId }) =>
        app.http(me).put(`/api/events/${eventId}/recommendations/${participantId}/dismissal`),
      ),
    );
    expect(answers.map(code)).toEqual(Array.from({ length: 4 }, () => [404, 'not_found']));
  });

  it('say with whom one is in touch, and count only slots free for both', async () => {
    await ask(app, eventId, me, partner, [scene.slots[0]!]);
    expect(await recommended()).toMatchObject([{ inTouch: true, sharedSlots: scene.slots.length }]);
    const third = await newParticipant(app, eventId, 'JP-13');
    await meet(app, eventId, third, me, scene.slots[1]!);
    expect((await recommended()).find((one) => one.participant.participantId === partner.participantId)).toMatchObject({
      inTouch: true,
      sharedSlots: scene.slots.length - 1,
    });
  });

  it('put whoever is asked by more people than there are common times behind an equal', async () => {
    const twin = await newParticipant(app, eventId, 'JP-27', { workingLanguages: ['ja', 'en'] });
    await publish(app, twin, { kind: 'offer' });
    const asked = [partner.participantId, twin.participantId];
    const [first, second] = (await idsFor()).filter((id) => asked.includes(id));
    const sought = first === partner.participantId ? partner : twin;
    for (const _ of [...scene.slots, 'one more']) {
      const asker = await newParticipant(app, eventId, 'DE1');
      await ask(app, eventId, asker, sought, [scene.slots[0]!]);
    }
    expect((await idsFor()).filter((id) => asked.includes(id))).toEqual([second, first]);
    const [one, other] = (await recommended()).filter((found) => asked.includes(found.participant.participantId));
    expect(one!.score).toBe(other!.score);
  });

  it('count the times that one would see free on asking, and those of them in the office hours of both', async () => {
    const counted = async () => {
      const found = (await recommended()).find((one) => one.participant.participantId === partner.participantId)!;
      return [found.sharedSlots, found.sharedOfficeSlots];
    };
    const onAsking = async () => {
      const { body } = await app
        .http(me)
        .get<SlotChoice[]>(`/api/events/${eventId}/slots?with=${partner.participantId}`);
      const ready = body.filter(({ state }) => state === 'free' || state === 'late');
      return [ready.length, ready.filter(({ state }) => state === 'free').length];
    };
    const { body } = await newBlock(app, scene.organiser, scene.event, { from: '08:00', until: '12:00' });
    const all = scene.slots.length + body.slots.length;
    expect(await counted()).toEqual(await onAsking());
    expect((await counted())[0]).toBe(all);
    expect((await counted())[1]).toBeGreaterThan(0);
    expect((await counted())[1]).toBeLessThan(all);
    // Proposed to somebody else: still to be had, and no longer counted on.
    await ask(app, eventId, me, await newParticipant(app, eventId, 'JP-13'), [scene.slots[0]!]);
    expect(await counted()).toEqual(await onAsking());
    expect((await counted())[0]).toBe(all - 1);
    // Where the two may not meet, no time is common to them.
    await newBlock(app, scene.organiser, scene.event, {
      from: '13:00',
      until: '14:00',
      pairing: { kind: 'kinds', one: ['company'], other: ['company'] },
    });
    expect(await counted()).toEqual(await onAsking());
    expect((await counted())[0]).toBe(all - 1);
  });

  it('can be asked for one time: only who could meet then, and nobody where no slot begins', async () => {
    const [first, second] = scene.slots.map(({ startsAt }) => startsAt);
    const busy = await newParticipant(app, eventId, 'JP-13');
    await publish(app, busy, { kind: 'offer' });
    await meet(app, eventId, await newParticipant(app, eventId, 'FR1'), busy, scene.slots[0]!);
    const then = async (at: string) => {
      const { body } = await app.http(me).get<RecommendationView[]>(`/api/events/${eventId}/recommendations?at=${at}`);
      return body.map(({ participant }) => participant.participantId as string).sort();
    };
    const ids = (...people: Person[]) => people.map(({ participantId }) => participantId as string).sort();
    expect(await then(first!)).not.toContain(busy.participantId);
    expect(await then(first!)).toContain(partner.participantId);
    expect(await then(second!)).toEqual(expect.arrayContaining(ids(busy, partner)));
    expect(await then('2027-01-26T03:00:00Z')).toEqual([]);
    const quiet = { gapMinutes: 0, perDay: null, quietUntil: null, quiet: true };
    await app.http(busy).put(`/api/events/${eventId}/availability/limits`, quiet);
    expect(await then(second!)).not.toContain(busy.participantId);
    expect(await then(second!)).toContain(partner.participantId);
    const refused = await app.http(me).get(`/api/events/${eventId}/recommendations?at=soon`);
    expect(refused.status).toBe(400);
  });

  it('can be asked for one time at which all who are more promising speak or offer nothing: whoever else is free is found', async () => {
    const better = await newParticipant(app, eventId, 'JP-27');
    await publish(app, better, { kind: 'offer' });
    const many = await crowd(app, eventId, candidatesAtMost + 20);
    await app.db.query('UPDATE registration SET organisation_id = $1 WHERE id = ANY ($2)', [
      better.organisationId,
      many.map(({ participantId }) => participantId),
    ]);
    const free = await newParticipant(app, eventId, 'JP-13', { workingLanguages: ['ja'] });
    const { slotId, startsAt, endsAt } = scene.slots[0]!;
    const then = async () =>
      (await app.http(me).get<RecommendationView[]>(`/api/events/${eventId}/recommendations?at=${startsAt}`)).body.map(
        ({ participant }) => participant.participantId as string,
      );
    expect(await then()).not.toContain(free.participantId);
    await app.db.query(
      `INSERT INTO commitment (user_id, event_id, kind, source_id, during, title_en, title_ja, uid, sequence)
       SELECT user_id, $1, 'speaking', uuidv7(), tstzrange($3, $4), 'Talk', '講演', uuidv7()::text, 0
       FROM unnest($2::uuid[]) AS user_id`,
      [eventId, many.filter((_, n) => n % 2 === 0).map(({ userId }) => userId), startsAt, endsAt],
    );
    await app.db.query(
      `INSERT INTO block_availability (participant_id, block_id, everything, offered)
       SELECT participant_id, block_id, false, '{}' FROM unnest($1::uuid[]) AS participant_id, meeting_slot WHERE meeting_slot.id = $2`,
      [many.filter((_, n) => n % 2 === 1).map(({ participantId }) => participantId), slotId],
    );
    const found = await then();
    expect(found).toEqual(expect.arrayContaining([better, partner, free].map(({ participantId }) => participantId)));
    expect(many.filter(({ participantId }) => found.includes(participantId))).toEqual([]);
  });

  it('are no colleagues, however many and promising: they take nobody’s place', async () => {
    await publish(app, me, { kind: 'offer' });
    const colleagues = await crowd(app, eventId, candidatesAtMost + 20);
    await app.db.query('UPDATE registration SET organisation_id = $1 WHERE id = ANY ($2)', [
      me.organisationId,
      colleagues.map(({ participantId }) => participantId),
    ]);
    const other = await newParticipant(app, eventId, 'JP-13', { workingLanguages: ['ja'] });
    const found = await idsFor();
    expect(found).toEqual(expect.arrayContaining([partner.participantId, other.participantId]));
    expect(colleagues.filter(({ participantId }) => found.includes(participantId))).toEqual([]);
  }, 60_000);

  it('cost the same number of queries for one and for three', async () => {
    const one = await countQueries(app, () => recommended());
    for (const region of ['JP-23', 'JP-13']) await publish(app, await newParticipant(app, eventId, region));
    expect(await countQueries(app, () => recommended())).toBe(one);
    expect(await recommended()).toHaveLength(3);
  });
});
