import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AssistantsView, DelegationMeeting, DelegationMember, DelegationView, EventView } from '@musubi/contracts';
import { RETRY_PAUSES } from '../../core/api/api';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { aiko, clara, eventId } from '../../../testing/meeting-fixtures';
import { provideWords } from '../../../testing/words';
import { CurrentEvent } from '../../data/events/current-event';
import { Delegation } from './delegation';

const slots = [
  { startsAt: '2027-01-26T08:00:00Z', endsAt: '2027-01-26T08:20:00Z' },
  { startsAt: '2027-01-26T08:25:00Z', endsAt: '2027-01-26T08:45:00Z' },
];
const bo = { ...clara, participantId: 'bo' as never, name: { ...clara.name, givenLatin: 'Bo' } };
const member = (given: Partial<DelegationMember>): DelegationMember => ({
  participant: clara,
  part: 'required',
  me: false,
  meetings: 1,
  minutes: 20,
  unsocialMinutes: 0,
  busy: [slots[0]!],
  ...given,
});
const meeting = (given: Partial<DelegationMeeting>): DelegationMeeting => ({
  meetingId: 'm1' as never,
  ...slots[0]!,
  reason: 'Valves',
  arranged: null,
  partner: aiko,
  memberId: clara.participantId,
  mayHandOver: true,
  handBackTo: null,
  ...given,
});
const view = (given: Partial<DelegationView> = {}): DelegationView => ({
  eventId,
  organisation: clara.organisation,
  mode: 'pool',
  belongs: true,
  mayKeep: true,
  members: [member({ me: true }), member({ participant: bo, part: 'backup', unsocialMinutes: 20, busy: [] })],
  slots,
  meetings: [],
  handovers: [],
  changed: null,
  ...given,
});
const nobody: AssistantsView = { mine: [], others: [], colleagues: [] };

describe('the page of a delegation', () => {
  let http: HttpTestingController;
  let page: ComponentFixture<Delegation>;
  const text = () => (page.nativeElement as HTMLElement).textContent!.replaceAll(/\s+/g, ' ').trim();
  const all = (selector: string) => [...(page.nativeElement as HTMLElement).querySelectorAll<HTMLElement>(selector)];
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await page.whenStable();
  };
  const show = async (shown: DelegationView, assistants = nobody) => {
    await settle();
    http.expectOne(`/api/events/${eventId}/delegation`).flush(shown);
    http.expectOne(`/api/events/${eventId}/assistants`).flush(assistants);
    await settle();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(),
        { provide: RETRY_PAUSES, useValue: [] },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    await TestBed.inject(Words).load('delegation', 'meetings', 'common', 'problem', 'refusal');
    await TestBed.inject(Words).use('en');
    const clock = TestBed.inject(Clock);
    clock.set({ now: '2027-01-25T08:16:00Z', offsetMs: 0 });
    clock.usePersonZone('Europe/Berlin');
    TestBed.inject(CurrentEvent).set({ eventId, slug: 'conference' } as EventView);
    page = TestBed.createComponent(Delegation);
  });
  afterEach(() => http.verify());

  it('shows each member’s load and free times on both clocks, told apart without colour', async () => {
    await show(view());
    const [mine, theirs] = all('musubi-member-row');
    expect(mine!.textContent).toContain('one meeting');
    expect(theirs!.textContent).toContain('20 min · 20 min outside office hours');
    expect(all('.band').map((band) => band.getAttribute('aria-label'))).toEqual([
      'Tue 26 Jan, 09:00–09:45 CET · 17:00–17:45 JST: 1 of 2 times free',
      'Tue 26 Jan, 09:00–09:45 CET · 17:00–17:45 JST: 2 of 2 times free',
    ]);
    expect(all('.band .busy')).toHaveLength(1);
  });

  it('says of which meeting each hand-over was', async () => {
    const one = {
      meetingId: 'm1' as never,
      startsAt: slots[0]!.startsAt,
      why: 'handed_over',
      from: clara.name,
    } as const;
    const handover = { ...one, to: bo.name, by: clara.name, byFor: null, at: '2027-01-25T08:00:00Z' };
    const left = { ...handover, why: 'left', to: null, by: null, partner: null } as const;
    const given = { ...handover, from: null, partner: aiko.name } as const;
    const taken = { ...given, by: bo.name } as const;
    await show(view({ handovers: [{ ...handover, partner: aiko.name }, left, given, taken] }));
    expect(all('.log li').map((line) => line.textContent!.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'With Aiko Tanaka, Tue 26 January, 09:00 CET: Clara Weiss → Bo Weiss. By Clara Weiss. Today, 09:00',
      'Tue 26 January, 09:00 CET: Clara Weiss no longer comes. Today, 09:00',
      'With Aiko Tanaka, Tue 26 January, 09:00 CET: Bo Weiss was given the meeting. By Clara Weiss. Today, 09:00',
      'With Aiko Tanaka, Tue 26 January, 09:00 CET: Bo Weiss took the meeting. By Bo Weiss. Today, 09:00',
    ]);
  });

  it('puts meetings without anybody first, and asks who comes', async () => {
    await show(view({ meetings: [meeting({ memberId: null }), meeting({ meetingId: 'm2' as never })] }));
    expect(all('h2').map((heading) => heading.textContent)).toEqual([
      'Nobody comes yet',
      'Meetings ahead',
      'People',
      'How you share what comes in',
      'Assistants',
    ]);
    const [choose] = all('.vacant button');
    expect(choose!.getAttribute('aria-label')).toBe('Choose who comes: Aiko Tanaka');
    choose!.click();
    await settle();
    http.expectOne('/api/meetings/m1/colleagues').flush([
      { participant: bo, part: 'backup', free: true, meetings: 0 },
      { participant: clara, part: 'required', free: false, meetings: 1 },
    ]);
    await settle();
    const dialog = document.querySelector<HTMLElement>('.dialog')!;
    expect(dialog.querySelector('button[type=submit]')!.textContent).toContain('They come');
    const radios = [...dialog.querySelectorAll<HTMLInputElement>('input')];
    expect(radios.map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [true, false],
      [false, true],
    ]);
    dialog.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await settle();
    const call = http.expectOne('/api/meetings/m1/hand-over');
    expect(call.request.body).toEqual({ to: 'bo' });
    call.flush({ meetingId: 'm1', from: null, to: bo });
    await show(view({ meetings: [meeting({})] }));
    expect(all('.vacant')).toEqual([]);
  });

  it('leaves mode and parts to administrators', async () => {
    await show(view({ mayKeep: false }));
    expect([all('input[name=mode]').length, all('select').length]).toEqual([0, 0]);
    expect(text()).toContain('Your administrators decide this.');
  });

  it('shows a part at once, and takes it back where it is refused', async () => {
    await show(view());
    const select = all('select')[0] as HTMLSelectElement;
    select.value = 'optional';
    select.dispatchEvent(new Event('change'));
    await settle();
    const call = http.expectOne({ method: 'PUT', url: `/api/events/${eventId}/delegation` });
    expect(call.request.body).toEqual({
      mode: 'pool',
      parts: [{ participantId: clara.participantId, part: 'optional' }],
    });
    call.flush(
      { type: '', title: '', status: 403, code: 'delegation.not_keeper', instance: 'x' },
      { status: 403, statusText: '' },
    );
    await show(view());
    expect((all('select')[0] as HTMLSelectElement).value).toBe('required');
  });

  it('says what to do where no administrator has agreed yet', async () => {
    await show(view({ belongs: false, mayKeep: false, members: [], slots: [] }));
    expect(text()).toContain('Your organisation has yet to agree');
    expect(all('a[href="/app/organisation"]')).toHaveLength(1);
  });

  it('lets who was asked agree to act for a colleague', async () => {
    const asked = {
      assistantId: 'a1',
      eventId,
      principal: bo,
      assistant: clara,
      state: 'asked',
      mayAccept: true,
      mayEnd: true,
    };
    await show(view(), { ...nobody, others: [asked as never] });
    const [accept] = all('musubi-assistants button');
    expect(accept!.textContent!.trim()).toBe('Agree');
    accept!.click();
    await settle();
    http.expectOne('/api/assistants/a1/accept').flush({ ...asked, state: 'active', mayAccept: false });
    await show(view(), { ...nobody, others: [{ ...asked, state: 'active', mayAccept: false } as never] });
    expect(all('musubi-assistants li musubi-state')[0]!.textContent).toContain('Agreed');
  });
});
