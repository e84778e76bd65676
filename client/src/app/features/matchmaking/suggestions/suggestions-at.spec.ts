import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { EventId } from '@musubi/contracts';
import { MatchmakingStore } from '../../../data/matchmaking/matchmaking-store';
import { aiko, eventId, recommendation } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { Suggestions } from './suggestions';

const at = '2027-01-27T08:00:00.000Z';
const asked = `/events/${eventId}/recommendations?at=${encodeURIComponent(at)}`;
const open = async (found: readonly object[]) => {
  const page = await OpenedPage.of(Suggestions, {
    areas: ['matchmaking', 'meetings', 'match'],
    inputs: { base: '/app/events/conference', at },
  });
  void TestBed.inject(MatchmakingStore).show(eventId as EventId, at);
  await page.answer(asked, found);
  return page;
};

describe('suggestions for a time that is to be filled', () => {
  it('are those who could meet then; the request begins with it', async () => {
    const page = await open([recommendation()]);
    expect(page.texts('.chip')).toEqual(['Free on Wed 27 January, 09:00 CET']);
    const link = page.element.querySelector<HTMLAnchorElement>('.top .btn-primary')!;
    expect(link.getAttribute('href')).toBe(`/app/events/conference/matchmaking/${aiko.participantId}/request?at=${at}`);
  });

  it('are everybody again once the time is taken away', async () => {
    const page = await open([recommendation()]);
    const navigated: unknown[] = [];
    TestBed.inject(Router).navigate = (_, extras) => {
      navigated.push(extras?.queryParams);
      return Promise.resolve(true);
    };
    page.element.querySelector<HTMLElement>('.chip')!.click();
    expect(navigated).toEqual([{ at: null }]);
  });

  it('say so when nobody could, and where the others are', async () => {
    const page = await open([]);
    expect(page.texts('musubi-empty')[0]).toContain('Nobody is free then');
    TestBed.resetTestingModule();
    const inTouch = await open([recommendation({ inTouch: true })]);
    expect(inTouch.texts('musubi-empty')[0]).toContain('Nobody is free then');
  });
});
