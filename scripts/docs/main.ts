// `npm run docs`: draws the pictures of docs/architecture.md anew from the code.
import { writeFileSync } from 'node:fs';
import { say } from '../terminal/progress.ts';
import { document, redraw } from './redraw.ts';

const { before, after } = await redraw();
writeFileSync(document, after);
say(before === after ? 'docs/architecture.md shows the code as it is' : 'docs/architecture.md drawn anew');
