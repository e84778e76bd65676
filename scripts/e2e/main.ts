// `npm run e2e [-- playwright's arguments]`: builds what changed and runs the journeys.
import { spawn } from 'node:child_process';
import { build } from '../build/build.ts';
import { orExit } from '../terminal/or-exit.ts';
import { at, root, toolEnvironment } from '../paths.ts';
import { ensureBrowser } from '../system/browser.ts';
import { say, warn } from '../terminal/progress.ts';

const missing = await ensureBrowser(say);
if (missing) {
  warn(missing);
  process.exit(1);
}
await orExit(build());
spawn(at('node_modules', '.bin', 'playwright'), ['test', '-c', 'e2e', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: toolEnvironment(),
}).on('exit', (code) => process.exit(code ?? 1));
