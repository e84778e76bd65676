import type { MeetingPreference } from '@musubi/contracts';
import { weightOf, type Side, type Wish } from '@musubi/scheduling';
import type { Origin } from './origin.js';
import { alone, type Party, type Planned } from './parties.js';
import { understanding } from '../understanding.js';
import { wishIdOf } from './wish-id.js';

export interface Said {
  from: string;
  to: string;
  preference: Exclude<MeetingPreference, 'none'>;
}

/** A request that was given to the plan. */
export interface GivenRequest {
  requestId: string;
  from: string;
  to: string;
  /** `en-ja`, where an interpreter is wanted in any case. */
  interpreting: string | null;
}

export interface WishSources {
  people: ReadonlyMap<string, Planned>;
  partyOf: (person: Planned) => Party;
  said: readonly Said[];
  requests: readonly GivenRequest[];
  /** Whether a block stands between two people, or one is not interested in the other. */
  blocked: (one: Planned, other: Planned) => boolean;
  /** Whether the two parties have a meeting that stands. */
  meets: (one: Party, other: Party) => boolean;
  /** How well two people fit, 0 to 100: decides between wishes that are wanted as much. */
  fit: (one: string, other: string) => number;
  /** Positions of the slots in which the two organisations may meet. */
  slotsFor: (one: string, other: string) => readonly number[];
  /** Pairs of languages for which there is an interpreter. */
  offered: ReadonlySet<string>;
}

interface Pair {
  parties: [Party, Party];
  contacts: [string, string];
  said: [MeetingPreference, MeetingPreference];
  by: [string, string];
  requestId: string | null;
  interpreting: string | null;
  preferred: boolean;
}

/** The wishes of an event, one for each pair of parties of whom at least one wants it, by id. */
export function wishesOf(sources: WishSources): { wishes: Wish[]; origins: Origin[] } {
  const wishes: Wish[] = [];
  const origins: Origin[] = [];
  for (const [wishId, pair] of [...pairsOf(sources)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { said, by, contacts, requestId, preferred } = pair;
    const kind = preferred ? ('preference' as const) : ('request' as const);
    const origin: Origin = { wishId, kind, said, by, contacts, requestId };
    const weight = weightOf(...said, sources.fit(...contacts));
    if (weight === null) {
      // A no that nobody asked about is no wish that was not met.
      if (said.some((one) => one === 'must' || one === 'meet')) origins.push({ ...origin, refused: 'no_thanks' });
      continue;
    }
    const wanted = welcome(pair.parties, sources);
    if (!wanted) origins.push({ ...origin, refused: 'apart' });
    if (!wanted || sources.meets(...pair.parties)) continue;
    const { sides, interpreting } =
      pair.interpreting === null
        ? understanding(wanted, (id) => sources.people.get(id)?.workingLanguages ?? [], sources.offered)
        : { sides: wanted, interpreting: [pair.interpreting] };
    wishes.push({
      id: wishId,
      sides,
      weight,
      slots: sources.slotsFor(sides[0].organisationId, sides[1].organisationId),
      interpreting,
    });
    origins.push(origin);
  }
  return { wishes, origins };
}

/** Everything that was said and asked, by the parties that it is really about. */
function pairsOf({ people, partyOf, said, requests }: WishSources): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  const say = (from: string, to: string, preference: MeetingPreference): Pair | null => {
    const [a, b] = [people.get(from), people.get(to)];
    if (!a || !b) return null;
    const parties = [partyOf(a), partyOf(b)];
    const [one, other] = parties[0]!.key === parties[1]!.key ? [alone(a), alone(b)] : (parties as [Party, Party]);
    const id = wishIdOf(one.key, other.key);
    const first = one.key < other.key;
    const pair = pairs.get(id) ?? {
      parties: first ? [one, other] : [other, one],
      contacts: first ? [from, to] : [to, from],
      said: ['none', 'none'],
      by: first ? [from, to] : [to, from],
      requestId: null,
      interpreting: null,
      preferred: false,
    };
    pairs.set(id, pair);
    const at = first ? 0 : 1;
    if (isStronger(preference, pair.said[at])) {
      pair.said[at] = preference;
      pair.by[at] = from;
    }
    return pair;
  };
  for (const { from, to, preference } of said) {
    const pair = say(from, to, preference);
    if (pair) pair.preferred = true;
  }
  for (const { requestId, from, to, interpreting } of requests) {
    const pair = say(from, to, 'meet');
    if (!pair) continue;
    pair.requestId ??= requestId;
    pair.interpreting ??= interpreting;
  }
  return pairs;
}

const order: readonly MeetingPreference[] = ['none', 'meet', 'must', 'no_thanks'];
const isStronger = (one: MeetingPreference, other: MeetingPreference): boolean =>
  order.indexOf(one) > order.indexOf(other);

/**
 * The sides without people who have blocked somebody of the other; null where nobody is left, or everybody is needed. Whoever has
 * others to stand in for them gives way first.
 */
function welcome([one, other]: [Party, Party], { people, blocked }: WishSources): [Side, Side] | null {
  const of = (ids: readonly string[]) => ids.flatMap((id) => people.get(id) ?? []);
  const clear = (mine: Side, theirs: Side): Side | null => {
    const present = of(mine.people);
    const left = present.filter((person) => !of(theirs.people).some((them) => blocked(person, them)));
    if (left.length === 0 || (mine.need === 'all' && left.length < present.length)) return null;
    return { ...mine, people: left.map(({ participantId }) => participantId) };
  };
  const [a, b] = [one, other].map(({ organisationId, people: who, need }): Side => ({
    organisationId,
    people: who,
    need,
  }));
  const first = isPool(one) ? clear(a!, b!) : a!;
  const second = first && clear(b!, first);
  const last = first && second && clear(first, second);
  return last && second ? [last, second] : null;
}

const isPool = ({ need, people }: Party): boolean => need === 'one' && people.length > 1;
