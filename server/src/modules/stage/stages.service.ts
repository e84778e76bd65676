import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QuestionView, RoomTicket, StageState, StageView } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Actor,
  type Command,
  DomainError,
  Facts,
  SocketTopics,
  Transactions,
  type Tx,
} from '../../platform/index.js';
import { shown } from '../programme/index.js';
import { Rooms } from '../rooms/index.js';
import { Questions } from './questions/questions.service.js';
import { StageDoor, type StageVisitor } from './stage-door.service.js';
import { StageHints } from './stage-hints.js';
import { StageEntity } from './stage.entity.js';
import { assertDoorOpen, moveStage } from './stage.rules.js';

/** Who comes and goes is told this rarely: every hint makes every watcher read. */
const watchersPauseMs = 5_000;

/** Sessions while they happen: going live, who is let in, how many watch. */
@Injectable()
export class Stages implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly facts: Facts,
    private readonly topics: SocketTopics,
    private readonly rooms: Rooms,
    private readonly door: StageDoor,
    private readonly questions: Questions,
    private readonly hints: StageHints,
  ) {}

  onModuleInit(): void {
    this.topics.allow('session', (actor, sessionId) => this.door.mayWatch(actor, sessionId));
    for (const name of ['room.joined', 'room.left'] as const) {
      this.facts.on(name, async ({ room }, tx) => {
        if (room.kind === 'session') this.hints.soon(tx, 'stage.changed', room.id, watchersPauseMs);
      });
    }
  }

  async view(actor: Actor, sessionId: string): Promise<StageView> {
    const visitor = await this.door.visit(actor, sessionId);
    const em = this.dataSource.manager;
    return this.viewFor(actor, visitor, await em.findOneBy(StageEntity, { sessionId }), em);
  }

  /** @throws DomainError `stage.wrong_state`, also for a session that was cancelled */
  async goLive(command: Command, sessionId: string): Promise<StageView> {
    return this.move(command, sessionId, 'live');
  }

  /** Ends the session for everybody: the room is emptied and its door stays shut. */
  async end(command: Command, sessionId: string): Promise<StageView> {
    return this.move(command, sessionId, 'ended');
  }

  /**
   * Goes live or ends at `at` without anybody's command: for the demo, whose clock passes hours that nobody sat through.
   * @throws DomainError `stage.wrong_state`
   */
  async turn(tx: Tx, session: StageVisitor['session'], to: 'live' | 'ended', at: Date): Promise<void> {
    const stage = await lockStage(tx, session);
    const was = stage.state;
    stage.state = moveStage(was, to);
    if (was !== stage.state) await this.enter(tx, stage, session, at);
  }

  /** @throws DomainError `stage.not_live` for the audience before the start, `room.closed` after the end, `video.off` */
  async ticket(actor: Actor, sessionId: string): Promise<RoomTicket> {
    return this.rooms.join({ kind: 'session', id: sessionId }, actor.userId, async (tx) => {
      const { session, cancelled, identity, ...access } = await this.door.visit(actor, sessionId, tx.em);
      if (cancelled) throw new DomainError('room.closed');
      const stage = await tx.em.findOneBy(StageEntity, { sessionId });
      assertDoorOpen(stage?.state ?? 'backstage', access);
      return {
        eventId: session.eventId,
        identity,
        displayName: actor.name,
        may: { publish: access.mayPublish, subscribe: true },
      };
    });
  }

  private async move(command: Command, sessionId: string, to: StageState): Promise<StageView> {
    return this.transactions.command(command, async (tx) => {
      const visitor = await this.door.moderate(command.actor, sessionId, tx.em);
      const { session, cancelled } = visitor;
      if (cancelled) throw new DomainError('stage.wrong_state', { state: 'cancelled' });
      const stage = await lockStage(tx, session);
      const was = stage.state;
      stage.state = moveStage(was, to);
      if (was !== stage.state) await this.enter(tx, stage, session);
      return this.viewFor(command.actor, visitor, stage, tx.em);
    });
  }

  private async enter(tx: Tx, stage: StageEntity, session: StageVisitor['session'], at = tx.now): Promise<void> {
    const { sessionId, eventId } = session;
    if (stage.state === 'live') stage.liveSince = at;
    if (stage.state === 'ended') stage.endedAt = at;
    await tx.em.save(stage);
    await tx.fact({ name: stage.state === 'live' ? 'stage.went_live' : 'stage.ended', sessionId, eventId });
    this.hints.now(tx, 'stage.changed', sessionId);
    tx.hint(`event:${eventId}`, 'stages.changed', { eventId });
    if (stage.state === 'ended') this.rooms.close(tx, 'session', [sessionId]);
  }

  private async viewFor(
    actor: Actor,
    { session, role, mayPublish, mayModerate }: StageVisitor,
    stage: StageEntity | null,
    em: EntityManager,
  ): Promise<StageView> {
    const { sessionId } = session;
    const questions: QuestionView[] = await this.questions.list(actor, sessionId, mayModerate, em);
    const here = await this.rooms.here('session', [sessionId], em);
    return {
      sessionId,
      session: shown(session),
      state: stage?.state ?? 'backstage',
      liveSince: stage?.liveSince?.toISOString() ?? null,
      endedAt: stage?.endedAt?.toISOString() ?? null,
      role,
      mayPublish,
      mayModerate,
      video: this.rooms.video().available,
      watching: here.get(sessionId)!.size,
      questions,
    };
  }
}

/** The stage, held until the end of the transaction; made when nothing happened on it before. */
async function lockStage(tx: Tx, { sessionId, eventId }: StageVisitor['session']): Promise<StageEntity> {
  await tx.em.query(
    `INSERT INTO stage (session_id, event_id, state) VALUES ($1, $2, 'backstage') ON CONFLICT ON CONSTRAINT stage_pk DO NOTHING`,
    [sessionId, eventId],
  );
  return tx.em.findOneOrFail(StageEntity, { where: { sessionId }, lock: { mode: 'pessimistic_write' } });
}
