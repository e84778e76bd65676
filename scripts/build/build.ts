import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beganAt, sleep } from '../instance/processes.ts';
import { at, root, toolEnvironment } from '../paths.ts';
import { runCommand } from '../terminal/run-command.ts';
import { step } from '../terminal/progress.ts';
import { compressFiles } from './compress.ts';
import { hashSources } from './sources.ts';

interface Part {
  name: 'server' | 'client';
  command: [string, ...string[]];
  sources: string[];
  stampFile: string;
}

const shared = ['package-lock.json', 'tsconfig.base.json', 'libs'];

const parts: Part[] = [
  {
    name: 'server',
    command: ['nest', 'build'],
    sources: [...shared, 'nest-cli.json', 'server'],
    stampFile: at('server', 'dist', '.stamp'),
  },
  {
    name: 'client',
    command: ['ng', 'build'],
    sources: [...shared, 'angular.json', 'client'],
    stampFile: at('client', 'dist', '.stamp'),
  },
];

/** Builds what changed of server and client since the last build; a second call takes milliseconds. */
export async function build(names: Part['name'][] = ['server', 'client']): Promise<void> {
  const release = await lock();
  try {
    for (const part of parts.filter(({ name }) => names.includes(name))) {
      const stamp = hashSources(part.sources);
      if (existsSync(part.stampFile) && readFileSync(part.stampFile, 'utf8') === stamp) continue;
      await step(`Building the ${part.name}`, () => run(part));
      writeFileSync(part.stampFile, stamp);
    }
  } finally {
    release();
  }
}

async function run({ name, command: [program, ...args], stampFile }: Part): Promise<void> {
  rmSync(stampFile, { force: true });
  const env = toolEnvironment({ NG_CLI_ANALYTICS: 'false' });
  const { code, output } = await runCommand(at('node_modules', '.bin', program), args, { cwd: root, env });
  if (code !== 0) throw new Error(`The ${name} does not build:\n${output}`);
  if (name === 'client') await compressFiles(at('client', 'dist', 'browser'));
  mkdirSync(dirname(stampFile), { recursive: true });
}

/** One build at a time in a checkout; a lock whose holder is gone counts for nothing. */
async function lock(): Promise<() => void> {
  const file = at('node_modules', '.musubi-build');
  for (;;) {
    try {
      writeFileSync(file, `${process.pid} ${beganAt(process.pid)}`, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch {
      const [pid = '', began = ''] = existsSync(file) ? readFileSync(file, 'utf8').split(' ') : [];
      if (pid && beganAt(Number(pid)) !== began) rmSync(file, { force: true });
      else await sleep(300);
    }
  }
}
