import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { SavedPerson } from '@musubi/contracts';
import { aiko, clara, eventId } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { Toasts } from '../../../core/page/toasts';
import { SavedPeopleStore } from '../../../data/saved/saved-people-store';
import { SavedPeople } from './saved-people';

const path = `/events/${eventId}/saved-people`;
const at = '2027-01-26T08:00:00Z';
const saved: SavedPerson[] = [
  { ...aiko, savedAt: at, inTouch: false },
  { ...clara, savedAt: at, inTouch: true },
];
const open = async (people: SavedPerson[] | number, closed = false): Promise<OpenedPage<SavedPeople>> => {
  const page = await OpenedPage.of(SavedPeople, {
    areas: ['matchmaking', 'meetings', 'directory'],
    inputs: { base: '/app', closed },
  });
  void TestBed.inject(SavedPeopleStore).show(eventId);
  if (typeof people === 'number') await page.answer(path, {}, people);
  else await page.answer(path, people);
  return page;
};
const names = (page: OpenedPage<SavedPeople>) => page.texts('h2');

describe('people saved for later', () => {
  it('stand with what can be done: ask, see what there is, take from the list', async () => {
    const page = await open(saved);
    expect([page.texts('#saved-count'), names(page)]).toEqual([
      ['2 people'],
      [expect.stringContaining('Aiko Tanaka'), 'Clara Weiss'],
    ]);
    expect(page.texts('a')).toEqual(['Request', 'In touch']);
    await page.press('Saved: Aiko Tanaka');
    const call = page.http.expectOne({ method: 'DELETE', url: `/api${path}/${aiko.participantId}` });
    expect(names(page)).toEqual(['Clara Weiss']);
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(TestBed.inject(Toasts).all().at(-1)!.text).toBe('Aiko Tanaka is no longer saved.');
  });

  it('come back where the server refuses to drop them', async () => {
    const page = await open(saved);
    await page.press('Saved: Aiko Tanaka');
    page.http
      .expectOne({ method: 'DELETE', url: `/api${path}/${aiko.participantId}` })
      .flush({ type: '', title: '', status: 404, code: 'not_found' }, { status: 404, statusText: 'Refused' });
    await page.answer(path, saved);
    expect(names(page)).toHaveLength(2);
  });

  it('are none at first, and nobody is asked once the event is over', async () => {
    const page = await open([]);
    expect(page.texts('h2')).toEqual(['Nobody saved yet']);
    TestBed.resetTestingModule();
    const over = await open(saved, true);
    expect(over.texts('a')).toEqual(['In touch']);
  });
});
