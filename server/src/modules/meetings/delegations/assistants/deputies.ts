import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Deputies, type DeputySource, DomainError } from '../../../../platform/index.js';
import { displayName, Users } from '../../../identity/index.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Assistants act for a colleague at one event, with what both are there: people of one organisation that has agreed to
 * both, who take part. Asked anew with every request, so that it ends the moment either of them ends it.
 */
@Injectable()
export class AssistantDeputies implements OnModuleInit, DeputySource {
  constructor(
    private readonly dataSource: DataSource,
    private readonly deputies: Deputies,
    private readonly users: Users,
  ) {}

  onModuleInit(): void {
    this.deputies.use(this);
  }

  async actorFor(actor: Actor, reference: string, params: Readonly<Record<string, string>>): Promise<Actor> {
    const found = uuid.test(reference) ? await this.principal(actor, reference, params) : null;
    if (!found) throw new DomainError('assistant.not_yours');
    const user = await this.users.get(found.userId);
    const { lang, zone } = user;
    return {
      userId: user.id,
      loginId: actor.loginId,
      grants: [],
      secondFactor: false,
      lang,
      zone,
      name: displayName(user),
      by: actor.userId,
    };
  }

  private async principal(
    { userId }: Actor,
    principalId: string,
    {
      eventId = null,
      requestId = null,
      meetingId = null,
    }: { eventId?: string | null; requestId?: string | null; meetingId?: string | null },
  ): Promise<{ userId: string } | null> {
    const [row] = (await this.dataSource.query(
      `SELECT principal.user_id AS "userId"
       FROM assistant
       JOIN delegation_member principal ON principal.participant_id = assistant.principal_id
       JOIN delegation_member deputy ON deputy.participant_id = assistant.assistant_id AND deputy.organisation_id = principal.organisation_id
       WHERE assistant.state = 'active' AND assistant.principal_id = $2 AND deputy.user_id = $1
         AND assistant.event_id::text = coalesce($3,
           (SELECT event_id::text FROM meeting_request WHERE id::text = $4), (SELECT event_id::text FROM meeting WHERE id::text = $5))`,
      [userId, principalId, eventId, requestId, meetingId],
    )) as { userId: string }[];
    return row ?? null;
  }
}
