import { Injectable } from '@nestjs/common';
import type { EventId, ProgrammeView, ReleaseSummary, SessionView } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Draft } from '../draft/draft.service.js';
import { lockProgramme } from '../programme-lock.js';
import { SessionCommitments } from '../saved/session-commitments.js';
import { ReleaseEntity } from './release.entity.js';
import { composeRelease, movesCalendars } from './release.rules.js';
import { ReleasedSessionEntity } from './released-session.entity.js';

/** A session as the newest release shows it. */
export interface ReleasedSession {
  view: SessionView;
  sequence: number;
}

/** What of the programme people see: the newest release, and how it came to be. */
@Injectable()
export class Releases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly draft: Draft,
    private readonly commitments: SessionCommitments,
  ) {}

  /** The newest release; empty before the first. Two queries. */
  async newest(eventId: string): Promise<ProgrammeView> {
    const em = this.dataSource.manager;
    const release = await newestOf(em, eventId);
    const sessions = release ? await sessionsOf(em, release.id) : [];
    return viewOf(
      eventId,
      release,
      sessions.map(({ view }) => view),
    );
  }

  /** The draft under the heading of the newest release. */
  async draftOf(eventId: string): Promise<ProgrammeView> {
    const [release, sessions] = await Promise.all([
      newestOf(this.dataSource.manager, eventId),
      this.draft.sessions(eventId),
    ]);
    return viewOf(eventId, release, sessions);
  }

  /** Newest first. */
  async all(eventId: string): Promise<ReleaseSummary[]> {
    const releases = await this.dataSource.manager.find(ReleaseEntity, {
      where: { eventId },
      order: { number: 'DESC' },
    });
    return releases.map(({ number, name, publishedAt, changes }) => ({
      number,
      name,
      publishedAt: publishedAt.toISOString(),
      changes,
    }));
  }

  /** One session as the newest release of its event shows it, or null. */
  async session(sessionId: string, em: EntityManager = this.dataSource.manager): Promise<ReleasedSession | null> {
    const [row] = (await em.query(
      `SELECT shown.view, shown.sequence FROM released_session shown
       JOIN programme_release release ON release.id = shown.release_id
       WHERE shown.session_id = $1 ORDER BY release.number DESC LIMIT 1`,
      [sessionId],
    )) as ReleasedSession[];
    return row ?? null;
  }

  /** @throws DomainError `programme.nothing_to_publish` when the draft is what people see already, or empty */
  async publish(command: Command, eventId: string, name: string): Promise<ProgrammeView> {
    return this.transactions.command(command, (tx) => this.add(tx, eventId, name));
  }

  /** Publishes the draft: everybody sees it, and the agendas of those who saved or speak follow. */
  async add(tx: Tx, eventId: string, name: string): Promise<ProgrammeView> {
    await lockProgramme(tx, eventId);
    const last = await newestOf(tx.em, eventId);
    const before = last ? await sessionsOf(tx.em, last.id) : [];
    const { sessions, changes } = composeRelease(
      before.map(({ view }) => view),
      await this.draft.sessions(eventId, tx.em),
    );
    if (changes.length === 0) throw new DomainError('programme.nothing_to_publish');
    const release = { eventId, number: (last?.number ?? 0) + 1, name, publishedAt: tx.now, changes };
    const { identifiers } = await tx.em.insert(ReleaseEntity, release);
    const shown = withSequences(sessions, before);
    await saveSessions(tx, identifiers[0]!['id'] as string, shown);
    const changed = new Set(changes.map(({ sessionId }) => sessionId));
    await this.commitments.follow(
      tx,
      shown.filter(({ view }) => changed.has(view.sessionId)),
    );
    await tx.fact({ name: 'programme.released', eventId, release: release.number, changes });
    tx.hint(`event:${eventId}`, 'programme.changed', { eventId });
    return viewOf(eventId, release, sessions);
  }
}

function withSequences(sessions: readonly SessionView[], before: readonly ReleasedSession[]): ReleasedSession[] {
  const known = new Map(before.map((session) => [session.view.sessionId, session]));
  return sessions.map((view) => {
    const was = known.get(view.sessionId);
    return { view, sequence: was ? was.sequence + (movesCalendars(was.view, view) ? 1 : 0) : 0 };
  });
}

async function newestOf(em: EntityManager, eventId: string): Promise<ReleaseEntity | null> {
  return em.findOne(ReleaseEntity, { where: { eventId }, order: { number: 'DESC' } });
}

async function sessionsOf(em: EntityManager, releaseId: string): Promise<ReleasedSession[]> {
  return em.find(ReleasedSessionEntity, {
    select: { sessionId: true, releaseId: true, view: true, sequence: true },
    where: { releaseId },
    order: { place: 'ASC' },
  });
}

async function saveSessions(tx: Tx, releaseId: string, sessions: readonly ReleasedSession[]): Promise<void> {
  await tx.em.query(
    `INSERT INTO released_session (release_id, session_id, place, view, sequence)
     SELECT $1, (given.view->>'sessionId')::uuid, given.place, given.view, given.sequence
     FROM jsonb_to_recordset($2) AS given (place integer, view jsonb, sequence integer)`,
    [releaseId, JSON.stringify(sessions.map((session, place) => ({ ...session, place })))],
  );
}

function viewOf(
  eventId: string,
  release: Pick<ReleaseEntity, 'number' | 'name' | 'publishedAt'> | null,
  sessions: SessionView[],
): ProgrammeView {
  return {
    eventId: eventId as EventId,
    release: release && {
      number: release.number,
      name: release.name,
      publishedAt: release.publishedAt.toISOString(),
    },
    sessions,
  };
}
