import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { conference } from '../../../../testing/opened-page';
import { request, slot } from '../../../../testing/meeting-fixtures';
import { type OpenedPage, openPage } from '../../../../testing/open-page';
import { CurrentEvent } from '../../../data/events/current-event';
import { Meetings } from './meetings';

const at = '2027-01-20T08:16:00Z';
const base = `/events/${conference.eventId}`;
const sent = ['first', 'second'].map((requestId) =>
  request({ requestId: requestId as never, mine: 'from', turn: 'to', slots: [slot('2027-01-26T09:15:00Z')] }),
);

describe('the list of meetings', () => {
  const scrolled: Element[] = [];
  const open = (inputs: Record<string, unknown>): Promise<OpenedPage> =>
    openPage(Meetings, {
      words: ['meetings', 'delegation', 'company', 'gaps', 'matchmaking'],
      at,
      inputs,
      before: () => TestBed.inject(CurrentEvent).set(conference),
      answers: {
        [`${base}/meeting-requests`]: sent,
        [`${base}/meetings`]: [],
        [`${base}/agenda`]: [],
      },
    });

  beforeEach(() => {
    scrolled.length = 0;
    // jsdom lays nothing out.
    Element.prototype.scrollIntoView = function (this: Element) {
      scrolled.push(this);
    };
  });

  it('goes to the row that one was led to, such as the request just sent', async () => {
    const page = await open({ open: 'second' });
    await page.settle();
    const row = page.element.querySelector('li[aria-current="true"] .stretch')!;
    expect([row.getAttribute('href'), scrolled, document.activeElement === row]).toEqual([
      '/app/events/conference/meetings?open=second',
      [row],
      true,
    ]);
  });

  it('leaves whoever was led to none of them where they are', async () => {
    const page = await open({});
    await page.settle();
    expect([page.element.querySelectorAll('li .stretch').length, scrolled]).toEqual([2, []]);
  });
});
