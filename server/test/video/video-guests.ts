import { dispose, Room, RoomEvent } from '@livekit/rtc-node';
import type { RoomTicket } from '@musubi/contracts';
import type { TestApp } from '../start-app.js';
import { until } from '../until.js';

/** Browsers in rooms, as far as the video server can tell. */
export class VideoGuests {
  private readonly inside = new Map<Room, { out: boolean }>();

  /** Comes in; may be put out again before the next line. */
  async enter({ url, token }: Pick<RoomTicket, 'url' | 'token'>): Promise<Room> {
    const room = new Room();
    const stay = { out: false };
    room.once(RoomEvent.Disconnected, () => void (stay.out = true));
    this.inside.set(room, stay);
    await room.connect(url, token, { autoSubscribe: true, dynacast: false });
    return room;
  }

  /** Waits until all of them are put out, while this app works off its jobs. */
  async putOut(app: TestApp, rooms: readonly Room[]): Promise<void> {
    await until(async () => {
      await app.jobs.drain();
      return rooms.every((room) => this.inside.get(room)!.out);
    });
  }

  isOut(room: Room): boolean {
    return this.inside.get(room)!.out;
  }

  async leaveAll(): Promise<void> {
    await Promise.all([...this.inside.keys()].map((room) => room.disconnect()));
    this.inside.clear();
  }

  /** Ends the media threads; for the end of a spec file. */
  static async dispose(): Promise<void> {
    await dispose();
  }
}
