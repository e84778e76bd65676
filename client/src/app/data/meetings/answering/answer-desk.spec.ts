import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { EventView, MeetingRequestView, MeetingView, SlotChoice } from '@musubi/contracts';
import { RETRY_PAUSES } from '../../../core/api/api';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { choice, eventId, meeting, request, slot } from '../../../../testing/meeting-fixtures';
import { provideWords } from '../../../../testing/words';
import { CurrentEvent } from '../../events/current-event';
import { AnswerDesk } from './answer-desk';
import { MeetingsStore } from '../meetings-store';

const days = { startsAt: '2027-01-26T06:45:00Z', endsAt: '2027-01-27T16:00:00Z' };

describe('answering', () => {
  let http: HttpTestingController;
  let desk: AnswerDesk;
  let store: MeetingsStore;
  const asked = request({ slots: [slot('2027-01-26T08:50:00Z'), slot('2027-01-27T08:25:00Z')] });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await TestBed.inject(ApplicationRef).whenStable();
  };
  const lists = async (requests: MeetingRequestView[], meetings: MeetingView[] = []): Promise<void> => {
    await settle();
    http.expectOne(`/api/events/${eventId}/meeting-requests`).flush(requests);
    http.expectOne(`/api/events/${eventId}/meetings`).flush(meetings);
    await settle();
  };
  const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.cdk-overlay-container .dialog')!;
  const read = (selector: string): string[] =>
    [...dialog().querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
  const press = async (name: string): Promise<void> => {
    [...dialog().querySelectorAll('button')].find((one) => one.textContent.trim() === name)!.click();
    await settle();
  };
  const pick = async (index: number): Promise<void> => {
    dialog().querySelectorAll<HTMLInputElement>('input[type=radio]')[index]!.click();
    await settle();
  };
  const said = (): string[] =>
    TestBed.inject(Toasts)
      .all()
      .map(({ text }) => text);
  const told = async (requests: MeetingRequestView[], meetings: MeetingView[] = []): Promise<void> => {
    void store.refresh();
    await lists(requests, meetings);
  };
  /** Tries 09:50, which somebody else has taken a moment ago. */
  const loseTheRace = async (alternatives: SlotChoice[]): Promise<void> => {
    void desk.accept(asked, asked.slots[0]!.slotId);
    await settle();
    await press('Accept 09:50');
    http
      .expectOne('/api/meeting-requests/request/accept')
      .flush(
        { type: '', title: '', status: 409, code: 'meeting.slot_taken', instance: 'x', data: { alternatives } },
        { status: 409, statusText: 'Conflict' },
      );
    await lists([asked]);
    await settle();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords(),
        { provide: RETRY_PAUSES, useValue: [] },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    await TestBed.inject(Words).load('meetings', 'common', 'problem', 'refusal');
    await TestBed.inject(Words).use('en');
    const clock = TestBed.inject(Clock);
    clock.set({ now: '2027-01-26T08:16:00Z', offsetMs: 0 });
    clock.usePersonZone('Europe/Berlin');
    TestBed.inject(CurrentEvent).set({ eventId, slug: 'conference', ...days } as EventView);
    store = TestBed.inject(MeetingsStore);
    desk = TestBed.inject(AnswerDesk);
    void store.open(eventId);
    await lists([asked]);
  });

  afterEach(() => http.verify());

  it('shows a time on both clocks before it is accepted, and books nothing without a yes', async () => {
    void desk.accept(asked, asked.slots[0]!.slotId);
    await settle();
    expect([read('h2'), read('.when > *'), read('button')]).toEqual([
      ['Accept the meeting with Aiko Tanaka?'],
      ['Tue 26 January, 09:50 CET', '17:50 JST for Aiko'],
      ['Not now', 'Accept 09:50'],
    ]);
    await press('Not now');
    expect([dialog(), said(), store.waiting()]).toEqual([null, [], 1]);
  });

  it('says before it is accepted that an interpreter is asked for', async () => {
    void desk.accept({ ...asked, interpretation: ['en', 'ja'] }, asked.slots[0]!.slotId);
    await settle();
    expect(dialog()!.textContent).toContain('With an interpreter, English and Japanese.');
    await press('Not now');
  });

  it('stops asking once it is settled: withdrawn by the other side, answered on another device, cancelled', async () => {
    for (const open of [
      () => desk.accept(asked, asked.slots[0]!.slotId),
      () => desk.choose(asked),
      () => desk.decline(asked),
    ]) {
      await told([asked]);
      void open();
      await settle();
      expect(dialog()).not.toBeNull();
      await told([{ ...asked, state: 'withdrawn', turn: null }]);
      expect(dialog()).toBeNull();
    }
    await told([], [meeting()]);
    void desk.reschedule(meeting());
    await settle();
    http.expectOne('/api/meetings/meeting/slots').flush([]);
    await settle();
    expect(read('h2')).toEqual(['Ask Aiko Tanaka to move the meeting']);
    await told([], [meeting({ state: 'cancelled' })]);
    expect([dialog(), said()]).toEqual([null, []]);
  });

  it('asks to move a meeting, which stays where it is meanwhile', async () => {
    const agreed = meeting();
    void desk.reschedule(agreed);
    await settle();
    http
      .expectOne('/api/meetings/meeting/slots')
      .flush([choice('2027-01-26T09:15:00Z'), choice('2027-01-27T09:15:00Z')].map((one) => ({ ...one, cannot: [] })));
    await settle();
    expect([read('h2')[0], read('p.soft')[0]]).toEqual([
      'Ask Aiko Tanaka to move the meeting',
      'Up to three times, the best first. The meeting stays at Tue 26 January, 09:25 CET until Aiko Tanaka accepts one.',
    ]);
    dialog().querySelectorAll<HTMLElement>('[role=checkbox]')[1]!.click();
    await settle();
    await press('Propose one time');
    const call = http.expectOne('/api/meetings/meeting/reschedule');
    expect(call.request.body).toEqual({ slotIds: [slot('2027-01-27T09:15:00Z').slotId], note: null });
    const { startsAt, endsAt } = agreed;
    const moving = request({ mine: 'from', turn: 'to', meetingId: agreed.meetingId, movesFrom: { startsAt, endsAt } });
    call.flush(moving);
    await lists([moving], [agreed]);
    expect([store.moving(agreed.meetingId)?.requestId, store.meeting(agreed.meetingId)?.startsAt]).toEqual([
      moving.requestId,
      startsAt,
    ]);
    expect(said()).toEqual([
      'Your proposal is with Aiko Tanaka. Until it is accepted, the meeting stays at Tue 26 January, 09:25 CET.',
    ]);
  });

  it('offers three other times when the race is lost; one that was proposed is accepted', async () => {
    await loseTheRace([
      choice('2027-01-26T09:15:00Z'),
      choice('2027-01-27T08:25:00Z'),
      choice('2027-01-27T09:15:00Z'),
      choice('2027-01-27T09:40:00Z'),
    ]);
    expect([read('h2')[0], read('.slot b').length]).toEqual(['09:50 has just been taken', 3]);
    expect(store.waiting()).toBe(1);
    await pick(1);
    await press('Accept');
    const { slotId, startsAt, endsAt } = asked.slots[1]!;
    const made = meeting({ slotId, startsAt, endsAt });
    http.expectOne('/api/meeting-requests/request/accept').flush(made);
    await lists([{ ...asked, state: 'accepted', turn: null, meetingId: made.meetingId }], [made]);
    expect(said()).toEqual(['Meeting with Aiko Tanaka confirmed: Wed 27 January, 09:25 CET, 17:25 JST.']);
  });

  it('turns another time, which was not proposed, into a proposal', async () => {
    await loseTheRace([choice('2027-01-26T09:15:00Z')]);
    await pick(0);
    await press('Propose one time');
    const call = http.expectOne('/api/meeting-requests/request/counter');
    expect(call.request.body).toEqual({ slotIds: [slot('2027-01-26T09:15:00Z').slotId], note: null });
    call.flush({ ...asked, state: 'countered', turn: 'from', version: 2 });
    await lists([{ ...asked, state: 'countered', turn: 'from', version: 2 }]);
    expect(said()).toEqual(['Your proposal is with Aiko Tanaka.']);
  });

  it('says so when no other time is left', async () => {
    await loseTheRace([]);
    expect(read('p.soft')[0]).toContain('No other time suits you both right now');
    expect(read('button')).toEqual(['Not now', 'Propose another time']);
    await press('Not now');
    expect([dialog(), said()]).toEqual([null, []]);
  });

  it('asks why before it declines, and sends one word with the reason', async () => {
    void desk.decline(asked);
    await settle();
    expect(read('label.check')).toEqual([
      'No time at this event',
      'Not our field',
      'A colleague is the better contact',
      'We are in touch already',
      'Another reason',
    ]);
    await pick(2);
    const note = dialog().querySelector('textarea')!;
    note.value = ' Please ask our office. ';
    note.dispatchEvent(new Event('input'));
    await settle();
    await press('Decline');
    const call = http.expectOne('/api/meeting-requests/request/decline');
    expect(call.request.body).toEqual({ reason: 'other-contact', note: 'Please ask our office.' });
    call.flush({ ...asked, state: 'declined', turn: null, version: 2 });
    await lists([{ ...asked, state: 'declined', turn: null, version: 2 }]);
    expect(said()).toEqual(['Declined. Aiko Tanaka has been told.']);
  });

  it('declines to move a meeting, not the meeting', async () => {
    const { startsAt, endsAt } = meeting();
    void desk.decline({ ...asked, movesFrom: { startsAt, endsAt } });
    await settle();
    expect([read('h2'), read('label.check')]).toEqual([
      ['Keep the time of the meeting with Aiko Tanaka?'],
      ['No time at this event', 'Another reason'],
    ]);
    await pick(0);
    await press('Keep the time');
    http
      .expectOne('/api/meeting-requests/request/decline')
      .flush({ ...asked, state: 'declined', turn: null, version: 2 });
    await lists([{ ...asked, state: 'declined', turn: null, version: 2 }]);
    expect(said()).toEqual(['The meeting stays at Tue 26 January, 09:25 CET. Aiko Tanaka has been told.']);
  });

  it('says in words what the server refused, and leaves the row as it was', async () => {
    void desk.accept(asked, asked.slots[0]!.slotId);
    await settle();
    await press('Accept 09:50');
    http
      .expectOne('/api/meeting-requests/request/accept')
      .flush(
        { type: '', title: '', status: 410, code: 'meeting_request.expired', instance: 'x' },
        { status: 410, statusText: 'Gone' },
      );
    await lists([asked]);
    expect([store.waiting(), said().length, said()[0]?.startsWith('problem.')]).toEqual([1, 1, false]);
  });
});
