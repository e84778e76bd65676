// `npm run bench -- <name> [arguments…]`: builds what changed, where a server is measured, and runs bench/<name>.ts
// under the pinned Node.
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from '../build/build.ts';
import { orExit } from '../terminal/or-exit.ts';
import { at, root, toolEnvironment } from '../paths.ts';
import { warn } from '../terminal/progress.ts';

const [name = '', ...rest] = process.argv.slice(2);
const file = at('bench', `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  warn(
    `Which one? ${globSync('*.ts', { cwd: at('bench') })
      .map((one) => basename(one, '.ts'))
      .join(', ')}`,
  );
  process.exit(2);
}
/** These measure libraries alone and need no server. */
const withoutServer = ['matching', 'schedule'];
if (!withoutServer.includes(name)) await orExit(build());
spawn(at('node_modules', '.bin', 'node'), [file, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: toolEnvironment(),
}).on('exit', (code) => process.exit(code ?? 1));
