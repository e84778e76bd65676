import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { ParticipantCard, SlotChoice } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { Toasts } from '../../../core/page/toasts';
import { type AskPage, jean, openAskPage, slots } from '../../../../testing/ask-page';
import { choice, eventId } from '../../../../testing/meeting-fixtures';

describe('asking for a time, or taking it', () => {
  let ask: AskPage;
  beforeEach(async () => {
    ask = await openAskPage();
  });
  afterEach(() => ask.http.verify());

  /** Finds somebody by name and takes them along. */
  const bring = async (person: ParticipantCard): Promise<void> => {
    const field = ask.one<HTMLInputElement>('musubi-people-picker input')!;
    field.value = 'Jean';
    field.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await ask.answer(`/events/${eventId}/search?q=Jean`, { people: [person] });
    ask.one<HTMLElement>('musubi-people-picker [role=option]')!.click();
    await ask.settle();
  };
  const groupSlots = (choices: SlotChoice[]): Promise<void> =>
    ask.answer(`/events/${eventId}/group-slots?with=aiko%2Cjean`, choices);

  describe('with further people', () => {
    const instant = slots.map((slot) => ({ ...slot, instant: true }));
    beforeEach(async () => {
      await ask.readAgain(instant);
    });

    it('asks where alone one would book: nobody who was named is dropped', async () => {
      expect(ask.heading()).toBe('Book a meeting');
      ask.type('Which stack sizes do you need?');
      await bring(jean);
      await groupSlots(instant);
      await ask.pick('09:50');
      await ask.pick('09:25');
      expect([ask.heading(), ask.one('#ask-when')!.textContent.trim(), ask.chosen()]).toEqual([
        'Request a meeting',
        'When: up to three times',
        2,
      ]);
      expect(ask.text()).not.toContain('the meeting is confirmed at once');
      await ask.send();
      expect(ask.posts()).toEqual([
        [
          `/api/events/${eventId}/meeting-requests`,
          expect.objectContaining({
            slotIds: [slots[2]!.slotId, slots[1]!.slotId],
            people: [{ participantId: 'jean', part: 'required' }],
          }),
        ],
      ]);
    });

    it('asks with an interpreter, too, and books one time again without', async () => {
      const interpret = async (value: string): Promise<void> => {
        const select = ask.one<HTMLSelectElement>('#interpreter')!;
        select.value = value;
        select.dispatchEvent(new Event('change'));
        await ask.answer(
          `/events/${eventId}/slots?with=aiko${value && `&interpretation=${value}`}`,
          value ? instant.map((slot, index) => ({ ...slot, interpreter: index === 1 })) : instant,
        );
      };
      ask.type('Which stack sizes do you need?');
      await interpret('de-ja');
      await ask.pick('09:50');
      await ask.pick('09:25');
      expect([ask.heading(), ask.chosen()]).toEqual(['Request a meeting', 2]);
      expect(ask.all('.picked .unheard').map((one) => one.closest('li')!.querySelector('b')!.textContent)).toEqual([
        '09:50',
      ]);
      expect(ask.one('.part #ask-when ~ .meta')!.textContent).toContain('no time is booked at once');
      await interpret('');
      expect([ask.heading(), ask.chosen()]).toEqual(['Book a meeting', 1]);
      await interpret('de-ja');
      await ask.send();
      expect(ask.posts()).toEqual([
        [`/api/events/${eventId}/meeting-requests`, expect.objectContaining({ interpretation: ['de', 'ja'] })],
      ]);
    });
  });

  describe('where some times are booked at once', () => {
    const mixed = slots.map((slot, index) => ({ ...slot, instant: index === 1 }));

    it('says so on each of them, and keeps its headings whatever is chosen', async () => {
      await ask.readAgain(mixed);
      const headings = (): string[] => [ask.heading(), ask.one('#ask-when')!.textContent.trim()];
      const verb = (): string => ask.one('button[type=submit]')!.textContent.trim();
      const title = ['Request a meeting', 'When: book one time, or propose up to three'];
      expect([ask.all('[data-sign=instant]').length, headings(), verb()]).toEqual([1, title, 'Send request']);
      await ask.pick('09:25');
      expect([headings(), verb()]).toEqual([title, 'Book this time']);
      await ask.pick('09:50');
      expect([headings(), verb()]).toEqual([title, 'Send request']);
    });
  });

  it('says on each day that is closed from when on it is open, and elsewhere only what no day says', async () => {
    TestBed.inject(Clock).set({ now: '2027-01-12T12:21:00Z', offsetMs: 0 });
    const [, free] = slots;
    const later = choice('2027-01-28T08:00:00Z', { state: 'closed', blockId: 'late' as SlotChoice['blockId'] });
    const now = (opensAt: string) => ({ opensAt, open: false, mode: 'request', closesAt: null });
    await ask.comeBack(
      [free!, later],
      [
        { blockId: 'late', now: now('2027-01-20T08:00:00Z'), slots: [later] },
        { blockId: 'elsewhere', now: now('2027-01-21T08:00:00Z'), slots: [choice('2027-01-27T08:00:00Z')] },
      ],
    );
    const plain = (one: HTMLElement) => one.textContent.replace(/\s+/g, ' ').trim();
    expect(ask.all('.shut li').map(plain)).toEqual([
      'Thursday 28 January 09:00–09:20: Booking opens on Wed 20 January, 09:00 CET (17:00 JST).',
    ]);
    expect(ask.all('.part musubi-note').map(plain)).toEqual([
      'Booking opens on Thu 21 January, 09:00 CET (17:00 JST).',
    ]);
  });

  it('is booking where every time that is left can be taken at once, and can be taken back', async () => {
    const instant = slots.map((slot) => ({ ...slot, instant: true }));
    TestBed.inject(Clock).set({ now: '2027-01-12T12:21:00Z', offsetMs: 0 });
    const later = { opensAt: '2027-01-20T08:00:00Z', open: false, mode: 'instant', closesAt: null };
    await ask.comeBack(instant, [{ now: later, slots: [slots[1]] }]);
    expect([ask.heading(), ask.one('.part musubi-note')!.textContent.trim()]).toEqual([
      'Book a meeting',
      'Booking opens on Wed 20 January, 09:00 CET (17:00 JST).',
    ]);
    ask.type('Which stack sizes do you need?');
    await ask.pick('09:50');
    await ask.pick('09:25');
    // One time only: another takes its place.
    expect(ask.all('.picked li')).toHaveLength(1);
    expect(ask.one('button[type=submit]')!.textContent.trim()).toBe('Book this time');
    await ask.send();
    const call = ask.http.expectOne(`/api/events/${eventId}/instant-bookings`);
    expect(call.request.body).toEqual({
      to: 'aiko',
      slotId: slots[1]!.slotId,
      reason: 'Which stack sizes do you need?',
      opportunityIds: [],
      language: 'en',
    });
    call.flush({ meetingId: 'meeting', startsAt: slots[1]!.startsAt });
    await ask.settle();
    const [toast] = TestBed.inject(Toasts).all();
    expect([toast!.text, toast!.more]).toEqual(['Booked with Aiko Tanaka: Tue 26 January, 09:25 CET', '17:25 JST']);
    toast!.act!.run();
    await ask.settle();
    const cancel = ask.http.expectOne('/api/meetings/meeting/cancel');
    expect(cancel.request.body).toEqual({ reason: 'other', note: null });
    cancel.flush({});
    await ask.settle();
    ask.http.match(() => true).forEach((one) => one.flush([]));
    await ask.settle();
    expect(TestBed.inject(Toasts).all().at(-1)!.text).toBe('The booking is taken back. Aiko Tanaka has been told.');
    ask.http.match(() => true).forEach((one) => one.flush([]));
  });
});
