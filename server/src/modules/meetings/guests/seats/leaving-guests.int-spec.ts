import { describe, expect, it } from '@jest/globals';
import { accept, deadlocks, meet, newPair } from '../../../../../test/builders/meetings.js';
import { guestScene } from '../../../../../test/builders/guests/scene.js';
import { until } from '../../../../../test/until.js';

const set = guestScene();

/** Does one after the other as far as each can come while somebody else holds the row, then lets go. */
async function oneAfterTheOther<T>(
  table: 'meeting' | 'meeting_request',
  id: string,
  works: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const { db } = set.app;
  const waiting = async (): Promise<number> => {
    const [row] = (await db.query(
      `SELECT count(DISTINCT pid)::int AS n FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE NOT granted AND datname = current_database()`,
    )) as [{ n: number }];
    return row.n;
  };
  const gate = db.createQueryRunner();
  await gate.startTransaction();
  try {
    await gate.query(`SELECT FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
    const running: Promise<T>[] = [];
    for (const work of works) {
      running.push(work());
      await until(async () => (await waiting()) >= running.length, 20);
    }
    await gate.commitTransaction();
    return await Promise.all(running);
  } finally {
    if (gate.isTransactionActive) await gate.rollbackTransaction();
    await gate.release();
  }
}

const quits = () => set.app.http(set.third).post(`/api/events/${set.eventId}/registration/withdraw`);

describe('a guest who leaves the event', () => {
  it('and says not to come, at the same time: neither waits for the other in a circle', async () => {
    const { app, eventId, scene, desk, european, japanese, third } = set;
    const { requestId, meetingId } = await meet(app, eventId, european, japanese, scene.slots[0]!);
    await desk.comes(european, requestId, third);
    const answers = await oneAfterTheOther('meeting', meetingId, [() => desk.answer(third, 'decline'), quits]);
    expect(answers.map(({ status }) => status < 300)).toEqual([true, true]);
    expect(await deadlocks(app)).toBe(0);
  });

  it('while the two agree on a time at which this guest is elsewhere: neither waits for the other in a circle', async () => {
    const { app, eventId, scene, desk, european, japanese, third } = set;
    const { body } = await desk.ask(european, japanese, [0]);
    await desk.comes(european, body.requestId, third, 'optional');
    const { japanese: other } = await newPair(app, eventId);
    await meet(app, eventId, third, other, scene.slots[0]!);
    const answers = await oneAfterTheOther<{ status: number }>('meeting_request', body.requestId, [
      () => accept(app, japanese, body.requestId, scene.slots[0]!),
      quits,
    ]);
    expect(answers.map(({ status }) => status < 300)).toEqual([true, true]);
    expect(await deadlocks(app)).toBe(0);
  });
});
