import type { Area } from '../area.js';
import { assistants } from './assistants.js';
import { blocks } from './blocks.js';
import { documents } from './documents.js';
import { guests } from './guests.js';
import { handOvers } from './hand-overs.js';
import { interpreters } from './interpreters.js';
import { meetings } from './meetings.js';
import { ownTime } from './own-time.js';
import { requests } from './requests.js';
import { rooms } from './rooms.js';
import { savedPeople } from './saved-people.js';

export const areas: readonly Area[] = [
  requests,
  meetings,
  rooms,
  documents,
  guests,
  handOvers,
  assistants,
  interpreters,
  blocks,
  ownTime,
  savedPeople,
];
