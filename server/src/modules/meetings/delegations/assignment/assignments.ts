import { Injectable } from '@nestjs/common';
import type { ParticipantCard } from '@musubi/contracts';
import type { Tx } from '../../../../platform/index.js';
import { Participants } from '../../../registration/index.js';
import { meetingById, type MeetingRow } from '../../booked/views/meeting-rows.js';
import { Seats } from '../../booked/seats/seats.js';
import type { Pair } from '../../negotiation/partners.js';
import { otherSide, type RequestSide } from '../../requests/meeting-request.rules.js';
import type { RequestRow } from '../../requests/request-rows.js';
import { type Member, reachable, type Reach } from '../members/delegation.rules.js';
import { Loads } from '../members/loads.js';
import { Members } from '../members/members.js';
import { Handovers } from '../vacancies/handovers.js';
import { assignee } from './assignment.rules.js';

type Free = Member & { free: boolean; meetings: number };

/** Who comes of each side: the request as it is booked, and who comes along. */
export interface Cast {
  request: RequestRow;
  pair: Pair;
  changed: readonly { side: RequestSide; from: string; to: string }[];
  along: readonly { side: RequestSide; member: Free }[];
}

/** Members who were a moment too late for the slot; the next try goes by them. */
export interface Tries {
  readonly lost: Set<string>;
  readonly tried: Set<string>;
}

const sides = ['from', 'to'] as const;
const seatOf = { from: 0, to: 1 } as const;

/** Who of a delegation comes when a request is accepted. */
@Injectable()
export class Assignments {
  constructor(
    private readonly members: Members,
    private readonly loads: Loads,
    private readonly participants: Participants,
    private readonly seats: Seats,
    private readonly handovers: Handovers,
  ) {}

  /**
   * Casts an acceptance: in a pool whoever is free by the rule, of everyone all who are required and whoever else is free.
   * @returns null where both sides keep calendars of their own, and where only a meeting is moved: its people stay
   */
  async cast(
    tx: Tx,
    request: RequestRow,
    { slotId, by }: { slotId: string; by: RequestSide },
    { lost, tried }: Tries,
  ): Promise<Cast | null> {
    if (request.movesFrom || !request.slots.some((one) => one.slotId === slotId)) return null;
    const reach = await this.shared(tx, request);
    if (reach.size === 0) return null;
    const booked = { ...request };
    const changed: Cast['changed'][number][] = [];
    const along: Cast['along'][number][] = [];
    for (const side of sides) {
      const of = reach.get(side);
      if (!of) continue;
      const all = await this.loads.candidates(request.eventId, slotId, of.members, tx);
      const open = reachable({ ...of, members: all.filter(({ participantId }) => !lost.has(participantId)) });
      const wish = { contactId: of.contactId, language: request.language };
      if (of.mode === 'pool') {
        // Where nobody else is free the contact tries: the constraints know best.
        const chosen = assignee(open, wish);
        if (!chosen) continue;
        tried.add(chosen.participantId);
        if (chosen.participantId === of.contactId) continue;
        stand(booked, side, chosen);
        changed.push({ side, from: of.contactId, to: chosen.participantId });
      } else {
        const company = all.filter(({ participantId, part }) => participantId !== of.contactId && part !== 'backup');
        along.push(...company.map((member) => ({ side, member })));
      }
    }
    return { request: booked, changed, along, pair: await this.pair(tx, booked, by) };
  }

  /**
   * Once it is booked: whoever stands for a side now is who is written to, and who comes along has a seat.
   * @returns the meeting as it is now, or null where somebody who has to come is elsewhere
   */
  async settle(tx: Tx, meeting: MeetingRow, { changed, along }: Cast): Promise<MeetingRow | null> {
    for (const { side, from, to } of changed) {
      await this.handovers.stand(tx, meeting.requestId, from, to);
      await this.handovers.keep(tx, {
        meetingId: meeting.id,
        side: seatOf[side],
        why: 'assigned',
        fromParticipantId: from,
        toParticipantId: to,
        byUserId: null,
        forUserId: null,
      });
    }
    const coming = along.filter(({ member }) => member.part === 'required' || member.free);
    for (const { side, member } of coming.toSorted((a, b) => (a.member.userId < b.member.userId ? -1 : 1))) {
      const part = member.part === 'required' ? 'required' : 'optional';
      const seated = await this.seats.takeIfFree(tx, meeting, { ...member, side: seatOf[side], part });
      if (!seated && part === 'required') return null;
    }
    return (await meetingById(tx.em, meeting.id))!;
  }

  /** Of everybody in the meeting, those at hand not asked for again. */
  async cards(
    tx: Tx,
    { sides: people }: MeetingRow,
    known: readonly ParticipantCard[],
  ): Promise<ReadonlyMap<string, ParticipantCard>> {
    const cards = new Map(known.map((card) => [card.participantId as string, card]));
    const missing = people.map(({ participantId }) => participantId).filter((id) => !cards.has(id));
    if (missing.length === 0) return cards;
    return new Map([...cards, ...(await this.participants.cards(missing, tx.em))]);
  }

  /** By side; two people of one organisation meet as themselves. */
  private async shared(tx: Tx, request: RequestRow): Promise<Map<RequestSide, Reach>> {
    const ids = { from: request.fromParticipantId, to: request.toParticipantId };
    const users = { from: request.fromUserId, to: request.toUserId };
    const found = new Map<RequestSide, Reach & { organisationId: string }>();
    const any = await this.members.shared([ids.from, ids.to], null, tx.em);
    for (const side of sides) {
      if (!any.has(ids[side])) continue;
      const reach = (await this.members.shared([ids[side]], users[otherSide(side)], tx.em)).get(ids[side]);
      if (reach) found.set(side, reach);
    }
    const [one, other] = sides.map((side) => found.get(side)?.organisationId);
    return one && one === other ? new Map() : found;
  }

  private async pair(tx: Tx, request: RequestRow, by: RequestSide): Promise<Pair> {
    const ids = { from: request.fromParticipantId, to: request.toParticipantId };
    const cards = await this.participants.cards([ids.from, ids.to], tx.em);
    return { me: cards.get(ids[by])!, them: cards.get(ids[otherSide(by)])! };
  }
}

function stand(request: RequestRow, side: RequestSide, { participantId, userId }: Member): void {
  if (side === 'from') Object.assign(request, { fromParticipantId: participantId, fromUserId: userId });
  else Object.assign(request, { toParticipantId: participantId, toUserId: userId });
}
