import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { GuestId, GuestView, MeetingView, ParticipantId } from '@musubi/contracts';
import { aiko, clara, eventId, meeting, request } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { Company } from './company';

const jean = {
  ...clara,
  participantId: 'jean' as ParticipantId,
  name: { ...clara.name, givenLatin: 'Jean', familyLatin: 'Moreau' },
};
const guest = (more: Partial<GuestView> = {}): GuestView => ({
  guestId: 'guest' as GuestId,
  requestId: meeting().requestId,
  participant: jean,
  side: 2,
  part: 'required',
  state: 'invited',
  invitedBy: clara.participantId,
  invitedAt: '2027-01-21T10:00:00Z',
  answeredAt: null,
  ...more,
});

@Component({
  imports: [Company],
  template: `@if (entry(); as one) {
    <musubi-company [entry]="one" />
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  private readonly store = inject(MeetingsStore);
  protected readonly entry = computed(() => this.store.inbox().confirmed[0] ?? this.store.inbox().ended[0]);

  constructor() {
    void this.store.open(eventId);
  }
}

describe('who else comes', () => {
  let page: OpenedPage<Page>;
  const opened = async (given: Partial<MeetingView>, guests: GuestView[]): Promise<void> => {
    page = await OpenedPage.of(Page, { areas: ['meetings', 'company'], now: '2027-01-21T11:00:00Z' });
    const standing = meeting(given);
    await page.answer(`/events/${eventId}/meeting-requests`, [
      request({ state: 'accepted', turn: null, meetingId: standing.meetingId }),
    ]);
    await page.answer(`/events/${eventId}/meetings`, [standing]);
    await page.answer(`/meeting-requests/${standing.requestId}/guests`, guests);
    await page.answer(`/meeting-requests/${standing.requestId}/interpretation`, { languages: null });
  };
  const buttons = () => page.texts('musubi-company button');
  const seats = [
    { participant: aiko, here: false, side: 0, part: 'required' as const },
    { participant: clara, here: false, side: 1, part: 'required' as const },
  ];

  it('is asked by the two, who may take it back', async () => {
    await opened({}, [guest()]);
    expect(page.texts('.people li')).toEqual([expect.stringMatching(/Jean Moreau.*Needed.*No answer yet.*Take back/)]);
    expect(buttons()).toEqual(['Take back', 'Add people']);
  });

  it('may leave, and cannot ask others along', async () => {
    const mine = { participant: jean, here: false, side: 2, part: 'required' as const };
    await opened({ me: jean.participantId, sides: [...seats, mine] }, [guest({ state: 'accepted' })]);
    expect(buttons()).toEqual(['Leave the meeting']);
  });

  it('says that the organisers look for an interpreter, and who it is', async () => {
    await opened({ interpretation: { languages: ['en', 'ja'], interpreter: null } }, []);
    expect(page.texts('.people li')).toEqual([expect.stringMatching(/Interpreter English and Japanese.*looking/)]);
  });

  it('says of a meeting that was cancelled neither that an interpreter is looked for nor that one can be had', async () => {
    const cancelled = { state: 'cancelled', cancelledBy: aiko.participantId, cancelledBecause: 'ill' } as const;
    await opened({ ...cancelled, interpretation: { languages: ['en', 'ja'], interpreter: null } }, []);
    expect([page.texts('.people li'), page.texts('section'), buttons()]).toEqual([[], [], []]);
  });
});
