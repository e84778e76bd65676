import { eventInput } from '../builders/events.js';
import { pdfFile, upload } from '../builders/files.js';
import { requestInput } from '../builders/meetings.js';
import { opportunityInput } from '../builders/opportunities.js';
import { profileContent } from '../builders/profiles.js';
import { importInput } from '../builders/programmes.js';
import { registrationInput } from '../builders/registrations.js';
import type { TestApp } from '../start-app.js';
import {
  type Audience,
  everybody,
  nobodyButOwners,
  nobodyHere,
  notThere,
  onlyTheVideoServer,
  organisersOfAll,
  organisersOfAny,
  organisersOfIt,
  ownersOnly,
  participants,
  participantsAndOrganisers,
  registered,
  signedIn,
  stageCrew,
  whoAsked,
  whoSpeaksForIt,
  whoSpeaksForItAndOwners,
  whoseItIs,
  whoseItIsAndOrganisers,
  whoseItIsAndOwners,
} from './audiences.js';
import type { World } from './world.js';

interface Row {
  who: Audience;
  body?: unknown;
  /** Ids that stand in this row's path instead of the world's. */
  ids?: Record<string, string>;
}
export type RouteTable = Readonly<Record<string, Row>>;

/** Who may do what, for every operation of the API; those that end something come last. */
export async function routeTable(app: TestApp, world: World): Promise<RouteTable> {
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
    // Signing in, and what is one's own alone ---------------------------------------------------------------
    'GET /api/login': { who: everybody },
    'POST /api/sign-in/attempts': { who: everybody, body: { address: 'somebody@example.org', lang: 'en' } },
    'POST /api/sign-in/link': { who: everybody, body: token },
    'POST /api/sign-in/code': { who: everybody, body: code },
    'POST /api/sign-in/owner': { who: everybody, body: token },
    'POST /api/sign-in/second-factor': { who: signedIn, body: code },
    'POST /api/me/totp': { who: signedIn },
    'POST /api/me/totp/confirm': { who: signedIn, body: code },
    'PATCH /api/me': { who: signedIn, body: {} },
    'GET /api/me/logins': { who: signedIn },
    'GET /api/me/drafts/{form}': { who: signedIn },
    'PUT /api/me/drafts/{form}': {
      who: whoseItIs,
      body: { userId: people.own.userId, content: null, typedAt: '2027-01-12T12:20:00Z' },
    },
    'GET /api/me/feed': { who: signedIn },
    'GET /api/me/calendar': { who: signedIn },
    'GET /api/me/organisations': { who: signedIn },
    'GET /api/me/registrations': { who: signedIn },
    'GET /api/calendars/{file}': { who: everybody },
    'GET /api/me/directory-filters': { who: signedIn },
    'POST /api/me/directory-filters': { who: signedIn, body: { name: 'Hydrogen', filter: { q: '水素' } } },
    'GET /api/me/blocks': { who: signedIn },
    'PUT /api/me/blocks/{userId}': { who: signedIn, body: {} },
    'DELETE /api/me/blocks/{userId}': { who: signedIn },

    // Files: who may read one is for what it belongs to to say -----------------------------------------------
    'POST /api/files?kind=document': { who: signedIn, body: upload(pdfFile(), 'plan.pdf') },
    'GET /api/files/{fileId}': { who: { ...whoseItIs, nobody: '404 not_found' } },

    // The instance ------------------------------------------------------------------------------------------
    'GET /health/live': { who: everybody },
    'GET /sitemap.xml': { who: everybody },
    'GET /robots.txt': { who: everybody },
    'GET /health/ready': { who: everybody },
    'GET /api/clock': { who: everybody },
    'GET /api/video': { who: everybody },
    'GET /api/demo': { who: everybody },
    'GET /api/mail': { who: everybody },
    'GET /api/mail/{id}': { who: everybody },
    'POST /api/demo/clock': { who: everybody, body: { to: '2020-01-01T00:00:00Z' } },
    'POST /api/demo/sign-in': { who: notThere, body: { userId: people.own.userId } },
    'POST /api/livekit/webhook': { who: onlyTheVideoServer },

    // Organisations -----------------------------------------------------------------------------------------
    'GET /api/organisations': { who: signedIn },
    'GET /api/organisations/{organisationId}': { who: everybody },
    'PATCH /api/organisations/{organisationId}': { who: whoSpeaksForItAndOwners, body: {} },
    'GET /api/organise/office-days': { who: organisersOfAny },
    'POST /api/organise/office-days': {
      who: organisersOfAll,
      body: {
        whose: { kind: 'region', regionCode: 'JP-27' },
        from: '2027-03-01',
        until: '2027-03-01',
        works: false,
        reason: null,
      },
    },
    'DELETE /api/organise/office-days/{officeDayId}': { who: organisersOfAll, ids: { officeDayId: officeDay!.id } },
    'GET /api/organise/affiliations': { who: organisersOfAll },
    'POST /api/affiliations/{affiliationId}/approve': { who: whoseItIsAndOwners },
    'POST /api/affiliations/{affiliationId}/decline': { who: whoseItIsAndOwners },
    'POST /api/affiliations/{affiliationId}/end': { who: whoseItIs },
    'POST /api/affiliations/{affiliationId}/hand-over': { who: whoseItIs },
    'GET /api/organisations/{organisationId}/opportunities': { who: signedIn },
    'POST /api/organisations/{organisationId}/opportunities': { who: whoSpeaksForIt, body: opportunityInput() },
    'PUT /api/opportunities/{opportunityId}': { who: whoseItIs, body: opportunityInput() },
    'POST /api/opportunities/{opportunityId}/publish': { who: whoseItIs },
    'POST /api/opportunities/{opportunityId}/renew': { who: whoseItIs },
    'POST /api/opportunities/{opportunityId}/restore': { who: whoseItIs },
    'GET /api/organisations/{organisationId}/profile': { who: whoseItIsAndOwners },
    'PUT /api/organisations/{organisationId}/profile': {
      who: whoseItIs,
      body: { version: 1, content: profileContent() },
    },
    'PUT /api/organisations/{organisationId}/profile/logo': { who: whoseItIs, body: { fileId: null } },
    'POST /api/organisations/{organisationId}/profile/documents': { who: whoseItIs, body: { fileId: unknownId } },
    'DELETE /api/organisations/{organisationId}/profile/documents/{fileId}': {
      who: { ...whoseItIs, own: '404 not_found' },
    },
    'POST /api/organisations/{organisationId}/profile/publish': { who: whoseItIs },
    'GET /api/profiles/{profile}': { who: everybody },
    'POST /api/organisations/{organisationId}/profile/withdraw': { who: whoseItIs },
    'POST /api/organisations/{organisationId}/profile/archive': { who: whoseItIs },
    'POST /api/organisations/{organisationId}/profile/restore': { who: whoseItIs },
    'POST /api/organisations/{organisationId}/renew': { who: whoseItIs },
    'GET /api/profiles': { who: everybody },
    'GET /api/organise/profiles': { who: organisersOfAll },
    'GET /api/organise/profiles.csv': { who: organisersOfAll },
    'GET /api/organise/profile-reviews': { who: organisersOfAll },
    'GET /api/organise/profile-review': { who: organisersOfAll },
    'PUT /api/organise/profile-review': { who: organisersOfAll, body: { required: false } },
    'POST /api/organise/profiles/{organisationId}/approve': { who: organisersOfAll, body: { version: 1 } },
    'POST /api/organise/profiles/{organisationId}/send-back': {
      who: organisersOfAll,
      body: { version: 1, because: 'Say more.' },
    },
    'POST /api/organise/profiles/{organisationId}/verify': { who: organisersOfAll, body: { verified: true } },
    'POST /api/organise/profiles/{organisationId}/membership': { who: organisersOfAll, body: { member: false } },
    'POST /api/organise/opportunities/{opportunityId}/approve': { who: organisersOfAll, body: { version: 1 } },
    'POST /api/organise/opportunities/{opportunityId}/send-back': {
      who: organisersOfAll,
      body: { version: 1, because: 'Say more.' },
    },
    'GET /api/organise/profile-imports/template.csv': { who: organisersOfAll },
    'POST /api/organise/profile-imports': { who: organisersOfAll, body: { file: 'bmFtZQ==', dryRun: true } },

    // Events ------------------------------------------------------------------------------------------------
    'GET /api/events': { who: everybody },
    'GET /api/events/{slug}': { who: everybody },
    'GET /api/events/{slug} of a draft': { who: ownersOnly, ids: ofDraft },
    'GET /api/events/{slug}/calendar.ics': { who: everybody },
    'GET /api/events/{slug}/calendar.ics of a draft': { who: notThere, ids: ofDraft },
    'POST /api/events': { who: organisersOfAll, body: { ...eventInput(), slug: ids['slug'] } },
    'PATCH /api/events/{eventId}': { who: organisersOfIt, body: { capacity: 100 } },
    'POST /api/events/{eventId}/publish': { who: organisersOfIt },
    'GET /api/events/{eventId}/stage-settings': { who: organisersOfIt },
    'PUT /api/events/{eventId}/stage-settings': { who: organisersOfIt, body: { moderateQuestions: false } },

    // Registration ------------------------------------------------------------------------------------------
    'GET /api/events/{eventId}/registration/form': { who: everybody },
    'GET /api/events/{eventId}/registration/form of a draft': { who: ownersOnly, ids: ofDraft },
    'PUT /api/events/{eventId}/registration/form': { who: organisersOfIt, body: { approval: false, questions: [] } },
    'GET /api/events/{eventId}/registration': { who: signedIn },
    'POST /api/events/{eventId}/registration': { who: signedIn, body: registration },
    'GET /api/events/{eventId}/participation': { who: everybody },
    'GET /api/events/{eventId}/participation of a draft': { who: ownersOnly, ids: ofDraft },
    'GET /api/events/{eventId}/participants/{participantId}': { who: participants },
    'GET /api/events/{eventId}/people': { who: organisersOfIt },
    'GET /api/events/{eventId}/people.csv': { who: organisersOfIt },
    'GET /api/events/{eventId}/people.xlsx': { who: organisersOfIt },
    'POST /api/registrations/{participantId}/approve': { who: organisersOfIt, body: { reason: null } },

    // Programme, agenda and stage ---------------------------------------------------------------------------
    'GET /api/events/{eventId}/programme': { who: everybody },
    'GET /api/events/{eventId}/programme of a draft': { who: ownersOnly, ids: ofDraft },
    'GET /api/events/{eventId}/programme/releases': { who: everybody },
    'GET /api/events/{eventId}/programme/releases of a draft': { who: ownersOnly, ids: ofDraft },
    'GET /api/events/{eventId}/programme/draft': { who: organisersOfIt },
    'GET /api/events/{eventId}/programme/speakers': { who: organisersOfIt },
    'PUT /api/events/{eventId}/programme/speakers/{speakerId}/account': {
      who: organisersOfIt,
      body: { by: 'address', address: people.own.address, lang: 'en' },
    },
    'POST /api/events/{eventId}/programme/imports': { who: organisersOfIt, body: importInput('{}', { dryRun: true }) },
    'POST /api/events/{eventId}/programme/releases': { who: organisersOfIt, body: { name: 'Again' } },
    'GET /api/sessions/{sessionId}': { who: everybody },
    'GET /api/sessions/{sessionId} of a draft': { who: ownersOnly, ids: ofDraft },
    'GET /api/events/{eventId}/agenda': { who: participants },
    'PUT /api/events/{eventId}/agenda/{sessionId}': { who: participants, body: {} },
    'DELETE /api/events/{eventId}/agenda/{sessionId}': { who: participants },
    'GET /api/events/{eventId}/stages': { who: everybody },
    'GET /api/events/{eventId}/stages of a draft': { who: ownersOnly, ids: ofDraft },
    'GET /api/sessions/{sessionId}/stage': { who: participantsAndOrganisers },
    'GET /api/sessions/{sessionId}/stage of a draft': { who: organisersOfAll, ids: ofDraft },
    'POST /api/sessions/{sessionId}/stage/ticket': { who: participantsAndOrganisers },
    'POST /api/sessions/{sessionId}/questions': {
      who: participantsAndOrganisers,
      body: { text: 'And who pays for them?', anonymous: true },
    },
    'PUT /api/questions/{questionId}/vote': { who: participantsAndOrganisers, body: {} },
    'DELETE /api/questions/{questionId}/vote': { who: participantsAndOrganisers },
    'PUT /api/questions/{questionId}/state': { who: stageCrew, body: { state: 'visible', pinned: true } },
    'POST /api/sessions/{sessionId}/stage/live': { who: stageCrew },

    // Matchmaking and meetings ------------------------------------------------------------------------------
    'GET /api/events/{eventId}/search?q=a': { who: participants },
    'GET /api/events/{eventId}/recommendations': { who: participants },
    'PUT /api/events/{eventId}/recommendations/{participantId}/dismissal': {
      who: participants,
      ids: { participantId: partner.participantId },
      body: {},
    },
    'DELETE /api/events/{eventId}/recommendations/{participantId}/dismissal': {
      who: participants,
      ids: { participantId: partner.participantId },
    },
    'GET /api/events/{eventId}/directory': { who: participants },
    'GET /api/events/{eventId}/directory/organisations': { who: participants },
    'GET /api/events/{eventId}/blocks': { who: participantsAndOrganisers },
    'POST /api/events/{eventId}/blocks': {
      who: organisersOfIt,
      body: { dates: ['2020-01-01'], from: '16:00', until: '18:00', slotMinutes: 20, gapMinutes: 5 },
    },
    'PUT /api/events/{eventId}/blocks/{blockId}': {
      who: organisersOfIt,
      body: { dates: ['2020-01-02'], from: '16:00', until: '18:00', slotMinutes: 20, gapMinutes: 5, version: 1 },
    },
    'POST /api/events/{eventId}/blocks/{blockId}/preview': {
      who: organisersOfIt,
      body: { dates: ['2020-01-02'], from: '16:00', until: '18:00', slotMinutes: 20, gapMinutes: 5 },
    },
    'POST /api/events/{eventId}/blocks/{blockId}/plan': { who: organisersOfIt },
    'DELETE /api/events/{eventId}/blocks/{blockId}': { who: organisersOfIt },
    'POST /api/events/{eventId}/blocks/{blockId}/restore': { who: organisersOfIt },
    'GET /api/events/{eventId}/slots': { who: participants },
    'GET /api/events/{eventId}/availability': { who: participants },
    'PUT /api/events/{eventId}/availability': { who: participants, body: { everything: true, intervals: [] } },
    'PUT /api/events/{eventId}/availability/limits': {
      who: participants,
      body: { gapMinutes: 0, perDay: null, quietUntil: null, quiet: false },
    },
    'POST /api/events/{eventId}/instant-bookings': {
      who: participants,
      body: { to: partner.participantId, slotId: slotIds[0], reason: 'Sensors', opportunityIds: [], language: 'en' },
    },
    'GET /api/events/{eventId}/meeting-requests': { who: participants },
    [`GET /api/events/{eventId}/meeting-requests/preview?to=${partner.participantId}`]: { who: participants },
    'POST /api/events/{eventId}/meeting-requests': {
      who: participants,
      body: requestInput(partner, [slots.at(-3)!]),
    },
    'GET /api/meeting-requests/{requestId}': { who: whoseItIs },
    'POST /api/meeting-requests/{requestId}/accept': { who: whoseItIs, body: { slotId: slotIds[0] } },
    'POST /api/meeting-requests/{requestId}/counter': { who: whoseItIs, body: { slotIds, note: null } },
    'POST /api/meeting-requests/{requestId}/decline': { who: whoseItIs, body: { reason: 'no-time', note: null } },
    'POST /api/meeting-requests/{requestId}/withdraw': { who: whoseItIs },
    'GET /api/meeting-requests/{requestId}/messages': { who: whoseItIs },
    'POST /api/meeting-requests/{requestId}/messages': { who: whoseItIs, body: { text: 'Shall we bring samples?' } },
    'PUT /api/meeting-requests/{requestId}/messages/read': { who: whoseItIs, body: { messageId: message!.id } },
    'GET /api/meetings/{meetingId}/files': { who: whoseItIs },
    'POST /api/meetings/{meetingId}/files': { who: whoseItIs, body: { fileIds: [unknownId] } },
    'GET /api/me/card': { who: signedIn },
    'PUT /api/me/card': { who: signedIn, body: { title: 'Head', phone: null, website: null } },
    'GET /api/meetings/{meetingId}/cards': { who: whoseItIs },
    'PUT /api/meetings/{meetingId}/cards/{participantId}': {
      who: whoseItIs,
      ids: { participantId: partner.participantId },
      body: {},
    },
    'GET /api/meetings/{meetingId}/cards/{participantId}/card.vcf': {
      who: whoseItIs,
      ids: { participantId: partner.participantId },
    },
    'DELETE /api/meetings/{meetingId}/cards/{participantId}': {
      who: whoseItIs,
      ids: { participantId: partner.participantId },
    },
    'GET /api/events/{eventId}/unread-messages': { who: participants },
    'GET /api/meetings/{meetingId}/brief': { who: whoseItIs },
    'GET /api/events/{eventId}/meetings': { who: participants },
    'GET /api/meetings/{meetingId}': { who: whoseItIsAndOrganisers },
    [`GET /api/events/{eventId}/group-slots?with=${partner.participantId}`]: { who: participants },
    'GET /api/events/{eventId}/guest-invitations': { who: participants },
    'GET /api/meetings/{meetingId}/slots': { who: whoseItIs },
    'GET /api/meeting-requests/{requestId}/slots': { who: whoseItIs },
    'GET /api/meeting-requests/{requestId}/guests': { who: whoseItIs },
    'POST /api/meeting-requests/{requestId}/guests': {
      who: whoseItIs,
      body: { people: [{ participantId: partner.participantId, part: 'optional' }] },
    },
    'GET /api/guests/{guestId}': { who: whoseItIs },
    'POST /api/guests/{guestId}/accept': { who: whoseItIs },
    'POST /api/guests/{guestId}/decline': { who: whoseItIs },
    // For those who agree on the meeting; who is invited declines.
    'POST /api/guests/{guestId}/withdraw': { who: { ...whoseItIs, own: '404 not_found', participant: 'in' } },
    'GET /api/me/interpreting': { who: signedIn },
    'GET /api/meeting-requests/{requestId}/interpretation': { who: whoseItIs },
    'PUT /api/meeting-requests/{requestId}/interpretation': { who: whoseItIs, body: { languages: ['en', 'ja'] } },
    'GET /api/events/{eventId}/preferences': { who: participants },
    'PUT /api/events/{eventId}/preferences/{participantId}': {
      who: participants,
      ids: { participantId: partner.participantId },
      body: { preference: 'meet' },
    },
    'GET /api/events/{eventId}/gaps': { who: participants },
    'POST /api/gaps/{gapId}/accept': { who: whoseItIs },
    'POST /api/gaps/{gapId}/decline': { who: whoseItIs },
    'GET /api/organise/events/{eventId}/schedule': { who: organisersOfIt },
    'PUT /api/organise/events/{eventId}/schedule/settings': {
      who: organisersOfIt,
      body: { opensAt: null, preferencesUntil: null, mustAtMost: 5, meetingsAtMost: null, pairsOnce: true, version: 0 },
    },
    'POST /api/organise/events/{eventId}/schedule/diagnosis': { who: organisersOfIt, body: {} },
    'POST /api/organise/events/{eventId}/schedule/runs': { who: organisersOfIt, body: {} },
    'GET /api/organise/events/{eventId}/schedule/runs/{runId}': { who: organisersOfIt },
    'POST /api/organise/events/{eventId}/schedule/runs/{runId}/stop': { who: organisersOfIt },
    'GET /api/organise/events/{eventId}/schedule/runs/{runId}/plan': { who: organisersOfIt },
    'GET /api/organise/events/{eventId}/schedule/runs/{runId}/unmet': { who: organisersOfIt },
    'POST /api/organise/events/{eventId}/schedule/runs/{runId}/publish': { who: organisersOfIt, body: { version: 0 } },
    'POST /api/organise/events/{eventId}/schedule/runs/{runId}/roll-back': { who: organisersOfIt },
    'POST /api/organise/events/{eventId}/schedule/runs/{runId}/adjustments': {
      who: organisersOfIt,
      body: { version: 0, adjustment: { do: 'lock', plannedId: unknownId } },
    },
    'POST /api/organise/events/{eventId}/schedule/runs/{runId}/adjustments/check': {
      who: organisersOfIt,
      body: { version: 0, adjustment: { do: 'lock', plannedId: unknownId } },
    },
    [`GET /api/organise/events/{eventId}/schedule/runs/{runId}/comparison?with=${ids['runId']}`]: {
      who: organisersOfIt,
    },
    'GET /api/organise/events/{eventId}/interpreters': { who: organisersOfIt },
    'POST /api/organise/events/{eventId}/interpreters': {
      who: organisersOfIt,
      body: { ...interpreterPut, address: 'mika@interpreters.example', name: people.own.name },
    },
    'PUT /api/organise/events/{eventId}/interpreters/{interpreterId}': {
      who: organisersOfIt,
      body: interpreterPut,
    },
    'PUT /api/organise/events/{eventId}/interpretations/{meetingId}': {
      who: organisersOfIt,
      body: { interpreterId: ids['interpreterId'] },
    },
    'DELETE /api/organise/events/{eventId}/interpreters/{interpreterId}': { who: organisersOfIt },
    'POST /api/meetings/{meetingId}/ticket': { who: whoseItIsAndOrganisers },
    'POST /api/meetings/{meetingId}/cancel': { who: whoseItIs, body: { reason: 'ill', note: null } },
    'POST /api/meetings/{meetingId}/reschedule': { who: whoseItIs, body: { slotIds, note: null } },
    'GET /api/organise/events/{eventId}/meetings': { who: organisersOfIt },
    'GET /api/events/{eventId}/delegation': { who: participants },
    'PUT /api/events/{eventId}/delegation': { who: participants, body: { mode: 'own', parts: [] } },
    'GET /api/organise/events/{eventId}/delegations': { who: organisersOfIt },
    'GET /api/organise/events/{eventId}/delegations/{organisationId}': { who: organisersOfIt },
    'GET /api/organise/events/{eventId}/delegations/{organisationId}/unassigned/{meetingId}': { who: organisersOfIt },
    'POST /api/organise/events/{eventId}/delegations/{organisationId}/unassigned/{meetingId}': {
      who: organisersOfIt,
      body: { to: partner.participantId },
    },
    'PUT /api/organise/events/{eventId}/delegations/{organisationId}': {
      who: organisersOfIt,
      body: { mode: 'own', parts: [] },
    },
    'GET /api/organise/events/{eventId}/unassigned': { who: organisersOfIt },
    'GET /api/meetings/{meetingId}/colleagues': { who: whoseItIs },
    'POST /api/meetings/{meetingId}/hand-over': { who: whoseItIs, body: { to: partner.participantId } },
    'POST /api/meetings/{meetingId}/hand-back': { who: whoseItIs },
    'GET /api/events/{eventId}/assistants': { who: participants },
    'POST /api/events/{eventId}/assistants': { who: participants, body: { participantId: partner.participantId } },
    // Whoever was asked agrees, not who asked.
    'POST /api/assistants/{assistantId}/accept': { who: { ...whoseItIs, own: '404 not_found' } },
    'POST /api/assistants/{assistantId}/end': { who: whoseItIs },
    'GET /api/meetings/{meetingId}/room': { who: whoseItIsAndOrganisers },
    'PUT /api/meetings/{meetingId}/room/mode': { who: whoseItIs, body: { mode: 'audio' } },
    'POST /api/meetings/{meetingId}/room/extension': { who: whoseItIs },
    'DELETE /api/meetings/{meetingId}/room/extension': { who: whoseItIs },
    'PUT /api/meetings/{meetingId}/room/plan-b': {
      who: whoseItIsAndOrganisers,
      body: { kind: 'link', value: 'https://meet.example/room' },
    },
    'POST /api/meetings/{meetingId}/room/plan-b/agreement': {
      who: whoseItIs,
      body: { planBId: '01980000-0000-7000-8000-00000000000f' },
    },
    'DELETE /api/meetings/{meetingId}/room/plan-b': { who: whoseItIsAndOrganisers },
    'POST /api/meetings/{meetingId}/room/help': { who: whoseItIs, body: { about: 'technical', text: null } },
    'GET /api/meetings/{meetingId}/notes': { who: whoseItIs },
    'GET /api/organise/events/{eventId}/help-requests': { who: organisersOfIt },
    'POST /api/organise/events/{eventId}/help-requests/{helpRequestId}/answer': {
      who: organisersOfIt,
      ids: { helpRequestId: help!.id },
      body: { text: 'We are on our way.' },
    },

    // What came of it ---------------------------------------------------------------------------------------
    'GET /api/events/{eventId}/follow-up': { who: participants },
    'PUT /api/meetings/{meetingId}/outcome': { who: whoseItIs, body: { ...outcome, note: null } },
    'GET /api/meetings/{meetingId}/verdict': { who: whoseItIs },
    'POST /api/meetings/{meetingId}/verdict/dispute': {
      who: whoseItIs,
      body: { reason: 'technical', statement: 'Nobody could hear the other' },
    },
    'PUT /api/meetings/{meetingId}/verdict/declaration': { who: whoseItIs, body: { met: true, place: 'phone' } },
    'GET /api/organise/events/{eventId}/disputes': { who: organisersOfIt },
    'GET /api/organise/events/{eventId}/meetings/{meetingId}/record': { who: organisersOfIt },
    'POST /api/organise/events/{eventId}/meetings/{meetingId}/verdict': {
      who: organisersOfIt,
      body: { state: 'held', absentSide: null, excluded: false, reason: 'Both said so', place: 1 },
    },
    'POST /api/organise/events/{eventId}/meetings/{meetingId}/verdict/undo': {
      who: organisersOfIt,
      body: { reason: 'By mistake', place: 1 },
    },
    'GET /api/organise/audit': { who: nobodyButOwners },
    'GET /api/organise/audit.csv': { who: nobodyButOwners },
    'GET /api/organise/audit/check': { who: nobodyButOwners },
    'POST /api/cases/{caseId}/confirm': { who: whoseItIs },
    'POST /api/cases/{caseId}/verify': { who: organisersOfIt },
    'GET /api/organise/funnel': { who: organisersOfAny },
    'GET /api/organise/funnel?eventId={eventId}': { who: organisersOfIt },
    'GET /api/organise/funnel/{step}': { who: organisersOfAny },
    'GET /api/organise/funnel/{step}?eventId={eventId}': { who: organisersOfIt },
    'GET /api/organise/cases': { who: organisersOfAny },
    'GET /api/organise/cases?eventId={eventId}': { who: organisersOfIt },
    'GET /api/organise/heat': { who: organisersOfAny },
    'GET /api/organise/heat?eventId={eventId}': { who: organisersOfIt },

    // The other event's things under this event's path -----------------------------------------------------
    'GET /api/events/{eventId}/participants/{participantId} of the other event': {
      who: nobodyHere,
      ids: elsewhere,
    },
    'PUT /api/events/{eventId}/recommendations/{participantId}/dismissal of the other event': {
      who: nobodyHere,
      ids: elsewhere,
      body: {},
    },
    'PUT /api/events/{eventId}/agenda/{sessionId} of the other event': {
      who: nobodyHere,
      ids: elsewhere,
      body: {},
    },

    // What ends something -----------------------------------------------------------------------------------
    'DELETE /api/questions/{questionId}': { who: whoAsked },
    'DELETE /api/events/{eventId}/programme/speakers/{speakerId}/account': {
      who: organisersOfIt,
    },
    'POST /api/opportunities/{opportunityId}/withdraw': { who: whoseItIs },
    'POST /api/opportunities/{opportunityId}/archive': { who: whoseItIs },
    'POST /api/sessions/{sessionId}/stage/end': { who: stageCrew },
    'POST /api/me/calendar/renew': { who: signedIn },
    'PUT /api/events/{eventId}/registration': {
      who: registered,
      body: registration,
    },
    'PUT /api/events/{eventId}/registration/directory': {
      who: registered,
      body: { directory: 'participants' },
    },
    'POST /api/events/{eventId}/registration/withdraw': {
      who: registered,
    },
    'POST /api/registrations/{participantId}/reject': { who: organisersOfIt, body: { reason: null } },
    'POST /api/events/{eventId}/cancel': { who: organisersOfIt },
    'DELETE /api/me/directory-filters/{filterId}': { who: whoseItIs },
    'DELETE /api/me/logins/{loginId}': { who: whoseItIs },
    'DELETE /api/login': { who: signedIn },
  };
}
