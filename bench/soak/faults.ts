import { SqlProxy, type Moment } from '../../server/test/fault/sql-proxy.ts';
import type { BenchInstance } from '../instance/bench-instance.ts';
import { newBenchEvent, newPeople, newRequests, type BenchEvent } from '../instance/people.ts';
import { HttpLine } from '../load/http-line.ts';
import { broken, lost } from './invariants.ts';
import { Journal } from './journal.ts';
import type { Tally } from './tally.ts';

const width = 12;
const moments: readonly Moment['at'][] = ['statement', 'commit', 'committed'];

/** What goes wrong in a round, and what it takes until everything is back. */
export interface Fault {
  /** Lets it happen while bookings are on their way; resolves when it has happened. `halfway` resolves when half have been answered. */
  happen(instance: BenchInstance, proxy: SqlProxy, round: number, halfway: Promise<void>): Promise<void>;
  mend(instance: BenchInstance, proxy: SqlProxy): Promise<void>;
}

const having = 'INSERT INTO meeting_seat';
const nothing = async (): Promise<void> => undefined;
const startAgain = (instance: BenchInstance, proxy: SqlProxy): Promise<void> => instance.startServer({}, proxy.url);

/** The connection to PostgreSQL is cut at a moment of a booking, in turn. */
export const lostAnswer: Fault = {
  happen: (_, proxy, round) => proxy.cutAt({ having, at: moments[round % moments.length]!, skip: round % width }),
  mend: nothing,
};

/** `kill -9` of the server at a moment of a booking in turn, and every fourth time at any. */
export const killedServer: Fault = {
  happen: async (instance, proxy, round, halfway) => {
    const at = moments[round % (moments.length + 1)];
    if (at) return proxy.cutAt({ having, at, skip: round % width }, () => instance.killServer());
    await halfway;
    instance.killServer();
  },
  mend: startAgain,
};

/** `kill -9` of PostgreSQL while bookings are on their way; the server stays and heals by itself. */
export const killedDatabase: Fault = {
  happen: async (instance, _, __, halfway) => {
    await halfway;
    await instance.crashDatabase();
  },
  mend: nothing,
};

/** Rounds of bookings with the fault in each; every client insists, and its journal is the oracle. */
export async function rounds(instance: BenchInstance, fault: Fault, count: number, tally: Tally): Promise<void> {
  const proxy = await SqlProxy.open(instance.databaseUrl);
  const journal = new Journal();
  await instance.stopServer();
  await startAgain(instance, proxy);
  const event = await newBenchEvent(instance, 24);
  for (let round = 0; round < count; round++) {
    const entries = journal.note(await newBookings(instance, event, round));
    const lines = entries.map(() => new HttpLine(instance.port));
    let halfway: () => void = () => undefined;
    const happened = fault.happen(instance, proxy, round, new Promise((resolve) => (halfway = resolve)));
    let answered = 0;
    const answers = await Promise.all(
      entries.map(async (entry, index) => {
        const status = await journal.send(entry, lines[index]!);
        if (++answered >= width / 2) halfway();
        return status;
      }),
    );
    await happened;
    tally.add('rounds');
    tally.add('answers lost', answers.filter((status) => status !== 201).length);
    for (const words of await lost(instance, journal)) tally.complain(words);
    await fault.mend(instance, proxy);
    const statuses = await Promise.all(entries.map((entry, index) => journal.insist(entry, lines[index]!)));
    for (const status of statuses)
      if (status !== 201) tally.complain(`a booking that was sent again was answered ${status}`);
    for (const words of [...(await broken(instance)), ...(await lost(instance, journal))]) tally.complain(words);
    for (const line of lines) line.close();
    if ((round + 1) % 10 === 0) tally.say(`${round + 1} rounds`);
  }
  tally.add('acknowledged', journal.acknowledged.length);
  await instance.stopServer();
  await proxy.close();
  await instance.startServer();
}

async function newBookings(instance: BenchInstance, { event, slots }: BenchEvent, round: number) {
  const people = await newPeople(instance, event.eventId, 2 * width);
  const slot = slots[round % slots.length]!;
  const asked = Array.from({ length: width }, (_, index) => ({
    from: people[2 * index]!,
    to: people[2 * index + 1]!,
    slot,
  }));
  return newRequests(instance, event, asked);
}
