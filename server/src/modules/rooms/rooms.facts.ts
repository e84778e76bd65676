/** What a room belongs to, in the words of its owner. */
export interface RoomRef {
  kind: 'session' | 'meeting';
  id: string;
  eventId: string;
}

declare module '../../platform/facts/fact-map.js' {
  interface FactMap {
    /** Somebody's first device came in. */
    'room.joined': { room: RoomRef; userId: string; at: Date };
    /** Somebody's last device left. */
    'room.left': { room: RoomRef; userId: string; at: Date };
  }
}
