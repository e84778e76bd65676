import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type EnvironmentProviders, provideZonelessChangeDetection, type Provider, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Me } from '@musubi/contracts';
import { RETRY_PAUSES } from '../app/core/api/api';
import { Clock } from '../app/core/clock/clock';
import { Words } from '../app/core/i18n/words';
import { Login } from '../app/core/login/login';
import { OPEN_SOCKET } from '../app/core/realtime/socket';
import { MemoryShelf, provideDrafts } from './drafts';
import { clara } from './meeting-fixtures';
import { provideWords } from './words';

export interface OpenedPage {
  /** The page's own element. */
  readonly element: HTMLElement;
  /** What is written on it. */
  text(): string;
  /** The name of each button and link that stands on it. */
  buttons(): string[];
  links(): string[];
  press(name: string): Promise<void>;
  /** Answers from now on; what waits is answered at once. */
  answer(answers: Answers): Promise<void>;
  settle(): Promise<void>;
}

/** Paths below `/api`, with what is answered; a number is a refusal with that status, `not_found` as its code. */
export type Answers = Readonly<Record<string, object | null | number>>;

export interface PageToOpen {
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Areas of words. */
  readonly words: readonly string[];
  /** Domain time, ISO. */
  readonly at: string;
  readonly answers?: Answers;
  readonly me?: Partial<Me>;
  readonly providers?: (Provider | EnvironmentProviders)[];
  /** To set what the page finds. */
  readonly before?: () => void;
}

/** Opens a page as its reader would see it: real words, a server that answers what the spec says, and no socket. */
export async function openPage(page: Type<unknown>, given: PageToOpen): Promise<OpenedPage> {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      provideWords(),
      { provide: RETRY_PAUSES, useValue: [] },
      { provide: OPEN_SOCKET, useValue: () => new Promise(() => undefined) },
      provideDrafts(new MemoryShelf()),
      ...(given.providers ?? []),
    ],
  });
  const words = TestBed.inject(Words);
  await words.load('common', 'problem', 'refusal', ...given.words);
  await words.use('en');
  const me = { userId: clara.userId, name: clara.name, zone: clara.zone, lang: 'en', grants: [], ...given.me };
  TestBed.inject(Login).accept({ me: me as unknown as Me, secondFactor: 'not_needed', demo: false });
  TestBed.inject(Clock).set({ now: given.at, offsetMs: 0 });
  given.before?.();
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(given.inputs ?? {})) fixture.componentRef.setInput(name, value);
  const element = fixture.nativeElement as HTMLElement;
  const answers = new Map(Object.entries(given.answers ?? {}));
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 6; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
      for (const call of http.match(({ url }) => answers.has(url.replace('/api', '')))) {
        const body = answers.get(call.request.url.replace('/api', ''))!;
        if (typeof body === 'number') {
          call.flush({ type: '', title: '', status: body, code: 'not_found' }, { status: body, statusText: 'Refused' });
        } else call.flush(body);
      }
    }
  };
  const names = (selector: string): string[] =>
    [...element.querySelectorAll<HTMLElement>(selector)].map((one) => one.getAttribute('aria-label') ?? plain(one));
  await settle();
  return {
    element,
    settle,
    text: () => plain(element),
    buttons: () => names('button'),
    links: () => names('a'),
    press: async (name) => {
      const all = [...element.querySelectorAll<HTMLElement>('button')];
      all[names('button').indexOf(name)]!.click();
      await settle();
    },
    answer: async (more) => {
      for (const [path, body] of Object.entries(more)) answers.set(path, body);
      await settle();
    },
  };
}

function plain(element: HTMLElement): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}
