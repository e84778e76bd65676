import { Injectable } from '@nestjs/common';
import type { EventId, ProgrammeView, ReleaseSummary, SessionView, UserId } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Draft } from '../draft/draft.service.js';
import { type KnownSession, shown } from '../known-session.js';
import { lockProgramme } from '../programme-lock.js';
import { SessionCommitments } from '../saved/session-commitments.js';
import { letterSequences } from './letter-sequences.js';
import { ReleaseEntity } from './release.entity.js';
import { composeRelease, movesCalendars, speakersConcerned } from './release.rules.js';
import { ReleasedSessionEntity } from './released-session.entity.js';

/** A session of a release, and whose accounts its speakers are now. */
export interface ReleasedSession {
  view: KnownSession;
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
  async newest(eventId: string, em: EntityManager = this.dataSource.manager): Promise<ProgrammeView> {
    const release = await newestOf(em, eventId);
    const sessions = release ? await storedOf(em, release.id) : [];
    return viewOf(
      eventId,
      release,
      sessions.map(({ view }) => view),
    );
  }

  /** The sessions of the newest release, for the server's own use. Three queries. */
  async sessions(eventId: string, em: EntityManager = this.dataSource.manager): Promise<KnownSession[]> {
    const release = await newestOf(em, eventId);
    return release ? (await sessionsOf(em, release.id)).map(({ view }) => view) : [];
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
    if (!row) return null;
    const [view] = await withAccounts(em, [row.view]);
    return { ...row, view: view! };
  }

  /** As the newest release shows the sessions in which somebody speaks. */
  async spokenBy(
    speakerId: string,
    eventId: string,
    em: EntityManager = this.dataSource.manager,
  ): Promise<ReleasedSession[]> {
    const release = await newestOf(em, eventId);
    const sessions = release ? await sessionsOf(em, release.id) : [];
    return sessions.filter(({ view }) => view.speakers.some((speaker) => speaker.speakerId === speakerId));
  }

  /** What a release changed, and its sessions as it shows them. */
  async byNumber(
    eventId: string,
    number: number,
  ): Promise<{ changes: ReleaseSummary['changes']; sessions: ReleasedSession[] } | null> {
    const em = this.dataSource.manager;
    const release = await em.findOneBy(ReleaseEntity, { eventId, number });
    return release && { changes: release.changes, sessions: await sessionsOf(em, release.id) };
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
    const released = withSequences(sessions, before);
    await saveSessions(tx, identifiers[0]!['id'] as string, released);
    const changed = new Set(changes.map(({ sessionId }) => sessionId));
    await this.commitments.follow(
      tx,
      released.filter(({ view }) => changed.has(view.sessionId)),
    );
    const concerned = speakersConcerned(
      before.map(({ view }) => view),
      sessions,
      changed,
    );
    const sequences = await letterSequences(tx.em, eventId, [...concerned.keys()]);
    await tx.fact({
      name: 'programme.released',
      eventId,
      release: release.number,
      changes,
      speakers: [...concerned].map(([userId, sessionIds]) => ({
        userId,
        sessionIds,
        sequence: sequences.get(userId)!,
      })),
    });
    tx.hint(`event:${eventId}`, 'programme.changed', { eventId });
    return viewOf(eventId, release, sessions);
  }
}

function withSequences(sessions: readonly KnownSession[], before: readonly ReleasedSession[]): ReleasedSession[] {
  const known = new Map(before.map((session) => [session.view.sessionId, session]));
  return sessions.map((view) => {
    const was = known.get(view.sessionId);
    return { view, sequence: was ? was.sequence + (movesCalendars(was.view, view) ? 1 : 0) : 0 };
  });
}

async function newestOf(em: EntityManager, eventId: string): Promise<ReleaseEntity | null> {
  return em.findOne(ReleaseEntity, { where: { eventId }, order: { number: 'DESC' } });
}

async function storedOf(em: EntityManager, releaseId: string): Promise<ReleasedSessionEntity[]> {
  return em.find(ReleasedSessionEntity, {
    select: { sessionId: true, releaseId: true, view: true, sequence: true },
    where: { releaseId },
    order: { place: 'ASC' },
  });
}

async function sessionsOf(em: EntityManager, releaseId: string): Promise<ReleasedSession[]> {
  const sessions = await storedOf(em, releaseId);
  const views = await withAccounts(
    em,
    sessions.map(({ view }) => view),
  );
  return sessions.map(({ sequence }, place) => ({ view: views[place]!, sequence }));
}

/** A release keeps what was published; whose accounts its speakers are holds as of now. One query. */
async function withAccounts(em: EntityManager, views: readonly SessionView[]): Promise<KnownSession[]> {
  const ids = new Set(views.flatMap(({ speakers }) => speakers.map(({ speakerId }) => speakerId)));
  const rows = (await em.query(`SELECT id, user_id AS "userId" FROM speaker WHERE id = ANY ($1::uuid[])`, [
    [...ids],
  ])) as { id: string; userId: UserId | null }[];
  const accounts = new Map(rows.map(({ id, userId }) => [id, userId]));
  return views.map((view) => ({
    ...view,
    speakers: view.speakers.map((speaker) => ({ ...speaker, userId: accounts.get(speaker.speakerId) ?? null })),
  }));
}

async function saveSessions(tx: Tx, releaseId: string, sessions: readonly ReleasedSession[]): Promise<void> {
  await tx.em.query(
    `INSERT INTO released_session (release_id, session_id, place, view, sequence)
     SELECT $1, (given.view->>'sessionId')::uuid, given.place, given.view, given.sequence
     FROM jsonb_to_recordset($2) AS given (place integer, view jsonb, sequence integer)`,
    [releaseId, JSON.stringify(sessions.map(({ view, sequence }, place) => ({ view: shown(view), sequence, place })))],
  );
}

function viewOf(
  eventId: string,
  release: Pick<ReleaseEntity, 'number' | 'name' | 'publishedAt'> | null,
  sessions: readonly SessionView[],
): ProgrammeView {
  return {
    eventId: eventId as EventId,
    release: release && {
      number: release.number,
      name: release.name,
      publishedAt: release.publishedAt.toISOString(),
    },
    sessions: sessions.map(shown),
  };
}
