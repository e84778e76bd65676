import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LanguagePair, ParticipantCard } from '@musubi/contracts';
import { Facts, type Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import { Participants } from '../../registration/index.js';
import { meetingsIn, type MeetingRow } from '../booked/views/meeting-rows.js';
import { calendarUid, interpretingTitle } from '../booked/views/meeting-words.js';
import { type Able, ableFor, givenTo, poolOf } from './interpreter-pool.js';
import { type Candidate, fairOrder } from './interpreter.rules.js';

type Cards = ReadonlyMap<string, ParticipantCard>;

/** A meeting that wants an interpreter, and whom the plan has for it. */
export interface Wanted {
  meeting: MeetingRow;
  languages: LanguagePair;
  userId: string | null;
}

interface Chosen {
  meeting: MeetingRow;
  userId: string;
}

/**
 * Interpreters of meetings: one is found when a meeting wants them, in the transaction that books or moves it, and given back
 * when it is cancelled. One event's interpreters are given out one after the other, so that shares stay fair and breaks
 * breaks; that nobody is in two places is for the constraints of the seats to decide. A meeting is never refused for want of
 * an interpreter.
 */
@Injectable()
export class Interpreting implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly agenda: Agenda,
    private readonly participants: Participants,
  ) {}

  onModuleInit(): void {
    this.facts.on('meeting.cancelled', async ({ meetingId, eventId }, tx) => {
      if (await this.release(tx, { id: meetingId, eventId })) await this.fill(tx, eventId);
    });
    this.facts.on('meetings.called_off', async ({ meetingIds, eventId }, tx) => {
      if ((await this.releaseAll(tx, eventId, meetingIds)) > 0) await this.fill(tx, eventId);
    });
  }

  /**
   * The meeting's interpreter, found anew: whoever had it before comes first.
   * @returns the user, or null where nobody can: the meeting is one that lacks an interpreter then
   */
  async claim(tx: Tx, meeting: MeetingRow, languages: LanguagePair): Promise<string | null> {
    await queue(tx, meeting.eventId);
    const before = await this.release(tx, meeting, { quietly: true });
    const order = fairOrder(await this.candidates(tx, meeting, languages), meeting, before);
    let chosen: string | null = null;
    for (const userId of order) {
      if (!(await this.seat(tx, meeting, userId))) continue;
      chosen = userId;
      break;
    }
    if (before && before !== chosen) await this.tellReleased(tx, meeting, before);
    this.tellEverybody(tx, meeting);
    return chosen;
  }

  /**
   * For meetings of the organisers' plan, in this order: whom the plan has for each, or whoever can. They are told of the whole
   * plan, not of each meeting.
   * @param cards of everybody who comes, by participant
   * @returns users by meeting; one that lacks an interpreter is missing
   */
  async planAll(tx: Tx, eventId: string, wanted: readonly Wanted[], cards: Cards): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    if (wanted.length === 0) return found;
    await queue(tx, eventId);
    const starts = wanted.map(({ meeting }) => meeting.startsAt.getTime());
    const ends = wanted.map(({ meeting }) => meeting.endsAt.getTime());
    const span = [new Date(Math.min(...starts)), new Date(Math.max(...ends))] as const;
    // Whom the constraints know elsewhere is not asked for that one again; somebody else is.
    const refused = new Set<string>();
    for (let open = wanted; open.length > 0;) {
      const chosen = chooseAll(await poolOf(tx, this.agenda, eventId, ...span), open, refused);
      const seated = await this.seatAll(tx, eventId, chosen, cards);
      for (const { meeting, userId } of chosen)
        if (seated.has(meeting.id)) found.set(meeting.id, userId);
        else refused.add(`${meeting.id} ${userId}`);
      const again = new Set(chosen.flatMap(({ meeting: { id } }) => (seated.has(id) ? [] : id)));
      open = open.filter(({ meeting }) => again.has(meeting.id));
    }
    tx.hint(`organise:${eventId}`, 'interpreters.changed', { eventId });
    return found;
  }

  /** The same for a meeting that stands already: calendars hear of it, whatever they were told of it before. */
  async claimAnew(tx: Tx, meeting: MeetingRow, languages: LanguagePair): Promise<string | null> {
    return this.claim(tx, await raised(tx, meeting), languages);
  }

  /** Gives a meeting to somebody by hand. @returns whether they have the time */
  async give(tx: Tx, meeting: MeetingRow, userId: string): Promise<boolean> {
    await queue(tx, meeting.eventId);
    const before = await this.release(tx, meeting, { quietly: true });
    const given = await this.seat(tx, await raised(tx, meeting), userId);
    if (before && before !== userId) await this.tellReleased(tx, meeting, before);
    this.tellEverybody(tx, meeting);
    return given;
  }

  /** Takes the interpreter out of a meeting. @returns who it was */
  async release(
    tx: Tx,
    meeting: Pick<MeetingRow, 'id' | 'eventId'>,
    { quietly = false }: { quietly?: boolean } = {},
  ): Promise<string | null> {
    const [[freed]] = (await tx.em.query(
      `DELETE FROM meeting_seat WHERE meeting_id = $1 AND kind = 'interpreter' RETURNING occupant_id`,
      [meeting.id],
    )) as [{ occupant_id: string }[], number];
    if (!freed) return null;
    await this.agenda.release(tx, { kind: 'meeting', sourceId: meeting.id, userIds: [freed.occupant_id] });
    if (!quietly) {
      await this.tellReleased(tx, meeting, freed.occupant_id);
      tx.hint(`organise:${meeting.eventId}`, 'interpreters.changed', { eventId: meeting.eventId });
    }
    return freed.occupant_id;
  }

  /** Takes the interpreters out of many meetings, whose people are told of all of them at once. @returns how many */
  private async releaseAll(tx: Tx, eventId: string, meetingIds: readonly string[]): Promise<number> {
    const [freed] = (await tx.em.query(
      `DELETE FROM meeting_seat WHERE meeting_id = ANY ($1) AND kind = 'interpreter' RETURNING meeting_id AS "meetingId", occupant_id AS "userId"`,
      [meetingIds],
    )) as [{ meetingId: string; userId: string }[], number];
    const userIds = [...new Set(freed.map(({ userId }) => userId))];
    await this.agenda.release(tx, { kind: 'meeting', sourceId: freed.map(({ meetingId }) => meetingId), userIds });
    for (const { meetingId, userId } of freed) tx.tell([userId], 'interpreting.changed', { meetingId, eventId });
    if (freed.length > 0) tx.hint(`organise:${eventId}`, 'interpreters.changed', { eventId });
    return freed.length;
  }

  /** Somebody has time again: the meetings of the event that lack an interpreter, the soonest first. */
  async fill(tx: Tx, eventId: string): Promise<void> {
    const lacking = (await tx.em.query(
      `SELECT meeting.id FROM meeting
       JOIN meeting_interpretation wanted ON wanted.request_id = meeting.request_id
       JOIN meeting_slot slot ON slot.id = meeting.slot_id
       WHERE meeting.event_id = $1 AND meeting.state = 'confirmed' AND slot.starts_at > $2
         AND NOT EXISTS (SELECT FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND seat.kind = 'interpreter')
       ORDER BY meeting.id FOR NO KEY UPDATE OF meeting`,
      [eventId, tx.now],
    )) as { id: string }[];
    for (const meeting of await meetingsIn(tx.em, { ids: lacking.map(({ id }) => id) }))
      if (meeting.interpretation) await this.claimAnew(tx, meeting, meeting.interpretation.languages);
  }

  private async candidates(tx: Tx, meeting: MeetingRow, languages: LanguagePair): Promise<Candidate[]> {
    const { eventId, startsAt, endsAt } = meeting;
    return ableFor(await poolOf(tx, this.agenda, eventId, startsAt, endsAt), meeting, languages);
  }

  /** @returns the meetings in which they are seated; from others the seats' constraints keep them away */
  private async seatAll(
    tx: Tx,
    eventId: string,
    chosen: readonly Chosen[],
    cards: Cards,
  ): Promise<ReadonlySet<string>> {
    const rows = (await tx.em.query(
      `INSERT INTO meeting_seat (meeting_id, occupant_id, kind, slot_id, during)
       SELECT given."meetingId", given."userId", 'interpreter', slot.id, slot.during
       FROM jsonb_to_recordset($1) AS given ("meetingId" uuid, "userId" uuid, "slotId" uuid)
       JOIN meeting_slot slot ON slot.id = given."slotId" ORDER BY given."userId", slot.id
       ON CONFLICT DO NOTHING RETURNING meeting_id AS id`,
      [JSON.stringify(chosen.map(({ meeting: { id, slotId }, userId }) => ({ meetingId: id, userId, slotId })))],
    )) as { id: string }[];
    const seated = new Set(rows.map(({ id }) => id));
    const having = chosen.filter(({ meeting }) => seated.has(meeting.id));
    await this.agenda.commit(
      tx,
      having.map(({ meeting, userId }) => entryOf(meeting, userId, cards)),
    );
    for (const { meeting, userId } of having)
      tx.tell([userId], 'interpreting.changed', { meetingId: meeting.id, eventId });
    return seated;
  }

  /** @returns false where the seats' constraints know them elsewhere */
  private async seat(tx: Tx, meeting: MeetingRow, userId: string): Promise<boolean> {
    const { id, eventId, slotId, sides } = meeting;
    const seated = (await tx.em.query(
      `WITH seated AS (
         INSERT INTO meeting_seat (meeting_id, occupant_id, kind, slot_id, during)
         SELECT $1, $2, 'interpreter', slot.id, slot.during FROM meeting_slot slot WHERE slot.id = $3
         ON CONFLICT DO NOTHING RETURNING occupant_id
       ) SELECT occupant_id FROM seated`,
      [id, userId, slotId],
    )) as object[];
    if (seated.length === 0) return false;
    const cards = await this.participants.cards(
      sides.map(({ participantId }) => participantId),
      tx.em,
    );
    await this.agenda.commit(tx, entryOf(meeting, userId, cards));
    await tx.fact({ name: 'interpreter.assigned', meetingId: id, eventId, userId });
    tx.tell([userId], 'interpreting.changed', { meetingId: id, eventId });
    return true;
  }

  private async tellReleased(
    tx: Tx,
    { id, eventId }: Pick<MeetingRow, 'id' | 'eventId'>,
    userId: string,
  ): Promise<void> {
    await tx.fact({ name: 'interpreter.released', meetingId: id, eventId, userId });
    tx.tell([userId], 'interpreting.changed', { meetingId: id, eventId });
  }

  private tellEverybody(tx: Tx, { id: meetingId, eventId, sides }: MeetingRow): void {
    tx.tell(
      sides.map(({ userId }) => userId),
      'meeting.changed',
      { meetingId, eventId },
    );
    tx.hint(`organise:${eventId}`, 'interpreters.changed', { eventId });
  }
}

async function raised(tx: Tx, meeting: MeetingRow): Promise<MeetingRow> {
  await tx.em.query('UPDATE meeting SET sequence = sequence + 1 WHERE id = $1', [meeting.id]);
  return { ...meeting, sequence: meeting.sequence + 1 };
}

/** One event's interpreters are given out one after the other. */
async function queue(tx: Tx, eventId: string): Promise<void> {
  await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('interpreters of ' || $1::uuid, 0))`, [eventId]);
}

/** Who is asked for each, as if those before them had got theirs; those that nobody can take are left out. */
function chooseAll(pool: readonly Able[], wanted: readonly Wanted[], refused: ReadonlySet<string>): Chosen[] {
  return wanted.flatMap(({ meeting, languages, userId: planned }) => {
    const able = ableFor(pool, meeting, languages).filter(({ userId }) => !refused.has(`${meeting.id} ${userId}`));
    const [userId] = fairOrder(able, meeting, planned);
    const one = able.find((interpreter) => interpreter.userId === userId);
    if (!one) return [];
    givenTo(one, meeting);
    return [{ meeting, userId: one.userId }];
  });
}

/** What an interpreter reads in their agenda. */
function entryOf({ id, eventId, startsAt, endsAt, sequence, sides }: MeetingRow, userId: string, cards: Cards) {
  const title = interpretingTitle(sides.map(({ participantId }) => cards.get(participantId)!));
  return {
    userId,
    eventId,
    kind: 'meeting' as const,
    sourceId: id,
    startsAt,
    endsAt,
    title,
    uid: calendarUid(id),
    sequence,
  };
}
