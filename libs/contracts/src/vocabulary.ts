/** Every closed list of words that server and client share. No zod here, so that the client's first bundle stays small. */

export const langs = ['en', 'ja'] as const;
export type Lang = (typeof langs)[number];

/** The side of a party in a cooperation. */
export const sides = ['eu', 'jp', 'third'] as const;
export type Side = (typeof sides)[number];

/** The six cooperation dimensions of the helpdesk. */
export const dimensions = ['industry', 'trade', 'investment', 'innovation', 'tourism', 'people-jobs'] as const;
export type Dimension = (typeof dimensions)[number];

export const partnershipForms = ['one-to-one', 'one-to-network', 'one-plus-one'] as const;
export type PartnershipForm = (typeof partnershipForms)[number];

/** Whether a cooperation starts fresh or widens an existing agreement. */
export const novelties = ['new', 'expands'] as const;
export type Novelty = (typeof novelties)[number];

/** The policy frameworks that a cooperation may serve. */
export const policyFrameworks = ['epa', 'connectivity', 'green-alliance', 'digital-partnership'] as const;
export type PolicyFramework = (typeof policyFrameworks)[number];

export const opportunityKinds = ['offer', 'request'] as const;
export type OpportunityKind = (typeof opportunityKinds)[number];

export const opportunityStates = ['draft', 'submitted', 'published', 'expired', 'archived'] as const;
export type OpportunityState = (typeof opportunityStates)[number];

/** What stands beside a published text: changes that are being written, or that wait to be read. */
export const revisionStates = ['draft', 'submitted'] as const;
export type RevisionState = (typeof revisionStates)[number];

/** How many people work in an organisation. */
export const organisationSizes = ['1-9', '10-49', '50-249', '250-999', '1000+'] as const;
export type OrganisationSize = (typeof organisationSizes)[number];

export const cooperationStages = ['idea', 'ready', 'running'] as const;
export type CooperationStage = (typeof cooperationStages)[number];

export const organisationKinds = [
  'region',
  'prefecture',
  'municipality',
  'cluster',
  'network',
  'special-zone',
  'agency',
  'company',
  'research',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What a person is in an organisation. */
export const affiliationRoles = ['member', 'admin'] as const;
export type AffiliationRole = (typeof affiliationRoles)[number];

/** `requested`: the person says so, and an admin of the organisation has yet to agree. Only who is `active` speaks for it. */
export const affiliationStates = ['requested', 'active', 'declined', 'ended'] as const;
export type AffiliationState = (typeof affiliationStates)[number];

export const roles = [
  'owner',
  'organiser',
  'organisation-admin',
  'representative',
  'speaker',
  'moderator',
  'interpreter',
  'host',
] as const;
export type Role = (typeof roles)[number];

export const eventKinds = ['webinar', 'conference'] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStates = ['draft', 'published', 'cancelled'] as const;
export type EventState = (typeof eventStates)[number];

export const registrationStates = [
  'draft',
  'pending',
  'complete',
  'waitlisted',
  'offered',
  'offer_expired',
  'rejected',
  'withdrawn',
] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** Who may see a participant in the event's directory. */
export const directoryChoices = ['nobody', 'participants', 'public'] as const;
export type DirectoryChoice = (typeof directoryChoices)[number];

export const consentPurposes = ['directory', 'contact-sharing', 'recording', 'follow-up', 'newsletter'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const sessionKinds = [
  'talk',
  'keynote',
  'panel',
  'opening',
  'closing',
  'workshop',
  'break',
  'matchmaking',
  'other',
] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const sessionStates = ['scheduled', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

export const programmeFormats = ['pretalx-json', 'pentabarf-xml'] as const;
export type ProgrammeFormat = (typeof programmeFormats)[number];

export const stageStates = ['backstage', 'live', 'ended'] as const;
export type StageState = (typeof stageStates)[number];

export const stageRoles = ['host', 'moderator', 'speaker', 'interpreter', 'participant'] as const;
export type StageRole = (typeof stageRoles)[number];

export const questionStates = ['queued', 'visible', 'answered', 'archived'] as const;
export type QuestionState = (typeof questionStates)[number];

export const meetingRequestStates = [
  'requested',
  'countered',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'unavailable',
] as const;
export type MeetingRequestState = (typeof meetingRequestStates)[number];

export const meetingStates = ['confirmed', 'cancelled', 'held', 'cut_short', 'no_show', 'not_held'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** What for somebody sits in a meeting: without the required it is not booked; observers never count for their side. */
export const seatParts = ['required', 'optional', 'observer'] as const;
export type SeatPart = (typeof seatParts)[number];
/** What became of asking somebody further to come. */
export const guestStates = ['invited', 'accepted', 'declined', 'withdrawn', 'expired'] as const;
export type GuestState = (typeof guestStates)[number];
/** A meeting has between two and this many sides, and at most so many people. */
export const sidesAtMost = 8;
export const peopleAtMost = 16;

/**
 * What a slot is to the person who looks at it; nobody learns why somebody else is busy. `now` is where the meeting that is
 * to be moved stands at present.
 */
export const slotStates = ['free', 'busy', 'late', 'held', 'closed', 'past', 'now'] as const;
export type SlotState = (typeof slotStates)[number];

/** As many days off of offices as are shown at once. */
export const officeDaysAtOnce = 100;

/** How a block's times are given: one asks, one takes what the other opened, or the organisers' plan comes first. */
export const blockModes = ['on_request', 'instant', 'plan'] as const;
export type BlockMode = (typeof blockModes)[number];

/** What becomes of open requests when a phase ends. */
export const phaseEnds = ['carry', 'to_plan', 'close'] as const;
export type PhaseEnd = (typeof phaseEnds)[number];

/** Why somebody's own time is taken; told to nobody else. */
export const busyReasons = ['session', 'speaking', 'meeting', 'gap', 'per_day', 'quiet'] as const;
export type BusyReason = (typeof busyReasons)[number];

export const declineReasons = ['no-time', 'not-our-field', 'other-contact', 'already-in-touch', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const cancelReasons = ['ill', 'clash', 'no-longer-needed', 'technical', 'other'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Why a meeting was cancelled: what somebody gave as the reason, or that the organisers took their plan back. */
export const cancellations = [...cancelReasons, 'plan-taken-back'] as const;
export type Cancellation = (typeof cancellations)[number];

/** What brought two together where nobody wrote a reason: the organisers' plan, or a time that came free and both wanted. */
export const arrangements = ['plan', 'gap'] as const;
export type Arrangement = (typeof arrangements)[number];

/**
 * Why a request that the organisers' plan had answered does not open again when the plan is taken back. Who left and who blocks
 * whom is one and the same.
 */
export const staysEndedReasons = ['deadline', 'not_available', 'another_open', 'phase_closed', 'to_plan'] as const;
export type StaysEnded = (typeof staysEndedReasons)[number];

/** What a person sends in a meeting's room. */
export const roomModes = ['full', 'audio', 'chat'] as const;
export type RoomMode = (typeof roomModes)[number];

/** Where one meets when the room will not do. */
export const planBKinds = ['link', 'phone'] as const;
export type PlanBKind = (typeof planBKinds)[number];

export const helpTopics = ['partner', 'technical', 'other'] as const;
export type HelpTopic = (typeof helpTopics)[number];

/** How an organisation's people share what comes in: each their own calendar, any free member, or all of them together. */
export const delegationModes = ['own', 'pool', 'everyone'] as const;
export type DelegationMode = (typeof delegationModes)[number];

export const delegationParts = ['required', 'optional', 'backup'] as const;
export type DelegationPart = (typeof delegationParts)[number];

/** Why somebody else stands for a side of a meeting. */
export const handoverReasons = ['assigned', 'handed_over', 'handed_back', 'left', 'backup'] as const;
export type HandoverWhy = (typeof handoverReasons)[number];

export const assistantStates = ['asked', 'active', 'ended'] as const;
export type AssistantState = (typeof assistantStates)[number];

/** The parts of a recommendation's score. */
export const matchParts = ['complement', 'dimension', 'topic', 'region', 'language', 'slots', 'novelty'] as const;
export type MatchPart = (typeof matchParts)[number];

export const matchStrengths = ['strong', 'some', 'none'] as const;
export type MatchStrength = (typeof matchStrengths)[number];

/** What a person says at the end of a meeting. */
export const meetingResults = ['met', 'partner_absent', 'i_was_absent', 'technical'] as const;
export type MeetingResult = (typeof meetingResults)[number];

export const caseStatuses = [
  'contact',
  'follow_up_agreed',
  'initiated',
  'drafted',
  'signed',
  'dormant',
  'ended',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const caseKinds = [
  'joint-project',
  'trade',
  'investment',
  'mobility',
  'visit',
  'agreement',
  'information',
  'other',
] as const;
export type CaseKind = (typeof caseKinds)[number];

/** How well a statement is known. */
export const evidenceLevels = ['claimed', 'confirmed', 'verified'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** Bands of the follow-up funnel, in order. */
export const funnelSteps = [
  'requested',
  'confirmed',
  'held',
  'unanswered',
  'follow_up',
  'initiated',
  'drafted',
  'signed',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** A business card between two people of a meeting, as one of them sees it: nothing, mine offered, theirs offered, both. */
export const cardStates = ['none', 'offered', 'received', 'exchanged'] as const;
export type CardState = (typeof cardStates)[number];

/** `waiting`: something of it is to be read; `due`: it ends within 30 days. */
export const profileStandings = [...opportunityStates, 'waiting', 'due'] as const;
export type ProfileStanding = (typeof profileStandings)[number];

/** What of a cooperation profile can be filled in. */
export const profileFields = [
  'summary',
  'description',
  'aims',
  'lookingFor',
  'sectors',
  'size',
  'workingLanguages',
  'website',
  'seeks',
] as const;
export type ProfileField = (typeof profileFields)[number];

export const verdictStates = ['held', 'cut_short', 'no_show', 'not_held'] as const;
export type VerdictState = (typeof verdictStates)[number];
/** Measured in the room, declared by both sides, or decided by an organiser; they are counted apart. */
export const verdictSources = ['presence', 'declaration', 'organiser'] as const;
export type VerdictSource = (typeof verdictSources)[number];
export const disputeReasons = [
  'was-there',
  'other-absent',
  'could-not-talk',
  'technical',
  'met-elsewhere',
  'agreed-otherwise',
  'other',
] as const;
export type DisputeReason = (typeof disputeReasons)[number];
/** Where the two met when it was not in the room. */
export const declaredPlaces = ['room', 'phone', 'elsewhere'] as const;
export type DeclaredPlace = (typeof declaredPlaces)[number];
