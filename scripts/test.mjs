// `npm test`: every check of the repository; ends with one line `N passed, N failed`.
import { handOver } from './bootstrap/hand-over.mjs';

await handOver('test/main.ts');
