import { describe, expect, it } from '@jest/globals';
import type { GuestInvitation, GuestView } from '@musubi/contracts';
import { named, refusal, seatsOf } from '../../../../test/builders/guests/desk.js';
import { metScene } from '../../../../test/builders/guests/scene.js';
import { doubleBookings, meet, newMeetingEvent, newPair } from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';

const set = metScene();

describe('further people of a meeting that stands', () => {
  it('are invited by either side, take their seat, and may leave; the meeting goes on', async () => {
    const { desk, european, japanese, third, meeting } = set;
    expect((await desk.invite(japanese, meeting.requestId, [named(third)])).status).toBe(201);
    expect((await desk.answer(third, 'accept')).body).toMatchObject({
      state: 'accepted',
      meeting: { meetingId: meeting.meetingId },
    });
    expect(seatsOf(await desk.seen(european, meeting.meetingId))).toEqual([
      [european.participantId, 0],
      [japanese.participantId, 1],
      [third.participantId, 2],
    ]);
    expect((await desk.answer(third, 'decline')).body).toMatchObject({ state: 'declined' });
    expect(seatsOf(await desk.seen(european, meeting.meetingId))).toHaveLength(2);
    expect(await desk.agenda(third)).toEqual([]);
    expect(await desk.of(european, meeting.requestId)).toEqual([[third.participantId, 2, 'required', 'declined']]);
    expect((await desk.seen(european, meeting.meetingId)).state).toBe('confirmed');
  });

  it('a colleague comes on the side of their organisation', async () => {
    const { app, eventId, desk, european, japanese, meeting } = set;
    const colleague = await newParticipant(app, eventId, 'JP-27', {
      organisation: { choose: 'existing', organisationId: japanese.organisationId as never },
    });
    await desk.invite(japanese, meeting.requestId, [named(colleague)]);
    await desk.answer(colleague, 'accept');
    expect(seatsOf(await desk.seen(european, meeting.meetingId))[2]).toEqual([colleague.participantId, 1]);
  });

  it('may not cancel it, move it or invite others, and say no for themselves alone', async () => {
    const { app, scene, eventId, desk, european, japanese, third, meeting } = set;
    await desk.invite(japanese, meeting.requestId, [named(third)]);
    const [{ guestId }] = (await desk.invitations(third)) as [GuestInvitation];
    expect(refusal(await desk.answer(european, 'accept', guestId))).toBe('404 not_found');
    await desk.answer(third, 'accept');
    const post = (path: string, body: object) => app.http(third).post(`/api/${path}`, body);
    expect([
      refusal(await post(`meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null })),
      refusal(
        await post(`meetings/${meeting.meetingId}/reschedule`, { slotIds: [scene.slots[3]!.slotId], note: null }),
      ),
      refusal(
        await post(`meeting-requests/${meeting.requestId}/guests`, {
          people: [named(await newParticipant(app, eventId))],
        }),
      ),
    ]).toEqual(['409 meeting.guests_leave', '409 meeting.guests_leave', '409 meeting.guests_leave']);
  });

  it('are asked once, and refused without a word why where they cannot be reached', async () => {
    const { app, eventId, desk, european, japanese, third, meeting } = set;
    const hidden = await newParticipant(app, eventId, 'FR1', { directory: 'nobody' });
    const blocked = await newParticipant(app, eventId, 'FR1');
    await app.db.query('INSERT INTO person_block (by_user_id, user_id) VALUES ($1, $2)', [
      blocked.userId,
      japanese.userId,
    ]);
    const elsewhere = await newParticipant(app, (await newMeetingEvent(app)).event.eventId);
    await desk.invite(japanese, meeting.requestId, [named(third)]);
    const answers = [];
    for (const person of [third, japanese, hidden, blocked, elsewhere])
      answers.push(refusal(await desk.invite(european, meeting.requestId, [named(person)])));
    expect(answers).toEqual([
      '409 guest.duplicate',
      '409 guest.duplicate',
      '409 participant.unavailable',
      '409 participant.unavailable',
      '409 participant.unavailable',
    ]);
    expect(refusal(await desk.invite(third, meeting.requestId, [named(third)]))).toBe('404 not_found');
    expect(await desk.of(european, meeting.requestId)).toHaveLength(1);
  });

  it('are asked not to come by the two, and are free again', async () => {
    const { app, desk, european, japanese, third, meeting } = set;
    await desk.comes(japanese, meeting.requestId, third);
    const [{ guestId }] = (await desk.invitations(third)) as [GuestInvitation];
    const withdrawn = await app.http(european).post<GuestView[]>(`/api/guests/${guestId}/withdraw`, {});
    expect(withdrawn).toMatchObject({ status: 200, body: [{ state: 'withdrawn' }] });
    expect(await desk.agenda(third)).toEqual([]);
    expect(refusal(await desk.answer(third, 'accept', guestId))).toBe('409 guest.wrong_state');
  });

  it('are free when it is cancelled, and whoever had not answered is asked no more', async () => {
    const { app, eventId, desk, european, japanese, third, meeting } = set;
    const fourth = await newParticipant(app, eventId, 'DE2');
    await desk.invite(japanese, meeting.requestId, [named(third), named(fourth)]);
    await desk.answer(third, 'accept');
    await app.http(european).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null });
    expect(await desk.agenda(third)).toEqual([]);
    expect(await desk.of(european, meeting.requestId)).toEqual([
      [third.participantId, 2, 'required', 'expired'],
      [fourth.participantId, 3, 'required', 'expired'],
    ]);
    expect(refusal(await desk.answer(fourth, 'accept'))).toBe('409 guest.wrong_state');
  });

  it('do not come when one of the people blocks them, without a word', async () => {
    const { app, desk, european, japanese, third, meeting } = set;
    await desk.comes(japanese, meeting.requestId, third);
    const blocked = await app.http(european).put(`/api/me/blocks/${third.userId}`, {});
    if (blocked.status >= 300) throw new Error(`${blocked.status} ${JSON.stringify(blocked.body)}`);
    expect(seatsOf(await desk.seen(japanese, meeting.meetingId))).toHaveLength(2);
    expect(await desk.agenda(third)).toEqual([]);
  });

  it('who leave the event leave the meeting, and it goes on', async () => {
    const { app, eventId, desk, japanese, third, meeting } = set;
    await desk.comes(japanese, meeting.requestId, third);
    await app.http(third).post(`/api/events/${eventId}/registration/withdraw`, {});
    expect(seatsOf(await desk.seen(japanese, meeting.meetingId))).toHaveLength(2);
    expect((await desk.seen(japanese, meeting.meetingId)).state).toBe('confirmed');
  });

  it('asked to two meetings at one time come to one of them', async () => {
    const { app, scene, eventId, desk, japanese, third, meeting } = set;
    const pair = await newPair(app, eventId);
    const beside = await meet(app, eventId, pair.european, pair.japanese, scene.slots[0]!);
    await desk.invite(japanese, meeting.requestId, [named(third)]);
    await desk.invite(pair.japanese, beside.requestId, [named(third)]);
    const ids = (await desk.invitations(third)).map(({ guestId }) => guestId);
    const answers = await Promise.all(ids.map((id) => desk.answer(third, 'accept', id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await desk.agenda(third)).toHaveLength(1);
    expect(await doubleBookings(app)).toBe(0);
  });
});
