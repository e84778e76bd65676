import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GuestView, MeetingRequestView, ParticipantId } from '@musubi/contracts';
import {
  ask,
  code,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  requestInput,
} from '../../../../../test/builders/meetings.js';
import type { TestPerson } from '../../../../../test/builders/people.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
}, 60_000);
afterAll(() => app.close());

const blocks = (who: TestPerson, whom: TestPerson) => app.http(who).put(`/api/me/blocks/${whom.userId}`);
const timesOf = async (person: TestPerson, what: string) => code(await app.http(person).get(`/api/${what}/slots`));

describe('when others are free is told to nobody', () => {
  it('whose request is over, since somebody blocks them or said no', async () => {
    const { european, japanese } = await newPair(app, eventId);
    const { body } = await ask(app, eventId, european, japanese, [scene.slots[2]!]);
    expect((await app.http(european).get(`/api/meeting-requests/${body.requestId}/slots`)).status).toBe(200);
    await blocks(japanese, european);
    for (const person of [european, japanese])
      expect(await timesOf(person, `meeting-requests/${body.requestId}`)).toEqual([409, 'meeting_request.wrong_state']);
  });

  it('whose meeting is cancelled', async () => {
    const { european, japanese } = await newPair(app, eventId);
    const { meetingId } = await meet(app, eventId, european, japanese, scene.slots[3]!);
    expect((await app.http(european).get(`/api/meetings/${meetingId}/slots`)).status).toBe(200);
    await app.http(european).post(`/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null });
    expect(await timesOf(european, `meetings/${meetingId}`)).toEqual([409, 'meeting.wrong_state']);
  });

  it('whom one of them blocks', async () => {
    const { european, japanese } = await newPair(app, eventId);
    const { meetingId } = await meet(app, eventId, european, japanese, scene.slots[3]!);
    await blocks(japanese, european);
    expect(await timesOf(european, `meetings/${meetingId}`)).toEqual([409, 'participant.unavailable']);
  });

  it('who comes as a guest', async () => {
    const { european, japanese } = await newPair(app, eventId);
    const guest = await newParticipant(app, eventId, 'FR1');
    const { meetingId, requestId } = await meet(app, eventId, european, japanese, scene.slots[4]!);
    const { body } = await app.http(european).post<GuestView[]>(`/api/meeting-requests/${requestId}/guests`, {
      people: [{ participantId: guest.participantId, part: 'optional' }],
    });
    expect(body).toHaveLength(1);
    await app.http(guest).post(`/api/guests/${body[0]!.guestId}/accept`);
    expect(await timesOf(guest, `meetings/${meetingId}`)).toEqual([409, 'meeting.guests_leave']);
  });

  it('who brings somebody that cannot be asked into a request that crosses', async () => {
    const { european, japanese } = await newPair(app, eventId);
    await ask(app, eventId, japanese, european, [scene.slots[2]!]);
    const blocking = await newParticipant(app, eventId, 'FR1');
    const hidden = await newParticipant(app, eventId, 'FR1', { directory: 'nobody' });
    const partners = [await newParticipant(app, eventId, 'JP-13'), await newParticipant(app, eventId, 'JP-13')];
    for (const [index, busy] of [blocking, hidden].entries())
      await meet(app, eventId, busy, partners[index]!, scene.slots[2]!);
    await blocks(blocking, european);
    for (const participantId of [eventId, blocking.participantId, hidden.participantId]) {
      const people = [{ participantId: participantId as ParticipantId, part: 'required' as const }];
      const crossing = await app
        .http(european)
        .post<MeetingRequestView>(
          `/api/events/${eventId}/meeting-requests`,
          requestInput(japanese, [scene.slots[2]!], { people }),
        );
      expect(code(crossing)).toEqual([409, 'participant.unavailable']);
      expect(JSON.stringify(crossing.body)).not.toContain('slot');
    }
  });
});
