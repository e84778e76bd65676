import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GroupSlot, MeetingRequestView, MeetingView } from '@musubi/contracts';
import { GuestDesk, refusal, type TestGuest } from '../../../../test/builders/guests.js';
import { accept, meet, type MeetingEvent, newMeetingEvent, newPair } from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let desk: GuestDesk;
let european: TestGuest;
let japanese: TestGuest;
let third: TestGuest;
let meeting: MeetingView;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
  desk = new GuestDesk(app, scene);
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, eventId));
  third = await newParticipant(app, eventId, 'FR1');
  meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
});

describe('further people of a meeting that is moved', () => {
  it('move with it, and who cannot is said', async () => {
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
});
