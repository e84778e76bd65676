// `npm run build`: server and client for production, where they changed.
import { orExit } from '../terminal/or-exit.ts';
import { build } from './build.ts';

await orExit(build());
