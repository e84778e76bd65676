// `npm run bench -- directory [--json] [--profiles N] [--requests N] [--connections N]`: the directory and the recommendations of an
// event with many profiles over HTTP, each kind of question by itself: time, and statements sent to PostgreSQL. Then what anybody may ask
// of the same organisations' public profiles without signing in.
import { readFileSync, rmSync } from 'node:fs';
import { at } from '../scripts/paths.ts';
import { newProfiles, openToAll } from './directory/profiles.ts';
import { BenchInstance } from './instance/bench-instance.ts';
import { newBenchEvent } from './instance/people.ts';
import { HttpLine } from './load/http-line.ts';
import { inParallel, percentile } from './load/in-parallel.ts';
import { option, Report, rounded } from './report/report.ts';

const size = option('profiles', 5_000);
const requests = option('requests', 60);
const connections = option('connections', 2);
const recording = at('.data', 'bench', 'statements.jsonl');

/** What people ask, from the ordinary to the costly. */
const questions: Readonly<Record<string, string>> = {
  'first page': '/directory',
  narrowed: '/directory?side=jp&language=en&dimension=innovation&notMet=true',
  'Latin name': '/directory?q=sch',
  'Japanese word': `/directory?q=${encodeURIComponent('水素')}`,
  reading: `/directory?q=${encodeURIComponent('たなか')}`,
  misspelt: '/directory?q=hidrogenn%20cuoncil',
  nothing: '/directory?q=xqzxqzxq',
  organisations: '/directory/organisations?side=eu',
  recommendations: '/recommendations',
};

/** What anybody asks of the public profiles; there is no cookie. */
const publicQuestions: Readonly<Record<string, string>> = {
  'public, first page': '/api/profiles',
  'public, Latin word': '/api/profiles?q=cluster',
  'public, Japanese word': `/api/profiles?q=${encodeURIComponent('水素')}`,
  'public, misspelt': '/api/profiles?q=hidrogenn%20cuoncil',
  'public, nothing': '/api/profiles?q=xqzxqzxq',
};

const report = new Report();
const results: Record<string, { p50Ms: number; p99Ms: number; statements: number; kilobytes: number }> = {};

await BenchInstance.with(async (instance) => {
  rmSync(recording, { force: true });
  await instance.startServer({
    WORKERS: '0',
    BENCH_RECORD: recording,
    NODE_OPTIONS: `--import=${at('bench', 'replay', 'recorder.ts')}`,
  });
  const { event, slots } = await newBenchEvent(instance, 24);
  const people = await newProfiles(instance, event, slots, size);
  await openToAll(instance);
  const path = (question: string) =>
    question.startsWith('/api/') ? question : `/api/events/${event.eventId}${question}`;
  report.say(`${size} profiles, ${slots.length} slots, ${requests} requests of each kind, ${connections} at a time`);

  const line = new HttpLine(instance.port);
  const statements: Record<string, number> = {};
  const count = async (asked: Readonly<Record<string, string>>, cookie: string) => {
    for (const [name, question] of Object.entries(asked)) {
      await line.get(path(question), cookie);
      const before = await settledCount();
      const { status, text } = await line.get(path(question), cookie);
      if (status !== 200) throw new Error(`${name} was refused: ${status} ${text}`);
      statements[name] = (await settledCount()) - before;
    }
  };
  await count(questions, people[0]!.cookie);
  await count(publicQuestions, '');
  line.close();
  await instance.stopServer();

  await instance.startServer({ WORKERS: '0' });
  const lines = Array.from({ length: connections }, () => new HttpLine(instance.port));
  const measure = async (name: string, question: string, cookieOf: (n: number) => string) => {
    const times: number[] = [];
    let bytes = 0;
    const ask = async (n: number, one: HttpLine) => {
      const { status, ms, text } = await one.get(path(question), cookieOf(n));
      if (status !== 200) throw new Error(`${name} was refused: ${status} ${text}`);
      times.push(ms);
      bytes = Buffer.byteLength(text);
    };
    await inParallel([...Array(5).keys()], lines, ask);
    times.length = 0;
    await inParallel([...Array(requests).keys()], lines, ask);
    results[name] = {
      p50Ms: rounded(percentile(times, 0.5)),
      p99Ms: rounded(percentile(times, 0.99)),
      statements: statements[name]!,
      kilobytes: rounded(bytes / 1_000),
    };
    const { p50Ms, p99Ms, kilobytes } = results[name];
    report.say(
      `  ${name.padEnd(21)} p50 ${p50Ms} ms, p99 ${p99Ms} ms, ${statements[name]!} statements, ${kilobytes} kB`,
    );
  };
  for (const [name, question] of Object.entries(questions))
    await measure(name, question, (n) => people[n % people.length]!.cookie);
  for (const [name, question] of Object.entries(publicQuestions)) await measure(name, question, () => '');
  for (const one of lines) one.close();
  report.end({
    bench: 'directory',
    profiles: size,
    requests,
    connections,
    slots: slots.length,
    ...(process.argv.includes('--json') && { results }),
  });
});

/** Statements recorded so far, once nothing is written any more. */
async function settledCount(): Promise<number> {
  const count = () => readFileSync(recording, 'utf8').split('\n').length - 1;
  for (let before = -1; before !== count();) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return count();
}
