import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { GroupSlot, MeetingRequestView } from '@musubi/contracts';
import { refusal, seatsOf, type TestGuest } from '../../../../../test/builders/guests/desk.js';
import { metScene } from '../../../../../test/builders/guests/scene.js';
import {
  accept,
  ask,
  doubleBookings,
  meet,
  type MeetingEvent,
  newPair,
} from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { Agenda } from '../../../agenda/index.js';

const set = metScene();

const rowOf = async (meetingId: string): Promise<{ sequence: number }> =>
  (await set.app.db.query('SELECT sequence FROM meeting WHERE id = $1', [meetingId]))[0];
const feedOf = async ({ userId }: TestGuest): Promise<string[]> =>
  (await set.app.db.query('SELECT kind FROM user_event WHERE user_id = $1 ORDER BY n', [userId])).map(
    ({ kind }: { kind: string }) => kind,
  );

describe('further people of a meeting that is moved', () => {
  it('move with it, and who cannot is said', async () => {
    const { app, scene, eventId, desk, european, japanese, third, meeting } = set;
    await desk.comes(japanese, meeting.requestId, third);
    await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[3]!);
    expect(await desk.move(european, meeting.meetingId, 3)).toMatchObject({
      status: 409,
      body: { data: { cannot: [third.participantId] } },
    });
    const { body } = await desk.move(european, meeting.meetingId, 4);
    expect((await accept(app, japanese, body.requestId, scene.slots[4]!)).status).toBe(201);
    for (const person of [european, japanese])
      expect(await desk.agenda(person)).toEqual([[meeting.meetingId, scene.slots[4]!.startsAt]]);
    expect(await desk.agenda(third)).toContainEqual([meeting.meetingId, scene.slots[4]!.startsAt]);
  });

  it('have to suit what is proposed instead, by whichever side; the times to move it are those of all', async () => {
    const { app, scene, eventId, desk, european, japanese, third, meeting } = set;
    await desk.comes(japanese, meeting.requestId, third);
    await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[3]!);
    for (const [by, other] of [
      [european, japanese],
      [japanese, european],
    ] as const) {
      const { body: choices } = await app.http(by).get<GroupSlot[]>(`/api/meetings/${meeting.meetingId}/slots`);
      expect(choices).toHaveLength(scene.slots.length);
      expect(choices[3]).toMatchObject({ state: 'busy', cannot: [third.participantId] });
      expect(choices[4]).toMatchObject({ state: expect.stringMatching(/free|late/), cannot: [] });
      const sent = await desk.move(by, meeting.meetingId, 4);
      const instead = (slot: number) =>
        app.http(other).post<MeetingRequestView>(`/api/meeting-requests/${sent.body.requestId}/counter`, {
          slotIds: [scene.slots[slot]!.slotId],
          note: null,
        });
      const refused = await instead(3);
      expect(refusal(refused)).toBe('409 meeting.slot_taken');
      expect(refused.body).toMatchObject({
        data: { cannot: [third.participantId], alternatives: [{ cannot: [] }, { cannot: [] }, { cannot: [] }] },
      });
      expect((await instead(5)).status).toBe(200);
      await app.http(by).post(`/api/meeting-requests/${sent.body.requestId}/withdraw`);
    }
  });

  it('are counted when times are offered for one that was lost, without the meeting itself', async () => {
    const { app, scene, eventId, desk, european, japanese, meeting } = set;
    await app.http(japanese).put(`/api/events/${eventId}/availability/limits`, {
      gapMinutes: 0,
      perDay: 1,
      quietUntil: null,
      quiet: false,
    });
    const sent = await desk.move(european, meeting.meetingId, 4);
    expect(sent.status).toBe(201);
    await meet(app, eventId, european, await newParticipant(app, eventId, 'JP-13'), scene.slots[4]!);
    const late = await accept(app, japanese, sent.body.requestId, scene.slots[4]!);
    expect(refusal(late)).toBe('409 meeting.slot_taken');
    expect(late.body).toMatchObject({ data: { alternatives: [{}, {}, {}] } });
  });

  describe('where they need not be there', () => {
    const elsewhereAt = async (slot: number) =>
      meet(
        set.app,
        set.eventId,
        set.third,
        await newParticipant(set.app, set.eventId, 'JP-13'),
        set.scene.slots[slot]!,
      );
    const agreeOn = async (slot: number) => {
      const { app, scene, desk, european, japanese, meeting } = set;
      const { body, status } = await desk.move(european, meeting.meetingId, slot);
      expect(status).toBe(201);
      return () => accept(app, japanese, body.requestId, scene.slots[slot]!);
    };
    const two = () => [set.european, set.japanese].map(({ participantId }, side) => [participantId, side]);

    it.each(['optional', 'observer'] as const)(
      'and are elsewhere then: it moves, and somebody %s has lost the seat, is told, and may be asked again',
      async (part) => {
        const { app, scene, desk, european, japanese, third, meeting } = set;
        await desk.comes(japanese, meeting.requestId, third, part);
        const other = await elsewhereAt(3);
        const { body: choices } = await app.http(european).get<GroupSlot[]>(`/api/meetings/${meeting.meetingId}/slots`);
        expect(choices[3]).toMatchObject({ state: expect.stringMatching(/free|late/), cannot: [] });
        const { sequence } = await rowOf(meeting.meetingId);
        const before = await feedOf(third);
        const moved = await (await agreeOn(3))();
        expect(seatsOf(moved.body)).toEqual(two());
        expect(seatsOf(await desk.seen(european, meeting.meetingId))).toEqual(two());
        expect(await desk.of(european, meeting.requestId)).toEqual([[third.participantId, 2, part, 'expired']]);
        expect(await desk.agenda(third)).toEqual([[other.meetingId, scene.slots[3]!.startsAt]]);
        // One change to the calendars of all.
        expect(await rowOf(meeting.meetingId)).toMatchObject({ sequence: sequence + 1 });
        expect((await feedOf(third)).slice(before.length)).toEqual(
          expect.arrayContaining(['meeting.changed', 'guest.changed']),
        );
        // Free again, asked again, there again.
        await app.http(third).post(`/api/meetings/${other.meetingId}/cancel`, { reason: 'ill', note: null });
        await desk.comes(european, meeting.requestId, third, part);
        expect(await desk.agenda(third)).toEqual([[meeting.meetingId, scene.slots[3]!.startsAt]]);
      },
    );

    /** What seats know nothing of, and what they alone know. */
    const busyAt: Record<string, (slot: MeetingEvent['slots'][number]) => Promise<unknown>> = {
      'speak in a session': async ({ startsAt, endsAt }) =>
        set.app.transactions.run((tx) =>
          set.app.app.get(Agenda).commit(tx, {
            ...{
              userId: set.third.userId,
              eventId: set.eventId,
              kind: 'speaking',
              sourceId: randomUUID(),
              uid: randomUUID(),
            },
            ...{
              startsAt: new Date(startsAt),
              endsAt: new Date(endsAt),
              sequence: 0,
              title: { en: 'Talk', ja: '講演' },
            },
          }),
        ),
      'sit in a meeting that no agenda tells of': async () => {
        const { meetingId } = await elsewhereAt(3);
        await set.app.db.query('DELETE FROM commitment WHERE user_id = $1 AND source_id = $2', [
          set.third.userId,
          meetingId,
        ]);
      },
      'do not offer that time': async () => {
        const { app, scene, eventId, third } = set;
        const [{ startsAt, endsAt }] = scene.slots as [MeetingEvent['slots'][number]];
        const offered = { everything: false, intervals: [{ startsAt, endsAt }] };
        expect((await app.http(third).put(`/api/events/${eventId}/availability`, offered)).status).toBe(200);
      },
    };

    it.each(Object.entries(busyAt))('and %s: it moves without them, and they are told', async (_, busy) => {
      const { scene, desk, european, japanese, third, meeting } = set;
      await desk.comes(japanese, meeting.requestId, third, 'optional');
      const accepts = await agreeOn(3);
      await busy(scene.slots[3]!);
      const before = await feedOf(third);
      expect(seatsOf((await accepts()).body)).toEqual(two());
      expect(await desk.of(european, meeting.requestId)).toEqual([[third.participantId, 2, 'optional', 'expired']]);
      expect((await desk.agenda(third)).map(([id]) => id)).not.toContain(meeting.meetingId);
      expect((await feedOf(third)).slice(before.length)).toEqual(
        expect.arrayContaining(['meeting.changed', 'guest.changed']),
      );
    });

    it('and are free then: they move with it', async () => {
      const { scene, desk, japanese, third, meeting } = set;
      await desk.comes(japanese, meeting.requestId, third, 'optional');
      expect(seatsOf((await (await agreeOn(3))()).body)).toEqual([...two(), [third.participantId, 2]]);
      expect(await desk.agenda(third)).toEqual([[meeting.meetingId, scene.slots[3]!.startsAt]]);
    });

    it('and are elsewhere then: the two may propose that time instead of another', async () => {
      const { app, scene, desk, european, japanese, third, meeting } = set;
      await desk.comes(japanese, meeting.requestId, third, 'optional');
      await elsewhereAt(3);
      const { body } = await desk.move(european, meeting.meetingId, 4);
      const slotIds = [scene.slots[3]!.slotId];
      const path = `/api/meeting-requests/${body.requestId}/counter`;
      expect((await app.http(japanese).post(path, { slotIds, note: null })).status).toBe(200);
      expect((await accept(app, european, body.requestId, scene.slots[3]!)).status).toBe(201);
    });

    it('and are booked elsewhere at that moment: they are at one of the two, whichever was first, and it moves', async () => {
      const { app, scene, eventId, desk } = set;
      for (const place of [2, 3, 4, 5]) {
        const pair = await newPair(app, eventId);
        const guest = await newParticipant(app, eventId, 'FR1');
        const standing = await meet(app, eventId, pair.european, pair.japanese, scene.slots[0]!);
        await desk.comes(pair.japanese, standing.requestId, guest, 'optional');
        const other = await newParticipant(app, eventId, 'JP-13');
        const rival = await ask(app, eventId, other, guest, [scene.slots[place]!]);
        const move = await desk.move(pair.european, standing.meetingId, place);
        const [moved, booked] = await Promise.all([
          accept(app, pair.japanese, move.body.requestId, scene.slots[place]!),
          accept(app, guest, rival.body.requestId, scene.slots[place]!),
        ]);
        expect(moved.status).toBe(201);
        expect(await desk.agenda(guest)).toEqual([
          [booked.status === 201 ? booked.body.meetingId : standing.meetingId, scene.slots[place]!.startsAt],
        ]);
      }
      expect(await doubleBookings(app)).toBe(0);
    }, 60_000);
  });
});
