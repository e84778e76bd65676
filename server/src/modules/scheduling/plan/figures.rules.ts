import type {
  Fairness,
  OrganisationCard,
  ParticipantCard,
  ParticipantId,
  RegionCell,
  UnsocialMinutes,
} from '@musubi/contracts';
import type { Plan, Problem, Wish } from '@musubi/scheduling';

/** What figures are made from: wishes of the event, without meetings that only stand. */
export interface Figured {
  problem: Problem;
  plan: Plan;
  cards: ReadonlyMap<string, ParticipantCard>;
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

/** How much regions meet and wish to, each pair once, codes in order. */
export function regionCells({ problem, plan, cards }: Figured): RegionCell[] {
  const wishes = new Map(problem.wishes.map((wish) => [wish.id, wish]));
  const cells = new Map<string, RegionCell>();
  const count = (wish: Wish, what: 'meetings' | 'wishes'): void => {
    const [one, other] = wish.sides.map(({ people }) => regionOf(cards.get(people[0]!)?.organisation)).sort();
    if (one === undefined || other === undefined) return;
    const cell = cells.get(`${one} ${other}`) ?? { one, other, meetings: 0, wishes: 0 };
    cell[what]++;
    cells.set(`${one} ${other}`, cell);
  };
  for (const wish of problem.wishes) count(wish, 'wishes');
  for (const { wishId } of plan.meetings) {
    const wish = wishes.get(wishId);
    if (wish) count(wish, 'meetings');
  }
  return [...cells.values()].sort((a, b) => (`${a.one} ${a.other}` < `${b.one} ${b.other}` ? -1 : 1));
}

const regionOf = (organisation: OrganisationCard | undefined): string => organisation?.regionCode ?? '';
const isPossible = ({ slots, weight }: Wish): boolean => weight > 0 && slots?.length !== 0;
const peopleOf = ({ sides }: Wish): readonly string[] => sides.flatMap(({ people }) => people);
