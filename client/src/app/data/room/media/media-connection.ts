import type { RoomTicket } from '@musubi/contracts';
import type { MediaPerson } from './media-person';

/** What one can send. */
export type MediaKind = 'microphone' | 'camera' | 'screen';

/** Why a device gave nothing: not allowed, not there, used by another program, or something else. */
export type DeviceTrouble = 'denied' | 'missing' | 'busy' | 'failed';

/** Why a connection ended without being asked to. */
export type MediaEnding = 'lost' | 'elsewhere' | 'removed' | 'closed';

export class DeviceRefusal extends Error {
  readonly trouble: DeviceTrouble;

  constructor(trouble: DeviceTrouble) {
    super(trouble);
    this.name = 'DeviceRefusal';
    this.trouble = trouble;
  }
}

/** What a connection tells. */
export interface MediaHeard {
  people(people: readonly MediaPerson[]): void;
  /** The connection is away and comes back by itself, or is back. */
  wavering(away: boolean): void;
  /** The browser plays no sound before somebody has clicked. */
  silenced(silent: boolean): void;
  ended(why: MediaEnding): void;
}

/** One connection to one room. */
export interface MediaConnection {
  /**
   * Sends or stops sending.
   * @param deviceId null leaves the choice to the browser
   * @throws DeviceRefusal
   */
  send(kind: MediaKind, on: boolean, deviceId: string | null): Promise<void>;
  /** Lets sound be heard; call it from a click. */
  unsilence(): Promise<void>;
  leave(): Promise<void>;
}

/** The world behind a media session: LiveKit in the product, a fake in specs. */
export interface MediaEdge {
  /** @throws when nobody answers at the ticket's address */
  connect(ticket: RoomTicket, heard: MediaHeard): Promise<MediaConnection>;
}
