// `npm run bench -- fanout [--json] [--sockets N] [--broadcasts N] [--acceptances N]`: signed-in sockets that watch one event; how long
// a change takes to reach all of them, how long an acceptance takes to reach the other person and the organiser's board, until it is
// heard there and until the board has read it, and what they cost the server in memory.
import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedEntry, FunnelView, Hint } from '@musubi/contracts';
import { io, type Socket } from 'socket.io-client';
import { BenchInstance } from './instance/bench-instance.ts';
import { newBenchEvent, newPeople, newRequests, type BenchPerson, type BenchRequest } from './instance/people.ts';
import { HttpLine } from './load/http-line.ts';
import { inParallel, percentile } from './load/in-parallel.ts';
import { option, Report, rounded } from './report/report.ts';

const sockets = option('sockets', 2_000);
const broadcasts = option('broadcasts', 20);
const acceptances = Math.min(option('acceptances', 200), sockets / 2);
const arriveAtMostMs = 10_000;
const report = new Report();

await BenchInstance.with(async (instance) => {
  await instance.startServer();
  const { event, slots, organiser } = await newBenchEvent(instance, 12);
  const people = await newPeople(instance, event.eventId, sockets);
  const topic = `event:${event.eventId}` as const;
  const idleMegabytes = instance.serverMegabytes();

  const began = performance.now();
  const socketOf = new Map<BenchPerson, Socket>();
  await inParallel(people, Array.from({ length: 50 }), async (person) => {
    socketOf.set(person, await watch(instance, person, topic));
  });
  const connected = [...socketOf.values()];
  const connectSeconds = rounded((performance.now() - began) / 1_000);
  report.say(`${connected.length} sockets watch, after ${connectSeconds} s`);
  const loadedMegabytes = instance.serverMegabytes();

  const line = new HttpLine(instance.port);
  const delays: number[] = [];
  const each: { change: number; heard: number; slowestMs: number }[] = [];
  let missed = 0;
  for (let round = 0; round < broadcasts; round++) {
    const heard = Promise.all(connected.map((socket) => hint(socket)));
    const sent = performance.now();
    const { status, text } = await line.put(
      `/api/events/${event.eventId}/availability`,
      { everything: true, intervals: [] },
      people[round % people.length]!.cookie,
    );
    if (status !== 200) throw new Error(`The change was refused: ${status} ${text}`);
    const arrived = await heard;
    const fresh = arrived.filter((at) => at !== null).map((at) => at - sent);
    missed += arrived.length - fresh.length;
    delays.push(...fresh);
    // Changes that follow at once are told together; here each is to be told by itself.
    await sleep(400);
    const told = { change: round + 1, heard: fresh.length, slowestMs: rounded(Math.max(...fresh)) };
    each.push(told);
    report.say(`  change ${told.change}: the last of ${told.heard} heard it after ${told.slowestMs} ms`);
  }

  const pairs = Array.from({ length: acceptances }, (_, pair) => {
    const [from, to] = people.slice(2 * pair, 2 * pair + 2) as [BenchPerson, BenchPerson];
    return { from, to, slot: slots[pair % slots.length]! };
  });
  const board = await watch(instance, organiser, `organise:${event.eventId}`);
  const boardLine = new HttpLine(instance.port);
  const toOther: number[] = [];
  const toBoard: number[] = [];
  const onBoard: number[] = [];
  for (const [before, request] of (await newRequests(instance, event, pairs)).entries()) {
    const heard = booked(socketOf.get(request.from)!);
    const hinted = next<Hint>(board, 'hint.given', ({ kind }) => kind === 'funnel.changed');
    const shown = hinted.then(() => shows(boardLine, event.eventId, organiser, before + 1));
    const sent = performance.now();
    await accept(line, request);
    const [at, boardHeard, boardShows] = await Promise.all([heard, hinted, shown]);
    missed += [at, boardHeard, boardShows].filter((one) => one === null).length;
    if (at !== null) toOther.push(at - sent);
    if (boardHeard !== null) toBoard.push(boardHeard - sent);
    if (boardShows !== null) onBoard.push(boardShows - sent);
  }
  report.say(
    `  of ${acceptances} acceptances ${toOther.length} reached the other person and ${onBoard.length} stood on the organiser's board`,
  );
  line.close();
  boardLine.close();
  board.disconnect();
  for (const socket of connected) socket.disconnect();

  report.end({
    bench: 'fanout',
    sockets: connected.length,
    broadcasts,
    connectSeconds,
    p50Ms: rounded(percentile(delays, 0.5)),
    p99Ms: rounded(percentile(delays, 0.99)),
    acceptances,
    otherP50Ms: rounded(percentile(toOther, 0.5)),
    otherP99Ms: rounded(percentile(toOther, 0.99)),
    boardP50Ms: rounded(percentile(toBoard, 0.5)),
    boardP99Ms: rounded(percentile(toBoard, 0.99)),
    boardShowsP50Ms: rounded(percentile(onBoard, 0.5)),
    boardShowsP99Ms: rounded(percentile(onBoard, 0.99)),
    boardShown: onBoard.length,
    otherReached: toOther.length,
    missed,
    idleMegabytes,
    loadedMegabytes,
    each,
  });
});

/** A socket of this person that watches the topic. */
async function watch(instance: BenchInstance, { cookie }: { cookie: string }, topic: string): Promise<Socket> {
  const socket = io(instance.origin, {
    path: '/ws/',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie, origin: instance.origin },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  const { ok } = (await socket.timeout(30_000).emitWithAck('topic.watch', topic)) as { ok: boolean };
  if (!ok) throw new Error(`${topic} may not be watched`);
  return socket;
}

/** When this socket hears the next change of slots; null when it does not come. */
function hint(socket: Socket): Promise<number | null> {
  return next<Hint>(socket, 'hint.given', ({ kind }) => kind === 'slots.changed');
}

/** When this person hears that a meeting of theirs was booked. */
function booked(socket: Socket): Promise<number | null> {
  return next<FeedEntry>(socket, 'feed.appended', ({ kind }) => kind === 'meeting.changed');
}

/** When the board, read after the hint as the page does, counts so many meetings; null when it does not. */
async function shows(
  line: HttpLine,
  eventId: string,
  { cookie }: { cookie: string },
  meetings: number,
): Promise<number | null> {
  const { status, text } = await line.get(`/api/organise/funnel?eventId=${eventId}`, cookie);
  if (status !== 200) throw new Error(`The board was refused: ${status} ${text}`);
  const { steps } = JSON.parse(text) as FunnelView;
  return (steps.find(({ step }) => step === 'confirmed')?.count ?? 0) >= meetings ? performance.now() : null;
}

async function accept(line: HttpLine, { requestId, to, slot }: BenchRequest): Promise<void> {
  const { slotId } = slot;
  const { status, text } = await line.post(`/api/meeting-requests/${requestId}/accept`, { slotId }, to.cookie);
  if (status !== 201) throw new Error(`An acceptance was refused: ${status} ${text}`);
}

function next<T>(socket: Socket, event: string, fits: (told: T) => boolean): Promise<number | null> {
  return new Promise((resolve) => {
    const heard = (told: T) => {
      if (fits(told)) done(performance.now());
    };
    const tooLate = setTimeout(() => done(null), arriveAtMostMs);
    const done = (at: number | null) => {
      clearTimeout(tooLate);
      socket.off(event, heard);
      resolve(at);
    };
    socket.on(event, heard);
  });
}
