import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EventView, Lang } from '@musubi/contracts';
import { aiko, eventId } from '../../../../testing/meeting-fixtures';
import { provideWords } from '../../../../testing/words';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { CurrentEvent } from '../../events/current-event';
import { MeetingsStore } from '../meetings-store';
import { MeetingWatch } from './meeting-watch';
import type { News, NewsKind } from './news';
import { RoomCalls } from './room-calls';

let hear: (news: News[]) => void;
const news = (kind: NewsKind, ...keys: string[]): News[] =>
  keys.map((key) => ({ kind, key, partner: aiko, startsAt: '2027-01-26T08:25:00Z' }));
const tell = async (...told: News[]): Promise<void> => {
  hear(told);
  // It waits for the same words.
  await TestBed.inject(Words).load('meetings');
};
const toasts = (): { text: string; link: string | undefined }[] =>
  TestBed.inject(Toasts)
    .all()
    .map(({ text, link }) => ({ text, link }));

async function start(lang: Lang): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      provideWords(),
      {
        provide: MeetingsStore,
        useValue: {
          open: async () => undefined,
          waiting: () => 0,
          onNews: (told: typeof hear) => (hear = told),
        },
      },
      { provide: RoomCalls, useValue: {} },
    ],
  });
  await TestBed.inject(Words).load('meetings');
  await TestBed.inject(Words).use(lang);
  TestBed.inject(Clock).set({ now: '2027-01-20T08:16:00Z', offsetMs: 0 });
  TestBed.inject(Clock).usePersonZone('Asia/Tokyo');
  TestBed.inject(CurrentEvent).set({ eventId, slug: 'conference' } as unknown as EventView);
  TestBed.inject(MeetingWatch);
}

describe('news of meetings in the corner', () => {
  describe('in English', () => {
    beforeEach(() => start('en'));

    it('says how many times are proposed, and when where it is one', async () => {
      const link = '/app/events/conference/meetings/a';
      await tell(...news('countered', 'a'));
      await tell(...news('countered', 'a').map((one) => ({ ...one, times: 2 })));
      await tell(...news('asked', 'a').map((one) => ({ ...one, times: 3 })));
      expect(toasts()).toEqual([
        { text: 'Aiko Tanaka proposes another time: Tue 26 January, 17:25 JST.', link },
        { text: 'Aiko Tanaka proposes 2 other times.', link },
        { text: 'Aiko Tanaka asks you for a meeting at one of 3 times.', link },
      ]);
    });

    it('tells a plan once, however many meetings it brings and in however many pieces it arrives', async () => {
      await tell(...news('arranged', 'a', 'b'));
      const link = '/app/events/conference/meetings';
      expect(toasts()).toEqual([{ text: 'The organisers have arranged 2 meetings for you.', link }]);
      await tell(...news('arranged', 'c'));
      await tell(...news('arranged', 'd', 'e'));
      expect(toasts()).toEqual([{ text: 'The organisers have arranged 5 meetings for you.', link }]);
    });

    it('begins to count anew where the last word has gone', async () => {
      await tell(...news('arranged', 'a', 'b'));
      TestBed.inject(Toasts).dismiss(TestBed.inject(Toasts).all()[0]!.id);
      await tell(...news('arranged', 'c'));
      expect(toasts()).toEqual([
        {
          text: 'The organisers have arranged a meeting for you: Aiko Tanaka, Tue 26 January, 17:25 JST.',
          link: '/app/events/conference/meetings/c',
        },
      ]);
    });

    it('tells a plan that is taken back once; what people do stays one word each', async () => {
      await tell(...news('taken_back', 'a', 'b', 'c'), ...news('accepted', 'd', 'e'));
      expect(toasts().map(({ text }) => text)).toEqual([
        'The organisers have taken back 3 of your meetings. The times are free again.',
        'Aiko Tanaka accepted your request for Tue 26 January, 17:25 JST.',
        'Aiko Tanaka accepted your request for Tue 26 January, 17:25 JST.',
      ]);
    });
  });

  it('has a sentence of its own for a time that came free', async () => {
    await start('ja');
    await tell(...news('filled', 'a'));
    expect(toasts()[0]!.text).toBe('空いた時間枠で田中 愛子様との面談が確定しました。1月26日（火）17:25 JST');
  });
});
