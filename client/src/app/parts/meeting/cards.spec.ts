import { afterEach, describe, expect, it } from '@jest/globals';
import type { BusinessCard, CardExchange, MeetingCards, ParticipantId } from '@musubi/contracts';
import { aiko, clara } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { Cards } from './cards';

const meetingId = 'meeting';
const path = `/meetings/${meetingId}/cards`;

const card = (of: typeof aiko, address: string): BusinessCard => ({
  name: of.name,
  organisation: of.organisation,
  department: null,
  title: 'Director',
  address,
  phone: '+81 6-1234-5678',
  website: 'https://www.example.org/',
});
const cards = (more: Partial<CardExchange> = {}): MeetingCards => ({
  mine: card(clara, 'clara@example.org'),
  people: [
    {
      participantId: aiko.participantId,
      name: aiko.name,
      state: 'none',
      open: true,
      card: null,
      exchangedAt: null,
      ...more,
    },
  ],
});
const exchanged = cards({
  state: 'exchanged',
  card: card(aiko, 'aiko@example.org'),
  exchangedAt: '2027-01-26T08:31:00Z',
});

describe('business cards', () => {
  let page: OpenedPage<Cards>;
  const opened = async (first: MeetingCards, lang: 'en' | 'ja' = 'en'): Promise<void> => {
    page = await OpenedPage.of(Cards, { lang, areas: ['cards', 'meetings'], inputs: { meetingId } });
    await page.answer(path, first);
  };
  const state = () => page.texts('.state p');
  const links = () =>
    [...page.element.querySelectorAll<HTMLAnchorElement>('a[download]')].map((one) => one.getAttribute('href'));

  afterEach(() => page.http.verify());

  it('are offered by a button, beside what the other would get', async () => {
    await opened(cards());
    expect(state()).toEqual(['Each sees the other’s card only when both have offered theirs.']);
    expect(page.texts('musubi-business-card')[0]).toContain('clara@example.org');
    await page.press('Offer my card');
    page.http
      .expectOne(({ method, url }) => method === 'PUT' && url === `/api${path}/${aiko.participantId}`)
      .flush(cards({ state: 'offered' }));
    await page.settle();
    expect(page.button('Take my card back')).not.toBeNull();
  });

  it('offered by the other side appear by themselves, and are exchanged by a button', async () => {
    await opened(cards());
    await page.hear('card.changed', { meetingId, eventId: 'event' });
    await page.answer(path, cards({ state: 'received' }));
    expect(state()[0]).toContain('offers a card');
    await page.press('Exchange cards');
    page.http.expectOne(({ method }) => method === 'PUT').flush(exchanged);
    await page.settle();
    expect(page.texts('musubi-business-card')).toHaveLength(1);
    expect(page.texts('musubi-business-card')[0]).toContain('aiko@example.org');
    expect(links()).toEqual([
      `/api${path}/${aiko.participantId}/card.vcf?version=3.0`,
      `/api${path}/${aiko.participantId}/card.vcf?version=4.0`,
    ]);
  });

  it('say in words why one could not be taken back', async () => {
    await opened(cards({ state: 'offered' }));
    await page.press('Take my card back');
    page.http
      .expectOne(({ method }) => method === 'DELETE')
      .flush({ type: '', status: 409, code: 'card.exchanged' }, { status: 409, statusText: 'Conflict' });
    await page.answer(path, exchanged);
    expect(page.texts('musubi-note')[0]).toContain('The cards have been exchanged');
  });

  it('name each of several people, beside whose button one stands', async () => {
    const both = cards();
    const nils = { ...both.people[0]!, participantId: 'nils' as ParticipantId, name: clara.name };
    await opened({ ...both, people: [...both.people, nils] });
    const text = 'Each sees the other’s card only when both have offered theirs.';
    expect(state()).toEqual([`Aiko Tanaka ${text}`, `Clara Weiss ${text}`]);
    expect(page.texts('li button')).toEqual(['Offer my card Aiko Tanaka', 'Offer my card Clara Weiss']);
  });

  it('cannot be offered where none can be exchanged', async () => {
    await opened(cards({ open: false }));
    expect([page.element.querySelectorAll('button').length, state()[0]]).toEqual([
      0,
      expect.stringContaining('No cards can be exchanged'),
    ]);
  });

  it('in Japanese show how a name is read', async () => {
    await opened(exchanged, 'ja');
    expect(page.texts('.reading')).toEqual([`${aiko.name.familyKana} ${aiko.name.givenKana}`]);
  });
});
