// `npm start`: everything needed, on a machine that has only Node ≥ 20 and npm.
import { handOver } from './bootstrap/hand-over.mjs';

await handOver('start/main.ts');
