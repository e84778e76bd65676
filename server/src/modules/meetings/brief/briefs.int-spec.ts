import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingBrief, MeetingView, OrganisationId } from '@musubi/contracts';
import { code, meet, type MeetingEvent, newMeetingEvent, newPair } from '../../../../test/builders/meetings.js';
import { publish } from '../../../../test/builders/profiles/opportunities.js';
import { newParticipant, register } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Facts } from '../../../platform/index.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let european: Person;
let japanese: Person;
let meeting: MeetingView;
const told: string[] = [];
beforeAll(async () => {
  app = await startApp();
  app.app.get(Facts).on('meeting.near', async ({ meetingId }) => void told.push(meetingId));
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, eventId));
  meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
});

const brief = async (person: { cookie: string }) =>
  (await app.http(person).get<MeetingBrief>(`/api/meetings/${meeting.meetingId}/brief`)).body;

describe('a brief', () => {
  it('names both people, what they meet about, and what each organisation has published', async () => {
    const mine = await publish(app, european);
    const theirs = await publish(app, japanese, { kind: 'request' });
    expect(await brief(european)).toMatchObject({
      meetingId: meeting.meetingId,
      startsAt: meeting.startsAt,
      reason: 'Sensors for small factories',
      sides: [
        { me: true, participant: { userId: european.userId }, published: [{ opportunityId: mine.opportunityId }] },
        { me: false, participant: { userId: japanese.userId }, published: [{ opportunityId: theirs.opportunityId }] },
      ],
      past: [],
      agreements: [],
    });
    expect((await brief(japanese)).sides.map(({ me }) => me)).toEqual([false, true]);
  });

  it('names meetings that took place before, of the two or of colleagues, and no others', async () => {
    const before = await newMeetingEvent(app, { title: { en: 'Webinar', ja: 'ウェビナー', original: 'en' } });
    const inBoth = async (person: Person) => ({
      ...person,
      participantId: (
        await register(app, before.event.eventId, person, {
          organisation: { choose: 'existing', organisationId: person.organisationId as OrganisationId },
        })
      ).body.participantId as string,
    });
    const [there, theirs] = [await inBoth(european), await inBoth(japanese)];
    const held = await meet(app, before.event.eventId, there, theirs, before.slots[2]!);
    await meet(app, before.event.eventId, await newParticipant(app, before.event.eventId), theirs, before.slots[3]!);
    await app.db.query(`UPDATE meeting SET state = 'held' WHERE event_id = $1`, [before.event.eventId]);
    await app.db.query(`UPDATE meeting SET slot_id = $2 WHERE id = $1`, [
      meeting.meetingId,
      scene.slots.at(-1)!.slotId,
    ]);
    expect((await brief(european)).past).toEqual([
      {
        meetingId: held.meetingId,
        eventTitle: { en: 'Webinar', ja: 'ウェビナー', original: 'en' },
        startsAt: before.slots[2]!.startsAt,
        same: true,
      },
    ]);
  });

  it('names the agreements between their regions', async () => {
    const [one, other] = [await newParticipant(app, eventId, 'DEA'), await newParticipant(app, eventId, 'JP-07')];
    meeting = await meet(app, eventId, one, other, scene.slots[1]!);
    expect((await brief(one)).agreements).toMatchObject([
      { eu: 'Land Nordrhein-Westfalen', jp: 'Fukushima Prefecture', date: '2014-02-10' },
    ]);
  });

  it('is for the people of the meeting alone', async () => {
    const path = `/api/meetings/${meeting.meetingId}/brief`;
    const stranger = await newParticipant(app, eventId);
    expect(code(await app.http(stranger).get(path))).toEqual([404, 'not_found']);
    expect(code(await app.http(scene.organiser).get(path))).toEqual([404, 'not_found']);
  });
});

describe('the day before', () => {
  const rounds = async () => {
    told.length = 0;
    await app.jobs.runSweeps();
    return told.filter((id) => id === meeting.meetingId).length;
  };
  /** Puts the meeting's slot so many minutes from now. */
  const startsIn = (minutes: number, of = meeting.slotId as string) =>
    app.db.query(
      `UPDATE meeting_slot SET starts_at = at, ends_at = at + interval '20 min', during = tstzrange(at, at + interval '20 min')
       FROM (SELECT domain_now() + make_interval(mins => $2) AS at) AS moment WHERE id = $1`,
      [of, minutes],
    );
  const ownSlot = async (minutes: number): Promise<string> => {
    const [row] = await app.db.query(
      `INSERT INTO meeting_slot (event_id, block_id, starts_at, ends_at, during)
       SELECT event_id, block_id, at, at + interval '20 min', tstzrange(at, at + interval '20 min')
       FROM meeting_slot, (SELECT domain_now() + make_interval(mins => $2) AS at) AS moment WHERE id = $1 RETURNING id`,
      [meeting.slotId, minutes],
    );
    await app.db.query('UPDATE meeting SET slot_id = $2 WHERE id = $1', [meeting.meetingId, row.id]);
    return row.id;
  };

  it('comes once, not earlier, not in the last half hour, and not for a cancelled meeting', async () => {
    const slot = await ownSlot(24 * 60 + 5);
    expect(await rounds()).toBe(0);
    await startsIn(24 * 60 - 5, slot);
    expect([await rounds(), await rounds()]).toEqual([1, 0]);
    const late = await ownSlot(20);
    expect(await rounds()).toBe(0);
    await startsIn(45, late);
    await app.http(european).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null });
    expect(await rounds()).toBe(0);
  });

  it('comes once more where the meeting has moved', async () => {
    await ownSlot(120);
    expect(await rounds()).toBe(1);
    await ownSlot(300);
    expect([await rounds(), await rounds()]).toEqual([1, 0]);
  });
});
