import { HttpTestingController } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { type GuestId, type GuestInvitation, invitationsListed, type MeetingRequestView } from '@musubi/contracts';
import { aiko, clara, eventId, meeting, request } from '../../../../testing/meeting-fixtures';
import { openPage } from '../../../../testing/open-page';
import { CurrentEvent } from '../../../data/events/current-event';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { Invitations } from './invitations';

const invitation: GuestInvitation = {
  guestId: 'guest' as GuestId,
  requestId: meeting().requestId,
  eventId,
  participant: clara,
  side: 2,
  part: 'required',
  state: 'invited',
  invitedBy: clara.participantId,
  invitedAt: '2027-01-21T10:00:00Z',
  answeredAt: null,
  // Who asks reads the same clock as the reader, who is asked another one.
  from: { ...clara, zone: 'Europe/Berlin' },
  to: { ...aiko, zone: 'Asia/Tokyo' },
  others: [],
  reason: '進め方をご相談させてください。',
  arranged: null,
  opportunities: [],
  language: 'ja',
  meeting: null,
  slots: [],
};

const opened = (answer: GuestInvitation[], requests: MeetingRequestView[] = []) =>
  openPage(Invitations, {
    words: ['company', 'meetings', 'common'],
    at: '2027-01-21T11:00:00Z',
    answers: {
      [`/events/${eventId}/guest-invitations`]: answer,
      [`/events/${eventId}/meeting-requests`]: requests,
      [`/events/${eventId}/meetings`]: [],
    },
    before: () => void TestBed.inject(MeetingsStore).open(eventId),
    providers: [{ provide: CurrentEvent, useValue: { event: signal({ eventId, slug: 'conference' }) } }],
  });

describe('invitations to what two others agree on', () => {
  it.each([
    [invitationsListed - 1, null],
    [invitationsListed, 'The newest 100 of your invitations are read here; older ones are not listed.'],
  ])('of %s say that there may be older ones: %s', async (many, said) => {
    const over = Array.from({ length: many }, (_, n) => ({
      ...invitation,
      guestId: `guest-${n}` as GuestId,
      state: 'expired' as const,
    }));
    const { element } = await opened(over);
    expect(element.querySelector('p.meta')?.textContent ?? null).toBe(said);
  });

  it('say when on both walls, and in which language it was written', async () => {
    const startsAt = '2027-01-27T09:15:00Z';
    const agreed = { ...invitation, meeting: { meetingId: meeting().meetingId, startsAt, endsAt: startsAt } };
    const page = await opened([agreed]);
    const texts = (selector: string): string[] =>
      [...page.element.querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    expect(texts('time')).toEqual(['Wed 27 January, 10:15 CET, 18:15 JST']);
    expect(texts('[lang=ja]')).toEqual(['進め方をご相談させてください。Written in Japanese']);
  });

  it('asks before it takes away times of one’s own requests', async () => {
    const { startsAt, endsAt } = request().slots[0]!;
    const agreed = { ...invitation, meeting: { meetingId: meeting().meetingId, startsAt, endsAt } };
    const page = await opened([agreed], [request()]);
    await page.press('I’ll join: Clara Weiss');
    const dialog = document.querySelector('.cdk-overlay-container .dialog')!;
    expect(dialog.textContent.replace(/\s+/g, ' ')).toContain(
      'You are then no longer free for: Aiko Tanaka, Tue 26 January, 09:25 CET.',
    );
    expect(TestBed.inject(HttpTestingController).match(({ method }) => method === 'POST')).toEqual([]);
    [...dialog.querySelectorAll('button')].find((one) => one.textContent.includes('I’ll join'))!.click();
    await page.settle();
    TestBed.inject(HttpTestingController).expectOne({ method: 'POST', url: '/api/guests/guest/accept' });
  });
});
