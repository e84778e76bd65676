import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MeetingView } from '@musubi/contracts';
import { after, meet, type MeetingEvent, newMeetingEvent, newPair } from '../../../../test/builders/meetings.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let event: MeetingEvent;
beforeAll(async () => {
  app = await startApp();
  event = await newMeetingEvent(app);
});
afterAll(() => app.close());

const newMeeting = async (): Promise<MeetingView & { person: Awaited<ReturnType<typeof newPair>>['european'] }> => {
  const { european, japanese } = await newPair(app, event.event.eventId);
  return { ...(await meet(app, event.event.eventId, european, japanese, event.slots[0]!)), person: european };
};
/** As if somebody had been in. */
const openRoom = ({ meetingId }: MeetingView) =>
  app.db.query(`INSERT INTO live_room (kind, source_id, event_id, name) VALUES ('meeting', $1, $2, $3)`, [
    meetingId,
    event.event.eventId,
    randomUUID(),
  ]);
const openRooms = async (meetings: MeetingView[]) => {
  const rows = (await app.db.query('SELECT source_id FROM live_room WHERE closed_at IS NULL')) as {
    source_id: string;
  }[];
  return meetings.map(({ meetingId }) => rows.some((row) => row.source_id === meetingId));
};

it('one look closes the rooms that are due, sooner where somebody is expected elsewhere, at the cost of one', async () => {
  const meetings = [await newMeeting(), await newMeeting(), await newMeeting(), await newMeeting()];
  const [busy] = meetings;
  const { japanese } = await newPair(app, event.event.eventId);
  await meet(app, event.event.eventId, busy!.person, japanese, event.slots[1]!);
  await app.jumpTo(after(event.slots[0]!.startsAt, -5));
  await app.jobs.runSweeps();
  await openRoom(meetings[0]!);
  const forOne = await countQueries(app, () => app.jobs.runSweeps());
  for (const one of meetings.slice(1)) await openRoom(one);
  expect(await countQueries(app, () => app.jobs.runSweeps())).toBe(forOne);
  await app.jumpTo(after(event.slots[1]!.startsAt, -1));
  await app.jobs.runSweeps();
  expect(await openRooms(meetings)).toEqual([true, true, true, true]);
  await app.jumpTo(new Date(event.slots[1]!.startsAt));
  await app.jobs.runSweeps();
  expect(await openRooms(meetings)).toEqual([false, true, true, true]);
  await app.jumpTo(after(event.slots[0]!.endsAt, 15));
  await app.jobs.runSweeps();
  expect(await openRooms(meetings)).toEqual([false, false, false, false]);
});
