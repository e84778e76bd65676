import { Injectable } from '@nestjs/common';
import type {
  Assignment,
  EventId,
  InterpretedMeeting,
  InterpreterId,
  InterpreterInput,
  InterpreterPut,
  InterpretersView,
  InterpreterView,
  LanguagePair,
  MeetingId,
  PersonName,
  UserId,
  WantedInterpretation,
} from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, type Command, DomainClock, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Events } from '../../events/index.js';
import { Users } from '../../identity/index.js';
import { Participants } from '../../registration/index.js';
import { meetingsIn, type MeetingRow } from '../booked/views/meeting-rows.js';
import { roomWindow } from '../booked/meeting.rules.js';
import { agrees, assertAhead, belongs, Groups } from '../guests/groups.js';
import { isSame, pairKey, pairOf } from './interpreter.rules.js';
import {
  freeInterpreters,
  interpretedBy,
  type InterpreterRow,
  interpretersOf,
  languagesOf,
} from './interpreter-rows.js';
import { Interpreting } from './interpreting.js';

/** Whom an event has to interpret, what they have to do, and who wants one. */
@Injectable()
export class Interpreters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly events: Events,
    private readonly users: Users,
    private readonly participants: Participants,
    private readonly groups: Groups,
    private readonly interpreting: Interpreting,
  ) {}

  async ofEvent(eventId: string, tx?: Tx): Promise<InterpretersView> {
    const em = tx?.em ?? this.dataSource.manager;
    const now = tx?.now ?? (await this.clock.now());
    const rows = await interpretersOf(em, eventId);
    const meetings = (await meetingsIn(em, { eventIds: [eventId] })).filter(({ interpretation }) => interpretation);
    const seen = await this.show(meetings, em);
    const people = await this.users.of(
      rows.map(({ userId }) => userId),
      em,
    );
    const lacking = meetings.filter((one) => lacks(one) && one.startsAt > now);
    const free = await freeInterpreters(
      em,
      eventId,
      lacking.map(({ id }) => id),
    );
    return {
      interpreters: rows.map((row) =>
        viewOf(
          row,
          people.get(row.userId)!,
          meetings
            .filter((one) => one.state !== 'cancelled' && one.interpretation?.interpreter?.userId === row.userId)
            .map(({ id }) => seen.get(id)!),
        ),
      ),
      wanted: lacking.map(({ id }) => ({ ...seen.get(id)!, free: (free.get(id) ?? []) as InterpreterId[] })),
    };
  }

  /** @throws DomainError `not_found`, `interpreter.duplicate` */
  async add(command: Command, eventId: string, input: InterpreterInput): Promise<InterpreterView> {
    return this.transactions.command(command, async (tx) => {
      if (!(await this.events.get(eventId, tx.em))) throw new DomainError('not_found');
      const user = await this.users.ensureByAddress(tx, input.address, 'en');
      // What people call themselves is theirs to say.
      if (!user.name) await this.users.update(tx, user.id, { name: input.name });
      const [row] = (await tx.em.query(
        `INSERT INTO event_interpreter (event_id, user_id, pairs, available, in_a_row, break_minutes)
         SELECT $1, $2, $3, ${availableOf('$4', '$5')}, $6, $7 RETURNING id`,
        [eventId, user.id, ...columnsOf(input)],
      )) as { id: string }[];
      return this.changed(tx, eventId, row!.id);
    });
  }

  /** What they have already stays theirs. @throws DomainError `not_found` */
  async change(command: Command, eventId: string, id: string, input: InterpreterPut): Promise<InterpreterView> {
    return this.transactions.command(command, async (tx) => {
      const [rows] = (await tx.em.query(
        `UPDATE event_interpreter SET pairs = $3, available = (SELECT ${availableOf('$4', '$5')}), in_a_row = $6, break_minutes = $7
         WHERE event_id = $1 AND id = $2 RETURNING id`,
        [eventId, id, ...columnsOf(input)],
      )) as [object[], number];
      if (rows.length === 0) throw new DomainError('not_found');
      return this.changed(tx, eventId, id);
    });
  }

  /** Their meetings ahead go to others where somebody can. Whoever is none does not become one less. */
  async remove(command: Command, eventId: string, id: string): Promise<null> {
    return this.transactions.command(command, async (tx) => {
      const [rows] = (await tx.em.query(
        'DELETE FROM event_interpreter WHERE event_id = $1 AND id = $2 RETURNING user_id',
        [eventId, id],
      )) as [{ user_id: string }[], number];
      if (!rows[0]) return null;
      for (const meeting of await interpretedBy(tx.em, rows[0].user_id)) {
        if (meeting.eventId === eventId && meeting.state === 'confirmed' && meeting.startsAt > tx.now)
          await this.interpreting.claimAnew(tx, meeting, meeting.interpretation!.languages);
      }
      tx.hint(`organise:${eventId}`, 'interpreters.changed', { eventId });
      return null;
    });
  }

  /** Whoever has it already keeps it, and nobody is told anew. @throws DomainError `not_found`, `meeting.wrong_state`, `interpreter.unfit` */
  async assign(command: Command, eventId: string, meetingId: string, interpreterId: string): Promise<InterpretersView> {
    return this.transactions.command(command, async (tx) => {
      await tx.em.query('SELECT id FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [meetingId]);
      const [meeting] = await meetingsIn(tx.em, { ids: [meetingId] });
      const interpreter = (await interpretersOf(tx.em, eventId)).find(({ id }) => id === interpreterId);
      if (meeting?.eventId !== eventId || !interpreter || !meeting.interpretation) throw new DomainError('not_found');
      if (meeting.state !== 'confirmed' || meeting.endsAt <= tx.now)
        throw new DomainError('meeting.wrong_state', { state: meeting.state });
      if (meeting.interpretation.interpreter?.userId === interpreter.userId) return this.ofEvent(eventId, tx);
      const fits =
        interpreter.pairs.includes(pairKey(meeting.interpretation.languages)) &&
        meeting.sides.every(({ userId }) => userId !== interpreter.userId);
      if (!fits || !(await this.interpreting.give(tx, meeting, interpreter.userId)))
        throw new DomainError('interpreter.unfit');
      return this.ofEvent(eventId, tx);
    });
  }

  /** @throws DomainError `not_found` for anybody who is not of it */
  async wantedBy(actor: Actor, requestId: string): Promise<WantedInterpretation> {
    const group = await this.groups.of(this.dataSource.manager, requestId);
    if (!belongs(group, actor.userId)) throw new DomainError('not_found');
    return { languages: await languagesOf(this.dataSource.manager, group.request.id) };
  }

  /** Wanted already, it stays as it is. @throws DomainError `not_found`, `meeting.guests_leave` for a guest, and where it is over */
  async want(command: Command, requestId: string, languages: LanguagePair | null): Promise<WantedInterpretation> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const group = await this.groups.held(tx, requestId);
      if (!belongs(group, actor.userId)) throw new DomainError('not_found');
      if (!agrees(group, actor.userId)) throw new DomainError('meeting.guests_leave');
      assertAhead(group, tx.now);
      const { request, meeting } = group;
      if (isSame(await languagesOf(tx.em, request.id), languages)) return { languages };
      await this.note(tx, request.id, languages);
      const { id, eventId, fromUserId, toUserId } = request;
      tx.tell([fromUserId, toUserId], 'meeting_request.changed', { requestId: id, eventId });
      if (meeting && languages) await this.interpreting.claimAnew(tx, meeting, languages);
      if (meeting && !languages && (await this.interpreting.release(tx, meeting)))
        await this.interpreting.fill(tx, eventId);
      if (meeting) {
        const userIds = meeting.sides.map(({ userId }) => userId);
        tx.tell(userIds, 'meeting.changed', { meetingId: meeting.id, eventId });
        tx.hint(`organise:${eventId}`, 'interpreters.changed', { eventId });
      }
      return { languages };
    });
  }

  /** That a request wants an interpreter; it is found when the two agree on a time. */
  async note(tx: Tx, requestId: string, languages: LanguagePair | null): Promise<void> {
    await (languages
      ? tx.em.query(
          `INSERT INTO meeting_interpretation (request_id, languages) VALUES ($1, $2)
           ON CONFLICT ON CONSTRAINT meeting_interpretation_pk DO UPDATE SET languages = excluded.languages, before_plan = NULL`,
          [requestId, languages],
        )
      : tx.em.query('DELETE FROM meeting_interpretation WHERE request_id = $1', [requestId]));
  }

  /** As {@link note}, unless the other side has said already between which languages. */
  async noteFirst(tx: Tx, requestId: string, languages: LanguagePair): Promise<void> {
    await tx.em.query(
      `INSERT INTO meeting_interpretation (request_id, languages) VALUES ($1, $2)
       ON CONFLICT ON CONSTRAINT meeting_interpretation_pk DO NOTHING`,
      [requestId, languages],
    );
  }

  /** What somebody interprets, by start. */
  async assignments(actor: Actor): Promise<Assignment[]> {
    const meetings = await interpretedBy(this.dataSource.manager, actor.userId);
    const seen = await this.show(meetings);
    const events = new Map((await this.events.list()).map((event) => [event.id, event]));
    return meetings.map((meeting) => {
      const { slug, title, zone } = events.get(meeting.eventId)!;
      return {
        ...seen.get(meeting.id)!,
        eventId: meeting.eventId as EventId,
        eventSlug: slug,
        eventTitle: title,
        zone,
        reason: meeting.reason,
        arranged: meeting.arranged,
        roomOpensAt: roomWindow(meeting).opensAt.toISOString(),
      };
    });
  }

  private async changed(tx: Tx, eventId: string, id: string): Promise<InterpreterView> {
    await this.interpreting.fill(tx, eventId);
    tx.hint(`organise:${eventId}`, 'interpreters.changed', { eventId });
    const { interpreters } = await this.ofEvent(eventId, tx);
    return interpreters.find(({ interpreterId }) => interpreterId === id)!;
  }

  private async show(
    meetings: readonly MeetingRow[],
    em?: EntityManager,
  ): Promise<ReadonlyMap<string, InterpretedMeeting>> {
    const cards = await this.participants.cards(
      meetings.flatMap(({ sides }) => sides.map(({ participantId }) => participantId)),
      em,
    );
    return new Map(
      meetings.map(({ id, state, startsAt, endsAt, sides, interpretation }) => [
        id,
        {
          meetingId: id as MeetingId,
          state,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          languages: interpretation!.languages,
          people: sides.map(({ participantId }) => cards.get(participantId)!),
        },
      ]),
    );
  }
}

const lacks = ({ state, interpretation }: MeetingRow): boolean =>
  state === 'confirmed' && interpretation !== null && interpretation.interpreter === null;

const availableOf = (starts: string, ends: string) =>
  `(SELECT range_agg(tstzrange(starts_at, ends_at)) FROM unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) AS part (starts_at, ends_at))`;

function columnsOf({ pairs, available, inARow, breakMinutes }: InterpreterPut): unknown[] {
  return [
    [...new Set(pairs.map(pairKey))],
    available.map(({ startsAt }) => startsAt),
    available.map(({ endsAt }) => endsAt),
    inARow,
    breakMinutes,
  ];
}

function viewOf(
  row: InterpreterRow,
  person: { name: PersonName | null; zone: string },
  meetings: InterpretedMeeting[],
): InterpreterView {
  const minutes = meetings.map(({ startsAt, endsAt }) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  return {
    interpreterId: row.id as InterpreterId,
    userId: row.userId as UserId,
    name: person.name!,
    zone: person.zone,
    pairs: row.pairs.map(pairOf),
    available: row.available.map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    })),
    inARow: row.inARow,
    breakMinutes: row.breakMinutes,
    minutes: minutes.reduce((sum, one) => sum + one, 0),
    meetings,
  };
}
