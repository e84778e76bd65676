import './rooms.facts.js';

export type { PresenceInterval } from './presence.rules.js';
export type { RoomRef } from './rooms.facts.js';
export { type Admission, Rooms } from './rooms.service.js';
export { RoomsModule } from './rooms.module.js';
