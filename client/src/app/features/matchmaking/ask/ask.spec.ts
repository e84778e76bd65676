import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { DelegationView } from '@musubi/contracts';
import { Behalf } from '../../../core/login/behalf';
import { type AskPage, jean, openAskPage, preview, slots } from '../../../../testing/ask-page';
import { aiko, clara, eventId, request } from '../../../../testing/meeting-fixtures';

describe('asking for a meeting', () => {
  let ask: AskPage;
  beforeEach(async () => {
    ask = await openAskPage();
  });
  afterEach(() => ask.http.verify());

  it('says deadline and cap before anything is sent', () => {
    const facts = ask.one('.facts')!.textContent.replace(/\s+/g, ' ');
    expect(facts).toContain('Aiko can answer until Wed 20 January, 02:00 CET (10:00 JST).');
    expect(facts).toContain('This is open request 4 of 10.');
  });

  it('says the deadline of the times that are chosen, as soon as there are some', async () => {
    const deadline = () => ask.one('.facts')!.textContent;
    await ask.pick('09:25');
    expect(deadline()).toContain('until Tue 26 January, 09:25 CET (17:25 JST).');
    await ask.pick('09:25');
    expect(deadline()).toContain('until Wed 20 January, 02:00 CET (10:00 JST).');
  });

  it('sends the reason, the pairs and the times in their order, and opens the request', async () => {
    ask.one<HTMLInputElement>('.cite input')!.click();
    ask.type('Which stack sizes do you need?');
    await ask.pick('09:50');
    await ask.pick('09:25');
    await ask.pick('09:00');
    expect(ask.all('.slot[aria-checked=true]').map((one) => one.querySelector('.slot-state')!.textContent)).toEqual([
      '2nd',
      '1st',
    ]);
    await ask.send();
    const sent = ask.http.expectOne({ method: 'POST', url: `/api/events/${eventId}/meeting-requests` });
    expect(sent.request.body).toEqual({
      to: 'aiko',
      reason: 'Which stack sizes do you need?',
      opportunityIds: ['mine', 'theirs'],
      slotIds: [slots[2]!.slotId, slots[1]!.slotId],
      language: 'en',
    });
    sent.flush(request({ mine: 'from', turn: 'to' }));
    await ask.settle();
    await ask.answer(`/events/${eventId}/meeting-requests`, []);
    await ask.answer(`/events/${eventId}/meetings`, []);
    expect(TestBed.inject(Router).url).toBe('/app/events/conference/meetings?open=request');
  });

  it('sends nothing over the cap', async () => {
    await ask.readAgain(slots, { ...preview, openRequests: 10 });
    ask.type('Which stack sizes do you need?');
    await ask.pick('09:25');
    await ask.send();
    expect([ask.one('musubi-note')!.textContent.trim(), ask.posts()]).toEqual([
      'You have 10 open requests, which is the limit. Withdraw one or wait for an answer.',
      [],
    ]);
  });

  it('books over the cap: what is taken at once leaves nothing open', async () => {
    const atOnce = slots.map((slot) => ({ ...slot, instant: true }));
    await ask.readAgain(atOnce, { ...preview, openRequests: 10 });
    expect(ask.one('form [type=submit]')!.getAttribute('aria-disabled')).toBeNull();
    await ask.readAgain(slots, { ...preview, openRequests: 10 });
    expect(ask.one('form [type=submit]')!.getAttribute('aria-disabled')).toBe('true');
  });

  describe('for a time that is to be filled', () => {
    const chosen = () => ask.all('.slot[aria-checked=true]').map((one) => one.dataset['slot']);
    beforeEach(async () => {
      TestBed.resetTestingModule();
      ask = await openAskPage(`?at=${encodeURIComponent(slots[2]!.startsAt)}`);
    });

    it('has it chosen beforehand', async () => {
      ask.draftComes(null);
      await ask.settle();
      expect(chosen()).toEqual([slots[2]!.slotId]);
    });

    it('leaves what a draft has chosen', async () => {
      ask.draftComes({ reason: 'Kept.', pairs: [], slotIds: [slots[1]!.slotId], language: null });
      await ask.settle();
      expect(chosen()).toEqual([slots[1]!.slotId]);
    });
  });

  describe('with a draft', () => {
    const come = async (): Promise<string> => {
      ask.draftComes({ reason: 'Kept before.', pairs: [], slotIds: [], language: null });
      await ask.settle();
      return ask.one<HTMLTextAreaElement>('#why')!.value;
    };

    it('takes up what was kept', async () => {
      expect(await come()).toBe('Kept before.');
    });

    it('takes up who was to come along and the interpreter, without those who are gone', async () => {
      const people = [
        { participantId: 'jean', part: 'observer' },
        { participantId: 'gone', part: 'required' },
      ];
      ask.draftComes({ reason: 'Kept.', pairs: [], slotIds: [], language: null, people, interpretation: ['de', 'ja'] });
      await ask.settle();
      ask.http
        .expectOne(`/api/events/${eventId}/participants/gone`)
        .flush({ status: 404, code: 'not_found' }, { status: 404, statusText: 'Not Found' });
      await ask.answer(`/events/${eventId}/participants/jean`, jean);
      await ask.answer(`/events/${eventId}/slots?with=aiko&interpretation=de-ja`, slots);
      expect([
        ask.all('musubi-people-picker .picked li').map((one) => one.querySelector('musubi-person')!.textContent),
        ask.one<HTMLSelectElement>('musubi-people-picker select')!.value,
        ask.one<HTMLSelectElement>('#interpreter')!.value,
      ]).toEqual([[expect.stringContaining('Jean Moreau')], 'observer', 'de-ja']);
    });

    it('leaves alone what somebody has begun before it came', async () => {
      ask.type('Typed at once.');
      expect(await come()).toBe('Typed at once.');
    });
  });

  it('is asked in the name of whom one acts for, from a draft of its own', async () => {
    ask.draftComes(null);
    ask.type('For myself.');
    const self = (): string => ask.one('.pair musubi-person')!.textContent;
    expect([self(), ask.drafts]).toEqual([
      expect.stringMatching(/Clara Weiss.*You$/),
      [`user-clara/ask/${eventId}/aiko/${clara.userId}`],
    ]);
    TestBed.inject(Behalf).choose({ participantId: jean.participantId, name: jean.name, eventId });
    await ask.settle();
    const assistants = { mine: [], colleagues: [], others: [{ state: 'active', principal: jean }] };
    await ask.answer(`/events/${eventId}/delegation`, {
      members: [{ participant: jean }],
    } as unknown as DelegationView);
    await ask.answer(`/events/${eventId}/assistants`, assistants);
    await ask.answer(`/events/${eventId}/participants/aiko`, { ...aiko, opportunities: [] });
    const named = ask.http.match(({ headers }) => headers.get('on-behalf-of') === 'jean');
    const paths = named.map(
      ({ request: { method, url } }) => `${method} ${url.replace(`/api/events/${eventId}/`, '')}`,
    );
    expect(paths.sort()).toEqual([
      'GET meeting-requests',
      'GET meeting-requests/preview?to=aiko',
      'GET meetings',
      'GET slots?with=aiko',
    ]);
    for (const call of named)
      call.flush(call.request.url.includes('preview') ? preview : call.request.url.includes('slots') ? slots : []);
    await ask.answer(`/events/${eventId}/blocks`, []);
    ask.draftComes(null);
    await ask.settle();
    expect([self(), ask.one<HTMLTextAreaElement>('#why')!.value, ask.drafts.at(-1)]).toEqual([
      expect.stringMatching(/Jean Moreau.*You ask in their name$/),
      '',
      `user-clara/ask/${eventId}/aiko/jean`,
    ]);
  });

  it('marks what is missing and brings the reader there', async () => {
    await ask.send();
    await new Promise((resolve) => setTimeout(resolve));
    expect([ask.one('#why-error')?.textContent?.trim(), document.activeElement?.id]).toEqual([
      'Say in a sentence why you would like to meet.',
      'why',
    ]);
  });

  it('keeps everything but a time that has just been taken', async () => {
    ask.type('Which stack sizes do you need?');
    await ask.pick('09:25');
    await ask.send();
    ask.http
      .expectOne({ method: 'POST', url: `/api/events/${eventId}/meeting-requests` })
      .flush(
        { type: '', title: '', status: 409, code: 'meeting.slot_taken', instance: 'x', data: { alternatives: [] } },
        { status: 409, statusText: 'Conflict' },
      );
    await ask.readSlots(slots.map((one, index) => (index === 1 ? { ...one, state: 'busy' } : one)));
    await ask.answer(`/events/${eventId}/meeting-requests/preview?to=aiko`, preview);
    expect(ask.text()).toContain('A time you chose has just been taken. Choose another.');
    expect(ask.one<HTMLTextAreaElement>('#why')!.value).toBe('Which stack sizes do you need?');
    expect(ask.one('.not-sent')).toBeNull();
  });
});
