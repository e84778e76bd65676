import type {
  Fairness,
  OrganisationCard,
  ParticipantCard,
  ParticipantId,
  PlanFigures,
  PlanMeasures,
  RegionCell,
  UnsocialMinutes,
} from '@musubi/contracts';
import { objectiveOf, type Plan, type Problem, type Wish } from '@musubi/scheduling';
import type { StoredPlan } from './stored/stored-plan.js';

/** What figures are made from: a plan with the meetings that only stand, or without. */
export interface Figured {
  problem: Problem;
  plan: Plan;
  cards: ReadonlyMap<string, ParticipantCard>;
}

/** What a plan is worth as it is now. The bound of its run holds for what was changed by hand as well: no plan can be better. */
export function worthOf({ problem, plan, run }: StoredPlan): Pick<PlanFigures, 'objective' | 'bound' | 'gap'> {
  const objective = objectiveOf(problem, plan);
  const { bound } = run.progress;
  const gap = bound === null ? null : Math.max(0, bound - objective) / Math.max(1, Math.abs(bound));
  return { objective, bound, gap };
}

/** How the meetings are shared among those who wish for some. O(wishes + meetings). */
export function fairness({ problem, plan, cards }: Figured): Fairness {
  const meetings = new Map<string, number>();
  for (const { people } of plan.meetings) for (const id of people) meetings.set(id, (meetings.get(id) ?? 0) + 1);
  const wishing = new Set(problem.wishes.filter(isPossible).flatMap(peopleOf));
  const organisationOf = (id: string): string | undefined => cards.get(id)?.organisation.organisationId;
  const organisations = (ids: Iterable<string>): Set<string> =>
    new Set([...ids].flatMap((id) => organisationOf(id) ?? []));
  const meeting = [...wishing].filter((id) => meetings.has(id));
  const counting = problem.people.filter(({ id }) => wishing.has(id) || meetings.has(id));
  const counts = Map.groupBy(counting, ({ id }) => meetings.get(id) ?? 0);
  return {
    people: { wishing: wishing.size, meeting: meeting.length },
    organisations: {
      wishing: organisations(wishing).size,
      meeting: organisations(meetings.keys()).intersection(organisations(wishing)).size,
    },
    spread: [...counts]
      .map(([count, people]) => ({ meetings: count, people: people.length }))
      .sort((a, b) => a.meetings - b.meetings),
    without: [...wishing].filter((id) => !meetings.has(id)).sort() as ParticipantId[],
  };
}

/** Minutes outside of decent hours on people's own clocks, by the side that their organisation is on. */
export function unsocialMinutes({ problem, plan, cards }: Figured): UnsocialMinutes[] {
  const zones = new Map(problem.people.map(({ id, zone }) => [id, zone]));
  const minutes = new Map<string, number>();
  for (const { people, slot } of plan.meetings)
    for (const id of people) {
      const late = problem.unsocialMinutes[zones.get(id) ?? '']?.[slot] ?? 0;
      minutes.set(id, (minutes.get(id) ?? 0) + late);
    }
  const known = [...minutes].filter(([id]) => cards.has(id));
  return [...Map.groupBy(known, ([id]) => cards.get(id)!.organisation.side)]
    .map(([side, people]) => {
      const all = people.map(([, one]) => one);
      const sum = all.reduce((a, b) => a + b, 0);
      return { side, people: all.length, minutes: sum, average: sum / all.length, most: Math.max(...all) };
    })
    .sort((a, b) => (a.side < b.side ? -1 : 1));
}

/** What a plan is worth by each measure that it weighs. */
export function measuresOf(figured: Figured): PlanMeasures {
  const { people, organisations } = fairness(figured);
  const unsocial = unsocialMinutes(figured);
  return {
    objective: objectiveOf(figured.problem, figured.plan),
    withoutPeople: people.wishing - people.meeting,
    withoutOrganisations: organisations.wishing - organisations.meeting,
    unsocial: unsocial.reduce((sum, { minutes }) => sum + minutes, 0),
    unsocialMost: Math.max(0, ...unsocial.map(({ most }) => most)),
  };
}

/** The same without what only stands: nobody wishes for it any more. */
export function withoutStanding({ problem, plan, cards }: Figured, standing: ReadonlySet<string>): Figured {
  const wishes = problem.wishes.filter(({ id }) => !standing.has(id));
  const meetings = plan.meetings.filter(({ wishId }) => !standing.has(wishId));
  return { problem: { ...problem, wishes }, plan: { meetings }, cards };
}

/** How much regions meet and wish to, each pair of them once a meeting, codes in order. */
export function regionCells({ problem, plan, cards }: Figured): RegionCell[] {
  const wishes = new Map(problem.wishes.map((wish) => [wish.id, wish]));
  const cells = new Map<string, RegionCell>();
  const count = (wish: Wish, what: 'meetings' | 'wishes'): void => {
    const regions = wish.sides.map(({ people }) => regionOf(cards.get(people[0]!)?.organisation)).sort();
    for (const [one, other] of pairsIn(regions)) {
      const cell = cells.get(`${one} ${other}`) ?? { one, other, meetings: 0, wishes: 0 };
      cell[what]++;
      cells.set(`${one} ${other}`, cell);
    }
  };
  for (const wish of problem.wishes) count(wish, 'wishes');
  for (const { wishId } of plan.meetings) {
    const wish = wishes.get(wishId);
    if (wish) count(wish, 'meetings');
  }
  return [...cells.values()].sort((a, b) => (`${a.one} ${a.other}` < `${b.one} ${b.other}` ? -1 : 1));
}

/** Each two, once; a region with itself where two sides are of it. */
function pairsIn(regions: readonly string[]): (readonly [string, string])[] {
  const pairs = regions.flatMap((one, at) => regions.slice(at + 1).map((other) => [one, other] as const));
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}

const regionOf = (organisation: OrganisationCard | undefined): string => organisation?.regionCode ?? '';
const isPossible = ({ slots, weight }: Wish): boolean => weight > 0 && slots?.length !== 0;
const peopleOf = ({ sides }: Wish): readonly string[] => sides.flatMap(({ people }) => people);
