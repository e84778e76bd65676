import type { MeetingRequestView, MeetingView } from '@musubi/contracts';
import {
  accept,
  after,
  crowd,
  manyRequests,
  type MeetingEvent,
  type TestParticipant,
  wasInRoom,
} from '../builders/meetings.js';
import { newOrganiser, newPerson } from '../builders/people.js';
import { newParticipant } from '../builders/registrations.js';
import type { TestApp } from '../start-app.js';

export const roles = ['asker', 'asked', 'third', 'stranger', 'organiser'] as const;
export type Role = (typeof roles)[number];

/** What has become of what one asked of the other. `over` is last: the clock does not go back. */
export const states = [
  'requested',
  'countered',
  'declined',
  'withdrawn',
  'expired',
  'blocked',
  'left',
  'confirmed',
  'moving',
  'parted',
  'cancelled',
  'over',
] as const;
export type State = (typeof states)[number];

export interface Thing {
  eventId: string;
  requestId: string;
  /** Of a meeting that never came about: an id that nobody knows. */
  meetingId: string;
  slotId: string;
  otherSlotId: string;
  people: Record<Role, { cookie: string }>;
  participantIds: { asker: string; asked: string };
}

const nobody = '01890000-0000-7000-8000-000000000001';

/** Two new people and what is between them, in this state. */
export async function thingIn(
  app: TestApp,
  scene: MeetingEvent,
  bystanders: { third: { cookie: string }; stranger: { cookie: string }; organiser: { cookie: string } },
  state: State,
): Promise<Thing> {
  const [asker, asked] = (await crowd(app, scene.event.eventId, 2)) as [TestParticipant, TestParticipant];
  const [slot, other] = [scene.slots[0]!, scene.slots[1]!];
  const [requestId] = await manyRequests(app, scene.event, [{ from: asker, to: asked, slotIds: [slot.slotId] }]);
  const path = `/api/meeting-requests/${requestId}`;
  const ok = async (answer: Promise<{ status: number; body: unknown }>): Promise<unknown> => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${state} does not come about: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const book = async () => (await ok(accept(app, asked, requestId!, slot))) as MeetingView;
  const block = () => ok(app.http(asked).put(`/api/me/blocks/${asker.userId}`));
  let meetingId = nobody;
  switch (state) {
    case 'requested':
      break;
    case 'countered':
      await ok(app.http(asked).post(`${path}/counter`, { slotIds: [other.slotId], note: null }));
      break;
    case 'declined':
      await ok(app.http(asked).post(`${path}/decline`, { reason: 'other', note: null }));
      break;
    case 'withdrawn':
      await ok(app.http(asker).post(`${path}/withdraw`));
      break;
    case 'expired':
      await app.db.query('UPDATE meeting_request SET answer_by = domain_now() WHERE id = $1', [requestId]);
      await app.jobs.runSweeps();
      break;
    case 'blocked':
      await block();
      break;
    case 'left':
      await ok(app.http(asker).post(`/api/events/${scene.event.eventId}/registration/withdraw`));
      break;
    case 'confirmed':
    case 'parted':
    case 'cancelled':
    case 'moving': {
      ({ meetingId } = await book());
      if (state === 'parted') await block();
      if (state === 'cancelled')
        await ok(app.http(asked).post(`/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null }));
      if (state === 'moving')
        await ok(
          app.http(asker).post<MeetingRequestView>(`/api/meetings/${meetingId}/reschedule`, {
            slotIds: [other.slotId],
            note: null,
          }),
        );
      break;
    }
    case 'over': {
      const meeting = await book();
      meetingId = meeting.meetingId;
      await wasInRoom(app, meeting, asker.userId, after(meeting.startsAt, 0), after(meeting.endsAt, 0));
    }
  }
  return {
    eventId: scene.event.eventId,
    requestId: requestId!,
    meetingId,
    slotId: slot.slotId,
    otherSlotId: other.slotId,
    people: { ...bystanders, asker, asked },
    participantIds: { asker: asker.participantId, asked: asked.participantId },
  };
}

/** Who has nothing to do with it, each in their own way. */
export async function bystandersOf(app: TestApp, { event }: MeetingEvent) {
  return {
    third: await newParticipant(app, event.eventId),
    stranger: await newPerson(app),
    organiser: await newOrganiser(app, event.eventId),
  };
}

const tables = [
  'meeting_request',
  'meeting_request_move',
  'meeting_request_slot',
  'meeting_reschedule',
  'meeting',
  'meeting_seat',
  'meeting_verdict',
  'meeting_dispute',
  'meeting_declaration',
  'outcome',
  'commitment',
  'thread_message',
  'room_admission',
  'user_event',
  'audit_entry',
  'pgboss.job',
];

/** Everything that a command could change or tell, in one word. */
export async function fingerprint({ db }: TestApp): Promise<string> {
  const parts = tables.map(
    (table) => `(SELECT md5(string_agg(one::text, '|' ORDER BY one::text)) FROM ${table} AS one)`,
  );
  const [row] = (await db.query(`SELECT concat_ws('/', ${parts.join(', ')}) AS all`)) as { all: string }[];
  return row!.all;
}
