import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView, MeetingView, SlotView } from '@musubi/contracts';
import {
  accept,
  ask,
  crowd,
  deadlocks,
  type MeetingEvent,
  meet,
  newMeetingEvent,
  type TestParticipant,
} from '../../../../../test/builders/meetings.js';
import { broken } from '../../../../../test/invariants.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

/** The soak tries more. */
const rounds = Number(process.env['ROUNDS'] ?? 6);

const acts = ['accept', 'cancel', 'expire', 'reschedule'] as const;
type Act = (typeof acts)[number];
const pairs = acts.flatMap((one, index) => acts.slice(index + 1).map((other) => [one, other] as Act[]));

let app: TestApp;
let scene: MeetingEvent;
let people: TestParticipant[];
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '20' } });
  scene = await newMeetingEvent(app);
  people = await crowd(app, scene.event.eventId, 2 * rounds * (pairs.length + 1));
}, 60_000);
afterAll(() => app.close());

interface Contended {
  meeting: MeetingView;
  /** The open request to move it to another slot. */
  move: string;
  asker: TestParticipant;
  asked: TestParticipant;
  to: SlotView;
  other: SlotView;
}

/** A meeting that one of the two wants to move: the other has not answered. */
async function contended(): Promise<Contended> {
  const [asker, asked] = people.splice(0, 2) as [TestParticipant, TestParticipant];
  const [from, to, other] = scene.slots as [SlotView, SlotView, SlotView];
  const meeting = await meet(app, scene.event.eventId, asker, asked, from);
  const { body } = await reschedule(asker, meeting, to);
  return { meeting, move: body.requestId, asker, asked, to, other };
}

const reschedule = (by: TestParticipant, { meetingId }: MeetingView, { slotId }: SlotView) =>
  app.http(by).post<MeetingRequestView>(`/api/meetings/${meetingId}/reschedule`, { slotIds: [slotId], note: null });

const doIt: Record<Act, (on: Contended) => Promise<{ status: number; body: unknown }>> = {
  accept: ({ asked, move, to }) => accept(app, asked, move, to),
  cancel: ({ asker, meeting }) =>
    app.http(asker).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null }),
  expire: async () => ({ status: 200, body: await app.jobs.runSweeps() }),
  reschedule: ({ asked, meeting, other }) => reschedule(asked, meeting, other),
};

/** All of them start where none has begun: those that need the meeting's row wait for it together, then it is let go. */
async function atABarrier(on: Contended, chosen: readonly Act[]) {
  if (chosen.includes('expire'))
    await app.db.query(`UPDATE meeting_request SET answer_by = domain_now() + interval '60 ms' WHERE id = $1`, [
      on.move,
    ]);
  const gate = app.db.createQueryRunner();
  await gate.startTransaction();
  await gate.query('SELECT FROM meeting WHERE id = $1 FOR UPDATE', [on.meeting.meetingId]);
  await gate.query('SELECT FROM meeting_request WHERE id = $1 FOR UPDATE', [on.move]);
  // Some are there before the time has run out, and time runs out while they wait.
  const answers = chosen.map(async (act) => {
    if (act === 'expire') await setTimeout(70);
    return [act, await doIt[act](on)] as const;
  });
  await setTimeout(chosen.includes('expire') ? 90 : 40);
  await gate.commitTransaction();
  await gate.release();
  const answered = await Promise.all(answers);
  // A sweep leaves what somebody holds to the next one.
  if (chosen.includes('expire')) await app.jobs.runSweeps();
  return Object.fromEntries(answered) as Partial<Record<Act, { status: number; body: { code?: string } }>>;
}

async function stands({ meeting, move, asker }: Contended) {
  const http = app.http(asker);
  const now = (await http.get<MeetingView>(`/api/meetings/${meeting.meetingId}`)).body;
  const request = (await http.get<MeetingRequestView>(`/api/meeting-requests/${move}`)).body;
  return { state: now.state, slotId: now.slotId, move: request.state };
}

const endedBy = ['meeting_request.wrong_state', 'event.cancelled', 'participant.unavailable', 'registration.required'];

const refusals = [
  'meeting_request.wrong_state',
  'meeting_request.expired',
  'meeting_request.duplicate',
  'meeting.wrong_state',
  'meeting.slot_taken',
];

describe.each([...pairs, [...acts]].map((chosen) => [chosen.join(' × '), chosen] as const))(
  'at one instant: %s',
  (_, chosen) => {
    it(
      'each is done or refused with a code, and everything fits together afterwards',
      async () => {
        for (let round = 0; round < rounds; round++) {
          const on = await contended();
          const answers = await atABarrier(on, chosen);
          const after = await stands(on);
          const done = (act: Act) => answers[act] !== undefined && answers[act].status < 300;
          for (const { status, body } of Object.values(answers))
            if (status >= 300) expect(refusals).toContain(body.code);
          // What was answered is what is.
          if (chosen.includes('cancel')) expect([done('cancel'), after.state]).toEqual([true, 'cancelled']);
          else expect(after.state).toBe('confirmed');
          expect(after.slotId).toBe((done('accept') ? on.to : scene.slots[0]!).slotId);
          if (done('accept')) expect(after.move).toBe('accepted');
          else expect(['requested', 'expired', 'unavailable', 'countered']).toContain(after.move);
          if (chosen.includes('expire') && !done('accept') && !done('cancel')) expect(after.move).toBe('expired');
          expect(await broken(app)).toEqual({});
        }
      },
      60_000 + 2_000 * rounds,
    );
  },
);

/** Whoever ends what is between two people, while one of them answers the other. */
const endings = {
  'registration withdrawn': ({ asker }: Asked) =>
    app.http(asker).post(`/api/events/${ofAsked.event.eventId}/registration/withdraw`),
  'the other leaves': ({ asked }: Asked) =>
    app.http(asked).post(`/api/events/${ofAsked.event.eventId}/registration/withdraw`),
  'a block': ({ asker, asked }: Asked) => app.http(asker).put(`/api/me/blocks/${asked.userId}`, {}),
  'event cancelled': () => app.http(ofAsked.organiser).post(`/api/events/${ofAsked.event.eventId}/cancel`),
} as const;
type Ending = keyof typeof endings;
const answering = {
  accept: ({ requestId, asked }: Asked) => accept(app, asked, requestId, ofAsked.slots[0]!),
  counter: ({ requestId, asked }: Asked) =>
    app
      .http(asked)
      .post(`/api/meeting-requests/${requestId}/counter`, { slotIds: [ofAsked.slots[1]!.slotId], note: null }),
} as const;

let ofAsked: MeetingEvent;
interface Asked {
  requestId: string;
  asker: TestParticipant;
  asked: TestParticipant;
}

describe.each(
  (Object.keys(answering) as (keyof typeof answering)[]).flatMap((answer) =>
    (Object.keys(endings) as Ending[]).map((ending) => [answer, ending] as const),
  ),
)('at one instant: %s × %s', (answer, ending) => {
  it.each(['answer', 'ending'] as const)('the %s begins, and nothing is left between the two', async (first) => {
    ofAsked = await newMeetingEvent(app);
    const { eventId } = ofAsked.event;
    const [asker, asked] = (await crowd(app, eventId, 2)) as [TestParticipant, TestParticipant];
    const { requestId } = (await ask(app, eventId, asker, asked, [ofAsked.slots[0]!])).body;
    const on = { requestId, asker, asked };
    const gate = app.db.createQueryRunner();
    await gate.startTransaction();
    await gate.query('SELECT FROM meeting_request WHERE id = $1 FOR UPDATE', [requestId]);
    const [answers, ends] = [() => answering[answer](on), () => endings[ending](on)];
    const begun = first === 'answer' ? answers() : ends();
    await setTimeout(40);
    const followed = first === 'answer' ? ends() : answers();
    await setTimeout(60);
    await gate.commitTransaction();
    await gate.release();
    const [answered, ended] =
      first === 'answer' ? await Promise.all([begun, followed]) : await Promise.all([followed, begun]);
    expect(ended.status).toBeLessThan(300);
    if (answered.status >= 300) expect(endedBy).toContain((answered.body as { code?: string }).code);
    // Answered before it ended, or not at all: a block leaves a meeting that was agreed on, everything else does not.
    const stands = (await app.db.query(
      `SELECT request.turn, meeting.state FROM meeting_request request LEFT JOIN meeting ON meeting.request_id = request.id
       WHERE request.id = $1`,
      [requestId],
    )) as { turn: string | null; state: string | null }[];
    const kept = ending === 'a block' && answered.status === 201 ? 'confirmed' : 'cancelled';
    expect(stands).toEqual([{ turn: null, state: answer === 'accept' && answered.status === 201 ? kept : null }]);
  });
});

describe('after all of them', () => {
  it('PostgreSQL had to break no circle', async () => {
    expect(await deadlocks(app)).toBe(0);
  });
});
