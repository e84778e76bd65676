import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SearchAnswer, SessionId } from '@musubi/contracts';
import { SEARCH_PAUSE } from '../../data/search/search-line';
import { conference } from '../../../testing/opened-page';
import { type OpenedPage, openPage } from '../../../testing/open-page';
import { SearchDialog } from './search-dialog';

const nothing: SearchAnswer = { sessions: [], people: [], organisations: [], meetings: [], meant: [] };
const session = (sessionId: string, title: string) => ({
  sessionId: sessionId as SessionId,
  title: { en: title, ja: null, original: 'en' as const },
  startsAt: '2027-01-26T08:00:00Z',
});

describe('the search', () => {
  let page: OpenedPage;
  let closed: number;
  const path = (q: string) => `/events/${conference.eventId}/search?q=${q}`;
  const field = () => page.element.querySelector('input')!;
  const type = async (text: string, answer: SearchAnswer | number) => {
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve, SEARCH_PAUSE + 20));
    await page.answer({ [path(text)]: answer });
  };
  const press = async (key: string, more: KeyboardEventInit = {}) => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key, ...more }));
    await page.settle();
  };
  const active = () => page.element.querySelector('[aria-selected="true"] b')?.textContent;
  const said = () => page.element.querySelector('[role="status"]')!.textContent.trim();

  beforeEach(async () => {
    closed = 0;
    // jsdom lays nothing out.
    Element.prototype.scrollIntoView = () => undefined;
    page = await openPage(SearchDialog, {
      words: ['search'],
      at: '2027-01-26T08:00:00Z',
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        { provide: DIALOG_DATA, useValue: conference },
        { provide: DialogRef, useValue: { close: () => (closed += 1) } },
      ],
    });
  });

  it('goes through what was found by arrows, and to it by Enter', async () => {
    await type('port', { ...nothing, sessions: [session('a', 'Ports'), session('b', 'Transport')] });
    expect([active(), said()]).toEqual(['Ports', '2 found']);
    await press('ArrowDown');
    expect([active(), field().getAttribute('aria-activedescendant')]).toEqual(['Transport', 'hit-b']);
    await press('ArrowDown');
    await press('ArrowUp');
    expect(active()).toBe('Transport');
    await press('Enter', { isComposing: true });
    expect(closed).toBe(0);
    await press('Enter');
    expect([closed, TestBed.inject(Router).url]).toEqual([1, '/app/events/conference/programme#session-b']);
  });

  it('says what a misspelt word was taken for', async () => {
    await type('prots', { ...nothing, sessions: [session('a', 'Ports')], meant: ['Ports', 'Porto'] });
    const text = 'No exact match. Shown for: Ports, Porto.';
    expect([page.element.querySelector('.meant')!.textContent, said()]).toEqual([text, `${text} One found`]);
    await type('ports', { ...nothing, sessions: [session('a', 'Ports')] });
    expect([page.element.querySelector('.meant'), said()]).toEqual([null, 'One found']);
  });

  it('says when nothing was found, and when it could not be read', async () => {
    await type('zzz', nothing);
    expect(said()).toBe('Nothing found. Try a shorter word, or another script.');
    await type('port', 500);
    expect(said()).toBe('The search could not be read just now. Type again in a moment.');
  });
});
