import { describe, expect, it } from '@jest/globals';
import type { Lang, PersonRow } from '@musubi/contracts';
import { aiko, clara, eventId } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { People } from './people';

const row = (card: typeof aiko, more: Partial<PersonRow> = {}): PersonRow => ({
  ...card,
  address: `${card.name.givenLatin.toLowerCase()}@example.org`,
  state: 'complete',
  lang: 'en',
  directory: 'participants',
  registeredAt: '2026-12-01T09:00:00Z',
  accessNeeds: null,
  ...more,
});
const people = [row(clara), row(aiko, { state: 'pending', accessNeeds: 'Captions' })];
const path = `/events/${eventId}/people`;

const open = (given: { lang?: Lang; inputs?: Record<string, unknown> } = {}) =>
  OpenedPage.of(People, { areas: ['organiser', 'meetings'], ...given });
const names = (page: OpenedPage<People>) => page.texts('tbody musubi-name b');

describe('the organiser’s people', () => {
  it('shows that it is being read, then everybody, who waits first', async () => {
    const page = await open();
    expect(page.element.querySelector('musubi-skeleton')).not.toBeNull();
    await page.answer(path, people);
    expect(page.texts('tbody tr')).toEqual([
      'Aiko Tanaka 田中 愛子 Director aiko@example.org Osaka Bay Green Industry Council Cluster, Osaka ' +
        'Japanese and English Needs: Captions Waits for you Tue 1 Dec, 10:00 CET Admit Do not admit',
      'Clara Weiss Cluster manager clara@example.org Neckar Hydrogen Cluster Cluster, Baden-Württemberg ' +
        'German and English Registered Tue 1 Dec, 10:00 CET',
    ]);
  });

  it('writes names as a Japanese reader does: kanji first, with the reading', async () => {
    const page = await open({ lang: 'ja' });
    await page.answer(path, people);
    expect(page.texts('tbody .person > div > musubi-name, tbody .person > div > .name-local')).toEqual([
      '田中 愛子様',
      'タナカ アイコ',
      'Clara Weiss 様',
    ]);
  });

  it('says so when nobody has registered', async () => {
    const page = await open();
    await page.answer(path, []);
    expect(page.texts('musubi-empty h2, musubi-empty h3')).toEqual(['Nobody has registered yet']);
  });

  it('says what went wrong, and reads again when asked', async () => {
    const page = await open();
    await page.answer(path, { code: 'internal', status: 500, instance: 'ref-1' }, 500);
    expect(page.get('musubi-failure').textContent).toContain('ref-1');
    await page.press('Try again');
    await page.answer(path, people);
    expect(names(page)).toEqual(['Aiko Tanaka', 'Clara Weiss']);
  });

  it('narrows by words, state, side and needs, and counts what each would leave', async () => {
    const page = await open();
    await page.answer(path, people);
    await page.fill('Name in any script', 'たなか');
    expect([names(page), page.texts('#found'), page.texts('.chip')]).toEqual([
      ['Aiko Tanaka'],
      ['One person'],
      ['All 1', 'Waits for you 1', 'Registered 0', 'With access needs 1'],
    ]);
    await page.fill('Side', 'eu');
    expect(page.texts('musubi-empty h2, musubi-empty h3')).toEqual(['Nobody fits']);
    await page.press('Clear filters');
    expect(names(page)).toHaveLength(2);
    expect(document.activeElement?.id).toBe('found');
  });

  it('opens narrowed as its address says, and gives away that list and no other', async () => {
    const page = await open({ inputs: { side: 'jp', state: 'nonsense', q: '田中' } });
    await page.answer(path, people);
    expect(names(page)).toEqual(['Aiko Tanaka']);
    expect(page.button('Download as CSV')?.getAttribute('href')).toBe(
      `/api${path}.csv?lang=en&q=%E7%94%B0%E4%B8%AD&side=jp`,
    );
  });

  it('shows a decision at once, and takes it back if it is refused', async () => {
    const page = await open();
    await page.answer(path, people);
    await page.press('Admit Aiko Tanaka');
    expect(page.texts('tbody musubi-state')).toEqual(['Registered', 'Registered']);
    await page.answer('/registrations/aiko/approve', { code: 'registration.wrong_state', status: 409 }, 409);
    expect(page.texts('tbody musubi-state')).toEqual(['Waits for you', 'Registered']);
  });

  it('offers to admit only who waits for that: a place on the waiting list is given by itself', async () => {
    const page = await open();
    await page.answer(path, [row(aiko, { state: 'waitlisted' })]);
    expect([page.button('Admit Aiko Tanaka'), page.button('Do not admit Aiko Tanaka') !== null]).toEqual([null, true]);
  });

  it('follows by itself, and marks who changed', async () => {
    const page = await open();
    await page.answer(path, people);
    await page.tell('people.changed');
    await page.answer(path, [people[0], { ...people[1], state: 'complete' }]);
    expect(page.texts('tr.changed musubi-name b')).toEqual(['Aiko Tanaka']);
  });

  it('turns its pages, and reads each from its beginning', async () => {
    const page = await open();
    const many = Array.from({ length: 30 }, (_, i) => ({ ...row(clara), participantId: `p${i}` as never }));
    await page.answer(path, many);
    expect([names(page).length, page.texts('.pages span')]).toEqual([25, ['Page 1 of 2']]);
    await page.press('Next');
    expect([names(page).length, document.activeElement?.id]).toEqual([5, 'found']);
  });
});
