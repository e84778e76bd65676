import { act, beginning } from './acts.js';
import { playsOut } from './plays-out.js';

playsOut('any sequence of acts of two people', { beginning, act, sequences: 200 });
