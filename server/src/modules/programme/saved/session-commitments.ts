import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { Agenda, type NewCommitment } from '../../agenda/index.js';
import type { KnownSession } from '../known-session.js';
import { SavedSessionEntity } from './saved-session.entity.js';

/** Names a session in calendars, in a feed as in a letter. */
export const sessionUid = (sessionId: string): string => `session-${sessionId}@musubi`;

interface Shown {
  view: KnownSession;
  sequence: number;
}

/** What sessions mean for people's agendas: whoever speaks is taken then, and so is whoever saved one. */
@Injectable()
export class SessionCommitments {
  constructor(private readonly agenda: Agenda) {}

  /** Moves, adds and takes back what the given sessions, as they are shown now, ask of people. Constant number of queries. */
  async follow(tx: Tx, sessions: readonly Shown[]): Promise<void> {
    const ids = sessions.map(({ view }) => view.sessionId);
    const saved = await tx.em.findBy(SavedSessionEntity, { sessionId: In(ids) });
    const savers = Map.groupBy(saved, ({ sessionId }) => sessionId);
    await this.agenda.settle(
      tx,
      { kinds: ['session', 'speaking'], sourceIds: ids },
      sessions.flatMap((shown) =>
        commitmentsOf(
          shown,
          (savers.get(shown.view.sessionId) ?? []).map(({ userId }) => userId),
        ),
      ),
    );
  }

  /** Enters one session that somebody saved just now; nothing while it is cancelled. */
  async save(tx: Tx, shown: Shown, userId: string): Promise<void> {
    const own = commitmentsOf(shown, [userId]).filter((commitment) => commitment.userId === userId);
    await this.agenda.commit(tx, own);
  }
}

/** Who speaks in a session that they saved is taken once: as a speaker. */
function commitmentsOf({ view, sequence }: Shown, savers: readonly string[]): NewCommitment[] {
  if (view.state === 'cancelled') return [];
  const speakers = new Set(view.speakers.flatMap(({ userId }) => userId ?? []));
  const of = (userId: string, kind: NewCommitment['kind']): NewCommitment => ({
    userId,
    kind,
    eventId: view.eventId,
    sourceId: view.sessionId,
    startsAt: new Date(view.startsAt),
    endsAt: new Date(view.endsAt),
    title: { en: view.title.en ?? view.title.ja ?? '', ja: view.title.ja ?? view.title.en ?? '' },
    uid: sessionUid(view.sessionId),
    sequence,
  });
  return [
    ...[...speakers].map((userId) => of(userId, 'speaking')),
    ...savers.filter((userId) => !speakers.has(userId as never)).map((userId) => of(userId, 'session')),
  ];
}
