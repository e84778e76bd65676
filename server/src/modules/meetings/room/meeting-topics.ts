import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Facts, SocketTopics } from '../../../platform/index.js';
import { MeetingDoor } from './meeting-door.js';

/** Who may watch a meeting's room, and that it is worth looking again. */
@Injectable()
export class MeetingTopics implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly topics: SocketTopics,
    private readonly door: MeetingDoor,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.topics.allow('meeting', (actor, meetingId) => this.door.mayWatch(actor, meetingId, this.dataSource.manager), {
      presence: true,
    });
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
