import type { Area } from '../area.js';
import { guests } from './guests.js';
import { meetings } from './meetings.js';
import { requests } from './requests.js';
import { rooms } from './rooms.js';

export const areas: readonly Area[] = [requests, meetings, rooms, guests];
