import { Injectable } from '@nestjs/common';
import type { SessionId, StageStanding } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/index.js';
import { Events } from '../../events/index.js';
import { StageEntity } from '../stage.entity.js';

/** How far the stages of an event have come, for every page that names its sessions. */
@Injectable()
export class StageStandings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
  ) {}

  /**
   * Stages on which anything happened.
   * @throws DomainError `not_found` for an event that the person may not know of
   */
  async ofEvent(eventId: string, viewer: Actor | null): Promise<StageStanding[]> {
    await this.events.require(eventId, viewer);
    const stages = await this.dataSource.manager.find(StageEntity, { where: { eventId }, order: { sessionId: 'ASC' } });
    return stages.map(({ sessionId, state, liveSince }) => ({
      sessionId: sessionId as SessionId,
      state,
      liveSince: liveSince?.toISOString() ?? null,
    }));
  }
}
