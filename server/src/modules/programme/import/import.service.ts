import { Injectable } from '@nestjs/common';
import type { ImportReport, ProgrammeImport } from '@musubi/contracts';
import type { Interval } from '@musubi/time';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import { Events } from '../../events/index.js';
import { SpeakerEntity } from '../draft/speaker.entity.js';
import { lockProgramme } from '../programme-lock.js';
import { clashWarnings, type SpeakerMeetings } from './clash-warnings.js';
import { loadDraft, saveImport } from './draft-store.js';
import { countsOf, planImport } from './import-plan.js';
import { type ReadProgramme, readProgramme } from './file/read-programme.js';

/** Brings programmes of other programs into the draft. What the file says of a session replaces what was there. */
@Injectable()
export class ProgrammeImports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly agenda: Agenda,
  ) {}

  /**
   * Reads the file and updates the draft by source and id; a dry run only says what it would do.
   * @throws DomainError `programme.unreadable`, `programme.zone_missing`; then nothing has changed
   */
  async run(command: Command, eventId: string, input: ProgrammeImport): Promise<ImportReport> {
    const read = readProgramme(input.format, input.text, input.zone);
    const clashes = await this.clashes(eventId, read);
    return this.transactions.command(command, async (tx) => {
      const report = await this.apply(tx, eventId, read, input.dryRun);
      return { ...report, warnings: [...read.warnings, ...clashes] };
    });
  }

  /** The same for the server itself: demonstration data comes in through the door that organisers use. */
  async add(tx: Tx, eventId: string, input: Omit<ProgrammeImport, 'dryRun'>): Promise<ImportReport> {
    return this.apply(tx, eventId, readProgramme(input.format, input.text, input.zone), false);
  }

  private async apply(tx: Tx, eventId: string, read: ReadProgramme, dryRun: boolean): Promise<ImportReport> {
    await lockProgramme(tx, eventId);
    const plan = planImport(await loadDraft(tx, eventId, read.source), read.sessions);
    if (!dryRun) await saveImport(tx, eventId, read, plan);
    return {
      dryRun,
      sessions: countsOf(plan),
      rooms: read.rooms.length,
      tracks: read.tracks.length,
      speakers: read.speakers.length,
      warnings: read.warnings,
    };
  }

  private async clashes(eventId: string, read: ReadProgramme): Promise<ImportReport['warnings']> {
    const event = await this.events.get(eventId);
    if (!event) throw new DomainError('not_found');
    const during = { start: event.startsAt.toTemporalInstant(), end: event.endsAt.toTemporalInstant() };
    return clashWarnings(read.sessions, during, await this.meetings(eventId, read));
  }

  /** Confirmed meetings of speakers whose account is known. */
  private async meetings(eventId: string, read: ReadProgramme): Promise<SpeakerMeetings> {
    const [first] = read.sessions;
    const linked = await this.dataSource.manager.find(SpeakerEntity, {
      select: { externalId: true, userId: true },
      where: {
        eventId,
        source: read.source,
        externalId: In(read.speakers.map(({ externalId }) => externalId)),
        userId: Not(IsNull()),
      },
    });
    if (!first || linked.length === 0) return new Map();
    const last = Math.max(...read.sessions.map(({ endsAt }) => endsAt.epochMilliseconds));
    const meetings = await this.agenda.between(
      linked.map(({ userId }) => userId!),
      'meeting',
      new Date(first.startsAt.epochMilliseconds),
      new Date(last),
    );
    const byUser = Map.groupBy(meetings, ({ userId }) => userId);
    const spans = (userId: string): Interval[] =>
      (byUser.get(userId) ?? []).map(({ startsAt, endsAt }) => ({
        start: Temporal.Instant.from(startsAt),
        end: Temporal.Instant.from(endsAt),
      }));
    return new Map(linked.map(({ externalId, userId }) => [externalId, spans(userId!)]));
  }
}
