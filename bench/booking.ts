// `npm run bench -- booking [--json] [--bookings N] [--connections N]`: committed bookings per second over HTTP with
// everything on, beside a loop of the driver alone that sends the same statements at the same concurrency.
import { readFileSync, rmSync } from 'node:fs';
import pg from 'pg';
import { at } from '../scripts/paths.ts';
import { BenchInstance } from './instance/bench-instance.ts';
import { doubleBookings } from './instance/double-bookings.ts';
import { newBenchEvent, newPeople, newRequests, type BenchRequest } from './instance/people.ts';
import { HttpLine } from './load/http-line.ts';
import { inParallel, percentile } from './load/in-parallel.ts';
import { Transcript } from './replay/transcript.ts';
import { option, Report, rounded } from './report/report.ts';

const bookings = option('bookings', 2_000);
const connections = option('connections', 16);
const warmUp = Math.ceil(bookings / 4);
const slotsWanted = 24;

const report = new Report();
const recording = at('.data', 'bench', 'statements.jsonl');

await BenchInstance.with(async (instance) => {
  rmSync(recording, { force: true });
  await instance.startServer({
    WORKERS: '0',
    BENCH_RECORD: recording,
    NODE_OPTIONS: `--import=${at('bench', 'replay', 'recorder.ts')}`,
  });
  const { event, slots } = await newBenchEvent(instance, slotsWanted);
  // Everybody once in a slot, with somebody else each time. Two runs of the driver around one over HTTP, each warmed up.
  const needed = 3 * warmUp + 2 * bookings + 8;
  const half = Math.ceil(needed / slotsWanted);
  const people = await newPeople(instance, event.eventId, 2 * half);
  const asked = slots.flatMap((slot, shift) =>
    Array.from({ length: half }, (_, index) => ({
      from: people[2 * index]!,
      to: people[2 * ((index + shift) % half) + 1]!,
      slot,
    })),
  );
  const requests = await newRequests(instance, event, asked);
  const take = (count: number) => requests.splice(0, count);

  const { transcript, replacements } = await record(instance, take(8));
  await instance.stopServer();
  report.say(`One booking is ${transcript.texts.length} statements; ${connections} connections, ${bookings} bookings.`);
  if (process.argv.includes('--statements'))
    // What is sent is no figure.
    for (const text of transcript.texts) process.stderr.write(`  ${text.replaceAll(/\s+/g, ' ').slice(0, 140)}\n`);

  const drive = async (mine: readonly BenchRequest[]) => {
    const clients = await Promise.all(Array.from({ length: connections }, () => connect(instance.databaseUrl)));
    const seconds = await inParallel(mine, clients, (request, client) =>
      transcript.play(client, replacements(request)),
    );
    await Promise.all(clients.map((client) => client.end()));
    const booked = await meetings(instance, mine);
    if (booked !== mine.length)
      throw new Error(`The driver booked ${booked} of ${mine.length}: it does less than the server`);
    // The jobs of these bookings are nobody's: the server must not work on them.
    await instance.db.query('DELETE FROM pgboss.job');
    return mine.length / seconds;
  };
  await drive(take(warmUp));
  const rawBefore = await drive(take(bookings / 2));

  await instance.startServer();
  const lines = Array.from({ length: connections }, () => new HttpLine(instance.port));
  const times: number[] = [];
  let errors5xx = 0;
  let refused = 0;
  const book = async ({ requestId, to, slot }: BenchRequest, line: HttpLine) => {
    const { status, ms, text } = await line.post(
      `/api/meeting-requests/${requestId}/accept`,
      { slotId: slot.slotId },
      to.cookie,
    );
    times.push(ms);
    if (status >= 500) errors5xx++;
    else if (status !== 201) refused++;
    if (status !== 201 && errors5xx + refused === 1) process.stderr.write(`  ${status}: ${text}\n`);
  };
  await inParallel(take(warmUp), lines, book);
  times.length = 0;
  const cpuBefore = instance.serverCpuMs();
  const seconds = await inParallel(take(bookings), lines, book);
  const serverCpuMs = (instance.serverCpuMs() - cpuBefore) / bookings;
  const perSecond = (bookings - errors5xx - refused) / seconds;
  for (const line of lines) line.close();
  await instance.stopServer();
  await instance.db.query('DELETE FROM pgboss.job');

  await drive(take(warmUp));
  const rawAfter = await drive(take(bookings / 2));
  const rawPerSecond = (rawBefore + rawAfter) / 2;

  report.end({
    bench: 'booking',
    bookings,
    connections,
    perSecond: rounded(perSecond),
    rawPerSecond: rounded(rawPerSecond),
    ratio: rounded(perSecond / rawPerSecond, 3),
    p50Ms: rounded(percentile(times, 0.5)),
    p99Ms: rounded(percentile(times, 0.99)),
    doubleBookings: await doubleBookings(instance),
    errors5xx,
    refused,
    serverCpuMs: rounded(serverCpuMs, 2),
    statements: transcript.texts.length,
  });
});

/** Books one meeting with a server that writes down what it sends to PostgreSQL; some before it, so that plans are prepared. */
async function record(instance: BenchInstance, requests: readonly BenchRequest[]) {
  const line = new HttpLine(instance.port);
  const lineCount = () => readFileSync(recording, 'utf8').split('\n').length - 1;
  let from = 0;
  for (const { requestId, to, slot } of requests) {
    await settled(lineCount);
    from = lineCount();
    const { status, text } = await line.post(
      `/api/meeting-requests/${requestId}/accept`,
      { slotId: slot.slotId },
      to.cookie,
    );
    if (status !== 201) throw new Error(`The booking to be recorded was refused: ${status} ${text}`);
  }
  await settled(lineCount);
  line.close();
  const sample = identity(requests.at(-1)!);
  return {
    transcript: Transcript.read(recording, from, sample),
    replacements: (request: BenchRequest) => new Map(identity(request).map((word, index) => [sample[index]!, word])),
  };
}

/** What tells one booking from another wherever it appears in its statements. */
function identity({ requestId, from, to, slot }: BenchRequest): string[] {
  return [
    requestId,
    from.userId,
    from.participantId,
    to.userId,
    to.participantId,
    to.loginHash.toString('hex'),
    slot.slotId,
    slot.startsAt,
    slot.endsAt,
  ];
}

async function meetings({ db }: BenchInstance, requests: readonly BenchRequest[]): Promise<number> {
  const { rows } = await db.query<{ booked: number }>(
    `SELECT count(*)::int AS booked FROM meeting JOIN meeting_seat ON meeting_id = id AND live
     WHERE request_id = ANY ($1) AND (SELECT count(*) FROM commitment WHERE source_id = meeting.id) = 2`,
    [requests.map(({ requestId }) => requestId)],
  );
  return rows[0]!.booked / 2;
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** Until nothing is written any more. */
async function settled(count: () => number): Promise<void> {
  for (let before = -1; before !== count();) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
