import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Facts, PolicyRegistry, SocketTopics } from '../../../platform/index.js';

/** Everything that moves a number of the funnel. */
const moving = [
  'meeting_request.sent',
  'meeting_request.answered',
  'meeting.booked',
  'meeting.cancelled',
  'meetings.planned',
  'meetings.called_off',
  'meeting.settled',
  'outcome.given',
  'case.changed',
] as const;

/** Organisers see numbers change as they change. */
@Injectable()
export class FunnelHints implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly topics: SocketTopics,
    private readonly policies: PolicyRegistry,
  ) {}

  onModuleInit(): void {
    for (const name of moving) {
      this.facts.on(name, async ({ eventId }, tx) => tx.hint(`organise:${eventId}`, 'funnel.changed', { eventId }));
    }
    this.topics.allow('organise', async (actor, eventId) => this.policies.can(actor, 'event.organise', { eventId }));
  }
}
