// `npm run bench -- hotslot [--json] [--rounds N] [--callers N]`: many ask one person for one slot, and all are accepted at
// once in that person's name, a connection each. One may be booked, the others are told other slots.
import { BenchInstance } from './instance/bench-instance.ts';
import { doubleBookings } from './instance/double-bookings.ts';
import { newBenchEvent, newPeople, newRequests } from './instance/people.ts';
import { hotSlotRound } from './load/hot-slot.ts';
import { HttpLine } from './load/http-line.ts';
import { percentile } from './load/in-parallel.ts';
import { option, Report, rounded } from './report/report.ts';

const rounds = option('rounds', 10);
const callers = option('callers', 200);
const report = new Report();

await BenchInstance.with(async (instance) => {
  await instance.startServer();
  const { event, slots } = await newBenchEvent(instance, Math.min(rounds + 5, 100));
  const wanted = await newPeople(instance, event.eventId, rounds);
  const senders = await newPeople(instance, event.eventId, callers);
  const lines = Array.from({ length: callers }, () => new HttpLine(instance.port));
  const times: number[] = [];
  const each: { round: number; booked: number; refused: number; slowestMs: number }[] = [];
  let [booked, refused, others, errors5xx] = [0, 0, 0, 0];

  for (const [index, person] of wanted.entries()) {
    const slot = slots[index % slots.length]!;
    const requests = await newRequests(
      instance,
      event,
      senders.map((from) => ({ from, to: person, slot })),
    );
    const round = await hotSlotRound(lines, person, requests);
    times.push(...round.times);
    booked += round.booked;
    refused += round.refused;
    errors5xx += round.errors5xx;
    others += round.others;
    const told = {
      round: index + 1,
      booked: round.booked,
      refused: round.refused,
      slowestMs: rounded(Math.max(...round.times)),
    };
    each.push(told);
    report.say(
      `  round ${told.round}: ${told.booked} × created, ${told.refused} × refused with other slots, in ${told.slowestMs} ms`,
    );
    // Those who lost ask again in the next round, somebody else: their open requests would stand in nobody's way.
    await instance.db.query(`UPDATE meeting_request SET state = 'withdrawn', turn = NULL WHERE turn IS NOT NULL`);
  }
  for (const line of lines) line.close();

  report.end({
    bench: 'hotslot',
    rounds,
    callers,
    booked,
    refused,
    others,
    errors5xx,
    doubleBookings: await doubleBookings(instance),
    p50Ms: rounded(percentile(times, 0.5)),
    p99Ms: rounded(percentile(times, 0.99)),
    each,
  });
});
