import type {
  EventId,
  MeetingId,
  MeetingRequestId,
  MeetingRequestView,
  MeetingView,
  OpportunityId,
  OrganisationId,
  ParticipantCard,
  ParticipantId,
  PlanBView,
  ProposedSlot,
  RecommendationView,
  SlotChoice,
  SlotId,
  UserId,
} from '@musubi/contracts';

/** Made-up people and times for specs: one of each side, on the first conference day. */
const id = <T>(text: string): T => text as T;

export const eventId = id<EventId>('event');

export const clara: ParticipantCard = {
  participantId: id<ParticipantId>('clara'),
  userId: id<UserId>('user-clara'),
  name: {
    familyLatin: 'Weiss',
    givenLatin: 'Clara',
    familyLocal: null,
    givenLocal: null,
    familyKana: null,
    givenKana: null,
  },
  jobTitle: 'Cluster manager',
  department: null,
  workingLanguages: ['de', 'en'],
  zone: 'Europe/Berlin',
  organisation: {
    organisationId: id<OrganisationId>('neckar'),
    nameLatin: 'Neckar Hydrogen Cluster',
    nameLocal: null,
    kind: 'cluster',
    side: 'eu',
    regionCode: 'DE1',
    country: 'DE',
  },
};

export const aiko: ParticipantCard = {
  participantId: id<ParticipantId>('aiko'),
  userId: id<UserId>('user-aiko'),
  name: {
    familyLatin: 'Tanaka',
    givenLatin: 'Aiko',
    familyLocal: '田中',
    givenLocal: '愛子',
    familyKana: 'タナカ',
    givenKana: 'アイコ',
  },
  jobTitle: 'Director',
  department: null,
  workingLanguages: ['ja', 'en'],
  zone: 'Asia/Tokyo',
  organisation: {
    organisationId: id<OrganisationId>('osaka'),
    nameLatin: 'Osaka Bay Green Industry Council',
    nameLocal: '大阪湾岸グリーン産業協議会',
    kind: 'cluster',
    side: 'jp',
    regionCode: 'JP-27',
    country: 'JP',
  },
};

/** A 20-minute slot that starts at the ISO instant. */
export function slot(startsAt: string, open = true): ProposedSlot {
  const endsAt = Temporal.Instant.from(startsAt).add({ minutes: 20 }).toString();
  return { slotId: id<SlotId>(`slot-${startsAt}`), startsAt, endsAt, open };
}

export function choice(startsAt: string, more: Partial<SlotChoice> = {}): SlotChoice {
  const { slotId, endsAt } = slot(startsAt);
  const blockId = id<SlotChoice['blockId']>('block');
  return {
    slotId,
    startsAt,
    endsAt,
    blockId,
    state: 'free',
    instant: false,
    lateForMe: false,
    lateForThem: false,
    ...more,
  };
}

/** A request from Aiko to Clara, seen by Clara, that waits for Clara's answer. */
export function request(more: Partial<MeetingRequestView> = {}): MeetingRequestView {
  return {
    requestId: id<MeetingRequestId>('request'),
    eventId,
    state: 'requested',
    version: 1,
    from: aiko,
    to: clara,
    mine: 'to',
    turn: 'to',
    reason: 'Test hours for membrane stacks.',
    arranged: null,
    opportunities: [
      {
        opportunityId: id<OpportunityId>('offer'),
        kind: 'offer',
        title: { en: 'Test capacity', ja: null, original: 'en' },
        dimension: 'innovation',
        topic: 'hydrogen',
      },
    ],
    slots: [slot('2027-01-26T08:25:00Z'), slot('2027-01-26T09:15:00Z')],
    language: 'en',
    interpretation: null,
    sentAt: '2027-01-20T08:00:00Z',
    answerBy: '2027-01-26T08:31:00Z',
    declinedBecause: null,
    note: null,
    meetingId: null,
    movesFrom: null,
    history: [{ by: 'from', did: 'requested', at: '2027-01-20T08:00:00Z', note: null }],
    ...more,
  };
}

/** A confirmed meeting of both at 09:25 in Stuttgart, seen by Clara. */
export function meeting(more: Partial<MeetingView> = {}): MeetingView {
  const { slotId, startsAt, endsAt } = slot('2027-01-26T08:25:00Z');
  return {
    meetingId: id<MeetingId>('meeting'),
    eventId,
    requestId: id<MeetingRequestId>('request'),
    state: 'confirmed',
    version: 1,
    slotId,
    startsAt,
    endsAt,
    language: 'en',
    reason: 'Test hours for membrane stacks.',
    arranged: null,
    opportunities: [],
    sides: [
      { participant: aiko, here: false, side: 0, part: 'required' },
      { participant: clara, here: false, side: 1, part: 'required' },
    ],
    interpretation: null,
    me: clara.participantId,
    roomOpensAt: '2027-01-26T08:15:00Z',
    planB: null,
    live: false,
    cancelledBy: null,
    cancelledThrough: null,
    cancelledBecause: null,
    outcomeDue: false,
    ...more,
  };
}

/** Both meet on a page elsewhere. */
export function planB(more: Partial<PlanBView> = {}): PlanBView {
  return {
    planBId: id<PlanBView['planBId']>('plan'),
    kind: 'link',
    value: 'https://meet.example/osaka',
    host: 'meet.example',
    state: 'set',
    by: null,
    at: '2027-01-26T08:20:00Z',
    ...more,
  };
}

export function recommendation(more: Partial<RecommendationView> = {}): RecommendationView {
  return {
    participant: aiko,
    score: 82,
    reasons: [],
    pairs: [],
    sharedSlots: 4,
    sharedOfficeSlots: 3,
    inTouch: false,
    ...more,
  };
}
