import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** `npm ci` with a line every ten seconds; the browser of end-to-end tests comes from the system, not from here. */
export async function install(root, reason) {
  const began = Date.now();
  console.log(`▸ Installing packages (${reason}); the first time takes a minute or two`);
  const tick = setInterval(() => console.log(`  … still installing, ${seconds(began)} s`), 10_000);
  // npm must not run on the Node inside the node_modules that it is about to replace.
  const ours = join(root, 'node_modules', '.bin');
  const PATH = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== ours)
    .join(delimiter);
  const code = await new Promise((resolve) => {
    const npm = spawn('npm', ['ci', '--no-progress', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, PATH, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    });
    npm.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    npm.on('exit', resolve);
  });
  clearInterval(tick);
  if (code !== 0) {
    console.error('npm ci failed; the lines above say why.');
    process.exit(1);
  }
  console.log(`✓ Packages installed in ${seconds(began)} s`);
}

const seconds = (began) => Math.round((Date.now() - began) / 1000);
