import { rng } from '@musubi/testing';
import type { BenchInstance } from '../instance/bench-instance.ts';
import { newBenchEvent, newPeople, newRequests, type BenchRequest } from '../instance/people.ts';
import { HttpLine } from '../load/http-line.ts';
import { inParallel } from '../load/in-parallel.ts';
import { broken } from './invariants.ts';
import type { Tally } from './tally.ts';

const perRound = 5_000;
const peoplePerRound = 160;
const connections = 24;

/** Random acceptances by random people for random slots, some sent twice: each is a booking or a coded refusal. */
export async function attempts(instance: BenchInstance, wanted: number, tally: Tally): Promise<void> {
  const random = rng('soak');
  const lines = Array.from({ length: connections }, () => new HttpLine(instance.port));
  for (let left = wanted; left > 0; left -= perRound) {
    const { event, slots } = await newBenchEvent(instance, 24);
    const people = await newPeople(instance, event.eventId, peoplePerRound);
    const pairs = new Map<string, Omit<BenchRequest, 'requestId'>>();
    while (pairs.size < Math.min(left, perRound)) {
      const [from, to] = [random.pick(people), random.pick(people)];
      if (from !== to) pairs.set([from.userId, to.userId].sort().join(), { from, to, slot: random.pick(slots) });
    }
    const requests = await newRequests(instance, event, [...pairs.values()]);
    await inParallel(requests, lines, async ({ requestId, to, slot }, line) => {
      const { status } = await line.post(
        `/api/meeting-requests/${requestId}/accept`,
        { slotId: slot.slotId },
        to.cookie,
      );
      tally.add(status === 201 ? 'booked' : status === 409 ? 'refused' : `status ${status}`);
      if (status !== 201 && status !== 409) tally.complain(`an attempt was answered ${status}`);
    });
    for (const words of await broken(instance)) tally.complain(words);
    tally.say(`${wanted - Math.max(0, left - perRound)} attempts`);
  }
  for (const line of lines) line.close();
}
