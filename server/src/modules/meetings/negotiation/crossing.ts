import { Injectable } from '@nestjs/common';
import type { GuestInput, LanguagePair } from '@musubi/contracts';
import type { Actor, Tx } from '../../../platform/index.js';
import { Bookings } from '../booked/seats/bookings.service.js';
import type { MeetingRow } from '../booked/views/meeting-rows.js';
import type { Tries } from '../delegations/assignment/assignments.js';
import { Voices } from '../delegations/assignment/voices.js';
import { Guests } from '../guests/guests.service.js';
import { Interpreters } from '../interpreters/interpreters.service.js';
import { keepContactAround } from '../requests/contact.js';
import { sideOf } from '../requests/meeting-requests.service.js';
import { citeAlso, type RequestRow } from '../requests/request-rows.js';
import { insertMessage } from '../thread/thread-rows.js';
import { type Pair, Partners } from './partners.js';

/** What the second of two who ask each other says. */
export interface Crossing {
  slotIds: readonly string[];
  reason: string;
  opportunityIds: readonly string[];
  people?: readonly GuestInput[] | undefined;
  interpretation?: LanguagePair | null | undefined;
}

/** Two who ask each other at the same time meet, where they name a common slot. */
@Injectable()
export class Crossings {
  constructor(
    private readonly partners: Partners,
    private readonly bookings: Bookings,
    private readonly guests: Guests,
    private readonly interpreters: Interpreters,
    private readonly voices: Voices,
  ) {}

  /**
   * The second accepts what the first has asked. Whom the second brings is asked to come to the meeting, what the second cites is
   * cited with the rest, and why they ask is the first message of their conversation; the language and an interpreter whom the
   * first wants stay as the first asked.
   * @returns null where they have no slot in common, it is not for this one to answer, or somebody was faster
   * @throws DomainError what a booking refuses
   */
  async meet(tx: Tx, asked: RequestRow, actor: Actor, second: Crossing, tries: Tries): Promise<MeetingRow | null> {
    const by = sideOf(asked, actor);
    const common = second.slotIds.filter((id) => asked.slots.some((slot) => slot.slotId === id && slot.open));
    if (common.length === 0 || asked.turn !== by || asked.movesFrom) return null;
    await keepContactAround(tx.em, asked.id, []);
    const pair = await this.partners.again(asked, actor, tx);
    await this.partners.assertCitable(second.opportunityIds, pair, tx);
    const people = second.people ?? [];
    const slotId = await this.guests.timeFor(tx, asked, common, pair, people);
    if (second.interpretation) await this.interpreters.noteFirst(tx, asked.id, second.interpretation);
    const meeting = await this.bookings.book(tx, asked, { slotId, by }, pair, tries);
    if (!meeting) return null;
    const opportunityIds = await citeAlso(tx.em, asked.id, second.opportunityIds);
    await this.say(tx, asked, pair, second.reason);
    await this.guests.bringAlong(tx, meeting, by === 'from' ? 0 : 1, people);
    await this.voices.keep(tx, asked.id, actor, { side: by, userId: actor.userId });
    return { ...meeting, opportunityIds };
  }

  private async say(tx: Tx, { id: requestId, eventId }: RequestRow, { me, them }: Pair, text: string): Promise<void> {
    if (text === '') return;
    await insertMessage(tx.em, { requestId, participantId: me.participantId, text, files: 0, at: tx.now });
    tx.tell([me.userId, them.userId], 'thread.changed', { requestId, eventId });
  }
}
