import './rooms.facts.js';

export type { PresenceInterval } from './attendance/presence.rules.js';
export { type Outage, Outages } from './outages/outages.service.js';
export type { RoomRef } from './rooms.facts.js';
export { type Admission, type PastStay, type RoomKey, Rooms } from './rooms.service.js';
export { RoomsModule } from './rooms.module.js';
