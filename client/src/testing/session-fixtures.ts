import type { QuestionId, QuestionView, SessionId, SessionView, StageView } from '@musubi/contracts';
import { eventId } from './meeting-fixtures';

/** A session of a quarter of an hour that starts at the ISO instant. */
export function session(startsAt: string, more: Partial<SessionView> = {}): SessionView {
  return {
    sessionId: `session-${startsAt}` as SessionId,
    eventId,
    kind: 'talk',
    state: 'scheduled',
    title: { en: 'Opening', ja: '開会', original: 'en' },
    subtitle: null,
    abstract: null,
    startsAt,
    endsAt: Temporal.Instant.from(startsAt).add({ minutes: 15 }).toString(),
    room: null,
    roomLocal: null,
    track: null,
    trackLocal: null,
    languages: ['en'],
    interpreted: true,
    speakers: [],
    online: true,
    ...more,
  };
}

let asked = 0;

export function question(more: Partial<QuestionView> = {}): QuestionView {
  asked += 1;
  return {
    questionId: `question-${asked}` as QuestionId,
    text: 'Who paid for the insurance?',
    author: 'Aiko Tanaka',
    askedAt: '2027-01-26T08:00:00Z',
    state: 'visible',
    pinned: false,
    votes: 0,
    voted: false,
    mine: false,
    ...more,
  };
}

/** A session that is on, seen by somebody who watches. */
export function stage(more: Partial<StageView> = {}): StageView {
  const on = more.session ?? session('2027-01-26T08:00:00Z');
  return {
    sessionId: on.sessionId,
    session: on,
    state: 'live',
    liveSince: on.startsAt,
    endedAt: null,
    role: 'participant',
    mayPublish: false,
    mayModerate: false,
    video: true,
    watching: 12,
    questions: [],
    ...more,
  };
}
