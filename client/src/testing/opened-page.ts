import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EventView, FeedEntry, FeedKind, FeedKinds, Hint, HintKind, Lang, Me } from '@musubi/contracts';
import { RETRY_PAUSES } from '../app/core/api/api';
import { Clock } from '../app/core/clock/clock';
import { Words } from '../app/core/i18n/words';
import { Login } from '../app/core/login/login';
import { Realtime } from '../app/core/realtime/realtime';
import { type MusubiSocket, OPEN_SOCKET } from '../app/core/realtime/socket';
import { CurrentEvent } from '../app/data/events/current-event';
import { clara, eventId } from './meeting-fixtures';
import { provideWords } from './words';

/** The conference of the fixtures, on two days in January. */
export const conference = {
  eventId,
  slug: 'conference',
  kind: 'conference',
  title: { en: 'Annual conference', ja: '年次会合', original: 'en' },
  startsAt: '2027-01-26T08:00:00Z',
  endsAt: '2027-01-27T12:00:00Z',
  zone: 'Europe/Brussels',
  matchmaking: true,
  answerDays: 5,
} as unknown as EventView;

export interface Scene {
  lang?: Lang;
  /** Instant of the domain's clock. */
  now?: string;
  /** Areas of words that the page's route loads. */
  areas: readonly string[];
  inputs?: Record<string, unknown>;
}

/** An organiser's page as the router shows it at the conference, with a server that answers as the spec says. */
export class OpenedPage<T> {
  readonly http: HttpTestingController;
  readonly fixture: ComponentFixture<T>;
  readonly element: HTMLElement;
  readonly #hint: (hint: Hint) => void;
  readonly #feed: (entry: FeedEntry) => void;
  #heard = 0;

  private constructor(fixture: ComponentFixture<T>, heard: ReadonlyMap<string, (told: never) => void>) {
    this.http = TestBed.inject(HttpTestingController);
    this.fixture = fixture;
    this.element = fixture.nativeElement as HTMLElement;
    this.#hint = (hint) => heard.get('hint.given')?.(hint as never);
    this.#feed = (entry) => heard.get('feed.appended')?.(entry as never);
  }

  static async of<T>(
    page: Type<T>,
    { lang = 'en', now = '2027-01-26T08:29:00Z', areas, inputs = {} }: Scene,
  ): Promise<OpenedPage<T>> {
    const heard = new Map<string, (told: never) => void>();
    const socket = {
      connected: true,
      on: (name: string, handler: (told: never) => void) => heard.set(name, handler),
      emit: () => undefined,
      disconnect: () => undefined,
    };
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        provideWords(),
        { provide: RETRY_PAUSES, useValue: [] },
        { provide: OPEN_SOCKET, useValue: async () => socket as unknown as MusubiSocket },
      ],
    });
    const words = TestBed.inject(Words);
    await words.load('common', 'problem', 'refusal', ...areas);
    await words.use(lang);
    TestBed.inject(Clock).set({ now, offsetMs: 0 });
    const grants: Me['grants'] = [{ role: 'owner', eventId: null, organisationId: null }];
    const me = { userId: 'user-marie', name: clara.name, zone: 'Europe/Brussels', lang, grants } as unknown as Me;
    TestBed.inject(Login).accept({ me, secondFactor: 'done', demo: false });
    TestBed.inject(CurrentEvent).set(conference);
    const http = TestBed.inject(HttpTestingController);
    const started = TestBed.inject(Realtime).start();
    await turns();
    for (const call of http.match('/api/me/feed?after=0')) call.flush({ entries: [], cursor: 0, reload: false });
    await started;
    const fixture = TestBed.createComponent(page);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    const opened = new OpenedPage(fixture, heard);
    await opened.settle();
    return opened;
  }

  async settle(): Promise<void> {
    await turns();
    await this.fixture.whenStable();
  }

  /** Answers every call of this path; with a status it is refused. */
  async answer(path: string, body: unknown, status = 200): Promise<void> {
    await this.settle();
    for (const call of this.http.match((request) => request.urlWithParams === `/api${path}`)) {
      call.flush(body as object, status === 200 ? undefined : { status, statusText: 'Refused' });
    }
    await this.settle();
  }

  /** What the server tells everybody who watches the event. */
  async tell(kind: HintKind, ids: Record<string, string> = { eventId }): Promise<void> {
    this.#hint({ topic: `organise:${eventId}`, kind, ids } as Hint);
    await this.settle();
  }

  /** What the server tells this person alone. */
  async hear<K extends FeedKind>(kind: K, ids: FeedKinds[K]): Promise<void> {
    this.#heard += 1;
    this.#feed({ n: this.#heard, kind, ids, at: '2027-01-26T08:29:00Z' } as FeedEntry);
    await this.settle();
  }

  /** The texts of what the selector finds, in order. */
  texts(selector: string): string[] {
    return [...this.element.querySelectorAll(selector)].map(textOf);
  }

  get(selector: string): HTMLElement {
    const found = this.element.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The page has no ${selector}: ${textOf(this.element)}`);
    return found;
  }

  /** By the name that is read out; also in a dialog beside the page. */
  button(name: string): HTMLElement | null {
    const all = [...document.querySelectorAll<HTMLElement>('button, a')];
    return all.find((one) => (one.getAttribute('aria-label') ?? textOf(one)) === name) ?? null;
  }

  async press(name: string): Promise<void> {
    const found = this.button(name);
    if (!found) throw new Error(`There is no button ${name}`);
    found.click();
    await this.settle();
  }

  /** Types into a field, or chooses from a list, by its label's words. */
  async fill(label: string, value: string): Promise<void> {
    const labels = [...this.element.querySelectorAll('label')];
    const found = labels.find((one) => textOf(one.querySelector('span') ?? one).startsWith(label));
    const id = found?.getAttribute('for');
    const field = (id ? document.getElementById(id) : found?.querySelector('input, select, textarea')) as
      HTMLInputElement | HTMLSelectElement | null;
    if (!field) throw new Error(`There is no field ${label}`);
    field.value = value;
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
    await this.settle();
  }
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

/** As it is read out: pieces apart, without what is only drawn. */
function textOf(one: Element): string {
  const pieces: string[] = [];
  const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement?.closest('[aria-hidden="true"]')) pieces.push(walker.currentNode.nodeValue!);
  }
  return pieces.join(' ').replaceAll(/\s+/g, ' ').trim();
}
