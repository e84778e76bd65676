import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config, Facts, type Tx } from '../../../platform/index.js';
import { Events } from '../../events/index.js';
import { DemoDoor } from '../../identity/index.js';
import { type KnownSession, Sessions } from '../../programme/index.js';
import { Stages } from '../stages.service.js';
import { StageEntity } from '../stage.entity.js';

/**
 * In the demo nobody sits at the switch: a jump of its clock finds the conference's session of that hour live, and those
 * before it ended. Its speakers may go on the stage; nobody is shown who is not there.
 */
@Injectable()
export class DemoStages implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly facts: Facts,
    private readonly door: DemoDoor,
    private readonly events: Events,
    private readonly sessions: Sessions,
    private readonly stages: Stages,
  ) {}

  onModuleInit(): void {
    if (this.config.demo) this.facts.on('clock.moved', ({ now }, tx) => this.follow(tx, now));
  }

  private async follow(tx: Tx, now: Date): Promise<void> {
    const slug = await this.door.conferenceSlug(tx.em);
    const event = slug && (await this.events.bySlug(slug, tx.em));
    if (!event) return;
    const { id: eventId } = event;
    const known = await tx.em.findBy(StageEntity, { eventId });
    const states = new Map(known.map(({ sessionId, state }) => [sessionId, state]));
    for (const session of await this.sessions.ofEvent(eventId, tx.em)) {
      const state = states.get(session.sessionId) ?? 'backstage';
      if (state === 'backstage' && isOn(session, now)) {
        await this.stages.turn(tx, session, 'live', new Date(session.startsAt));
      } else if (state === 'live' && now >= new Date(session.endsAt)) {
        await this.stages.turn(tx, session, 'ended', new Date(session.endsAt));
      }
    }
  }
}

/** It has a stage, somebody speaks on it, and this is its hour. */
function isOn({ online, state, speakers, startsAt, endsAt }: KnownSession, now: Date): boolean {
  const spokenIn = online && state === 'scheduled' && speakers.some(({ userId }) => userId !== null);
  return spokenIn && new Date(startsAt) <= now && now < new Date(endsAt);
}
