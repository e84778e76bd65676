import type { Area } from '../area.js';
import { assistants } from './assistants.js';
import { blocks } from './blocks.js';
import { documents } from './documents.js';
import { guests } from './guests.js';
import { handOvers } from './hand-overs.js';
import { interpreters } from './interpreters.js';
import { meetings } from './meetings.js';
import { ownTime } from './people/own-time.js';
import { personBlocks } from './people/person-blocks.js';
import { dismissed, savedPeople } from './people/put-aside.js';
import { registrations } from './people/registrations.js';
import { opportunities } from './publishing/opportunities.js';
import { profiles } from './publishing/profiles.js';
import { requests } from './requests.js';
import { rooms } from './rooms.js';

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
  dismissed,
  personBlocks,
  registrations,
  profiles,
  opportunities,
];
