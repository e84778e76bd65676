import { randomUUID } from 'node:crypto';
import type { BenchRequest } from '../instance/people.ts';
import type { HttpLine } from '../load/http-line.ts';

/** An acceptance as its sender knows it. */
interface Entry {
  request: BenchRequest;
  key: string;
  meetingId: string | null;
}

/** What clients wrote down: what they asked for under which key, and what was acknowledged. */
export class Journal {
  readonly entries: Entry[] = [];
  /** Commands that were answered twice, differently. */
  contradictions = 0;

  note(requests: readonly BenchRequest[]): Entry[] {
    const entries = requests.map((request) => ({ request, key: randomUUID(), meetingId: null }));
    this.entries.push(...entries);
    return entries;
  }

  /** @returns the status; null where the answer never came */
  async send(entry: Entry, line: HttpLine): Promise<number | null> {
    const { requestId, to, slot } = entry.request;
    const path = `/api/meeting-requests/${requestId}/accept`;
    const answer = await line.post(path, { slotId: slot.slotId }, to.cookie, entry.key).catch(() => null);
    if (answer?.status !== 201) return answer?.status ?? null;
    const { meetingId } = JSON.parse(answer.text) as { meetingId: string };
    if (entry.meetingId !== null && entry.meetingId !== meetingId) this.contradictions++;
    entry.meetingId = meetingId;
    return 201;
  }

  /** Sends it until there is an answer, as a client does whose network comes and goes. */
  async insist(entry: Entry, line: HttpLine): Promise<number> {
    for (const until = Date.now() + 30_000; ;) {
      const status = await this.send(entry, line);
      if (status !== null && status < 500) return status;
      if (Date.now() > until) return status ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  get acknowledged(): string[] {
    return this.entries.flatMap(({ meetingId }) => (meetingId === null ? [] : [meetingId]));
  }
}
