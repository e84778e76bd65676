import { describe, expect, it } from '@jest/globals';
import type { GroupSlot, GuestInvitation } from '@musubi/contracts';
import { named, seatsOf, type TestGuest } from '../../../../../test/builders/guests/desk.js';
import { guestScene } from '../../../../../test/builders/guests/scene.js';
import { accept, ask, meet, newPair } from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { countQueries } from '../../../../../test/query-count.js';

const set = guestScene();

describe('further people who are named in a request', () => {
  it('accept first, and are booked with it', async () => {
    const { app, scene, desk, european, japanese, third } = set;
    const { status, body } = await desk.ask(european, japanese, [0, 1], { people: [named(third)] });
    expect(status).toBe(201);
    const [invitation] = await desk.invitations(third);
    expect(invitation).toMatchObject({
      state: 'invited',
      side: 2,
      part: 'required',
      meeting: null,
      from: { participantId: european.participantId },
      to: { participantId: japanese.participantId },
      slots: [{ open: true }, { open: true }],
    });
    expect((await desk.answer(third, 'accept')).body).toMatchObject({ state: 'accepted', meeting: null });
    const booked = await accept(app, japanese, body.requestId, scene.slots[1]!);
    expect(booked.status).toBe(201);
    expect(seatsOf(booked.body)).toEqual([
      [european.participantId, 0],
      [japanese.participantId, 1],
      [third.participantId, 2],
    ]);
    for (const person of [european, japanese, third])
      expect(await desk.agenda(person)).toEqual([[booked.body.meetingId, scene.slots[1]!.startsAt]]);
    expect((await desk.invitations(third))[0]).toMatchObject({
      meeting: { meetingId: booked.body.meetingId },
      slots: [],
    });
  });

  it('read their invitations in as many queries for one as for three, whatever became of them', async () => {
    const { app, scene, eventId, desk, european, japanese, third } = set;
    const askedBy = async (from: TestGuest, to: TestGuest, slots: number[]) => {
      const sent = await desk.ask(from, to, slots, { people: [named(third)] });
      expect(sent.status).toBe(201);
      return sent.body;
    };
    const others = [await newPair(app, eventId), await newPair(app, eventId)] as const;
    await askedBy(european, japanese, [0, 1]);
    const count = () => countQueries(app, () => desk.invitations(third));
    const one = await count();
    await askedBy(others[0].european, others[0].japanese, [2]);
    const last = await askedBy(others[1].japanese, others[1].european, [3, 1]);
    expect(await count()).toBe(one);
    const all = await desk.invitations(third);
    expect(all.map(({ from, slots }) => [from.participantId, slots.map(({ slotId }) => slotId)])).toEqual([
      [others[1].japanese.participantId, last.slots.map(({ slotId }) => slotId)],
      [others[0].european.participantId, [scene.slots[2]!.slotId]],
      [european.participantId, [scene.slots[0]!.slotId, scene.slots[1]!.slotId]],
    ]);
    // Each is read by itself as it stands in the list.
    for (const each of all) {
      expect((await app.http(third).get<GuestInvitation>(`/api/guests/${each.guestId}`)).body).toEqual(each);
    }
  });

  it('without whom it is not booked make the slot taken when they are elsewhere, and all are told other times that suit everybody', async () => {
    const { app, scene, eventId, desk, european, japanese, third } = set;
    const { body } = await desk.ask(european, japanese, [0, 1], { people: [named(third)] });
    await desk.answer(third, 'accept');
    const other = await newParticipant(app, eventId, 'JP-13');
    await meet(app, eventId, third, other, scene.slots[0]!);
    await meet(app, eventId, await newParticipant(app, eventId, 'DE1'), third, scene.slots[2]!);
    const refused = await accept(app, japanese, body.requestId, scene.slots[0]!);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'meeting.slot_taken', data: { slotId: scene.slots[0]!.slotId, cannot: [third.participantId] } },
    });
    const { alternatives } = (refused.body as unknown as { data: { alternatives: { slotId: string }[] } }).data;
    expect(alternatives).toHaveLength(3);
    expect(alternatives.map(({ slotId }) => slotId)).not.toContain(scene.slots[2]!.slotId);
    expect((await accept(app, japanese, body.requestId, scene.slots[1]!)).status).toBe(201);
  });

  it('who need not be there do not stand in the way: the meeting is booked and they are told', async () => {
    const { app, scene, eventId, desk, european, japanese, third } = set;
    const { body } = await desk.ask(european, japanese, [0], { people: [named(third, 'observer')] });
    await desk.answer(third, 'accept');
    await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[0]!);
    const booked = await accept(app, japanese, body.requestId, scene.slots[0]!);
    expect(seatsOf(booked.body)).toEqual([
      [european.participantId, 0],
      [japanese.participantId, 1],
    ]);
    expect(await desk.of(european, body.requestId)).toEqual([[third.participantId, 2, 'observer', 'expired']]);
  });

  it('have to suit the times that are proposed', async () => {
    const { app, scene, eventId, desk, european, japanese, third } = set;
    await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[0]!);
    expect(await desk.ask(european, japanese, [0], { people: [named(third)] })).toMatchObject({
      status: 409,
      body: { code: 'meeting.slot_taken', data: { cannot: [third.participantId] } },
    });
    expect((await desk.ask(european, japanese, [0], { people: [named(third, 'optional')] })).status).toBe(201);
  });

  it('have to suit what is proposed instead of it: its times are those of everybody without whom it is not booked', async () => {
    const { app, scene, eventId, desk, european, japanese, third } = set;
    const { body } = await desk.ask(european, japanese, [1, 2], { people: [named(third)] });
    await desk.answer(third, 'accept');
    await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[0]!);
    const slots = `/api/meeting-requests/${body.requestId}/slots`;
    for (const one of [european, japanese]) {
      const { body: seen } = await app.http(one).get<GroupSlot[]>(slots);
      expect(seen.slice(0, 2).map(({ state, cannot }) => [state === 'busy', cannot])).toEqual([
        [true, [third.participantId]],
        [false, []],
      ]);
    }
    expect((await app.http(third).get(slots)).status).toBe(404);
  });

  it('see and are seen in the slots that suit all, never why', async () => {
    const { app, scene, eventId, european, japanese, third } = set;
    await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[0]!);
    const ids = [japanese, third].map(({ participantId }) => participantId).join(',');
    const { body } = await app.http(european).get<GroupSlot[]>(`/api/events/${eventId}/group-slots?with=${ids}`);
    expect(body.slice(0, 2).map(({ state, cannot }) => [state, cannot])).toEqual([
      ['busy', [third.participantId]],
      [expect.stringMatching(/free|late/), []],
    ]);
  });

  it('who accept while the request is accepted are booked with it or take their seat after, never lost', async () => {
    const { app, scene, eventId, desk } = set;
    for (let round = 0; round < 6; round++) {
      const pair = await newPair(app, eventId);
      const guest = await newParticipant(app, eventId, 'FR1');
      const place = round % scene.slots.length;
      const slot = scene.slots[place]!;
      const sent = await desk.ask(pair.european, pair.japanese, [place], { people: [named(guest)] });
      const [{ guestId }] = (await desk.invitations(guest)) as [GuestInvitation];
      const [come, booked] = await Promise.all([
        desk.answer(guest, 'accept', guestId),
        accept(app, pair.japanese, sent.body.requestId, slot),
      ]);
      expect([come.status, booked.status]).toEqual([200, 201]);
      expect(seatsOf(await desk.seen(pair.european, booked.body.meetingId))).toHaveLength(3);
      expect(await desk.agenda(guest)).toEqual([[booked.body.meetingId, slot.startsAt]]);
    }
  }, 60_000);

  it('whoever is asked, is asked once: a plain request has none', async () => {
    const { app, scene, eventId, desk, european, japanese } = set;
    const { body } = await ask(app, eventId, european, japanese, [scene.slots[5]!]);
    expect(await desk.of(european, body.requestId)).toEqual([]);
  });
});
