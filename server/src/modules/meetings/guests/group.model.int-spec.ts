import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgendaItem, GuestInvitation, MeetingRequestView, MeetingView } from '@musubi/contracts';
import fc from 'fast-check';
import {
  accept,
  doubleBookings,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
} from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

const sequences = Number(process.env['GROUP_SEQUENCES'] ?? 12);
const slotsAtMost = 4;

/** What may happen to a meeting of two sides and two guests. */
type Step =
  | { does: 'invite' | 'accept' | 'decline' | 'withdraw' | 'block' | 'unblock'; guest: 0 | 1 }
  | { does: 'elsewhere'; guest: 0 | 1; slot: number }
  | { does: 'move'; slot: number }
  | { does: 'cancel' };

const guest = fc.constantFrom(0 as const, 1 as const);
const slot = fc.nat(slotsAtMost - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ does: fc.constantFrom('invite' as const, 'accept' as const), guest }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('decline' as const, 'withdraw' as const), guest }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('block' as const, 'unblock' as const), guest }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('elsewhere' as const), guest, slot }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('move' as const), slot }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cancel' as const) }) },
);

/** What the meeting should be: decided here by the rules alone, without a database. */
class Model {
  slot = 0;
  cancelled = false;
  readonly guests = [0, 1].map(() => ({
    state: 'none' as 'none' | 'invited' | 'accepted',
    blocks: false,
    taken: new Set<number>(),
  }));

  /** Whether the step succeeds; the state is then what it makes of it. */
  take(step: Step): boolean {
    if (step.does === 'cancel') {
      if (this.cancelled) return true;
      this.cancelled = true;
      for (const one of this.guests) one.state = 'none';
      return true;
    }
    if (step.does === 'move') {
      const free = this.guests.every(({ state, taken }) => state !== 'accepted' || !taken.has(step.slot));
      if (this.cancelled || step.slot === this.slot || !free) return false;
      this.slot = step.slot;
      return true;
    }
    const one = this.guests[step.guest]!;
    switch (step.does) {
      case 'invite':
        if (this.cancelled || one.state !== 'none' || one.blocks) return false;
        one.state = 'invited';
        return true;
      case 'accept':
        if (one.state !== 'invited' || one.taken.has(this.slot)) return false;
        one.state = 'accepted';
        return true;
      case 'decline':
      case 'withdraw':
        if (one.state === 'none') return false;
        one.state = 'none';
        return true;
      case 'block':
        one.blocks = true;
        one.state = 'none';
        return true;
      case 'unblock':
        one.blocks = false;
        return true;
      case 'elsewhere': {
        const here = one.state === 'accepted' && this.slot === step.slot;
        if (here || one.taken.has(step.slot)) return false;
        one.taken.add(step.slot);
        return true;
      }
    }
  }
}

describe('a meeting of more than two sides, whatever happens to it', () => {
  let app: TestApp;
  let scene: MeetingEvent;
  let eventId: string;
  beforeAll(async () => {
    app = await startApp();
    scene = await newMeetingEvent(app);
    eventId = scene.event.eventId;
  }, 120_000);
  afterAll(() => app.close());

  class Table {
    private constructor(
      private readonly european: Person,
      private readonly japanese: Person,
      private readonly guests: readonly Person[],
      private readonly meeting: MeetingView,
    ) {}

    static async set(): Promise<Table> {
      const { european, japanese } = await newPair(app, eventId);
      const guests = [await newParticipant(app, eventId, 'FR1'), await newParticipant(app, eventId, 'DE2')];
      return new Table(european, japanese, guests, await meet(app, eventId, european, japanese, scene.slots[0]!));
    }

    async take(step: Step): Promise<boolean> {
      const { meetingId, requestId } = this.meeting;
      if (step.does === 'cancel') {
        const body = { reason: 'ill', note: null };
        return (await app.http(this.japanese).post(`/api/meetings/${meetingId}/cancel`, body)).status === 200;
      }
      if (step.does === 'move') return this.move(step.slot);
      const person = this.guests[step.guest]!;
      const last = (await this.invitations(person)).find(({ state }) => state === 'invited' || state === 'accepted');
      const answer = async (by: Person, verb: string) =>
        last !== undefined && (await app.http(by).post(`/api/guests/${last.guestId}/${verb}`, {})).status === 200;
      switch (step.does) {
        case 'invite': {
          const people = [{ participantId: person.participantId, part: 'required' }];
          const { status } = await app
            .http(this.european)
            .post(`/api/meeting-requests/${requestId}/guests`, { people });
          return status === 201;
        }
        case 'accept':
          return last?.state === 'invited' && answer(person, 'accept');
        case 'decline':
          return answer(person, 'decline');
        case 'withdraw':
          return answer(this.japanese, 'withdraw');
        case 'block':
          return (await app.http(person).put(`/api/me/blocks/${this.european.userId}`, {})).status < 300;
        case 'unblock':
          return (await app.http(person).delete(`/api/me/blocks/${this.european.userId}`)).status < 300;
        case 'elsewhere': {
          const partner = await newParticipant(app, eventId, 'JP-13');
          return meet(app, eventId, partner, person, scene.slots[step.slot]!).then(
            () => true,
            () => false,
          );
        }
      }
    }

    /** Who sits where, whose agenda holds it, and when. */
    async seen(): Promise<object> {
      const { body } = await app.http(this.european).get<MeetingView>(`/api/meetings/${this.meeting.meetingId}`);
      const agendas = [];
      for (const person of this.guests) {
        const items = (await app.http(person).get<AgendaItem[]>(`/api/events/${eventId}/agenda`)).body;
        agendas.push(items.find(({ sourceId }) => sourceId === this.meeting.meetingId)?.startsAt ?? null);
      }
      const seated = new Set(body.sides.map(({ participant }) => participant.participantId as string));
      return {
        state: body.state,
        startsAt: body.startsAt,
        seated: this.guests.map(({ participantId }) => seated.has(participantId)),
        agendas,
      };
    }

    private async move(to: number): Promise<boolean> {
      const slot = scene.slots[to]!;
      const asked = await app
        .http(this.european)
        .post<MeetingRequestView>(`/api/meetings/${this.meeting.meetingId}/reschedule`, {
          slotIds: [slot.slotId],
          note: null,
        });
      return asked.status === 201 && (await accept(app, this.japanese, asked.body.requestId, slot)).status === 201;
    }

    private async invitations(person: Person): Promise<GuestInvitation[]> {
      return (await app.http(person).get<GuestInvitation[]>(`/api/events/${eventId}/guest-invitations`)).body;
    }
  }

  it('is what the rules say, for everybody, and nobody is in two places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const [model, table] = [new Model(), await Table.set()];
        for (const [index, next] of steps.entries()) {
          const should = model.take(next);
          const did = await table.take(next);
          const at = scene.slots[model.slot]!.startsAt;
          const seated = model.guests.map(({ state }) => !model.cancelled && state === 'accepted');
          expect({ index, next, did, ...(await table.seen()) }).toEqual({
            index,
            next,
            did: should,
            state: model.cancelled ? 'cancelled' : 'confirmed',
            startsAt: at,
            // Whoever sat there when it was cancelled is still of it; the model counts places that are taken.
            seated: model.cancelled ? [expect.any(Boolean), expect.any(Boolean)] : seated,
            agendas: seated.map((sits) => (sits ? at : null)),
          });
        }
        expect(await doubleBookings(app)).toBe(0);
      }),
      { numRuns: sequences, seed: 7 },
    );
  }, 600_000);
});
