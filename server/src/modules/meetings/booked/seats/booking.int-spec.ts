import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView, MeetingView } from '@musubi/contracts';
import { accept, ask, newMeetingEvent, newPair, type MeetingEvent } from '../../../../../test/builders/meetings.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

describe('from a request to a meeting', () => {
  let app: TestApp;
  let scene: MeetingEvent;
  beforeAll(async () => {
    app = await startApp();
    scene = await newMeetingEvent(app);
  });
  afterAll(() => app.close());

  it('both sides see the request, then the meeting, in lists, agendas and feeds', async () => {
    const { event, slots } = scene;
    const { european, japanese } = await newPair(app, event.eventId);
    const asked = await ask(app, event.eventId, european, japanese, slots.slice(0, 3));
    expect(asked).toMatchObject({ status: 201, body: { state: 'requested', turn: 'to', mine: 'from', version: 1 } });
    const received = await app
      .http(japanese)
      .get<MeetingRequestView[]>(`/api/events/${event.eventId}/meeting-requests`);
    expect(received.body).toMatchObject([{ requestId: asked.body.requestId, mine: 'to', state: 'requested' }]);

    const accepted = await accept(app, japanese, asked.body.requestId, slots[1]!);
    expect(accepted).toMatchObject({
      status: 201,
      body: {
        state: 'confirmed',
        slotId: slots[1]!.slotId,
        startsAt: slots[1]!.startsAt,
        live: false,
        outcomeDue: false,
        me: japanese.participantId,
      },
    });
    for (const person of [european, japanese]) {
      const mine = await app.http(person).get<MeetingView[]>(`/api/events/${event.eventId}/meetings`);
      expect(mine.body).toEqual([{ ...accepted.body, me: person.participantId }]);
      const agenda = await app.http(person).get(`/api/events/${event.eventId}/agenda`);
      expect(agenda.body).toMatchObject([
        { kind: 'meeting', sourceId: accepted.body.meetingId, startsAt: slots[1]!.startsAt },
      ]);
      const feed = await app.http(person).get('/api/me/feed?after=0');
      expect(feed.body.entries.map((entry: { kind: string }) => entry.kind)).toEqual(
        expect.arrayContaining(['meeting_request.changed', 'meeting.changed', 'agenda.changed']),
      );
    }
  });
});
