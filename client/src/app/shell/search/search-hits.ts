import type { BilingualText, Lang, OrganisationCard, PersonName, SearchAnswer } from '@musubi/contracts';
import { organisationName, writeName } from '@musubi/contracts';
import type { IconName } from '../../ui/icon/icons';

/** Something found, and the page that it is on. */
export interface SearchHit {
  readonly id: string;
  readonly text: string;
  readonly textLang: Lang;
  /** Lighter, after it: how a name is written, where somebody belongs, when it is. */
  readonly more: string;
  readonly link: string;
  readonly query: Readonly<Record<string, string>>;
  readonly fragment: string | undefined;
}

export interface SearchGroup {
  readonly kind: Exclude<keyof SearchAnswer, 'meant'>;
  readonly icon: IconName;
  readonly hits: readonly SearchHit[];
}

export interface HitWords {
  readonly lang: Lang;
  readonly text: (text: BilingualText) => string;
  readonly textLang: (text: BilingualText) => Lang;
  readonly when: (at: string) => string;
}

/** What was found, by kind; kinds without a hit are left out. Pages of people exist only where people meet. */
export function searchGroups(
  answer: SearchAnswer,
  event: { slug: string; matchmaking: boolean },
  words: HitWords,
): SearchGroup[] {
  const base = `/app/events/${event.slug}`;
  const hit = (id: string, link: string, more: Partial<SearchHit>): SearchHit => ({
    id,
    text: '',
    textLang: words.lang,
    more: '',
    link: `${base}/${link}`,
    query: {},
    fragment: undefined,
    ...more,
  });
  const named = (name: PersonName) => {
    const { first, firstLang } = writeName(name, words.lang);
    return { text: first, textLang: firstLang };
  };
  const organisation = (card: OrganisationCard): string => organisationName(card, words.lang);
  const groups: SearchGroup[] = [
    {
      kind: 'sessions',
      icon: 'programme',
      hits: answer.sessions.map(({ sessionId, title, startsAt }) =>
        hit(sessionId, 'programme', {
          text: words.text(title),
          textLang: words.textLang(title),
          more: words.when(startsAt),
          fragment: `session-${sessionId}`,
        }),
      ),
    },
    {
      kind: 'meetings',
      icon: 'meetings',
      hits: answer.meetings.map(({ meetingId, partner, startsAt }) =>
        hit(meetingId, `meetings/${meetingId}`, { ...named(partner.name), more: words.when(startsAt) }),
      ),
    },
    {
      kind: 'people',
      icon: 'user',
      hits: answer.people.map((person) =>
        hit(person.participantId, `matchmaking/${person.participantId}/request`, {
          ...named(person.name),
          more: organisation(person.organisation),
        }),
      ),
    },
    {
      kind: 'organisations',
      icon: 'building',
      hits: answer.organisations.map((one) =>
        hit(one.organisationId, 'matchmaking', {
          text: organisation(one),
          query: { view: 'people', unit: 'organisations', q: organisation(one) },
        }),
      ),
    },
  ];
  return groups.filter(({ kind, hits }) => hits.length > 0 && (kind === 'sessions' || event.matchmaking));
}
