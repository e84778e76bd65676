import { pdfFile, send } from '../builders/files.js';
import { accept, after, type MeetingEvent, requestInput, wasInRoom } from '../builders/meetings.js';
import type { TestPerson } from '../builders/people.js';
import { newParticipant } from '../builders/registrations.js';
import { nextSeed } from '../draws.js';
import type { TestApp } from '../start-app.js';

type Participant = TestPerson & { participantId: string; organisationId: string };

/** Two people of an event, what stands between them, and the words of the other by which an answer is known to hold them. */
export interface TwoPeople {
  /** Who reads. */
  me: Participant;
  /** Of whom is told. */
  them: Participant;
  words: Words;
  /** What stands in the paths. */
  ids: Record<string, string>;
  /** What they do after whatever came between the two, of which nothing may be told any more. */
  goOn(): Promise<void>;
  /** They end what stands between the two, without a block. */
  end(): Promise<{ status: number }>;
}

/** What the other person said, by where. */
export type Words = Readonly<
  Record<'job' | 'reason' | 'note' | 'message' | 'file' | 'phone' | 'planB' | 'notes', string>
>;

export const betweenThem = ['asked', 'met', 'guest'] as const;
export type BetweenThem = (typeof betweenThem)[number];

/** Two people who only ask, who meet, and of whom one comes along as a guest. */
export function twoPeople(app: TestApp, scene: MeetingEvent): Record<BetweenThem, () => Promise<TwoPeople>> {
  const { eventId } = scene.event;

  const newTwo = async () => {
    const seed = nextSeed().slice(0, 8);
    const words: Words = {
      job: `Keeper ${seed}`,
      reason: `Reason ${seed}`,
      note: `Note ${seed}`,
      message: `Message ${seed}`,
      file: `file-${seed}.pdf`,
      phone: `+49 30 ${Number.parseInt(seed, 16)}`,
      planB: `https://elsewhere.example/${seed}`,
      notes: `Notes ${seed}`,
    };
    const me = await newParticipant(app, eventId, 'DE1');
    const them = await newParticipant(app, eventId, 'JP-27', { jobTitle: words.job });
    await app.http(them).put('/api/me/card', { title: words.job, phone: words.phone, website: null });
    const { body: feed } = await app.http(me).get<{ url: string }>('/api/me/calendar');
    return { me, them, words, file: feed.url.split('/').at(-1)! };
  };
  const say = async ({ them, words }: { them: Participant; words: Words }, requestId: string) => {
    const { body } = await send(app, them, pdfFile(words.file), words.file);
    await app
      .http(them)
      .post(`/api/meeting-requests/${requestId}/messages`, { text: words.message, fileIds: [body.fileId] });
    return body.fileId;
  };
  /** Whoever reads learns that they did. */
  const read = async (them: Participant, requestId: string, messageId: string) => {
    await app.http(them).put(`/api/meeting-requests/${requestId}/messages/read`, { messageId });
  };
  const write = async (me: Participant, requestId: string): Promise<string> =>
    (await app.http(me).post(`/api/meeting-requests/${requestId}/messages`, { text: 'From me' })).body.messageId;

  const asked = async (): Promise<TwoPeople> => {
    const { me, them, words, file } = await newTwo();
    const input = requestInput(me, scene.slots.slice(1, 3), { reason: words.reason });
    const { body } = await app.http(them).post(`/api/events/${eventId}/meeting-requests`, input);
    const requestId = body.requestId as string;
    const fileId = await say({ them, words }, requestId);
    const mine = await write(me, requestId);
    await app.db.query(
      `INSERT INTO meeting_preference (from_participant_id, to_participant_id, event_id, preference, said_at) VALUES ($1, $2, $3, 'meet', now())`,
      [me.participantId, them.participantId, eventId],
    );
    await app.db.query(
      `INSERT INTO schedule_gap (event_id, slot_id, one_participant_id, other_participant_id, offered_at, state)
       VALUES ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), domain_now(), 'open')`,
      [eventId, scene.slots[4]!.slotId, me.participantId, them.participantId],
    );
    return {
      ...{ me, them, words },
      ids: { file, requestId, fileId },
      goOn: () => read(them, requestId, mine),
      end: () => app.http(them).post(`/api/meeting-requests/${requestId}/withdraw`),
    };
  };

  const met = async (): Promise<TwoPeople> => {
    const { me, them, words, file } = await newTwo();
    const input = requestInput(me, [scene.slots[0]!], { reason: words.reason });
    const { body } = await app.http(them).post(`/api/events/${eventId}/meeting-requests`, input);
    const requestId = body.requestId as string;
    const { meetingId } = (await accept(app, me, requestId, scene.slots[0]!)).body;
    const fileId = await say({ them, words }, requestId);
    const mine = await write(me, requestId);
    await app.http(them).put(`/api/meetings/${meetingId}/cards/${me.participantId}`);
    await app.http(me).put(`/api/meetings/${meetingId}/cards/${them.participantId}`);
    const room = `/api/meetings/${meetingId}/room`;
    const { body: proposed } = await app.http(them).put(`${room}/plan-b`, { kind: 'link', value: words.planB });
    await app.http(me).post(`${room}/plan-b/agreement`, { planBId: proposed.proposal.planBId });
    await app.db.query(
      `INSERT INTO meeting_notes (meeting_id, state, text, changed_by, changed_at) VALUES ($1, '\\x00', $2, $3, domain_now())`,
      [meetingId, words.notes, them.participantId],
    );
    const { body: move } = await app
      .http(them)
      .post(`/api/meetings/${meetingId}/reschedule`, { slotIds: [scene.slots[3]!.slotId], note: words.note });
    return {
      ...{ me, them, words },
      ids: { file, requestId: move.requestId, meetingId, fileId },
      goOn: () => read(them, requestId, mine),
      end: () => app.http(them).post(`/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null }),
    };
  };

  const guest = async (): Promise<TwoPeople> => {
    const { me, them, words, file } = await newTwo();
    const host = await newParticipant(app, eventId, 'FR1');
    const input = requestInput(host, [scene.slots[0]!], {
      reason: words.reason,
      people: [{ participantId: me.participantId as never, part: 'optional' }],
    });
    const { body } = await app.http(them).post(`/api/events/${eventId}/meeting-requests`, input);
    const requestId = body.requestId as string;
    const { meetingId } = (await accept(app, host, requestId, scene.slots[0]!)).body;
    const { body: invitations } = await app.http(me).get(`/api/events/${eventId}/guest-invitations`);
    const { guestId } = invitations[0];
    const accepted = await app.http(me).post(`/api/guests/${guestId}/accept`);
    if (accepted.status !== 200) throw new Error(`The guest does not come: ${JSON.stringify(accepted.body)}`);
    const fileId = await say({ them, words }, requestId);
    return {
      ...{ me, them, words },
      ids: { file, requestId, meetingId, guestId, fileId },
      goOn: () => Promise.resolve(),
      end: () => app.http(them).post(`/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null }),
    };
  };

  return { asked, met, guest };
}

/** As if they were in the meeting's room since it opened. */
export async function isHere(app: TestApp, { them, ids }: TwoPeople): Promise<void> {
  const { body: meeting } = await app.http(them).get(`/api/meetings/${ids['meetingId']}`);
  await wasInRoom(app, meeting, them.userId, after(meeting.startsAt, -5), null);
}
