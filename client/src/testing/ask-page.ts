import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type {
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
import { RETRY_PAUSES } from '../app/core/api/api';
import { Clock } from '../app/core/clock/clock';
import { Words } from '../app/core/i18n/words';
import { Login } from '../app/core/login/login';
import { CurrentEvent } from '../app/data/events/current-event';
import { Ask } from '../app/features/matchmaking/ask/ask';
import { MemoryShelf, provideDrafts } from './drafts';
import { aiko, choice, clara, eventId } from './meeting-fixtures';
import { provideWords } from './words';

@Component({ template: '' })
class Elsewhere {}

const event = {
  eventId,
  slug: 'conference',
  zone: 'Europe/Brussels',
  startsAt: '2027-01-26T06:45:00Z',
  endsAt: '2027-01-27T16:00:00Z',
} as EventView;
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

/** Of the first morning: one is busy, two are free. */
export const slots: SlotChoice[] = [
  choice('2027-01-26T08:00:00Z', { state: 'busy' }),
  choice('2027-01-26T08:25:00Z'),
  choice('2027-01-26T08:50:00Z'),
];
export const jean: ParticipantCard = {
  ...clara,
  participantId: 'jean' as ParticipantId,
  userId: 'user-jean' as UserId,
  name: { ...clara.name, givenLatin: 'Jean', familyLatin: 'Moreau' },
};
/** What the server says once times are chosen. */
export const previewOfChosen = { answerBy: '2027-01-26T08:25:00Z', openRequests: 3, cap: 10, existing: null };
export const preview = { answerBy: '2027-01-20T01:00:00Z', openRequests: 3, cap: 10, existing: null };

/** The page on which Clara asks Aiko for a meeting, all read but her draft. */
export async function openAskPage(query = '') {
  const shelf = new MemoryShelf();
  /** Keys of the drafts that were asked for. */
  const drafts: string[] = [];
  let drafted: (kept: { value: object; at: number } | null) => void;
  shelf.get = (key) =>
    new Promise((resolve) => {
      drafts.push(key);
      drafted = resolve as typeof drafted;
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
  const http = TestBed.inject(HttpTestingController);
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
  const harness = await RouterTestingHarness.create(`/ask/aiko${query}`);
  let root = harness.routeNativeElement!;

  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await harness.fixture.whenStable();
  };
  /** Until when the chosen times can be answered, as often as it is asked. */
  const sayDeadline = (): boolean => {
    const asked = http.match(({ urlWithParams }) => /preview\?to=aiko&slotIds=/.test(urlWithParams));
    asked.forEach((call) => call.flush(previewOfChosen));
    return asked.length > 0;
  };
  /** Nobody's page can be opened. */
  const sayPages = (): boolean => {
    const asked = http.match(({ url }) => url.includes('/me/profile-pages'));
    asked.forEach((call) => call.flush([]));
    return asked.length > 0;
  };
  const settle = async (): Promise<void> => {
    await turns();
    while (sayDeadline() || sayPages()) await turns();
  };
  /** Answers what is asked of this path below `/api`. */
  const answer = async (path: string, body: object | null): Promise<void> => {
    await settle();
    for (const call of http.match((asked) => asked.urlWithParams === `/api${path}`)) call.flush(body);
    await settle();
  };
  const all = (selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  const one = <T extends HTMLElement = HTMLElement>(selector: string): T | null => root.querySelector<T>(selector);
  const readSlots = (choices: SlotChoice[]): Promise<void> =>
    answer(`/events/${eventId}/slots?with=${aiko.participantId}`, choices);
  const readOwn = async (said: object): Promise<void> => {
    await answer(`/events/${eventId}/agenda`, []);
    await answer(`/events/${eventId}/meeting-requests`, []);
    await answer(`/events/${eventId}/meetings`, []);
    await answer(`/events/${eventId}/meeting-requests/preview?to=aiko`, said);
  };

  const opened = {
    http,
    drafts,
    all,
    one,
    settle,
    answer,
    readSlots,
    text: (): string => root.textContent,
    heading: (): string => one('h1')!.textContent,
    /** Number of times that are chosen. */
    chosen: (): number => all('.side .picked .tools').length,
    /** Lets the draft come, late. */
    draftComes: (value: object | null): void => drafted(value && { value, at: 1 }),
    type: (text: string): void => {
      const field = one<HTMLTextAreaElement>('#why')!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    },
    pick: async (time: string): Promise<void> => {
      all('.slot')
        .find((slot) => slot.textContent.includes(time))!
        .click();
      await settle();
    },
    send: async (): Promise<void> => {
      one('button[type=submit]')!.click();
      await settle();
    },
    /** What was sent, address and body. */
    posts: () => http.match({ method: 'POST' }).map(({ request: { url, body } }) => [url, body]),
    /** Everything is read once more. */
    readAgain: async (choices: SlotChoice[], said: object = preview): Promise<void> => {
      TestBed.inject(CurrentEvent).set({ ...event });
      await settle();
      await answer(`/events/${eventId}/participants/aiko`, { ...aiko, opportunities: [] });
      await answer(`/events/${eventId}/meeting-requests/preview?to=aiko`, said);
      await readSlots(choices);
      await answer(`/events/${eventId}/blocks`, []);
    },
    /** Leaves the page and comes back to it. */
    comeBack: async (choices: SlotChoice[], blocks: object[]): Promise<void> => {
      await harness.navigateByUrl('/elsewhere');
      await harness.navigateByUrl('/ask/aiko');
      root = harness.routeNativeElement!;
      await settle();
      await answer(`/events/${eventId}/participants/aiko`, { ...aiko, opportunities: [] });
      await answer(`/events/${eventId}/registration`, registration);
      await readOwn(preview);
      await readSlots(choices);
      await answer(`/events/${eventId}/blocks`, blocks);
    },
  };

  await settle();
  await answer(`/events/${eventId}/participants/aiko`, { ...aiko, opportunities: [opportunity('theirs', 'request')] });
  await answer(`/events/${eventId}/registration`, registration);
  await answer(`/organisations/${clara.organisation.organisationId}/opportunities`, [opportunity('mine', 'offer')]);
  await readOwn(preview);
  await readSlots(slots);
  await answer(`/events/${eventId}/blocks`, []);
  return opened;
}

export type AskPage = Awaited<ReturnType<typeof openAskPage>>;
