import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Hint, Me, StageView, UserId } from '@musubi/contracts';
import { RETRY_PAUSES } from '../../core/api/api';
import { Login } from '../../core/login/login';
import { Realtime } from '../../core/realtime/realtime';
import { type MusubiSocket, OPEN_SOCKET } from '../../core/realtime/socket';
import { clara } from '../../../testing/meeting-fixtures';
import { question, stage } from '../../../testing/session-fixtures';
import { StageStore } from './stage-store';

const me: Me = {
  userId: clara.userId as UserId,
  address: 'clara@example.org',
  name: clara.name,
  lang: 'en',
  zone: clara.zone,
  grants: [],
  totpEnrolled: false,
};
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};
/** Readings after a command start with the next turn. */
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the stage of a session', () => {
  const one = question({ text: 'one', votes: 3 });
  const view = stage({ questions: [one] });
  const url = `/api/sessions/${view.sessionId}/stage`;
  let http: HttpTestingController;
  let store: StageStore;
  let hint: (hint: Hint) => void;

  const answer = async (more: Partial<StageView> = {}): Promise<void> => {
    await later();
    await settle();
    http.expectOne(url).flush({ ...view, ...more });
    await settle();
  };
  const shown = (): string[] =>
    store.questions().map(({ text, votes, voted, state }) => `${text} ${votes}${voted ? ' mine' : ''} ${state}`);

  beforeEach(async () => {
    const heard = new Map<string, (hint: Hint) => void>();
    const socket = {
      connected: false,
      on: (name: string, handler: (hint: Hint) => void) => heard.set(name, handler),
      emit: () => undefined,
      disconnect: () => undefined,
    };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: RETRY_PAUSES, useValue: [] },
        { provide: OPEN_SOCKET, useValue: async () => socket as unknown as MusubiSocket },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(Login).accept({ me, secondFactor: 'not_needed', demo: false });
    store = TestBed.inject(StageStore);
    const started = TestBed.inject(Realtime).start();
    await settle();
    http.expectOne('/api/me/feed?after=0').flush({ entries: [], cursor: 0, reload: false });
    await started;
    hint = (one) => heard.get('hint.given')!(one);
    void store.open(view.sessionId);
    await answer();
  });

  afterEach(() => http.verify());

  it('shows a vote before the server has answered, and the server’s count after', async () => {
    const voting = store.vote(one.questionId, true);
    expect(shown()).toEqual(['one 4 mine visible']);
    http.expectOne(`/api/questions/${one.questionId}/vote`).flush({ ...one, votes: 9, voted: true });
    await voting;
    expect(shown()).toEqual(['one 9 mine visible']);
    await answer({ questions: [{ ...one, votes: 9, voted: true }] });
  });

  it('takes a vote back when it is refused', async () => {
    const voting = store.vote(one.questionId, true);
    http
      .expectOne(`/api/questions/${one.questionId}/vote`)
      .flush({ code: 'stage.not_live', status: 409 }, { status: 409, statusText: 'Conflict' });
    await expect(voting).rejects.toMatchObject({ code: 'stage.not_live' });
    expect(shown()).toEqual(['one 3 visible']);
    await answer();
  });

  it('adds what I asked and takes away what I take back', async () => {
    const asking = store.ask({ text: 'two', anonymous: true });
    const two = question({ text: 'two', mine: true, author: null });
    http.expectOne(`/api/sessions/${view.sessionId}/questions`).flush(two);
    await asking;
    expect(shown()).toEqual(['one 3 visible', 'two 0 visible']);
    await answer({ questions: [one, two] });
    const taking = store.takeBack(two.questionId);
    expect(shown()).toEqual(['one 3 visible']);
    http.expectOne(`/api/questions/${two.questionId}`).flush(null, { status: 204, statusText: 'No Content' });
    await taking;
    await answer();
  });

  it('reads again when others did something, but only for this session', async () => {
    const topic = `session:${view.sessionId}` as const;
    hint({ topic, kind: 'questions.changed', ids: { sessionId: 'another' } });
    await settle();
    hint({ topic, kind: 'stage.changed', ids: { sessionId: view.sessionId } });
    await answer({ state: 'ended', watching: 0 });
    expect(store.stage()?.state).toBe('ended');
  });

  it('lets no older reading undo what is being done', async () => {
    const moderating = store.moderate(one.questionId, 'answered', false);
    hint({
      topic: `session:${view.sessionId}`,
      kind: 'questions.changed',
      ids: { sessionId: view.sessionId },
    });
    await settle();
    expect(shown()).toEqual(['one 3 answered']);
    http.expectOne(`/api/questions/${one.questionId}/state`).flush({ ...one, state: 'answered' });
    await moderating;
    await answer({ questions: [{ ...one, state: 'answered' }] });
    expect(shown()).toEqual(['one 3 answered']);
  });
});
