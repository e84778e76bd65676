import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { EventView, GroupSlot, MeetingRequestId, MeetingView, ParticipantId } from '@musubi/contracts';
import { RETRY_PAUSES } from '../../../core/api/api';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { aiko, choice, clara, eventId, meeting, request, slot } from '../../../../testing/meeting-fixtures';
import { provideWords } from '../../../../testing/words';
import { CurrentEvent } from '../../events/current-event';
import { AnswerDesk } from './answer-desk';
import { MeetingsStore } from '../meetings-store';

const nils = {
  ...clara,
  participantId: 'nils' as ParticipantId,
  name: { ...clara.name, givenLatin: 'Nils', familyLatin: 'Berg' },
};
const { sides } = meeting();
/** Aiko, Clara who reads this, and Nils. */
const ofThree = meeting({ sides: [...sides, { participant: nils, here: false, side: 2, part: 'required' }] });
const { startsAt, endsAt } = ofThree;
const times = ['2027-01-26T09:15:00Z', '2027-01-27T08:25:00Z', '2027-01-27T09:15:00Z'] as const;
const suits = (at: string, ...cannot: string[]): GroupSlot => ({
  ...choice(at, cannot.length > 0 ? { state: 'busy' } : {}),
  cannot: cannot as ParticipantId[],
});

const days = { startsAt: '2027-01-26T06:45:00Z', endsAt: '2027-01-27T16:00:00Z' };

describe('other times', () => {
  let http: HttpTestingController;
  let desk: AnswerDesk;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await TestBed.inject(ApplicationRef).whenStable();
  };
  const lists = async (requests: object[], meetings: MeetingView[]): Promise<void> => {
    await settle();
    http.expectOne(`/api/events/${eventId}/meeting-requests`).flush(requests);
    http.expectOne(`/api/events/${eventId}/meetings`).flush(meetings);
    await settle();
  };
  const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.cdk-overlay-container .dialog')!;
  const read = (selector: string): string[] =>
    [...dialog().querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
  const choose = async (place: number): Promise<void> => {
    dialog().querySelectorAll<HTMLElement>('[role=checkbox]')[place]!.click();
    await settle();
  };
  const confirm = async (): Promise<void> => {
    dialog().querySelector<HTMLElement>('button[type=submit]')!.click();
    await settle();
  };
  const write = async (text: string): Promise<void> => {
    const note = dialog().querySelector('textarea')!;
    note.value = text;
    note.dispatchEvent(new Event('input'));
    await settle();
  };
  const refuse = async (url: string, data: object, code = 'meeting.slot_taken'): Promise<void> => {
    http
      .expectOne(url)
      .flush({ type: '', title: '', status: 409, code, instance: 'x', data }, { status: 409, statusText: 'Conflict' });
    await settle();
  };
  const said = (): string[] =>
    TestBed.inject(Toasts)
      .all()
      .map(({ text }) => text);

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
    clock.set({ now: '2027-01-26T07:16:00Z', offsetMs: 0 });
    clock.usePersonZone('Europe/Berlin');
    TestBed.inject(CurrentEvent).set({ eventId, slug: 'conference', ...days } as EventView);
    desk = TestBed.inject(AnswerDesk);
    void TestBed.inject(MeetingsStore).open(eventId);
    await lists([], [ofThree]);
  });

  afterEach(() => http.verify());

  it('of a meeting of several are those that suit all, and it is said whom one does not suit', async () => {
    void desk.reschedule(ofThree);
    await settle();
    http
      .expectOne('/api/meetings/meeting/slots')
      .flush([suits(times[0], 'nils'), suits(times[1]), suits(times[2], aiko.participantId, 'nils')]);
    await settle();
    expect([read('summary'), read('details li'), read('[role=alert]')]).toEqual([
      ['Whom the other times do not suit'],
      ['Tue 26 January, 10:15 CET: Nils Berg', 'Wed 27 January, 10:15 CET: Aiko Tanaka; Nils Berg'],
      [],
    ]);
    dialog().querySelector<HTMLElement>('button[type=button]')!.click();
    await settle();
    expect(said()).toEqual([]);
  });

  it('show where the meeting stands now, which is neither busy nor to be chosen', async () => {
    void desk.reschedule(ofThree);
    await settle();
    http
      .expectOne('/api/meetings/meeting/slots')
      .flush([{ ...suits(times[0]), state: 'now' }, suits(times[1]), suits(times[2])]);
    await settle();
    await choose(0);
    const slots = [...dialog().querySelectorAll('[data-slot]')].slice(0, 2);
    expect(
      slots.map((one) => ['aria-label', 'aria-disabled', 'aria-checked'].map((name) => one.getAttribute(name))),
    ).toEqual([
      ['10:15 CET, 18:15 JST, Now', 'true', 'false'],
      ['09:25 CET, 17:25 JST, Free', null, 'false'],
    ]);
    expect(read('musubi-slot-legend span')).toContain('Where the meeting stands now');
    dialog().querySelector<HTMLElement>('button[type=button]')!.click();
    await settle();
  });

  it('are asked for again where one is taken meanwhile: with others, whom it does not suit, and what was written', async () => {
    void desk.reschedule(ofThree);
    await settle();
    http.expectOne('/api/meetings/meeting/slots').flush(times.map((at) => suits(at)));
    await settle();
    await choose(0);
    await choose(2);
    await write('A train strike');
    await confirm();
    const [lost, other, kept] = times.map((at) => slot(at).slotId);
    await refuse('/api/meetings/meeting/reschedule', {
      slotId: lost,
      cannot: ['nils'],
      alternatives: [suits(times[1]), suits(times[2])],
    });
    http.expectOne('/api/meetings/meeting/slots').flush([suits(times[0], 'nils'), suits(times[1]), suits(times[2])]);
    await settle();
    expect(read('[role=alert] p')).toEqual([
      'Tue 26 January, 10:15 CET has just been taken',
      'It does not suit Nils Berg.',
      'Other times suit everybody: Wed 27 January, 09:25 CET; Wed 27 January, 10:15 CET.',
    ]);
    expect(dialog().querySelector('textarea')!.value).toBe('A train strike');
    await choose(1);
    await confirm();
    const again = http.expectOne('/api/meetings/meeting/reschedule');
    expect(again.request.body).toEqual({ slotIds: [kept, other], note: 'A train strike' });
    const moving = request({ mine: 'from', turn: 'to', meetingId: ofThree.meetingId, movesFrom: { startsAt, endsAt } });
    again.flush(moving);
    await lists([moving], [ofThree]);
    expect(said()).toHaveLength(1);
  });

  it('are those of the meeting where a move is answered with others, and a failure is said', async () => {
    const requestId = 'move' as MeetingRequestId;
    void desk.counter(request({ requestId, meetingId: ofThree.meetingId, movesFrom: { startsAt, endsAt } }));
    await settle();
    http.expectOne('/api/meetings/meeting/slots').flush(times.map((at) => suits(at)));
    await settle();
    await choose(1);
    await confirm();
    await refuse('/api/meeting-requests/move/counter', {}, 'meeting_request.expired');
    await lists([], [ofThree]);
    expect([dialog(), said().length]).toEqual([null, 1]);
  });

  it('for a request with further people are those that suit all, too', async () => {
    void desk.counter(request());
    await settle();
    http.expectOne('/api/meeting-requests/request/slots').flush([suits(times[0], 'nils'), suits(times[1])]);
    await settle();
    http.expectOne('/api/meeting-requests/request/guests').flush([{ participant: nils }]);
    await settle();
    expect([read('summary'), read('details li')]).toEqual([
      ['Whom the other times do not suit'],
      ['Tue 26 January, 10:15 CET: Nils Berg'],
    ]);
    dialog().querySelector<HTMLElement>('button[type=button]')!.click();
    await settle();
  });

  it('for a request of the two alone are theirs; one that has passed meanwhile is said, and asked for again', async () => {
    void desk.counter(request());
    await settle();
    const ofTwo = '/api/meeting-requests/request/slots';
    http.expectOne(ofTwo).flush([suits(times[0]), suits(times[1])]);
    await settle();
    await choose(0);
    await confirm();
    await refuse('/api/meeting-requests/request/counter', { slotId: slot(times[0]).slotId }, 'meeting.slot_past');
    await lists([], [ofThree]);
    http.expectOne(ofTwo).flush([{ ...suits(times[0]), state: 'past' }, suits(times[1])]);
    await settle();
    expect(read('[role=alert] p')).toHaveLength(1);
    dialog().querySelector<HTMLElement>('button[type=button]')!.click();
    await settle();
    expect(said()).toEqual([]);
  });
});
