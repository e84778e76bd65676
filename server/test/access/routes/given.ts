import { registrationInput } from '../../builders/registrations.js';
import type { TestApp } from '../../start-app.js';
import type { Audience } from '../audiences.js';
import type { World } from '../world.js';

interface Row {
  who: Audience;
  body?: unknown;
  /** Ids that stand in this row's path instead of the world's. */
  ids?: Record<string, string>;
}
export type RouteTable = Readonly<Record<string, Row>>;

/** What the rows speak of. */
export type Given = Awaited<ReturnType<typeof given>>;

export async function given(app: TestApp, world: World) {
  const { people, partner, slots, draft, other, ids } = world;
  const slotIds = [slots.at(-2)!.slotId];
  const registration = await registrationInput(app, ids['eventId']!, people.own, {
    organisation: { choose: 'existing', organisationId: ids['organisationId'] as never },
  });
  const ofDraft = { eventId: draft.eventId, slug: draft.slug, sessionId: draft.session.sessionId };
  const elsewhere = { participantId: other.participantId, sessionId: other.session.sessionId };
  // Made by hand: a room is open for a quarter of an hour.
  const [help] = (await app.db.query(
    `INSERT INTO meeting_help_request (event_id, meeting_id, participant_id, about, asked_at)
     SELECT meeting.event_id, meeting.id, seat.participant_id, 'other', now()
     FROM meeting JOIN meeting_seat seat ON seat.meeting_id = meeting.id AND seat.kind = 'user'
     WHERE meeting.id = $1 LIMIT 1 RETURNING id`,
    [ids['meetingId']],
  )) as { id: string }[];
  const [officeDay] = (await app.db.query(
    `INSERT INTO office_day (region_code, first_on, last_on, works) VALUES ('JP-14', '2027-03-01', '2027-03-01', false) RETURNING id`,
  )) as { id: string }[];
  const [message] = (await app.db.query(
    `INSERT INTO thread_message (request_id, participant_id, text, sent_at, files)
     SELECT id, from_participant_id, 'Shall we bring samples?', now(), 0 FROM meeting_request WHERE id = $1 RETURNING id`,
    [ids['requestId']],
  )) as { id: string }[];
  const code = { code: '000000' };
  const unknownId = '00000000-0000-4000-8000-000000000000';
  const token = { token: 'x'.repeat(43) };
  const interpreterPut = { pairs: [['en', 'ja']], available: [], inARow: 3, breakMinutes: 15 };
  const outcome = {
    result: 'met',
    followUp: 'none',
    nextStep: null,
    nextStepOwner: null,
    nextStepDue: null,
    kind: null,
  };

  return {
    ...{ people, partner, slots, slotIds, registration, ofDraft, elsewhere, code, unknownId, token, interpreterPut },
    ...{ outcome, ids, helpRequestId: help!.id, officeDayId: officeDay!.id, messageId: message!.id },
  };
}
