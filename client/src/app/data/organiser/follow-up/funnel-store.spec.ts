import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CaseId, CaseView, FunnelView, Hint, Me, UserId } from '@musubi/contracts';
import { RETRY_PAUSES } from '../../../core/api/api';
import { Login } from '../../../core/login/login';
import { Realtime } from '../../../core/realtime/realtime';
import { type MusubiSocket, OPEN_SOCKET } from '../../../core/realtime/socket';
import { clara, eventId } from '../../../../testing/meeting-fixtures';
import { FunnelStore } from './funnel-store';

const me: Me = {
  userId: clara.userId as UserId,
  address: 'thomas@example.org',
  name: clara.name,
  lang: 'en',
  zone: clara.zone,
  grants: [{ role: 'organiser', eventId: null, organisationId: null }],
  totpEnrolled: true,
};
const funnel = (held: number): FunnelView => ({
  eventId: null,
  asOf: '2027-03-25T09:00:00Z',
  steps: [
    { step: 'held', count: held, levels: null, ofHeld: null },
    { step: 'unanswered', count: 1, levels: null, ofHeld: null },
  ],
  held: { measured: held, declared: 0, decided: 0, provisional: 0 },
  excluded: 0,
  disputed: 0,
  baseline: { held: 2210, initiated: 202, signed: 27, nonEuropeanShare: 0.53 },
});
const one: CaseView = {
  caseId: 'case' as CaseId,
  eventId,
  status: 'initiated',
  kind: null,
  title: 'Test weeks',
  parties: [],
  level: 'confirmed',
  nextStep: null,
  nextStepDue: null,
  initiatedOn: '2027-01-26',
  meetingIds: [],
  disputed: false,
  mayConfirm: false,
};
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};

describe('what came of it', () => {
  let http: HttpTestingController;
  let store: FunnelStore;
  let hint: (hint: Hint) => void;
  const watched: string[] = [];

  const answer = async (held: number, cases: CaseView[] = [one]): Promise<void> => {
    await settle();
    http.expectOne('/api/organise/funnel').flush(funnel(held));
    http.expectOne('/api/organise/heat').flush({ eu: [], jp: [], cells: [] });
    http.expectOne('/api/organise/cases').flush(cases);
    await settle();
  };

  beforeEach(async () => {
    const heard = new Map<string, (hint: Hint) => void>();
    const socket = {
      connected: true,
      on: (name: string, handler: (hint: Hint) => void) => heard.set(name, handler),
      emit: (_name: string, topic: string) => void watched.push(topic),
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
    watched.length = 0;
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(Login).accept({ me, secondFactor: 'done', demo: false });
    const started = TestBed.inject(Realtime).start();
    await settle();
    for (const call of http.match('/api/me/feed?after=0')) call.flush({ entries: [], cursor: 0, reload: false });
    await started;
    hint = (given) => heard.get('hint.given')!(given);
    store = TestBed.inject(FunnelStore);
    void store.open(null, ['one', 'two']);
    await answer(1);
  });

  afterEach(() => {
    store.close();
    http.verify();
  });

  it('watches every event that it counts, and reads once for many changes', async () => {
    expect(watched).toEqual(['organise:one', 'organise:two']);
    for (const id of ['one', 'two', 'one']) {
      hint({ topic: `organise:${id}`, kind: 'funnel.changed', ids: { eventId: id } });
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    await answer(2);
    expect(store.rows().map(({ step, count }) => `${step} ${count}`)).toEqual(['held 2']);
    expect(store.unanswered()?.count).toBe(1);
  });

  it('opens the records behind a number', async () => {
    const pair = { step: 'held', eu: 'DE1', jp: 'JP-27' } as const;
    store.show(pair);
    expect([store.behind(), store.recordsLoading()]).toEqual([pair, true]);
    http.expectOne('/api/organise/funnel/held?eu=DE1&jp=JP-27').flush([]);
    await settle();
    expect(store.records()).toEqual([]);
    store.show(null);
    expect(store.behind()).toBeNull();
  });

  it('shows a verification at once and takes it back when it is refused', async () => {
    const verifying = store.verify(one.caseId);
    expect(store.cases()[0]?.level).toBe('verified');
    http
      .expectOne('/api/cases/case/verify')
      .flush({ code: 'case.wrong_state', status: 409 }, { status: 409, statusText: 'Conflict' });
    await expect(verifying).rejects.toMatchObject({ code: 'case.wrong_state' });
    expect(store.cases()[0]?.level).toBe('confirmed');
  });
});
