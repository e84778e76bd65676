import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Facts, Jobs, type Tx } from '../../platform/index.js';
import type { RequestFact } from '../meetings/index.js';
import { type LetterOrder, letterQueue, lineOf, type NewLetter } from './letter-order.js';
import { LetterDesk } from './letter-desk.js';
import type { RequestNews } from './letters/requests/request-words.js';

/** How long a message may take to arrive on an open page and be told as read. */
const readWithinMs = 20_000;

/** Who gets a letter when something happens. */
@Injectable()
export class LetterOrders implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly jobs: Jobs,
    private readonly desk: LetterDesk,
  ) {}

  onModuleInit(): void {
    this.jobs.queue<LetterOrder>(letterQueue, { retries: 12, inOrderPerKey: true, concurrency: 2 }, (order) =>
      this.desk.write(order),
    );
    this.hearOfRegistrations();
    this.hearOfRequests();
    this.hearOfMeetings();
    this.hearOfThreads();
    this.hearOfGuests();
    this.hearOfAffiliations();
    this.hearOfProgrammes();
    this.hearOfPlans();
    this.hearOfAskings();
  }

  private hearOfRegistrations(): void {
    this.facts.on('registration.completed', ({ promoted, ...fact }, tx) =>
      order(tx, { about: 'registration', news: promoted ? 'promoted' : 'completed', ...idsOf(fact), heldPlace: true }),
    );
    for (const news of ['waitlisted', 'pending'] as const) {
      this.facts.on(`registration.${news}`, (fact, tx) =>
        order(tx, { about: 'registration', news, ...idsOf(fact), heldPlace: false }),
      );
    }
    for (const news of ['rejected', 'withdrawn'] as const) {
      this.facts.on(`registration.${news}`, ({ heldPlace, ...fact }, tx) =>
        order(tx, { about: 'registration', news, ...idsOf(fact), heldPlace }),
      );
    }
  }

  private hearOfRequests(): void {
    this.facts.on('meeting_request.sent', (fact, tx) => orderRequest(tx, fact, 'received', fact.toUserId));
    this.facts.on('meeting_request.passed_on', async ({ isTheirs, state, userId, ...fact }, tx) => {
      if (isTheirs) await orderRequest(tx, fact, state === 'countered' ? 'countered' : 'received', userId);
    });
    this.facts.on('meeting_request.half_time', ({ userId, ...fact }, tx) =>
      orderRequest(tx, fact, 'half_time', userId),
    );
    // Only to who asked: whoever is asked by many would hear of each of them.
    this.facts.on('meeting_request.emptied', (fact, tx) => orderRequest(tx, fact, 'emptied', fact.fromUserId));
    this.facts.on('meeting_request.refilled', (fact, tx) => orderRequest(tx, fact, 'refilled', fact.fromUserId));
    this.facts.on('meeting_request.answered', async (fact, tx) => {
      // A closed request stays silent: it would tell of a block or a withdrawal.
      if (fact.did === 'unavailable') return;
      for (const userId of [fact.fromUserId, fact.toUserId]) {
        if (userId !== fact.byUserId) await orderRequest(tx, fact, fact.because ?? fact.did, userId);
      }
    });
  }

  /** Whoever has the page open reads it there first: the letter waits a moment for that. */
  private hearOfThreads(): void {
    this.facts.on('thread.awaits_reading', ({ requestId, messageId, eventId, userId }, tx) =>
      orderAll(tx, [{ about: 'message', requestId, messageId, eventId, userId }], new Date(Date.now() + readWithinMs)),
    );
  }

  /** Who is asked hears of it, and who asked hears the answer; what time ends, or a block, is told to nobody. */
  private hearOfGuests(): void {
    this.facts.on('meeting_guest.invited', ({ guestId, eventId, userId }, tx) =>
      order(tx, { about: 'guest', news: 'invited', guestId, eventId, userId }),
    );
    this.facts.on(
      'meeting_guest.answered',
      async ({ guestId, eventId, userId, invitedByUserId, did, byUserId }, tx) => {
        if (did === 'expired') return;
        const to = byUserId === userId ? invitedByUserId : userId;
        await order(tx, { about: 'guest', news: did, guestId, eventId, userId: to });
      },
    );
  }

  private hearOfMeetings(): void {
    for (const news of ['booked', 'cancelled'] as const) {
      this.facts.on(`meeting.${news}`, async ({ meetingId, eventId, userIds }, tx) => {
        for (const userId of userIds) await order(tx, { about: 'meeting', news, meetingId, eventId, userId });
      });
    }
    this.facts.on('meeting.seat_taken', ({ meetingId, eventId, userId, side }, tx) =>
      order(tx, { about: 'seat', news: 'joined', meetingId, eventId, userId, side }),
    );
    this.facts.on('meeting.seat_left', ({ meetingId, eventId, userId, side, movedBy }, tx) =>
      order(tx, { about: 'seat', news: 'left', meetingId, eventId, userId, side, ...(movedBy && { movedBy }) }),
    );
    this.facts.on('meeting.handed_over', async ({ meetingId, eventId, side, fromUserId, otherSideUserIds }, tx) => {
      const news = { about: 'seat', news: 'other_comes', meetingId, eventId, side, insteadOf: fromUserId } as const;
      for (const userId of otherSideUserIds) await order(tx, { ...news, userId });
    });
    for (const news of ['assigned', 'released'] as const) {
      this.facts.on(`interpreter.${news}`, ({ meetingId, eventId, userId }, tx) =>
        order(tx, { about: 'interpreting', news, meetingId, eventId, userId }),
      );
    }
    this.facts.on('meeting.near', async ({ meetingId, eventId, userIds }, tx) => {
      for (const userId of userIds) await order(tx, { about: 'brief', meetingId, eventId, userId });
    });
    // Once: whoever is called again reads it on the screen.
    this.facts.on('meeting.side_missing', async ({ meetingId, eventId, newUserIds }, tx) => {
      for (const userId of newUserIds) await order(tx, { about: 'room', news: 'missing', meetingId, eventId, userId });
    });
    this.facts.on('meeting.plan_b_set', async ({ meetingId, eventId, userIds }, tx) => {
      for (const userId of userIds) await order(tx, { about: 'room', news: 'elsewhere', meetingId, eventId, userId });
    });
    this.facts.on('meeting.plan_b_proposed', async ({ meetingId, eventId, userIds }, tx) => {
      for (const userId of userIds) await order(tx, { about: 'room', news: 'proposed', meetingId, eventId, userId });
    });
    this.facts.on('meeting.settled', async ({ meetingId, eventId, place, state, byUserId, userIds }, tx) => {
      // What was held needs no letter, nor what both sides declared themselves.
      const news = byUserId !== null ? 'decided' : place === 1 && state !== 'held' ? 'measured' : null;
      if (news)
        for (const userId of userIds) await order(tx, { about: 'verdict', news, meetingId, eventId, place, userId });
    });
    this.facts.on('meeting.moved', async ({ meetingId, eventId, requestId, userIds }, tx) => {
      for (const userId of userIds) await order(tx, { about: 'move', meetingId, eventId, requestId, userId });
    });
  }

  private hearOfProgrammes(): void {
    this.facts.on('speaker.linked', ({ eventId, speakerId, userId, sequence }, tx) =>
      order(tx, { about: 'speaker', eventId, speakerId, userId, sequence }),
    );
    // One letter for each session: a mail takes back one entry.
    this.facts.on('speaker.unlinked', async ({ eventId, userId, sessionIds, sequence }, tx) => {
      for (const sessionId of sessionIds) await order(tx, { about: 'unlinked', eventId, sessionId, userId, sequence });
    });
    this.facts.on('programme.released', async ({ eventId, release, speakers }, tx) => {
      for (const speaker of speakers) await order(tx, { about: 'release', eventId, release, ...speaker });
    });
  }

  /** One letter about all of a person's meetings. */
  private hearOfPlans(): void {
    for (const news of ['published', 'rolled_back'] as const) {
      this.facts.on(`plan.${news}`, async ({ eventId, runId, people }, tx) => {
        const letters = people.map(({ userId, meetingIds }) => ({
          about: 'plan' as const,
          news,
          eventId,
          runId,
          userId,
          meetingIds,
        }));
        await orderAll(tx, letters);
      });
    }
  }

  private hearOfAskings(): void {
    this.facts.on('preferences.asked', ({ eventId, news, userIds }, tx) =>
      orderAll(
        tx,
        userIds.map((userId) => ({ about: 'wishes' as const, news, eventId, userId })),
      ),
    );
  }

  private hearOfAffiliations(): void {
    this.facts.on('affiliation.requested', async ({ affiliationId, adminIds }, tx) => {
      for (const userId of adminIds)
        await order(tx, { about: 'affiliation', news: 'requested', affiliationId, userId });
    });
    this.facts.on('affiliation.answered', ({ affiliationId, userId, answer, role }, tx) => {
      const approved = role === 'admin' ? 'made_admin' : 'approved';
      return order(tx, {
        about: 'affiliation',
        news: answer === 'active' ? approved : 'declined',
        affiliationId,
        userId,
      });
    });
    this.facts.on('affiliation.handed_over', ({ affiliationId, userId }, tx) =>
      order(tx, { about: 'affiliation', news: 'made_admin', affiliationId, userId }),
    );
    this.facts.on('affiliation.ended', async ({ affiliationId, userId, byUserId }, tx) => {
      if (userId !== byUserId) await order(tx, { about: 'affiliation', news: 'ended', affiliationId, userId });
    });
  }
}

function idsOf({ registrationId, eventId, userId }: { registrationId: string; eventId: string; userId: string }) {
  return { registrationId, eventId, userId };
}

async function orderRequest(
  tx: Tx,
  { requestId, eventId }: RequestFact,
  news: RequestNews,
  userId: string,
): Promise<void> {
  await order(tx, { about: 'request', news, requestId, eventId, userId });
}

const order = (tx: Tx, letter: NewLetter): Promise<void> => orderAll(tx, [letter]);

async function orderAll(tx: Tx, letters: readonly NewLetter[], startAfter?: Date): Promise<void> {
  await tx.jobs(
    letterQueue,
    letters.map((letter) => ({
      data: { id: randomUUID(), ...letter } satisfies LetterOrder,
      key: lineOf(letter),
      ...(startAfter && { startAfter }),
    })),
  );
}
