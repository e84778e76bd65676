import { InjectionToken, type Type } from '@angular/core';

/** Parts of a room that another feature brings: fetched when the room shows them, each with the inputs that it names. */
export interface RoomParts {
  /** What the two who agreed on it write to each other; inputs `requestId`, `partner`. */
  readonly chat?: () => Promise<Type<unknown>>;
  /** Documents of everybody who takes part; inputs `meetingId`, `requestId`, `names`. */
  readonly files?: () => Promise<Type<unknown>>;
  /** Business cards of both sides; input `meetingId`. */
  readonly cards?: () => Promise<Type<unknown>>;
  /** What helps to prepare; input `meetingId`. */
  readonly brief?: () => Promise<Type<unknown>>;
}

export const ROOM_PARTS = new InjectionToken<RoomParts>('ROOM_PARTS', { providedIn: 'root', factory: () => ({}) });
