// `npm run bench -- hotslot [--json] [--rounds N] [--callers N]`: many ask one person for one slot, and all are accepted at
// once in that person's name, a connection each. One may be booked, the others are told other slots.
import { BenchInstance } from './instance/bench-instance.ts';
import { doubleBookings } from './instance/double-bookings.ts';
import { newBenchEvent, newPeople, newRequests } from './instance/people.ts';
import { HttpLine, type LineAnswer } from './load/http-line.ts';
import { percentile } from './load/in-parallel.ts';
import { option, Report, rounded } from './report/report.ts';

const rounds = option('rounds', 10);
const callers = option('callers', 200);
const report = new Report();

const offersOthers = ({ text }: LineAnswer): boolean => {
  const { code, data } = JSON.parse(text) as { code: string; data?: { alternatives?: unknown[] } };
  return code === 'meeting.slot_taken' && (data?.alternatives?.length ?? 0) > 0;
};

await BenchInstance.with(async (instance) => {
  await instance.startServer();
  const { event, slots } = await newBenchEvent(instance, Math.min(rounds + 5, 100));
  const wanted = await newPeople(instance, event.eventId, rounds);
  const senders = await newPeople(instance, event.eventId, callers);
  const lines = Array.from({ length: callers }, () => new HttpLine(instance.port));
  const times: number[] = [];
  let [booked, refused, others, errors5xx] = [0, 0, 0, 0];

  for (const [round, person] of wanted.entries()) {
    const slot = slots[round % slots.length]!;
    const requests = await newRequests(
      instance,
      event,
      senders.map((from) => ({ from, to: person, slot })),
    );
    const answers = await Promise.all(
      requests.map(({ requestId }, index) =>
        lines[index]!.post(`/api/meeting-requests/${requestId}/accept`, { slotId: slot.slotId }, person.cookie),
      ),
    );
    times.push(...answers.map(({ ms }) => ms));
    const won = answers.filter(({ status }) => status === 201).length;
    const lost = answers.filter((answer) => answer.status === 409 && offersOthers(answer)).length;
    booked += won;
    refused += lost;
    errors5xx += answers.filter(({ status }) => status >= 500).length;
    others += answers.filter(
      (answer) => answer.status !== 201 && answer.status < 500 && !(answer.status === 409 && offersOthers(answer)),
    ).length;
    report.say(
      `  round ${round + 1}: ${won} × 201, ${lost} × 409 with other slots, in ${rounded(Math.max(...answers.map(({ ms }) => ms)))} ms`,
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
  });
});
