import { Injectable } from '@nestjs/common';
import type { LanguagePair, ParticipantCard } from '@musubi/contracts';
import { type Tx, violatedConstraint } from '../../../platform/index.js';
import { MeetingAgendas } from '../booked/meeting-agendas.js';
import { Booking, isSlotTaken } from '../booked/seats/booking.js';
import { meetingById, type MeetingRow } from '../booked/views/meeting-rows.js';
import { DelegationNews } from '../delegations/delegation-news.js';
import { GuestSeats } from '../guests/seats/guest-seats.js';
import { Interpreting } from '../interpreters/interpreting.js';
import { RequestEndings } from '../requests/endings/request-endings.js';
import type { PlannedBooking, PlannedRefusal } from './planned-booking.js';
import { claimTogether, type ToClaim } from './planned-claim.js';
import { apartByPair, holdPairs, type OpenRequests, requestsFor } from './planned-requests.js';

/** As many as are booked by one statement. */
const together = 500;

class NotBooked extends Error {}

/** A meeting of the plan, and who interprets in it. */
export interface BookedInPlan {
  meeting: MeetingRow;
  interpreterUserId: string | null;
}

interface PlanInBooking {
  eventId: string;
  open: OpenRequests;
  /** Of everybody who comes, by participant. */
  cards: ReadonlyMap<string, ParticipantCard>;
}

/**
 * Books what the organisers planned, thousands of meetings in one transaction, by the same rows and the same constraints as any
 * other booking. One that cannot be booked is left out and said; the others stand. Nobody is written to for each meeting.
 */
@Injectable()
export class PlannedBookings {
  constructor(
    private readonly booking: Booking,
    private readonly agendas: MeetingAgendas,
    private readonly interpreting: Interpreting,
    private readonly guests: GuestSeats,
    private readonly requests: RequestEndings,
    private readonly news: DelegationNews,
  ) {}

  /** Everything that the bookings will need, taken in one order before the first of them. */
  async hold(tx: Tx, eventId: string, bookings: readonly PlannedBooking[]): Promise<OpenRequests> {
    return holdPairs(tx.em, eventId, bookings);
  }

  /** What became of each, in the given order: whoever comes first has the table. */
  async bookAll(
    tx: Tx,
    planned: readonly PlannedBooking[],
    plan: PlanInBooking,
  ): Promise<(BookedInPlan | PlannedRefusal)[]> {
    const each: (MeetingRow | PlannedRefusal)[] = [];
    for (const some of apartByPair(planned, together)) each.push(...(await this.tryAll(tx, some, plan)));
    return this.follow(tx, planned, each, plan);
  }

  /** Once for all of them: whose open requests have lost their last time. */
  async finish(tx: Tx, eventId: string, userIds: readonly string[]): Promise<void> {
    await this.news.tellOfPlan(tx, eventId, userIds);
    tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
    if (userIds.length > 0) tx.afterCommit(() => this.requests.lookForEmptied(userIds));
  }

  /** Where one is refused, each half is tried by itself, the earlier one first, down to the one that cannot be. */
  private async tryAll(
    tx: Tx,
    planned: readonly PlannedBooking[],
    plan: PlanInBooking,
  ): Promise<(MeetingRow | PlannedRefusal)[]> {
    const tried = await this.tryOnce(tx, planned, plan);
    if (Array.isArray(tried)) return tried;
    if (planned.length === 1) return [tried];
    const half = planned.length >>> 1;
    const first = await this.tryAll(tx, planned.slice(0, half), plan);
    return [...first, ...(await this.tryAll(tx, planned.slice(half), plan))];
  }

  /** All of them, or none and why. */
  private async tryOnce(
    tx: Tx,
    planned: readonly PlannedBooking[],
    plan: PlanInBooking,
  ): Promise<(MeetingRow | PlannedRefusal)[] | PlannedRefusal> {
    await tx.em.query('SAVEPOINT before_planned');
    try {
      const booked = await this.claim(tx, planned, plan);
      await tx.em.query('RELEASE SAVEPOINT before_planned');
      return booked;
    } catch (error) {
      if (!(error instanceof NotBooked) && !isSlotTaken(error)) throw error;
      await tx.em.query('ROLLBACK TO SAVEPOINT before_planned');
      await tx.em.query('RELEASE SAVEPOINT before_planned');
      const because = violatedConstraint(error);
      const withheld = because === 'meeting_seat_within_limits' || because === 'meeting_slot_offered';
      return withheld ? 'not_offered' : 'time_taken';
    }
  }

  private async claim(
    tx: Tx,
    planned: readonly PlannedBooking[],
    { eventId, open }: PlanInBooking,
  ): Promise<(MeetingRow | PlannedRefusal)[]> {
    const asked = await requestsFor(tx.em, eventId, planned, { at: tx.now, open });
    const all = planned.flatMap((one, place): (ToClaim & { place: number })[] =>
      asked[place] ? [{ ...asked[place], planned: one, place }] : [],
    );
    await noteLanguages(tx, all);
    const grouped = await haveGuests(tx, all);
    const outcomes: (MeetingRow | PlannedRefusal)[] = planned.map(() => 'time_taken');
    const alone = all.filter(({ request }) => !grouped.has(request.id));
    for (const [at, meeting] of (await claimTogether(tx, alone)).entries())
      if (meeting) outcomes[alone[at]!.place] = meeting;
    // Whoever was asked to come as well is seated, or hears that there is no seat: one meeting after the other.
    for (const one of all.filter(({ request }) => grouped.has(request.id)))
      outcomes[one.place] = await this.claimWithGuests(tx, one);
    return outcomes;
  }

  private async claimWithGuests(tx: Tx, { request, by, planned }: ToClaim): Promise<MeetingRow> {
    const booked = await this.booking.book(tx, request, { slotId: planned.slot.id, by, told: 'organisers' });
    if (!booked) throw new NotBooked();
    await seatCompany(tx, booked.meeting, planned);
    const { meeting } = booked;
    return booked.hasGuests ? this.guests.follow(tx, meeting) : (await meetingById(tx.em, meeting.id))!;
  }

  private async follow(
    tx: Tx,
    planned: readonly PlannedBooking[],
    each: readonly (MeetingRow | PlannedRefusal)[],
    plan: PlanInBooking,
  ): Promise<(BookedInPlan | PlannedRefusal)[]> {
    const { eventId, cards } = plan;
    const meetings = each.filter((one) => typeof one !== 'string');
    await this.agendas.enterAll(tx, meetings, cards);
    const wanted = each.flatMap((meeting, at) => {
      const { interpretation } = planned[at]!;
      return typeof meeting === 'string' || !interpretation ? [] : [{ meeting, ...interpretation }];
    });
    const interpreters = await this.interpreting.planAll(tx, eventId, wanted, cards);
    tellOnce(tx, plan, meetings);
    await tx.fact({ name: 'meetings.planned', eventId, meetingIds: meetings.map(({ id }) => id) });
    return each.map((meeting) =>
      typeof meeting === 'string' ? meeting : { meeting, interpreterUserId: interpreters.get(meeting.id) ?? null },
    );
  }
}

/**
 * That it is worth looking again: everybody by one of their meetings, since nobody has an eye on what was not there before; and
 * those who had asked, by their request.
 */
function tellOnce(tx: Tx, { eventId, open }: PlanInBooking, meetings: readonly MeetingRow[]): void {
  const wereOpen = new Set(open.values());
  const told = new Set<string>();
  for (const { id: meetingId, requestId, sides } of meetings) {
    const userIds = sides.map(({ userId }) => userId);
    const first = userIds.filter((userId) => !told.has(userId));
    tx.tell(wereOpen.has(requestId) ? userIds : first, 'meeting_request.changed', { requestId, eventId });
    tx.tell(first, 'meeting.changed', { meetingId, eventId });
    for (const userId of first) told.add(userId);
  }
}

/** That the requests want an interpreter; who it is follows. What they asked for before is kept for when the plan is taken back. */
async function noteLanguages(tx: Tx, all: readonly ToClaim[]): Promise<void> {
  const wanted = all.flatMap(({ request, planned: { interpretation } }): { id: string; languages: LanguagePair }[] =>
    interpretation ? [{ id: request.id, languages: interpretation.languages }] : [],
  );
  if (wanted.length === 0) return;
  await tx.em.query(
    `INSERT INTO meeting_interpretation AS wanted (request_id, languages, before_plan)
     SELECT id, languages, '{}' FROM jsonb_to_recordset($1) AS given (id uuid, languages text[])
     ON CONFLICT ON CONSTRAINT meeting_interpretation_pk DO UPDATE
       SET languages = excluded.languages, before_plan = coalesce(wanted.before_plan, wanted.languages)`,
    [JSON.stringify(wanted)],
  );
}

async function haveGuests(tx: Tx, all: readonly ToClaim[]): Promise<ReadonlySet<string>> {
  const rows = (await tx.em.query(
    `SELECT DISTINCT request_id AS id FROM meeting_guest WHERE request_id = ANY ($1) AND state IN ('invited', 'accepted')`,
    [all.map(({ request }) => request.id)],
  )) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}

/** Whoever of a delegation comes beside who stands for it. */
async function seatCompany(tx: Tx, { id, slotId }: MeetingRow, { sides }: PlannedBooking): Promise<void> {
  const company = sides.flatMap((side, at) => side.slice(1).map((person) => ({ ...person, side: at })));
  if (company.length === 0) return;
  await tx.em.query(
    `INSERT INTO meeting_seat (meeting_id, occupant_id, kind, participant_id, side, part, slot_id, during)
     SELECT $1, given."userId", 'user', given."participantId", given.side, 'required', slot.id, slot.during
     FROM jsonb_to_recordset($3) AS given ("userId" uuid, "participantId" uuid, side smallint)
     JOIN meeting_slot slot ON slot.id = $2 ORDER BY given."userId"`,
    [id, slotId, JSON.stringify(company)],
  );
}
