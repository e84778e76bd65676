import type { BilingualText, ImportReport, SessionKind, SessionState } from '@musubi/contracts';
import type { ReadSession } from './file/read-programme.js';

/** A session of the draft with the names that files use. */
export interface DraftSession {
  id: string;
  externalId: string;
  kind: SessionKind;
  state: SessionState;
  title: BilingualText;
  subtitle: BilingualText | null;
  abstract: BilingualText | null;
  startsAt: Date;
  endsAt: Date;
  room: string | null;
  track: string | null;
  languages: string[];
  interpreted: boolean;
  online: boolean;
  /** External ids in order. */
  speakers: string[];
}

export interface ImportPlan {
  create: ReadSession[];
  update: ReadSession[];
  unchanged: ReadSession[];
  /** Sessions of the same source that the file has no more. */
  cancel: DraftSession[];
}

/** What a file changes in the draft of the same source. A session that was cancelled and is back is updated. */
export function planImport(draft: readonly DraftSession[], read: readonly ReadSession[]): ImportPlan {
  const known = new Map(draft.map((session) => [session.externalId, session]));
  const named = new Set(read.map(({ externalId }) => externalId));
  const plan: ImportPlan = {
    create: [],
    update: [],
    unchanged: [],
    cancel: draft.filter(({ externalId, state }) => state === 'scheduled' && !named.has(externalId)),
  };
  for (const session of read) {
    const before = known.get(session.externalId);
    if (!before) plan.create.push(session);
    else if (before.state === 'scheduled' && sameSession(before, session)) plan.unchanged.push(session);
    else plan.update.push(session);
  }
  return plan;
}

export function countsOf({ create, update, unchanged, cancel }: ImportPlan): ImportReport['sessions'] {
  return {
    created: create.length,
    updated: update.length,
    unchanged: unchanged.length,
    cancelled: cancel.length,
  };
}

function sameSession(draft: DraftSession, read: ReadSession): boolean {
  return (
    contentOf({ ...draft, startsAt: draft.startsAt.getTime(), endsAt: draft.endsAt.getTime() }) ===
    contentOf({
      ...read,
      startsAt: read.startsAt.epochMilliseconds,
      endsAt: read.endsAt.epochMilliseconds,
    })
  );
}

type Content = Omit<DraftSession, 'id' | 'externalId' | 'state' | 'startsAt' | 'endsAt'> & {
  startsAt: number;
  endsAt: number;
};

/** Everything that people see of a session, in one fixed order. */
function contentOf(session: Content): string {
  const { kind, startsAt, endsAt, room, track, languages, interpreted, online, speakers } = session;
  const texts = [session.title, session.subtitle, session.abstract].map(
    (text) => text && [text.en, text.ja, text.original],
  );
  return JSON.stringify([kind, texts, startsAt, endsAt, room, track, languages, interpreted, online, speakers]);
}
