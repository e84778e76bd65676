import { randomUUID } from 'node:crypto';
import type {
  CaseView,
  EventView,
  FollowUpItem,
  GuestInvitation,
  InterpreterView,
  MyOrganisation,
  OutcomeInput,
  SavedFilter,
} from '@musubi/contracts';
import { Draft } from '../../src/modules/programme/index.js';
import { eventInput, newEvent } from '../builders/events.js';
import { pdfFile, send } from '../builders/files.js';
import { after, ask, meet, newBlock, newMeetingEvent, requestInput } from '../builders/meetings.js';
import { publish } from '../builders/profiles/opportunities.js';
import { newOrganiser, newPerson, type TestPerson } from '../builders/people.js';
import { publishProfile } from '../builders/profiles/profiles.js';
import { importInput, importProgramme, programmeFile, releaseProgramme } from '../builders/programmes.js';
import { newParticipant } from '../builders/registrations.js';
import type { TestApp } from '../start-app.js';
import type { Caller } from './audiences.js';

/** One event with everything that routes are about, who may ask for it, and a draft that nobody knows of. */
export type World = Awaited<ReturnType<typeof newWorld>>;

const claim: OutcomeInput = {
  result: 'met',
  followUp: 'agreed',
  nextStep: 'Write down a joint project',
  nextStepOwner: 'both',
  nextStepDue: '2099-01-01',
  kind: null,
  note: null,
};

export async function newWorld(app: TestApp) {
  const { event, organiser: owner, slots } = await newMeetingEvent(app);
  const { event: otherEvent } = await newEvent(app);
  const own = await newParticipant(app, event.eventId, 'DE1');
  const partner = await newParticipant(app, event.eventId, 'JP-27');
  const colleague = await newParticipant(app, event.eventId, 'DE1', {
    organisation: { choose: 'existing', organisationId: own.organisationId as never },
  });
  const people = {
    nobody: null,
    stranger: await newPerson(app),
    outsider: await newParticipant(app, otherEvent.eventId),
    participant: await newParticipant(app, event.eventId),
    own,
    organiser: await newOrganiser(app, event.eventId),
    elsewhere: await newOrganiser(app, otherEvent.eventId),
    unproven: await newOrganiser(app, event.eventId),
    owner,
  } satisfies Record<Caller, TestPerson | null>;

  await app.db.query('UPDATE login SET second_factor_at = NULL WHERE user_id = $1', [people.unproven.userId]);

  const session = await talkOf(app, event, owner, own.userId);
  const opportunity = await publish(app, own);
  const profile = await publishProfile(app, own, owner);
  const meeting = await meet(app, event.eventId, partner, own, slots[0]!);
  await app.http(own).put(`/api/meeting-requests/${meeting.requestId}/interpretation`, { languages: ['en', 'ja'] });
  const { body: interpreter } = await app
    .http(owner)
    .post<InterpreterView>(`/api/organise/events/${event.eventId}/interpreters`, {
      address: 'ken@interpreters.example',
      name: own.name,
      pairs: [['en', 'ja']],
      available: [],
      inARow: 3,
      breakMinutes: 15,
    });
  const { body: question } = await app
    .http(own)
    .post(`/api/sessions/${session.sessionId}/questions`, { text: 'Who lends the benches?', anonymous: false });
  await app.jumpTo(after(meeting.endsAt, 1));
  await app.http(own).put(`/api/meetings/${meeting.meetingId}/outcome`, claim);
  const { body: followUp } = await app.http(own).get<FollowUpItem[]>(`/api/events/${event.eventId}/follow-up`);
  const open = await ask(app, event.eventId, own, people.participant, [slots.at(-1)!]);
  if (open.status !== 201) throw new Error(`The request was refused: ${JSON.stringify(open.body)}`);
  await app.http(own).post(`/api/meeting-requests/${open.body.requestId}/withdraw`);
  await app.http(partner).post(
    `/api/events/${event.eventId}/meeting-requests`,
    requestInput(people.participant, [slots.at(-2)!], {
      people: [{ participantId: own.participantId as never, part: 'optional' }],
    }),
  );
  const { body: invitations } = await app
    .http(own)
    .get<GuestInvitation[]>(`/api/events/${event.eventId}/guest-invitations`);
  await app.jobs.drain();
  const { body: organisations } = await app.http(own).get<MyOrganisation[]>('/api/me/organisations');
  const { body: mails } = await app.http().get<{ id: string }[]>('/api/mail');
  const { body: feed } = await app.http(own).get<{ url: string }>('/api/me/calendar');
  await app.signIn(own.userId);
  const { body: logins } = await app.http(own).get<{ loginId: string; current: boolean }[]>('/api/me/logins');
  const { body: saved } = await app
    .http(own)
    .post<SavedFilter>('/api/me/directory-filters', { name: 'Kansai', filter: { place: ['JP-27'] } });
  const { body: file } = await send(app, own, pdfFile(), 'plan.pdf');
  await app
    .http(own)
    .post(`/api/meeting-requests/${meeting.requestId}/messages`, { text: 'Our plan', fileIds: [file.fileId] });
  await app.http(partner).put(`/api/meetings/${meeting.meetingId}/cards/${own.participantId}`);
  await app.http(own).put(`/api/meetings/${meeting.meetingId}/cards/${partner.participantId}`);
  // Nobody meets in it, so that it may be changed and go.
  const { body: spare } = await newBlock(app, owner, event, { dates: ['2020-01-02'] });
  const { body: draft } = await app.http(owner).post<EventView>('/api/events', eventInput());

  const [assistant] = (await app.db.query(
    `INSERT INTO assistant (event_id, principal_id, assistant_id, state, asked_at) VALUES ($1, $2, $3, 'asked', domain_now()) RETURNING id`,
    [event.eventId, own.participantId, colleague.participantId],
  )) as { id: string }[];
  const [run] = (await app.db.query(
    `INSERT INTO schedule_run (event_id, number, state, mode, block_ids, seed, seconds, started_by, started_at, ended_at, progress, counts)
     VALUES ($1, 1, 'stopped', 'whole', '{}', 1, 1, $2, domain_now(), domain_now(), $3, $4) RETURNING id`,
    [
      event.eventId,
      owner.userId,
      {
        ...{ phase: 'first', ms: 0, iterations: 0, meetings: 0, objective: null },
        bound: null,
        gap: null,
        proved: false,
        curve: [],
      },
      { people: 0, wishes: 0, slots: 0, fixed: 0 },
    ],
  )) as { id: string }[];
  const [gap] = (await app.db.query(
    `INSERT INTO schedule_gap (event_id, slot_id, one_participant_id, other_participant_id, offered_at, state)
     VALUES ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), domain_now(), 'open') RETURNING id`,
    [event.eventId, slots.at(-1)!.slotId, own.participantId, partner.participantId],
  )) as { id: string }[];

  return {
    people,
    partner,
    slots,
    draft: { ...draft, session: await talkOf(app, draft, owner, null) },
    /** Things of the other event, for paths that name this one. */
    other: { participantId: people.outsider.participantId, session: await talkOf(app, otherEvent, owner, null) },
    ids: {
      eventId: event.eventId,
      blockId: spare.blockId,
      slug: event.slug,
      participantId: own.participantId,
      organisationId: own.organisationId,
      profile: profile.slug!,
      opportunityId: opportunity.opportunityId,
      affiliationId: organisations[0]!.people.find(({ userId }) => userId === colleague.userId)!.affiliationId,
      sessionId: session.sessionId,
      speakerId: session.speakers[0]!.speakerId,
      questionId: question.questionId,
      requestId: meeting.requestId,
      meetingId: meeting.meetingId,
      guestId: invitations[0]!.guestId,
      interpreterId: interpreter.interpreterId,
      caseId: (followUp[0]!.case as CaseView).caseId,
      userId: partner.userId,
      loginId: logins.find(({ current }) => !current)!.loginId,
      filterId: saved.filterId,
      assistantId: assistant!.id,
      runId: run!.id,
      gapId: gap!.id,
      fileId: file.fileId,
      id: mails[0]!.id,
      file: feed.url.split('/').at(-1)!,
      step: 'held',
      form: 'ask.somebody',
    } as Record<string, string>,
  };
}

async function talkOf(app: TestApp, event: EventView, owner: { cookie: string }, speaks: string | null) {
  const file = programmeFile(event, [
    { guid: randomUUID(), from: 600, persons: [{ code: 'SPEAK1', public_name: 'Somebody who speaks' }] },
  ]);
  await importProgramme(app, owner, event, importInput(file));
  if (speaks) await app.transactions.run((tx) => app.app.get(Draft).linkSpeaker(tx, event.eventId, 'SPEAK1', speaks));
  const { body } = await releaseProgramme(app, owner, event);
  return body.sessions[0]!;
}
