import type {
  OrganisationCard,
  OrganisationId,
  ParticipantId,
  PlannedMeetingView,
  PlanPerson,
  PlanView,
  Side,
} from '@musubi/contracts';

/** One person's day: what stands in each slot. */
export interface BoardRow {
  readonly person: PlanPerson;
  readonly organisation: OrganisationCard;
  /** By slot. */
  readonly cells: readonly (PlannedMeetingView | null)[];
  readonly free: ReadonlySet<number>;
  readonly meetings: number;
  /** Those of them that the plan brings: wishes that are met. */
  readonly met: number;
}

export interface PlanBoard {
  readonly rows: readonly BoardRow[];
  readonly rowOf: ReadonlyMap<ParticipantId, BoardRow>;
  /** Slots in which every room is taken. */
  readonly full: ReadonlySet<number>;
}

/** People × slots. O(people × slots + meetings). */
export function planBoard({ people, organisations, slots, meetings }: PlanView): PlanBoard {
  const cards = new Map(organisations.map((one) => [one.organisationId, one]));
  const cells = new Map(
    people.map(({ participantId }) => [participantId, slots.map((): PlannedMeetingView | null => null)]),
  );
  const counts = new Map<ParticipantId, number>();
  const met = new Map<ParticipantId, number>();
  for (const meeting of meetings) {
    for (const one of meeting.people) {
      const row = cells.get(one);
      if (!row) continue;
      row[meeting.slot] = meeting;
      // What could not be published is no meeting.
      if (meeting.conflict) continue;
      counts.set(one, (counts.get(one) ?? 0) + 1);
      if (meeting.origin.kind !== 'confirmed') met.set(one, (met.get(one) ?? 0) + 1);
    }
  }
  const rows = people.flatMap((person) => {
    const organisation = cards.get(person.organisationId);
    if (!organisation) return [];
    return {
      person,
      organisation,
      cells: cells.get(person.participantId)!,
      free: new Set(person.free),
      meetings: counts.get(person.participantId) ?? 0,
      met: met.get(person.participantId) ?? 0,
    };
  });
  return { rows, rowOf: new Map(rows.map((row) => [row.person.participantId, row])), full: fullSlots(slots, meetings) };
}

function fullSlots(slots: PlanView['slots'], meetings: PlanView['meetings']): Set<number> {
  const taken = slots.map(() => 0);
  for (const { slot } of meetings) taken[slot] = (taken[slot] ?? 0) + 1;
  return new Set(slots.flatMap(({ rooms }, at) => (rooms !== null && taken[at]! >= rooms ? [at] : [])));
}

export interface BoardFilter {
  readonly side: Side | null;
  readonly region: string | null;
  readonly organisation: OrganisationId | null;
  /** Only who wishes something and has nothing. */
  readonly without: boolean;
  /** Also who neither wishes nor meets anybody. */
  readonly idle: boolean;
}

export const wholeBoard: BoardFilter = { side: null, region: null, organisation: null, without: false, idle: false };

/** The rows that a filter leaves. */
export function narrowedRows(rows: readonly BoardRow[], filter: BoardFilter): readonly BoardRow[] {
  const { side, region, organisation, without, idle } = filter;
  return rows.filter(
    (row) =>
      (idle || row.person.wishes > 0 || row.meetings > 0) &&
      (!side || row.organisation.side === side) &&
      (!region || row.organisation.regionCode === region) &&
      (!organisation || row.organisation.organisationId === organisation) &&
      (!without || (row.person.wishes > 0 && row.meetings === 0)),
  );
}
