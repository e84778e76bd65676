import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type {
  DelegationView,
  EventView,
  Me,
  OpportunityId,
  OpportunityView,
  ParticipantCard,
  ParticipantId,
  RegistrationView,
  SlotChoice,
  UserId,
} from '@musubi/contracts';
import { RETRY_PAUSES } from '../../../core/api/api';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Login } from '../../../core/login/login';
import { Behalf } from '../../../core/login/behalf';
import { Toasts } from '../../../core/page/toasts';
import { CurrentEvent } from '../../../data/events/current-event';
import { aiko, choice, clara, eventId, request } from '../../../../testing/meeting-fixtures';
import { MemoryShelf, provideDrafts } from '../../../../testing/drafts';
import { provideWords } from '../../../../testing/words';
import { Ask } from './ask';

@Component({ template: '' })
class Elsewhere {}

const event = { eventId, slug: 'conference', zone: 'Europe/Brussels', startsAt: '2027-01-26T06:45:00Z' } as EventView;
const me = { userId: clara.userId, name: clara.name, zone: clara.zone, lang: 'en', grants: [] } as unknown as Me;
const registration = { ...clara, state: 'complete' } as unknown as RegistrationView;
const opportunity = (id: string, kind: 'offer' | 'request'): OpportunityView =>
  ({
    opportunityId: id as OpportunityId,
    kind,
    title: { en: id, ja: null, original: 'en' },
    dimension: 'innovation',
    topic: 'research',
    state: 'published',
    deadline: null,
  }) as unknown as OpportunityView;
const slots: SlotChoice[] = [
  choice('2027-01-26T08:00:00Z', { state: 'busy' }),
  choice('2027-01-26T08:25:00Z'),
  choice('2027-01-26T08:50:00Z'),
];
const jean: ParticipantCard = {
  ...clara,
  participantId: 'jean' as ParticipantId,
  userId: 'user-jean' as UserId,
  name: { ...clara.name, givenLatin: 'Jean', familyLatin: 'Moreau' },
};
const preview = { answerBy: '2027-01-20T01:00:00Z', openRequests: 3, cap: 10, existing: null };

describe('asking for a meeting', () => {
  let http: HttpTestingController;
  /** Lets the draft come, late. */
  let draftComes: (draft: object | null) => void;
  /** The drafts that were asked for. */
  let drafts: string[];
  let harness: RouterTestingHarness;
  let page: HTMLElement;
  const fixture = (): ComponentFixture<unknown> => harness.fixture;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await fixture().whenStable();
  };
  const answer = async (path: string, body: object | null): Promise<void> => {
    await settle();
    for (const call of http.match((asked) => asked.urlWithParams === `/api${path}`)) call.flush(body);
    await settle();
  };
  const all = (selector: string): HTMLElement[] => [...page.querySelectorAll<HTMLElement>(selector)];
  const slotAt = (time: string): HTMLElement => all('.slot').find((one) => one.textContent?.includes(time))!;
  const type = (text: string): void => {
    const field = page.querySelector<HTMLTextAreaElement>('#why')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const send = async (): Promise<void> => {
    page.querySelector<HTMLElement>('button[type=submit]')!.click();
    await settle();
  };
  const readSlots = (choices: SlotChoice[]): Promise<void> =>
    answer(`/events/${eventId}/slots?with=${aiko.participantId}`, choices);

  beforeEach(async () => {
    const shelf = new MemoryShelf();
    drafts = [];
    shelf.get = (key) =>
      new Promise((resolve) => {
        drafts.push(key);
        draftComes = (value) => resolve(value && { value, at: 1 });
      });
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords(),
        provideRouter(
          [
            { path: 'ask/:participantId', component: Ask },
            { path: '**', component: Elsewhere },
          ],
          withComponentInputBinding(),
        ),
        { provide: RETRY_PAUSES, useValue: [] },
        provideDrafts(shelf),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const words = TestBed.inject(Words);
    await words.load(
      'matchmaking',
      'meetings',
      'match',
      'booking',
      'company',
      'delegation',
      'common',
      'problem',
      'refusal',
    );
    await words.use('en');
    TestBed.inject(Login).accept({ me, secondFactor: 'not_needed', demo: false });
    TestBed.inject(Clock).set({ now: '2027-01-12T12:20:00Z', offsetMs: 0 });
    TestBed.inject(CurrentEvent).set(event);

    harness = await RouterTestingHarness.create('/ask/aiko');
    page = harness.routeNativeElement!;
    await settle();
    await answer(`/events/${eventId}/participants/aiko`, {
      ...aiko,
      opportunities: [opportunity('theirs', 'request')],
    });
    await answer(`/events/${eventId}/registration`, registration);
    await answer(`/organisations/${clara.organisation.organisationId}/opportunities`, [opportunity('mine', 'offer')]);
    await answer(`/events/${eventId}/agenda`, []);
    await answer(`/events/${eventId}/meeting-requests`, []);
    await answer(`/events/${eventId}/meetings`, []);
    await answer(`/events/${eventId}/meeting-requests/preview?to=aiko`, preview);
    await readSlots(slots);
    await answer(`/events/${eventId}/blocks`, []);
  });

  afterEach(() => http.verify());

  /** Finds somebody by name and takes them along. */
  const bring = async (person: ParticipantCard): Promise<void> => {
    const field = page.querySelector<HTMLInputElement>('musubi-people-picker input')!;
    field.value = 'Jean';
    field.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await answer(`/events/${eventId}/search?q=Jean`, { people: [person] });
    page.querySelector<HTMLElement>('musubi-people-picker [role=option]')!.click();
    await settle();
  };
  const groupSlots = (choices: SlotChoice[]): Promise<void> =>
    answer(`/events/${eventId}/group-slots?with=aiko%2Cjean`, choices);
  const readAgain = async (choices: SlotChoice[], said: object = preview): Promise<void> => {
    TestBed.inject(CurrentEvent).set({ ...event });
    await settle();
    await answer(`/events/${eventId}/participants/aiko`, { ...aiko, opportunities: [] });
    await answer(`/events/${eventId}/meeting-requests/preview?to=aiko`, said);
    await readSlots(choices);
    await answer(`/events/${eventId}/blocks`, []);
  };
  const chosen = (): number => all('.side .picked .tools').length;
  const heading = (): string => page.querySelector('h1')!.textContent!;
  const posts = () => http.match({ method: 'POST' }).map(({ request: { url, body } }) => [url, body]);

  describe('with further people', () => {
    const instant = slots.map((slot) => ({ ...slot, instant: true }));
    beforeEach(async () => {
      await readAgain(instant);
    });

    it('asks where alone one would book: nobody who was named is dropped', async () => {
      expect(heading()).toBe('Book a meeting');
      type('Which stack sizes do you need?');
      await bring(jean);
      await groupSlots(instant);
      slotAt('09:50').click();
      await settle();
      slotAt('09:25').click();
      await settle();
      expect([heading(), page.querySelector('#ask-when')!.textContent!.trim(), chosen()]).toEqual([
        'Request a meeting',
        'When: up to three times',
        2,
      ]);
      expect(page.textContent).not.toContain('the meeting is confirmed at once');
      await send();
      expect(posts()).toEqual([
        [
          `/api/events/${eventId}/meeting-requests`,
          expect.objectContaining({
            slotIds: [slots[2]!.slotId, slots[1]!.slotId],
            people: [{ participantId: 'jean', part: 'required' }],
          }),
        ],
      ]);
    });

    it('asks with an interpreter, too, and books one time again without', async () => {
      const interpret = async (value: string): Promise<void> => {
        const select = page.querySelector<HTMLSelectElement>('#interpreter')!;
        select.value = value;
        select.dispatchEvent(new Event('change'));
        await answer(
          `/events/${eventId}/slots?with=aiko${value && `&interpretation=${value}`}`,
          value ? instant.map((slot, index) => ({ ...slot, interpreter: index === 1 })) : instant,
        );
      };
      type('Which stack sizes do you need?');
      await interpret('de-ja');
      slotAt('09:50').click();
      await settle();
      slotAt('09:25').click();
      await settle();
      expect([heading(), chosen()]).toEqual(['Request a meeting', 2]);
      expect(all('.picked .unheard').map((one) => one.closest('li')!.querySelector('b')!.textContent)).toEqual([
        '09:50',
      ]);
      expect(page.querySelector('.part #ask-when ~ .meta')!.textContent).toContain('no time is booked at once');
      await interpret('');
      expect([heading(), chosen()]).toEqual(['Book a meeting', 1]);
      await interpret('de-ja');
      await send();
      expect(posts()).toEqual([
        [`/api/events/${eventId}/meeting-requests`, expect.objectContaining({ interpretation: ['de', 'ja'] })],
      ]);
    });
  });

  describe('where some times are booked at once', () => {
    const mixed = slots.map((slot, index) => ({ ...slot, instant: index === 1 }));

    it('says so on each of them, and keeps its headings whatever is chosen', async () => {
      await readAgain(mixed);
      const headings = (): string[] => [heading(), page.querySelector('#ask-when')!.textContent!.trim()];
      const verb = (): string => page.querySelector('button[type=submit]')!.textContent!.trim();
      const title = ['Request a meeting', 'When: book one time, or propose up to three'];
      expect([all('[data-sign=instant]').length, headings(), verb()]).toEqual([1, title, 'Send request']);
      slotAt('09:25').click();
      await settle();
      expect([headings(), verb()]).toEqual([title, 'Book this time']);
      slotAt('09:50').click();
      await settle();
      expect([headings(), verb()]).toEqual([title, 'Send request']);
    });
  });

  it('sends nothing over the cap', async () => {
    await readAgain(slots, { ...preview, openRequests: 10 });
    type('Which stack sizes do you need?');
    slotAt('09:25').click();
    await settle();
    await send();
    expect([page.querySelector('musubi-note')!.textContent!.trim(), posts()]).toEqual([
      'You have 10 open requests, which is the limit. Withdraw one or wait for an answer.',
      [],
    ]);
  });

  it('is booking where every time that is left can be taken at once, and can be taken back', async () => {
    const instant = slots.map((slot) => ({ ...slot, instant: true }));
    TestBed.inject(Clock).set({ now: '2027-01-12T12:21:00Z', offsetMs: 0 });
    await harness.navigateByUrl('/elsewhere');
    await harness.navigateByUrl('/ask/aiko');
    page = harness.routeNativeElement!;
    await settle();
    await answer(`/events/${eventId}/participants/aiko`, { ...aiko, opportunities: [] });
    await answer(`/events/${eventId}/registration`, registration);
    await answer(`/events/${eventId}/agenda`, []);
    await answer(`/events/${eventId}/meeting-requests`, []);
    await answer(`/events/${eventId}/meetings`, []);
    await answer(`/events/${eventId}/meeting-requests/preview?to=aiko`, preview);
    await readSlots(instant);
    const later = { opensAt: '2027-01-20T08:00:00Z', open: false, mode: 'instant', closesAt: null };
    await answer(`/events/${eventId}/blocks`, [{ now: later, slots: [slots[1]] }]);
    expect([
      page.querySelector('h1')!.textContent,
      page.querySelector('.part musubi-note')!.textContent!.trim(),
    ]).toEqual(['Book a meeting', 'Booking opens on Wed 20 January, 09:00 CET (17:00 JST).']);
    type('Which stack sizes do you need?');
    slotAt('09:50').click();
    await settle();
    slotAt('09:25').click();
    await settle();
    // One time only: another takes its place.
    expect(all('.picked li')).toHaveLength(1);
    expect(page.querySelector('button[type=submit]')!.textContent!.trim()).toBe('Book this time');
    await send();
    const call = http.expectOne(`/api/events/${eventId}/instant-bookings`);
    expect(call.request.body).toEqual({
      to: 'aiko',
      slotId: slots[1]!.slotId,
      reason: 'Which stack sizes do you need?',
      opportunityIds: [],
      language: 'en',
    });
    call.flush({ meetingId: 'meeting', startsAt: slots[1]!.startsAt });
    await settle();
    const [toast] = TestBed.inject(Toasts).all();
    expect([toast!.text, toast!.more]).toEqual(['Booked with Aiko Tanaka: Tue 26 January, 09:25 CET', '17:25 JST']);
    toast!.act!.run();
    await settle();
    const cancel = http.expectOne('/api/meetings/meeting/cancel');
    expect(cancel.request.body).toEqual({ reason: 'other', note: null });
    cancel.flush({});
    await settle();
    http.match(() => true).forEach((one) => one.flush([]));
    await settle();
    expect(TestBed.inject(Toasts).all().at(-1)!.text).toBe('The booking is taken back. Aiko Tanaka has been told.');
    http.match(() => true).forEach((one) => one.flush([]));
  });

  it('says deadline and cap before anything is sent', () => {
    const facts = page.querySelector('.facts')!.textContent!.replace(/\s+/g, ' ');
    expect(facts).toContain('Aiko can answer until Wed 20 January, 10:00 JST (02:00 CET for you).');
    expect(facts).toContain('This is open request 4 of 10.');
  });

  it('sends the reason, the pairs and the times in their order, and opens the request', async () => {
    page.querySelector<HTMLInputElement>('.cite input')!.click();
    type('Which stack sizes do you need?');
    slotAt('09:50').click();
    await settle();
    slotAt('09:25').click();
    await settle();
    slotAt('09:00').click();
    await settle();
    expect(all('.slot[aria-checked=true]').map((one) => one.querySelector('.slot-state')!.textContent)).toEqual([
      '2nd',
      '1st',
    ]);
    await send();
    const sent = http.expectOne({ method: 'POST', url: `/api/events/${eventId}/meeting-requests` });
    expect(sent.request.body).toEqual({
      to: 'aiko',
      reason: 'Which stack sizes do you need?',
      opportunityIds: ['mine', 'theirs'],
      slotIds: [slots[2]!.slotId, slots[1]!.slotId],
      language: 'en',
    });
    sent.flush(request({ mine: 'from', turn: 'to' }));
    await settle();
    await answer(`/events/${eventId}/meeting-requests`, []);
    await answer(`/events/${eventId}/meetings`, []);
    expect(TestBed.inject(Router).url).toBe('/app/events/conference/meetings?open=request');
  });

  describe('with a draft', () => {
    const come = async (): Promise<string> => {
      draftComes({ reason: 'Kept before.', pairs: [], slotIds: [], language: null });
      await settle();
      return page.querySelector<HTMLTextAreaElement>('#why')!.value;
    };

    it('takes up what was kept', async () => {
      expect(await come()).toBe('Kept before.');
    });

    it('takes up who was to come along and the interpreter, without those who are gone', async () => {
      const people = [
        { participantId: 'jean', part: 'observer' },
        { participantId: 'gone', part: 'required' },
      ];
      draftComes({ reason: 'Kept.', pairs: [], slotIds: [], language: null, people, interpretation: ['de', 'ja'] });
      await settle();
      http
        .expectOne(`/api/events/${eventId}/participants/gone`)
        .flush({ status: 404, code: 'not_found' }, { status: 404, statusText: 'Not Found' });
      await answer(`/events/${eventId}/participants/jean`, jean);
      await answer(`/events/${eventId}/slots?with=aiko&interpretation=de-ja`, slots);
      expect([
        all('musubi-people-picker .picked li').map((one) => one.querySelector('musubi-person')!.textContent),
        page.querySelector<HTMLSelectElement>('musubi-people-picker select')!.value,
        page.querySelector<HTMLSelectElement>('#interpreter')!.value,
      ]).toEqual([[expect.stringContaining('Jean Moreau')], 'observer', 'de-ja']);
    });

    it('leaves alone what somebody has begun before it came', async () => {
      type('Typed at once.');
      expect(await come()).toBe('Typed at once.');
    });
  });

  it('is asked in the name of whom one acts for, from a draft of its own', async () => {
    draftComes(null);
    type('For myself.');
    const self = (): string => page.querySelector('.pair musubi-person')!.textContent!;
    expect([self(), drafts]).toEqual([
      expect.stringMatching(/Clara Weiss.*You$/),
      [`user-clara/ask/${eventId}/aiko/${clara.userId}`],
    ]);
    TestBed.inject(Behalf).choose({ participantId: jean.participantId, name: jean.name, eventId });
    await settle();
    const assistants = { mine: [], colleagues: [], others: [{ state: 'active', principal: jean }] };
    await answer(`/events/${eventId}/delegation`, { members: [{ participant: jean }] } as unknown as DelegationView);
    await answer(`/events/${eventId}/assistants`, assistants);
    await answer(`/events/${eventId}/participants/aiko`, { ...aiko, opportunities: [] });
    const named = http.match(({ headers }) => headers.get('on-behalf-of') === 'jean');
    const paths = named.map(
      ({ request: { method, url } }) => `${method} ${url.replace(`/api/events/${eventId}/`, '')}`,
    );
    expect(paths.sort()).toEqual([
      'GET meeting-requests',
      'GET meeting-requests/preview?to=aiko',
      'GET meetings',
      'GET slots?with=aiko',
    ]);
    for (const call of named)
      call.flush(call.request.url.includes('preview') ? preview : call.request.url.includes('slots') ? slots : []);
    await answer(`/events/${eventId}/blocks`, []);
    draftComes(null);
    await settle();
    expect([self(), page.querySelector<HTMLTextAreaElement>('#why')!.value, drafts.at(-1)]).toEqual([
      expect.stringMatching(/Jean Moreau.*You ask in their name$/),
      '',
      `user-clara/ask/${eventId}/aiko/jean`,
    ]);
  });

  it('marks what is missing and brings the reader there', async () => {
    await send();
    await new Promise((resolve) => setTimeout(resolve));
    expect([page.querySelector('#why-error')?.textContent?.trim(), document.activeElement?.id]).toEqual([
      'Say in a sentence why you would like to meet.',
      'why',
    ]);
  });

  it('keeps everything but a time that has just been taken', async () => {
    type('Which stack sizes do you need?');
    slotAt('09:25').click();
    await settle();
    await send();
    http
      .expectOne({ method: 'POST', url: `/api/events/${eventId}/meeting-requests` })
      .flush(
        { type: '', title: '', status: 409, code: 'meeting.slot_taken', instance: 'x', data: { alternatives: [] } },
        { status: 409, statusText: 'Conflict' },
      );
    await readSlots(slots.map((one, index) => (index === 1 ? { ...one, state: 'busy' } : one)));
    await answer(`/events/${eventId}/meeting-requests/preview?to=aiko`, preview);
    expect(page.textContent).toContain('A time you chose has just been taken. Choose another.');
    expect(page.querySelector<HTMLTextAreaElement>('#why')!.value).toBe('Which stack sizes do you need?');
    expect(page.querySelector('.not-sent')).toBeNull();
  });
});
