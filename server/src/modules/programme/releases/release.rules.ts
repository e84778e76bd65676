import type { ReleaseSummary } from '@musubi/contracts';
import type { KnownSession } from '../known-session.js';

export interface ComposedRelease {
  sessions: KnownSession[];
  changes: ReleaseSummary['changes'];
}

/**
 * What a release shows and what it changes against the one before. A cancelled session stays visible where it was
 * published before; one that nobody ever saw is left out.
 */
export function composeRelease(before: readonly KnownSession[], draft: readonly KnownSession[]): ComposedRelease {
  const published = new Map(before.map((session) => [session.sessionId, session]));
  const sessions = draft.filter(({ sessionId, state }) => state === 'scheduled' || published.has(sessionId));
  return { sessions, changes: sessions.flatMap((session) => changesOf(published.get(session.sessionId), session)) };
}

/** Whether calendars must hear of the difference. */
export function movesCalendars(was: KnownSession, now: KnownSession): boolean {
  const told = ({ state, startsAt, endsAt, title }: KnownSession) =>
    JSON.stringify([state, startsAt, endsAt, title.en, title.ja]);
  return told(was) !== told(now);
}

/** Who speaks, or spoke before, in what changed: sessions by the speaker's account. */
export function speakersConcerned(
  before: readonly KnownSession[],
  now: readonly KnownSession[],
  changed: ReadonlySet<string>,
): Map<string, string[]> {
  const concerned = new Map<string, string[]>();
  for (const { sessionId, speakers } of [...now, ...before]) {
    if (!changed.has(sessionId)) continue;
    for (const { userId } of speakers) {
      const own = userId && (concerned.get(userId) ?? []);
      if (own && !own.includes(sessionId)) concerned.set(userId!, [...own, sessionId]);
    }
  }
  return concerned;
}

/** `was` and `now`: the start where it moved in time, the room where it moved in space, the title where that changed. */
function changesOf(was: KnownSession | undefined, session: KnownSession): ReleaseSummary['changes'] {
  const change = (
    kind: ReleaseSummary['changes'][number]['kind'],
    before: string | null = null,
    now: string | null = null,
  ) => ({ kind, sessionId: session.sessionId, title: session.title, was: before, now });
  if (!was) return [change('added', null, session.startsAt)];
  if (session.state === 'cancelled') return was.state === 'cancelled' ? [] : [change('cancelled', was.startsAt, null)];
  if (was.state === 'cancelled') return [change('added', null, session.startsAt)];
  const changes: ReleaseSummary['changes'] = [];
  if (was.startsAt !== session.startsAt) changes.push(change('moved', was.startsAt, session.startsAt));
  if (was.room !== session.room) changes.push(change('moved', was.room, session.room));
  if (contentOf(was) !== contentOf(session)) {
    const [before, now] = [titleOf(was), titleOf(session)];
    changes.push(before === now ? change('changed') : change('changed', before, now));
  }
  return changes;
}

function titleOf({ title }: KnownSession): string | null {
  return title[title.original];
}

/**
 * All that is neither start nor room, in one fixed order: rows of JSON come back with their keys in another. Whose account
 * a speaker is concerns nobody who reads the programme.
 */
function contentOf(session: KnownSession): string {
  const minutes = Date.parse(session.endsAt) - Date.parse(session.startsAt);
  const texts = [session.title, session.subtitle, session.abstract].map(
    (text) => text && [text.en, text.ja, text.original],
  );
  const speakers = session.speakers.map((speaker) => [
    speaker.speakerId,
    speaker.name,
    speaker.nameLocal,
    speaker.biography,
    speaker.organisation,
    speaker.organisationLocal,
  ]);
  const { kind, track, languages, interpreted, online } = session;
  const local = [session.roomLocal, session.trackLocal];
  return JSON.stringify([kind, minutes, texts, speakers, track, local, languages, interpreted, online]);
}
