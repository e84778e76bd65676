import type {
  MeetingPreference,
  OrganisationCard,
  OrganisationId,
  ParticipantId,
  PlanFigures,
  PlannedMeetingId,
  PlannedMeetingView,
  PlanPerson,
  PlanSlot,
  PlanView,
  ScheduleRunId,
  ScheduleRunView,
  ScheduleView,
  WishId,
  WishOrigin,
} from '@musubi/contracts';
import { aiko, clara, eventId } from './meeting-fixtures';

/** Made-up plans for specs. */
export const runId = 'run-7' as ScheduleRunId;

export function run(more: Partial<ScheduleRunView> = {}): ScheduleRunView {
  return {
    runId,
    eventId,
    number: 7,
    state: 'done',
    stopping: false,
    failedBecause: null,
    mode: 'whole',
    blockIds: [],
    basedOn: null,
    seed: 41,
    seconds: 20,
    iterations: null,
    startedBy: {
      givenLatin: 'Marie',
      familyLatin: 'Dubois',
      givenLocal: null,
      familyLocal: null,
      givenKana: 'マリー',
      familyKana: 'デュボワ',
    },
    startedAt: '2027-01-21T08:00:00Z',
    endedAt: '2027-01-21T08:00:10Z',
    progress: {
      phase: 'done',
      ms: 10_000,
      iterations: 40_000,
      meetings: 2,
      objective: 3918,
      bound: 3924,
      gap: 6 / 3924,
      proved: false,
      curve: [
        { ms: 40, objective: 3771, bound: null },
        { ms: 6200, objective: 3918, bound: 3924 },
      ],
    },
    counts: { people: 4, wishes: 4, slots: 4, fixed: 0, meetings: 2, locked: 0 },
    hasPlan: true,
    planVersion: 3,
    publishedAt: null,
    rolledBackAt: null,
    ...more,
  };
}

/** Slots of 20 minutes from nine in Brussels, on two days where there are more than ten. */
export function planSlots(count = 4): PlanSlot[] {
  return Array.from({ length: count }, (_, at) => {
    const start = Temporal.Instant.from(at < 10 || count <= 10 ? '2027-01-26T08:00:00Z' : '2027-01-27T08:00:00Z');
    const startsAt = start.add({ minutes: 25 * (count <= 10 ? at : at % 10) });
    return {
      slotId: `slot-${at}` as PlanSlot['slotId'],
      blockId: 'block' as PlanSlot['blockId'],
      startsAt: startsAt.toString(),
      endsAt: startsAt.add({ minutes: 20 }).toString(),
      rooms: null,
    };
  });
}

export function planPerson(id: string, more: Partial<PlanPerson> & { family?: string } = {}): PlanPerson {
  const { family = id, ...rest } = more;
  return {
    participantId: id as ParticipantId,
    name: { ...clara.name, familyLatin: family, givenLatin: `${id[0]!.toUpperCase()}${id.slice(1)}` },
    organisationId: clara.organisation.organisationId,
    zone: 'Europe/Brussels',
    free: [0, 1, 2, 3],
    wishes: 2,
    held: 1,
    ...rest,
  };
}

/** What two sides said, each by one of them. */
export function wished(one: MeetingPreference, other: MeetingPreference, by: readonly string[]): WishOrigin {
  return { kind: 'preference', said: [one, other], by: [by[0], by.at(-1)] as WishOrigin['by'] };
}

export function planned(id: string, slot: number, people: string[], more: Partial<PlannedMeetingView> = {}) {
  return {
    plannedId: id as PlannedMeetingId,
    wishId: `wish-${id}` as WishId,
    slot,
    people: people as ParticipantId[],
    interpreterId: null,
    origin: wished('meet', 'meet', people),
    weight: 100,
    locked: false,
    byHand: false,
    meetingId: null,
    conflict: null,
    ...more,
  } satisfies PlannedMeetingView;
}

export const jpOrganisation: OrganisationCard = aiko.organisation;

export const figures: PlanFigures = {
  objective: 3918,
  bound: 3924,
  gap: 6 / 3924,
  wishes: 4,
  meetings: 2,
  fairness: {
    people: { wishing: 4, meeting: 4 },
    organisations: { wishing: 2, meeting: 2 },
    spread: [
      { meetings: 0, people: 0 },
      { meetings: 1, people: 4 },
    ],
    without: [],
  },
  unsocial: [
    { side: 'eu', people: 2, minutes: 40, average: 20, most: 20 },
    { side: 'jp', people: 2, minutes: 30, average: 15, most: 30 },
  ],
  regions: [{ one: 'DE1', other: 'JP-27', meetings: 2, wishes: 4 }],
};

/** Clara and Ben of the Neckar cluster, Aiko and Emi of Osaka: Clara meets Aiko at nine, Ben meets Emi at 09:25. */
export function plan(more: Partial<PlanView> = {}): PlanView {
  const jp = { organisationId: jpOrganisation.organisationId, zone: 'Asia/Tokyo' };
  return {
    run: run(),
    version: 3,
    slots: planSlots(),
    people: [
      planPerson('clara', { name: clara.name }),
      planPerson('ben', { family: 'Bauer', free: [0, 1, 3] }),
      planPerson('aiko', { name: aiko.name, ...jp }),
      planPerson('emi', { family: 'Endo', ...jp }),
    ],
    organisations: [clara.organisation, jpOrganisation],
    interpreters: [],
    meetings: [
      planned('m1', 0, ['clara', 'aiko'], { origin: wished('must', 'must', ['clara', 'aiko']) }),
      planned('m2', 1, ['ben', 'emi']),
    ],
    figures,
    ...more,
  };
}

/** 2,000 people and 40 slots, each person with a few meetings. */
export function largePlan(people = 2000, slots = 40): PlanView {
  const half = people / 2;
  const every = Array.from({ length: people }, (_, at) => {
    const jp = at >= half;
    return planPerson(`p${at}`, {
      family: `${jp ? 'J' : 'E'}${String(at).padStart(4, '0')}`,
      free: Array.from({ length: slots }, (_, slot) => slot),
      ...(jp && { organisationId: jpOrganisation.organisationId as OrganisationId, zone: 'Asia/Tokyo' }),
    });
  });
  const meetings = Array.from({ length: half }, (_, at) =>
    [0, 13, 26].map((slot) =>
      planned(`m${at}-${slot}`, (slot + at) % slots, [`p${at}`, `p${half + ((at + slot) % half)}`]),
    ),
  ).flat();
  return plan({ people: every, slots: planSlots(slots), meetings });
}

export function scheduleView(more: Partial<ScheduleView> = {}): ScheduleView {
  return {
    eventId,
    version: 1,
    settings: {
      opensAt: null,
      preferencesUntil: '2027-01-20T17:00:00Z',
      mustAtMost: 5,
      meetingsAtMost: 8,
      pairsOnce: true,
    },
    blocks: [
      {
        blockId: 'block' as PlanSlot['blockId'],
        name: { en: 'First block', ja: '第1回' },
        startsAt: '2027-01-26T08:00:00Z',
        endsAt: '2027-01-26T10:00:00Z',
        slots: 4,
        rooms: null,
        planPublishedAt: null,
      },
    ],
    preferences: { people: 4, answered: 3, must: 2, meet: 3, noThanks: 1, mutual: 2, requests: 1 },
    runs: [run()],
    publishedRunId: null,
    ...more,
  };
}
