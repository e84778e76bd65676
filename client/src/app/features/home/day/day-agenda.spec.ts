import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import type { Lang } from '@musubi/contracts';
import { eventId, slot } from '../../../../testing/meeting-fixtures';
import { openPage } from '../../../../testing/open-page';
import { Words } from '../../../core/i18n/words';
import { AgendaStore } from '../../../data/agenda/agenda-store';
import { AvailabilityStore } from '../../../data/slots/availability-store';
import { DayAgenda } from './day-agenda';

const free = async (lang: Lang, ...times: string[]) => {
  const page = await openPage(DayAgenda, {
    words: ['home', 'meetings'],
    at: '2027-01-26T07:00:00Z',
    inputs: { base: '/app' },
    providers: [provideRouter([{ path: '**', children: [] }])],
    answers: {
      [`/events/${eventId}/agenda`]: [],
      [`/events/${eventId}/availability`]: { open: true },
      [`/events/${eventId}/blocks`]: [{ blockId: 'block', slots: times.map((time) => slot(`2027-01-26T${time}:00Z`)) }],
    },
    before: () => {
      void TestBed.inject(AgendaStore).open(eventId);
      void TestBed.inject(AvailabilityStore).open(eventId);
    },
  });
  await TestBed.inject(Words).use(lang);
  await page.settle();
  const row = page.element.querySelector('li.free .w')!;
  return {
    text: row.textContent.replace(/\s+/g, ' ').trim(),
    links: [...row.querySelectorAll('a')].map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]),
  };
};
const to = (time: string): string => `/app/matchmaking?at=2027-01-26T${time}:00Z`;

describe('free time in the agenda of a day', () => {
  it('leads to those who could meet then', async () => {
    expect(await free('en', '08:25')).toEqual({
      text: 'Free. Find someone to meet then',
      links: [['Find someone to meet then, 09:25', to('08:25')]],
    });
  });

  it('leads, where it holds several slots, from the beginning of each to those who could meet in that one', async () => {
    expect(await free('en', '08:00', '08:25', '08:50')).toEqual({
      text: 'Free. Find someone to meet at 09:00 09:25 09:50',
      links: [
        ['Find someone to meet then, 09:00', to('08:00')],
        ['Find someone to meet then, 09:25', to('08:25')],
        ['Find someone to meet then, 09:50', to('08:50')],
      ],
    });
  });

  it('says so in Japanese', async () => {
    const { text, links } = await free('ja', '08:00', '08:25');
    expect([text, links[0]![0]]).toEqual(['空き 面談できる方を時刻から探す： 09:00 09:25', '09:00 面談できる方を探す']);
  });
});
