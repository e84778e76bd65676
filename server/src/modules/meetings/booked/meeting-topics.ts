import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Facts, PolicyRegistry, SocketTopics } from '../../../platform/index.js';
import { meetingById } from './meeting-rows.js';

/** Who may watch a meeting's room, and that it is worth looking again. */
@Injectable()
export class MeetingTopics implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly topics: SocketTopics,
    private readonly policies: PolicyRegistry,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    const maySee = async (actor: Parameters<PolicyRegistry['can']>[0], meetingId: string) => {
      const meeting = await meetingById(this.dataSource.manager, meetingId);
      return meeting !== null && this.policies.can(actor, 'meeting.see', meeting);
    };
    this.topics.allow('meeting', maySee, { presence: true });
    for (const name of ['room.joined', 'room.left'] as const) {
      this.facts.on(name, async ({ room }, tx) => {
        if (room.kind !== 'meeting') return;
        // Organisers look at all rooms at once.
        for (const topic of [`meeting:${room.id}`, `organise:${room.eventId}`] as const)
          tx.hint(topic, 'room.changed', { meetingId: room.id });
      });
    }
  }
}
