import { lifeCycle } from '../on-postgresql.js';
import { playsOut } from '../plays-out.js';
import { guestAct, guestBeginning } from './acts.js';

playsOut('any sequence of acts of two people and their guests', lifeCycle, {
  beginning: guestBeginning,
  act: guestAct,
  sequences: 40,
});
