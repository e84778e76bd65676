import type { BenchInstance } from '../instance/bench-instance.ts';
import { newBenchEvent, newPeople, newRequests } from '../instance/people.ts';
import { hotSlotRound } from '../load/hot-slot.ts';
import { HttpLine } from '../load/http-line.ts';
import { broken } from './invariants.ts';
import type { Tally } from './tally.ts';

const callers = 200;

/** 200 at once for one slot of one person: one is booked, 199 are told other slots. */
export async function hotSlots(instance: BenchInstance, rounds: number, tally: Tally): Promise<void> {
  const { event, slots } = await newBenchEvent(instance, Math.min(rounds + 5, 100));
  const [wanted, senders] = [
    await newPeople(instance, event.eventId, rounds),
    await newPeople(instance, event.eventId, callers),
  ];
  const lines = Array.from({ length: callers }, () => new HttpLine(instance.port));
  for (const [index, person] of wanted.entries()) {
    const slot = slots[index % slots.length]!;
    const asked = senders.map((from) => ({ from, to: person, slot }));
    const round = await hotSlotRound(lines, person, await newRequests(instance, event, asked));
    tally.add('rounds');
    tally.add('booked', round.booked);
    tally.add('refused with others', round.refused);
    if (round.booked !== 1 || round.refused !== callers - 1)
      tally.complain(`a round was ${round.booked} × 201, ${round.refused} × 409, ${round.errors5xx} × 5xx`);
    await instance.db.query(
      `WITH ended AS (
         UPDATE meeting_request SET state = 'withdrawn', turn = NULL, version = version + 1 WHERE turn IS NOT NULL RETURNING *
       )
       INSERT INTO meeting_request_move (request_id, version, by, did, at) SELECT id, version, 'from', state, domain_now() FROM ended`,
    );
    if ((index + 1) % 10 === 0) tally.say(`${index + 1} rounds`);
  }
  for (const line of lines) line.close();
  for (const words of await broken(instance)) tally.complain(words);
}
