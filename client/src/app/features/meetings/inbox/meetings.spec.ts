import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingView } from '@musubi/contracts';
import { conference } from '../../../../testing/opened-page';
import { meeting, request, slot } from '../../../../testing/meeting-fixtures';
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
  const open = (inputs: Record<string, unknown>, meetings: MeetingView[] = []): Promise<OpenedPage> =>
    openPage(Meetings, {
      words: ['meetings', 'delegation', 'company', 'gaps', 'matchmaking'],
      at,
      inputs,
      before: () => TestBed.inject(CurrentEvent).set(conference),
      answers: {
        [`${base}/meeting-requests`]: sent,
        [`${base}/meetings`]: meetings,
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

  it('leads with the meeting that has begun, and with the one in whose room somebody waits', async () => {
    const timed = (meetingId: string, startsAt: string, here = false): MeetingView =>
      meeting({
        meetingId: meetingId as never,
        requestId: `of-${meetingId}` as never,
        startsAt,
        endsAt: '2027-01-20T08:45:00Z',
        roomOpensAt: '2027-01-20T08:00:00Z',
        sides: meeting().sides.map((side) => ({
          ...side,
          here: here && side.participant.participantId !== meeting().me,
        })),
      });
    const leading = async (one: MeetingView): Promise<string[]> => {
      TestBed.resetTestingModule();
      const page = await open({}, [one]);
      return [...page.element.querySelectorAll('h2[id^=group]')].map((h2) =>
        h2.textContent.replace(/\s+/g, ' ').trim(),
      );
    };
    const leads = ['On now 1', 'Awaiting reply 2'];
    expect(await leading(timed('begun', '2027-01-20T08:10:00Z'))).toEqual(leads);
    expect(await leading(timed('waits', '2027-01-20T08:20:00Z', true))).toEqual(leads);
    expect(await leading(timed('ahead', '2027-01-20T08:20:00Z'))).toEqual(['Confirmed 1', 'Awaiting reply 2']);
  });
});
