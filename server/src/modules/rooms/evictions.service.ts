import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs, LiveKit, type Tx } from '../../platform/index.js';

/** Somebody in a room, as the video server calls both. */
export interface Occupant {
  room: string;
  identity: string;
}

/**
 * Makes the video server do what was decided here. A token cannot be taken back, so that a decision alone puts nobody out
 * and keeps nobody out: jobs do it after the commit, and whoever comes in with an old ticket is put out once more, by the
 * news of it or at the next look around ({@link Attendance}). That look also does what could not be done while the video
 * server was away.
 */
@Injectable()
export class Evictions implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly livekit: LiveKit,
  ) {}

  onModuleInit(): void {
    const options = { retryDelaySeconds: 1, concurrency: 2 };
    this.jobs.queue<Occupant>('rooms.put-out', options, (occupant) => this.putOutNow(occupant));
    this.jobs.queue<{ room: string }>('rooms.shut', options, ({ room }) => this.shutNow(room));
  }

  /** People who may be in a room no longer. */
  async putOut(tx: Tx, occupants: readonly Occupant[]): Promise<void> {
    for (const { room, identity } of occupants) await tx.job('rooms.put-out', { room, identity });
  }

  /** Ends a room for everybody in it. */
  async shut(tx: Tx, rooms: readonly string[]): Promise<void> {
    for (const room of rooms) await tx.job('rooms.shut', { room });
  }

  private async putOutNow({ room, identity }: Occupant): Promise<void> {
    if (!this.livekit.available()) return;
    // Somebody who was given another ticket since then may be inside again.
    const [admission] = (await this.dataSource.query(
      `SELECT FROM room_admission admission JOIN live_room room ON room.id = admission.room_id
       WHERE room.name = $1 AND admission.identity = $2 AND admission.removed_at IS NULL`,
      [room, identity],
    )) as unknown[];
    if (!admission) await this.livekit.removeParticipant(room, identity);
  }

  private async shutNow(room: string): Promise<void> {
    if (this.livekit.available()) await this.livekit.deleteRoom(room);
  }
}
