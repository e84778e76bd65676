import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingId, MeetingRequestId, MeetingRequestView } from '@musubi/contracts';
import { aiko, clara, eventId, meeting, request, slot } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { Moving } from './moving';
import { Thread } from './thread';

const standing = meeting();
const now = '2027-01-21T11:00:00Z';
const asked = request({ state: 'accepted', turn: null, meetingId: standing.meetingId });
/** A wish to move the meeting to Wednesday. */
const move = (more: Partial<MeetingRequestView>): MeetingRequestView =>
  request({
    requestId: 'move' as MeetingRequestId,
    meetingId: 'meeting' as MeetingId,
    movesFrom: { startsAt: standing.startsAt, endsAt: standing.endsAt },
    slots: [slot('2027-01-26T09:15:00Z'), slot('2027-01-27T08:00:00Z')],
    sentAt: '2027-01-21T10:00:00Z',
    history: [{ by: 'from', did: 'requested', at: '2027-01-21T10:00:00Z', note: null }],
    ...more,
  });

@Component({
  imports: [Moving, Thread],
  template: `@if (entry(); as one) {
    <musubi-moving [entry]="one" base="/app" />
    <musubi-thread [entry]="one" />
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  private readonly store = inject(MeetingsStore);
  protected readonly entry = computed(() => this.store.inbox().confirmed[0]);

  constructor() {
    void this.store.open(eventId);
  }
}

describe('a meeting that is to be moved', () => {
  let page: OpenedPage<Page>;
  const opened = async (wish: MeetingRequestView): Promise<void> => {
    await page.answer(`/events/${eventId}/meeting-requests`, [asked, wish]);
    await page.answer(`/events/${eventId}/meetings`, [standing]);
  };
  const buttons = () => page.texts('musubi-moving button');

  beforeEach(async () => {
    page = await OpenedPage.of(Page, { areas: ['meetings'], now });
  });

  it('is answered where the meeting is', async () => {
    await opened(move({}));
    expect(page.texts('.heading, .note li, .note .soft')).toEqual([
      'Aiko Tanaka asks to move this meeting to:',
      'Tue 26 January, 10:15 CET, 18:15 JST',
      'Wed 27 January, 09:00 CET, 17:00 JST',
      'Until one of them is accepted, the meeting stays at Tue 26 January, 09:25 CET.',
    ]);
    expect(buttons()).toEqual(['Choose one of 2 times', 'Propose another time', 'Keep the time']);
  });

  it('to the one time that is proposed instead says so', async () => {
    await opened(move({ state: 'countered', slots: move({}).slots.slice(0, 1) }));
    expect(buttons()[0]).toBe('Accept Tue 10:15');
    expect(page.texts('.heading, .note .soft')).toEqual([
      'Aiko Tanaka proposes another time for this meeting:',
      'Until it is accepted, the meeting stays at Tue 26 January, 09:25 CET.',
    ]);
  });

  it('is taken back where the meeting is', async () => {
    await opened(move({ mine: 'from', from: clara, to: aiko }));
    expect([page.texts('.heading'), buttons()]).toEqual([
      ['You asked Aiko Tanaka to move this meeting to:'],
      ['Withdraw'],
    ]);
  });

  it('waits for no answer that cannot come: where no time is left, whoever asked proposes others', async () => {
    const slots = move({}).slots.map((one) => ({ ...one, open: false }));
    await opened(move({ mine: 'from', from: clara, to: aiko, slots }));
    expect([page.texts('musubi-state'), buttons()]).toEqual([['No time left'], ['Propose another time', 'Withdraw']]);
  });

  it('leaves a trace once it came to nothing, and no note', async () => {
    const withdrawn = { by: 'from', did: 'withdrawn', at: '2027-01-21T10:30:00Z', note: null } as const;
    await opened(move({ mine: 'from', state: 'withdrawn', turn: null, history: [...move({}).history, withdrawn] }));
    expect(page.texts('.note')).toEqual([]);
    expect(page.texts('.log > li').slice(-2)).toEqual([
      'You You asked to move it to one of these times Tue 10:15 Wed 09:00 Today, 11:00',
      'You You withdrew it; the time stays Today, 11:30',
    ]);
  });
});
