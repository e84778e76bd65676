// `node scripts/run.mjs <entry> [arguments…]`: the other npm scripts, which also work in a fresh clone.
import { handOver } from './bootstrap/hand-over.mjs';

const [entry, ...rest] = process.argv.slice(2);
process.argv.splice(2, process.argv.length, ...rest);
await handOver(`${entry}.ts`);
