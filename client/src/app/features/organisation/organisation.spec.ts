import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AffiliationRequest, AffiliationView, LoginState, Me, MyOrganisation } from '@musubi/contracts';
import { RETRY_PAUSES } from '../../core/api/api';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { aiko, clara } from '../../../testing/meeting-fixtures';
import { provideWords } from '../../../testing/words';
import { Organisation } from './organisation';

const place = (who: typeof clara, given: Partial<AffiliationView>): AffiliationView => ({
  affiliationId: `of-${who.userId}` as never,
  userId: who.userId,
  name: who.name,
  role: 'member',
  state: 'active',
  requestedAt: '2027-01-11T09:00:00Z',
  answerBy: '2027-01-14T09:00:00Z',
  mayAnswer: false,
  mayEnd: false,
  mayHandOver: false,
  address: null,
  ...given,
});
const admin = place(clara, { role: 'admin', answerBy: null });
const newcomer = place(aiko, { state: 'requested', mayAnswer: true, address: 'aiko@osaka.example' });
const ofClara: MyOrganisation = {
  organisation: clara.organisation,
  mine: admin,
  admins: [clara.name],
  people: [admin, newcomer],
};

describe('the people of my organisation', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<Organisation>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await fixture.whenStable();
  };
  const answer = async (path: string, body: object, refused?: { status: number }): Promise<void> => {
    await settle();
    for (const call of http.match(`/api${path}`))
      call.flush(body, refused ? { ...refused, statusText: 'Refused' } : undefined);
    await settle();
  };
  const text = (selector: string): string[] =>
    [...page().querySelectorAll(selector)].map((one) => one.textContent!.replaceAll(/\s+/g, ' ').trim());
  const button = (name: string): HTMLElement | null =>
    [...document.querySelectorAll<HTMLElement>('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent!.trim()) === name,
    ) ?? null;
  const open = async (who: typeof clara, login: Partial<LoginState> = {}, grants: Me['grants'] = []): Promise<void> => {
    const me = { userId: who.userId, name: who.name, zone: who.zone, lang: 'en', grants } as unknown as Me;
    TestBed.inject(Login).accept({ me, secondFactor: 'not_needed', demo: false, ...login });
    fixture = TestBed.createComponent(Organisation);
    await settle();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(),
        { provide: RETRY_PAUSES, useValue: [] },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const words = TestBed.inject(Words);
    await words.load('organisation', 'common', 'problem', 'refusal');
    await words.use('en');
    TestBed.inject(Clock).set({ now: '2027-01-12T12:20:00Z', offsetMs: 0 });
  });

  it('lets an admin approve, and shows what stands afterwards', async () => {
    await open(clara);
    await answer('/me/organisations', [ofClara]);
    expect(text('musubi-state')).toEqual(['Waiting for approval', 'Administrator']);
    expect(text('musubi-colleague')[0]).toContain('aiko@osaka.example');

    button('Approve Aiko Tanaka')!.click();
    await answer(`/affiliations/${newcomer.affiliationId}/approve`, { ...newcomer, state: 'active' });
    const approved = { ...newcomer, state: 'active' as const, mayAnswer: false, address: null };
    await answer('/me/organisations', [{ ...ofClara, people: [admin, approved] }]);
    expect(text('musubi-state')).toEqual(['Administrator', 'Approved']);
    expect(button('Approve Aiko Tanaka')).toBeNull();
  });

  it('asks before it declines, and shows who was quicker', async () => {
    await open(clara);
    await answer('/me/organisations', [ofClara]);
    button('Decline Aiko Tanaka')!.click();
    await settle();
    http.expectNone(`/api/affiliations/${newcomer.affiliationId}/decline`);

    button('Decline')!.click();
    await answer(
      `/affiliations/${newcomer.affiliationId}/decline`,
      { type: 'about:blank', title: '', status: 409, code: 'affiliation.wrong_state', instance: '' },
      { status: 409 },
    );
    const approved = { ...newcomer, state: 'active' as const, mayAnswer: false, address: null };
    await answer('/me/organisations', [{ ...ofClara, people: [admin, approved] }]);
    expect(text('musubi-state')).toEqual(['Administrator', 'Approved']);
  });

  it('asks before the role is handed over, and shows who has it then', async () => {
    const colleague = place(aiko, { mayEnd: true, mayHandOver: true });
    await open(clara);
    await answer('/me/organisations', [{ ...ofClara, people: [admin, colleague] }]);
    expect(text('musubi-colleague p')).toEqual(['To leave, make a colleague the administrator first.']);
    expect(button('Remove Aiko Tanaka')).not.toBeNull();

    button('Make administrator: Aiko Tanaka')!.click();
    await settle();
    expect(document.querySelector('.dialog h2')!.textContent).toBe('Make Aiko Tanaka the administrator?');
    http.expectNone(`/api/affiliations/${colleague.affiliationId}/hand-over`);
    button('Make administrator')!.click();
    const [was, is] = [place(clara, { mayEnd: true }), place(aiko, { role: 'admin' })];
    await answer(`/affiliations/${colleague.affiliationId}/hand-over`, is);
    await answer('/me/organisations', [{ ...ofClara, mine: was, people: [was, is] }]);
    expect(text('musubi-state')).toEqual(['Approved', 'Administrator']);
    expect(text('musubi-colleague button')).toEqual(['Leave']);
  });

  it('lets one leave, when one is sure', async () => {
    const mine = place(clara, { mayEnd: true });
    await open(clara);
    await answer('/me/organisations', [{ ...ofClara, mine, people: [mine] }]);
    button('Leave')!.click();
    await settle();
    expect(document.querySelector('.dialog p')!.textContent).toContain('Your registrations for events stand.');
    document.querySelector<HTMLElement>('.dialog .btn-ghost')!.click();
    await settle();
    http.expectNone(`/api/affiliations/${mine.affiliationId}/end`);

    button('Leave')!.click();
    await settle();
    [...document.querySelectorAll<HTMLElement>('.dialog .btn')].at(-1)!.click();
    await answer(`/affiliations/${mine.affiliationId}/end`, { ...mine, state: 'ended' });
    await answer('/me/organisations', []);
    expect(text('h2')).toEqual(['You belong to no organisation yet']);
  });

  it('says whose answer one waits for, and from when the helpdesk may give it', async () => {
    const mine = { ...newcomer, mayAnswer: false, address: null };
    await open(aiko);
    await answer('/me/organisations', [{ ...ofClara, mine, people: [] }]);
    expect(text('musubi-note p')).toEqual([
      'Waiting for approval by Clara Weiss',
      expect.stringMatching(
        /^Your registrations stand.* From Thu 14 Jan.*18:00 JST on, the helpdesk can decide as well\.$/,
      ),
    ]);
    expect(page().querySelector('button')).toBeNull();
  });

  it('shows the helpdesk, second factor given, what is left to it', async () => {
    const grants = [{ role: 'organiser' as const, eventId: null, organisationId: null }];
    await open(clara, { secondFactor: 'done' }, grants);
    const request: AffiliationRequest = { ...newcomer, organisation: aiko.organisation };
    await answer('/me/organisations', []);
    await answer('/organise/affiliations', [request]);
    expect(text('h2')).toEqual(['You belong to no organisation yet', 'For the helpdesk to decide']);

    button('Approve Aiko Tanaka')!.click();
    await answer(`/affiliations/${newcomer.affiliationId}/approve`, { ...newcomer, state: 'active' });
    await answer('/me/organisations', []);
    await answer('/organise/affiliations', []);
    expect(text('.list')).toEqual(['Nobody is waiting.']);
  });
});
