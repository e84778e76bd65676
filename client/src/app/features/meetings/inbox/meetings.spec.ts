import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingView } from '@musubi/contracts';
import { conference } from '../../../../testing/opened-page';
import { aiko, meeting, request, slot } from '../../../../testing/meeting-fixtures';
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
  const open = (
    inputs: Record<string, unknown>,
    meetings: MeetingView[] = [],
    gaps: object[] = [],
  ): Promise<OpenedPage> =>
    openPage(Meetings, {
      words: ['meetings', 'delegation', 'company', 'gaps', 'matchmaking'],
      at,
      inputs,
      before: () => TestBed.inject(CurrentEvent).set(conference),
      answers: {
        [`${base}/meeting-requests`]: sent,
        [`${base}/meetings`]: meetings,
        [`${base}/agenda`]: [],
        [`${base}/gaps`]: gaps,
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
    const gap = {
      gapId: 'gap',
      participant: aiko,
      startsAt: '2027-01-26T09:15:00Z',
      endsAt: '2027-01-26T09:35:00Z',
      instant: true,
    };
    const leading = async (one: MeetingView): Promise<string[]> => {
      TestBed.resetTestingModule();
      const page = await open({}, [one], [gap]);
      return [...page.element.querySelectorAll('h2[id^=group], h2#gaps')].map((h2) =>
        h2.textContent.replace(/\s+/g, ' ').trim(),
      );
    };
    const free = 'A time came free that suits you both';
    const leads = ['On now 1', free, 'Awaiting reply 2'];
    expect(await leading(timed('begun', '2027-01-20T08:10:00Z'))).toEqual(leads);
    expect(await leading(timed('waits', '2027-01-20T08:20:00Z', true))).toEqual(leads);
    expect(await leading(timed('ahead', '2027-01-20T08:20:00Z'))).toEqual([free, 'Confirmed 1', 'Awaiting reply 2']);
  });

  describe('narrowed', () => {
    const texts = (page: OpenedPage, selector: string): string[] =>
      [...page.element.querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    const rows = (page: OpenedPage): string[] => texts(page, 'h2[id^=group]');
    const held = meeting({ meetingId: 'held' as never, requestId: 'of-held' as never, state: 'held' });
    const addressed = () => decodeURIComponent(TestBed.inject(Router).url);

    it('shows what the address says, as after a reload', async () => {
      const shown = async (inputs: Record<string, string>): Promise<string[]> => {
        TestBed.resetTestingModule();
        return rows(await open(inputs, [held]));
      };
      const { participant } = held.sides.find((side) => side.participant.participantId !== held.me)!;
      expect([
        await shown({}),
        await shown({ state: 'ended' }),
        await shown({ kind: 'request' }),
        await shown({ state: 'ended,awaiting', kind: 'meeting', with: participant.organisation.organisationId }),
        await shown({ with: 'nobody' }),
      ]).toEqual([['Awaiting reply 2', 'Ended 1'], ['Ended 1'], ['Awaiting reply 2'], ['Ended 1'], []]);
    });

    it('counts each choice, writes it into the address, and takes all back', async () => {
      const page = await open({ kind: 'meeting' }, [held]);
      await page.press('Filter, 1 set');
      expect(texts(page, 'musubi-facet-choices label').slice(0, 4)).toEqual([
        'Awaiting reply 0',
        'Ended 1',
        'Requests 2',
        'Meetings 1',
      ]);
      const ended = page.element.querySelectorAll<HTMLInputElement>('musubi-facet-choices input')[1]!;
      ended.click();
      await page.settle();
      expect(addressed()).toBe('/?state=ended&kind=meeting');
      await page.press('Clear all');
      await page.settle();
      expect(addressed()).toBe('/');
    });

    it('says what one can do where nothing is left', async () => {
      const page = await open({ state: 'waiting' }, [held]);
      expect(texts(page, 'musubi-empty h2')).toEqual(['Nothing fits this filter']);
      await page.press('Clear all');
      await page.settle();
      expect(document.activeElement?.textContent?.trim()).toBe('Filter, 1 set');
    });
  });
});
