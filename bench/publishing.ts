// `npm run bench -- publishing [--json] [--people N] [--wishes N] [--slots N]`: a plan of thousands of meetings is published and taken
// back over HTTP, while people whom it concerns book other times on their own: how long both take, and how long those people wait.
import { randomUUID } from 'node:crypto';
import { rng } from '@musubi/testing';
import { BenchInstance } from './instance/bench-instance.ts';
import { doubleBookings } from './instance/double-bookings.ts';
import {
  type BenchEvent,
  type BenchPerson,
  type BenchRequest,
  newBenchEvent,
  newPeople,
  newRequests,
} from './instance/people.ts';
import { HttpLine, type LineAnswer } from './load/http-line.ts';
import { percentile } from './load/in-parallel.ts';
import { option, Report, rounded } from './report/report.ts';

const people = option('people', 2000);
const wishes = option('wishes', 12_000);
const slots = option('slots', 40);
const report = new Report();

interface Run {
  runId: string;
  state: string;
  progress: { meetings: number };
}

await BenchInstance.with(async (instance) => {
  await instance.startServer();
  const bench = await newBenchEvent(instance, slots, { mode: 'plan' });
  const open = await openBlock(instance, bench);
  const persons = await newPeople(instance, bench.event.eventId, people);
  await wish(instance, bench.event.eventId, persons);
  const line = new HttpLine(instance.port);
  const base = `/api/organise/events/${bench.event.eventId}/schedule`;
  const { cookie } = bench.organiser;
  const settings = { opensAt: null, preferencesUntil: null, mustAtMost: 50, meetingsAtMost: null, pairsOnce: false };
  ok(await line.put(`${base}/settings`, { ...settings, version: 0 }, cookie));
  let run = ok<Run>(await line.post(`${base}/runs`, { seconds: 5 }, cookie));
  while (['queued', 'running'].includes(run.state)) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    run = ok<Run>(await line.get(`${base}/runs/${run.runId}`, cookie));
  }
  const planned = run.progress.meetings;
  report.say(`a plan of ${planned} meetings of ${people} people in ${slots} slots`);

  const at = `${base}/runs/${run.runId}`;
  const published = await beside(instance, bench, open, persons, () =>
    line.post(`${at}/publish`, { version: 0 }, cookie),
  );
  const { published: made, conflicts } = ok<{ published: number; conflicts: unknown[] }>(published.answer);
  report.say(
    `published ${made}, ${conflicts.length} refused, in ${rounded(published.answer.ms)} ms; ${said(published)}`,
  );
  const back = await beside(instance, bench, open, persons, () => line.post(`${at}/roll-back`, {}, cookie));
  const { cancelled } = ok<{ cancelled: number }>(back.answer);
  report.say(`taken back ${cancelled} in ${rounded(back.answer.ms)} ms; ${said(back)}`);
  const twice = await doubleBookings(instance);
  line.close();
  report.end({
    bench: 'publishing',
    people,
    slots,
    wishes,
    planned,
    published: made,
    conflicts: conflicts.length,
    publishMs: rounded(published.answer.ms),
    publishWaits: waits(published),
    cancelled,
    rollBackMs: rounded(back.answer.ms),
    rollBackWaits: waits(back),
    doubleBookings: twice,
  });
});

interface Beside {
  answer: LineAnswer;
  others: LineAnswer[];
}

/** Does the work while people who are concerned accept requests for other times, one after the other. */
async function beside(
  instance: BenchInstance,
  { event }: BenchEvent,
  open: BenchEvent['slots'],
  persons: readonly BenchPerson[],
  work: () => Promise<LineAnswer>,
): Promise<Beside> {
  const random = rng(randomUUID());
  const [ones, others] = [persons.filter((_, at) => at % 2 === 0), persons.filter((_, at) => at % 2 === 1)];
  const from = random.sample(ones, Math.min(400, ones.length));
  const to = random.sample(others, from.length);
  const asked = from.map((one, at) => ({ from: one, to: to[at]!, slot: open[at % open.length]! }));
  const requests: BenchRequest[] = await newRequests(instance, event, asked);
  const answers: LineAnswer[] = [];
  let done = false;
  const lines = [1, 2].map(() => new HttpLine(instance.port));
  const accepting = lines.map(async (line) => {
    for (let next = requests.pop(); next && !done; next = requests.pop())
      answers.push(
        await line.post(`/api/meeting-requests/${next.requestId}/accept`, { slotId: next.slot.slotId }, next.to.cookie),
      );
  });
  const answer = await work();
  done = true;
  await Promise.all(accepting);
  for (const line of lines) line.close();
  await instance.db.query(`UPDATE meeting_request SET state = 'withdrawn', turn = NULL WHERE turn IS NOT NULL`);
  return { answer, others: answers };
}

function waits({ others }: Beside) {
  const times = others.map(({ ms }) => ms);
  return {
    answered: others.length,
    refused: others.filter(({ status }) => status >= 400).length,
    medianMs: rounded(percentile(times, 0.5)),
    slowestMs: rounded(Math.max(0, ...times)),
  };
}

function said(one: Beside): string {
  const { answered, refused, medianMs, slowestMs } = waits(one);
  return `meanwhile ${answered} others answered, ${refused} refused, median ${medianMs} ms, the slowest ${slowestMs} ms`;
}

/** Slots beside the plan, in which everybody may book. */
async function openBlock(instance: BenchInstance, { event, organiser }: BenchEvent): Promise<BenchEvent['slots']> {
  const line = new HttpLine(instance.port);
  const day = new Date(Date.parse(event.startsAt) + 2 * 86_400_000).toISOString().slice(0, 10);
  const block = { dates: [day], from: '01:00', until: '05:00', slotMinutes: 30, gapMinutes: 1 };
  const made = ok<{ slots: BenchEvent['slots'] }>(
    await line.post(`/api/events/${event.eventId}/blocks`, block, organiser.cookie),
  );
  line.close();
  return made.slots;
}

async function wish(instance: BenchInstance, eventId: string, persons: readonly BenchPerson[]): Promise<void> {
  const random = rng('wishes');
  const [ones, others] = [persons.filter((_, at) => at % 2 === 0), persons.filter((_, at) => at % 2 === 1)];
  const pairs = new Map<string, [string, string]>();
  while (pairs.size < wishes) {
    const [from, to] = [random.pick(ones).participantId, random.pick(others).participantId];
    pairs.set(`${from} ${to}`, [from, to]);
  }
  await instance.db.query(
    `INSERT INTO meeting_preference (event_id, from_participant_id, to_participant_id, preference, said_at)
     SELECT $1, "from", "to", 'meet', domain_now() FROM unnest($2::uuid[], $3::uuid[]) AS pair ("from", "to")`,
    [eventId, [...pairs.values()].map(([from]) => from), [...pairs.values()].map(([, to]) => to)],
  );
  await instance.db.query('ANALYZE');
}

function ok<T>({ status, text }: LineAnswer): T {
  if (status >= 300) throw new Error(`Refused with ${status}: ${text.slice(0, 400)}`);
  return JSON.parse(text) as T;
}
