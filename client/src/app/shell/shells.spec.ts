import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { EventView } from '@musubi/contracts';
import { aiko, eventId, request } from '../../testing/meeting-fixtures';
import { type Answers, openPage } from '../../testing/open-page';
import { Behalf } from '../core/login/behalf';
import { DelegationStore } from '../data/delegation/delegation-store';
import { CurrentEvent } from '../data/events/current-event';
import { MeetingsStore } from '../data/meetings/meetings-store';
import { AppShell } from './app-shell';
import { OrganiserShell } from './organiser-shell';

const conference = {
  eventId,
  slug: 'conference',
  kind: 'conference',
  title: { en: 'Conference', ja: null, original: 'en' },
  zone: 'Europe/Brussels',
  startsAt: '2027-01-26T06:45:00Z',
  endsAt: '2027-01-27T10:20:00Z',
  matchmaking: true,
} as unknown as EventView;
const webinar = { ...conference, slug: 'webinar', kind: 'webinar', matchmaking: false } as EventView;

async function openShell(shell: typeof AppShell | typeof OrganiserShell, event: EventView, answers: Answers = {}) {
  const page = await openPage(shell, {
    words: ['organiser', 'delegation'],
    at: '2027-01-26T08:16:00Z',
    answers: { '/me/registrations': [], '/events': [conference, webinar], ...answers },
    before: () => TestBed.inject(CurrentEvent).set(event),
  });
  const places = (where: string): string[] =>
    [...page.element.querySelectorAll<HTMLAnchorElement>(`${where} a`)].map((one) =>
      [one.textContent.replace(/\s+/g, ' ').trim(), one.getAttribute('href')].join(' → '),
    );
  return { ...page, places };
}

describe('around a participant’s pages', () => {
  it('names the event and leads to its pages, in the rail and in the bottom bar', async () => {
    const { element, places } = await openShell(AppShell, conference);
    expect(element.querySelector('.event')?.textContent).toContain('Annual conference26–27 January 2027');
    expect(places('.bottombar')).toEqual([
      'Home → /app/events/conference/home',
      'Programme → /app/events/conference/programme',
      'Matchmaking → /app/events/conference/matchmaking',
      'Meetings → /app/events/conference/meetings',
      'Follow-up → /app/events/conference/follow-up',
    ]);
    expect(places('.rail nav')).toHaveLength(5);
  });

  it('leads to no meetings where people do not meet', async () => {
    const { places } = await openShell(AppShell, webinar);
    expect(places('.bottombar')).toEqual([
      'Home → /app/events/webinar/home',
      'Programme → /app/events/webinar/programme',
    ]);
  });

  it('counts what waits for an answer, in words too', async () => {
    const { element, answer } = await openShell(AppShell, conference);
    void TestBed.inject(MeetingsStore).open(eventId);
    await answer({ [`/events/${eventId}/meeting-requests`]: [request()], [`/events/${eventId}/meetings`]: [] });
    expect(
      [...element.querySelectorAll('.count')].map((one) => [one.textContent, one.getAttribute('aria-label')]),
    ).toEqual([
      ['1', '1 waiting for you'],
      ['1', '1 waiting for you'],
    ]);
  });

  it('leads to the delegation whoever has colleagues, and counts the meetings to which nobody comes yet', async () => {
    const { element, answer, places } = await openShell(AppShell, conference);
    void TestBed.inject(DelegationStore).open(eventId);
    const delegation = {
      belongs: true,
      mayKeep: false,
      members: [{}, {}],
      meetings: [{ memberId: null }, { memberId: 'a' }],
    };
    const path = `/events/${eventId}/delegation`;
    await answer({ [path]: delegation, [`/events/${eventId}/assistants`]: { mine: [], others: [], colleagues: [] } });
    expect(places('.rail nav').at(-1)).toBe('DelegationDelegation1 → /app/events/conference/delegation');
    expect(element.querySelector('.rail .count')?.getAttribute('aria-label')).toBe(
      '1 meeting to which nobody of you comes yet',
    );
    expect(places('.bottombar')).toHaveLength(5);
  });

  it('says over every page for whom one acts, whose counts these are, and ends it there', async () => {
    const { element, answer, press } = await openShell(AppShell, conference);
    const banner = () => element.querySelector('main musubi-acting-banner')!.textContent.trim();
    expect(banner()).toBe('');
    const answers = { [`/events/${eventId}/meeting-requests`]: [request()], [`/events/${eventId}/meetings`]: [] };
    TestBed.inject(Behalf).choose({ participantId: aiko.participantId, name: aiko.name, eventId });
    await answer(answers);
    expect(banner()).toMatch(/^You act for Aiko Tanaka\./);
    await press('Act for myself');
    expect([banner(), TestBed.inject(Behalf).of()]).toEqual(['', null]);
  });

  it('shows both clocks with the event’s own side', async () => {
    const { element } = await openShell(AppShell, conference);
    const clocks = element.querySelector('.topbar musubi-two-clocks')!.textContent.replace(/\s+/g, ' ').trim();
    expect(clocks).toBe('09:16Your time CET17:16Tokyo JST');
  });
});

describe('around the organisers’ pages', () => {
  it('says that one organises, and leads to each task and across events', async () => {
    const { element, places } = await openShell(OrganiserShell, conference);
    expect(element.querySelector('.event')?.textContent).toContain('26–27 Jan 2027');
    expect(places('.bottombar')).toEqual([
      'Now → /organise/events/conference/now',
      'People → /organise/events/conference/people',
      'Programme → /organise/events/conference/programme',
      'Schedule → /organise/events/conference/schedule',
      'Meetings → /organise/events/conference/meetings',
      'Follow-up → /organise/follow-up',
      'Profiles → /organise/profiles',
    ]);
  });

  it.each([
    ['/organise/events/conference/now?at=1', 'Now'],
    ['/organise/events/conference/schedule/runs/1', 'Schedule'],
    ['/organise/events/conference/disputes', 'Meetings'],
    ['/organise/events/conference/delegations/1', 'Meetings'],
    ['/organise/follow-up', 'Follow-up'],
  ])('says at %s that one is at %s', async (address, place) => {
    const { element, settle } = await openShell(OrganiserShell, conference);
    const router = TestBed.inject(Router);
    router.resetConfig([{ path: '**', children: [] }]);
    await router.navigateByUrl(address);
    await settle();
    const here = [...element.querySelectorAll('.bottombar [aria-current="page"]')];
    expect(here.map(({ textContent }) => textContent.trim())).toEqual([place]);
  });
});
