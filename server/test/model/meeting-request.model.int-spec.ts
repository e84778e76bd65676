import { act, beginning } from './acts.js';
import { playsOut } from './plays-out.js';
import { lifeCycle } from './on-postgresql.js';

playsOut('any sequence of acts of two people', lifeCycle, { beginning, act, sequences: 200 });
