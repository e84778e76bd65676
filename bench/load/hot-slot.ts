import type { BenchPerson, BenchRequest } from '../instance/people.ts';
import type { HttpLine, LineAnswer } from './http-line.ts';

export interface HotSlotRound {
  booked: number;
  /** Told that the slot is taken, with others to choose from. */
  refused: number;
  errors5xx: number;
  others: number;
  /** Milliseconds of each answer. */
  times: number[];
}

/** All these requests for one slot are accepted at once in the name of the person who was asked, a connection each. */
export async function hotSlotRound(
  lines: readonly HttpLine[],
  person: BenchPerson,
  requests: readonly BenchRequest[],
): Promise<HotSlotRound> {
  const answers = await Promise.all(
    requests.map(({ requestId, slot }, index) =>
      lines[index]!.post(`/api/meeting-requests/${requestId}/accept`, { slotId: slot.slotId }, person.cookie),
    ),
  );
  const count = (fits: (answer: LineAnswer) => boolean): number => answers.filter(fits).length;
  const booked = count(({ status }) => status === 201);
  const refused = count((answer) => answer.status === 409 && offersOthers(answer));
  const errors5xx = count(({ status }) => status >= 500);
  return {
    booked,
    refused,
    errors5xx,
    others: answers.length - booked - refused - errors5xx,
    times: answers.map(({ ms }) => ms),
  };
}

function offersOthers({ text }: LineAnswer): boolean {
  const { code, data } = JSON.parse(text) as { code: string; data?: { alternatives?: unknown[] } };
  return code === 'meeting.slot_taken' && (data?.alternatives?.length ?? 0) > 0;
}
