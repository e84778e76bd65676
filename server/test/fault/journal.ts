import type { HttpClient } from '../http-client.js';

/** A command as its sender knows it: what it asked for under which key, and the answer once there was one. */
export interface Entry {
  requestId: string;
  slotId: string;
  key: string;
  acknowledged: string | null;
}

/** What a client wrote down. Whatever it says was acknowledged must be in the database, whoever was killed since. */
export class Journal {
  readonly entries: Entry[] = [];

  note(requestId: string, slotId: string, key: string): Entry {
    const entry = { requestId, slotId, key, acknowledged: null };
    this.entries.push(entry);
    return entry;
  }

  /** Sends an acceptance; an answer that never came leaves the entry open. */
  async send(entry: Entry, http: HttpClient): Promise<number | null> {
    const { requestId, slotId, key } = entry;
    const answer = await http.post(`/api/meeting-requests/${requestId}/accept`, { slotId }, { key }).catch(() => null);
    if (answer?.status === 201) {
      const { meetingId } = answer.body as { meetingId: string };
      if (entry.acknowledged && entry.acknowledged !== meetingId) throw new Error('One command had two answers');
      entry.acknowledged = meetingId;
    }
    return answer?.status ?? null;
  }

  get acknowledged(): string[] {
    return this.entries.flatMap(({ acknowledged }) => (acknowledged === null ? [] : [acknowledged])).sort();
  }
}
