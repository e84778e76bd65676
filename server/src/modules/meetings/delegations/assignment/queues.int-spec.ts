import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Delegate, newDelegation } from '../../../../../test/builders/delegations.js';
import { accept, ask, deadlocks, newMeetingEvent, tally } from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { broken } from '../../../../../test/invariants.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '20' } });
});
afterAll(() => app.close());

describe('delegations in a block with tables', () => {
  it.each(['everyone', 'pool'] as const)(
    'of mode %s: whoever is asked for at once is booked once, and no booking waits for another in a circle',
    async (mode) => {
      const { event, slots } = await newMeetingEvent(app, {}, { rooms: 2 });
      const people = await newDelegation(app, event.eventId, { size: 4, mode });
      const askers = await Promise.all(people.map(() => newParticipant(app, event.eventId)));
      for (const slot of slots.slice(0, 4)) {
        const sent = await Promise.all(
          people.map((person, place) => ask(app, event.eventId, askers[place]!, person, [slot])),
        );
        const answers = await Promise.all(
          sent.map(({ body }, place) => accept(app, people[place] as Delegate, body.requestId, slot)),
        );
        // Everyone comes to one meeting; of a pool each goes to another, as long as there are tables.
        const won = mode === 'everyone' ? 1 : 2;
        expect(tally(answers)).toEqual({ '201': won, '409 meeting.slot_taken': 4 - won });
        await Promise.all(
          sent.map(({ body }, place) =>
            app.http(askers[place]!).post(`/api/meeting-requests/${body.requestId}/withdraw`),
          ),
        );
      }
      expect(await broken(app)).toEqual({});
      expect(await deadlocks(app)).toBe(0);
    },
    90_000,
  );
});
