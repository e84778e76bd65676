import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GuestInvitation, MeetingRequestView } from '@musubi/contracts';
import { type Delegate, newDelegation } from '../../../../test/builders/delegations.js';
import {
  code,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  requestInput,
} from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let european: Delegate;
let japanese: Delegate;
let third: Delegate;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, eventId));
  third = await newParticipant(app, eventId, 'FR1');
});

/** One person is about to block another when somebody acts; the block is there before the act has its turn. */
async function whileBlocking<T>(by: Delegate, whom: Delegate, act: () => Promise<T>): Promise<T> {
  const ahead = app.db.createQueryRunner();
  await ahead.startTransaction();
  await ahead.query(`SELECT pg_advisory_xact_lock(hashtextextended('contact of ' || $1::uuid, 0))`, [by.userId]);
  await ahead.query('INSERT INTO person_block (by_user_id, user_id, at) VALUES ($1, $2, now())', [
    by.userId,
    whom.userId,
  ]);
  const acted = act();
  await setTimeout(400);
  await ahead.commitTransaction();
  await ahead.release();
  return acted;
}

const asked = ({ participantId }: Delegate) => ({ participantId, part: 'optional' });

describe('whoever is blocked at that instant', () => {
  it('takes no time that the other opened', async () => {
    const { event, slots } = await newMeetingEvent(app, {}, { mode: 'instant' });
    const pair = await newPair(app, event.eventId);
    const { slotIds, ...input } = requestInput(pair.japanese, [slots[0]!]);
    const booked = await whileBlocking(pair.japanese, pair.european, () =>
      app.http(pair.european).post(`/api/events/${event.eventId}/instant-bookings`, { ...input, slotId: slotIds[0] }),
    );
    expect(code(booked)).toEqual([409, 'participant.unavailable']);
  });

  it('brings nobody who blocks the other side', async () => {
    const sent = await whileBlocking(third, japanese, () =>
      app
        .http(european)
        .post<MeetingRequestView>(
          `/api/events/${eventId}/meeting-requests`,
          requestInput(japanese, [scene.slots[0]!], { people: [asked(third)] } as never),
        ),
    );
    expect(code(sent)).toEqual([409, 'participant.unavailable']);
  });

  it('is asked along by nobody, nor asks somebody along', async () => {
    const { requestId } = await meet(app, eventId, european, japanese, scene.slots[1]!);
    const invited = await whileBlocking(third, japanese, () =>
      app.http(european).post(`/api/meeting-requests/${requestId}/guests`, { people: [asked(third)] }),
    );
    expect(code(invited)).toEqual([409, 'participant.unavailable']);
  });

  it('comes along no more, though asked before', async () => {
    const { requestId } = await meet(app, eventId, european, japanese, scene.slots[2]!);
    const invited = await app
      .http(european)
      .post(`/api/meeting-requests/${requestId}/guests`, { people: [asked(third)] });
    expect(invited.status).toBeLessThan(300);
    const [invitation] = (await app.http(third).get<GuestInvitation[]>(`/api/events/${eventId}/guest-invitations`))
      .body;
    const answered = await whileBlocking(japanese, third, () =>
      app.http(third).post(`/api/guests/${invitation!.guestId}/accept`, {}),
    );
    expect(code(answered)).toEqual([409, 'participant.unavailable']);
  });

  it('is handed no meeting with whom they block', async () => {
    const [contact, colleague] = (await newDelegation(app, eventId)) as [Delegate, Delegate];
    const meeting = await meet(app, eventId, european, contact, scene.slots[3]!);
    const given = await whileBlocking(european, colleague, () =>
      app.http(contact).post(`/api/meetings/${meeting.meetingId}/hand-over`, { to: colleague.participantId }),
    );
    expect(code(given)).toEqual([422, 'handover.unknown_colleague']);
  });

  it('is offered no card', async () => {
    const { meetingId } = await meet(app, eventId, european, japanese, scene.slots[4]!);
    const offered = await whileBlocking(japanese, european, () =>
      app.http(european).put(`/api/meetings/${meetingId}/cards/${japanese.participantId}`, {}),
    );
    expect(code(offered)).toEqual([409, 'card.closed']);
  });
});
