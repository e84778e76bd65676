import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type {
  BlockView,
  EventView,
  MatchReason,
  MeetingView,
  RegistrationView,
  SessionView,
  StageStanding,
} from '@musubi/contracts';
import { aiko, clara, eventId, meeting, planB, recommendation, request, slot } from '../../../testing/meeting-fixtures';
import { type Answers, openPage } from '../../../testing/open-page';
import { session } from '../../../testing/session-fixtures';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { Home } from './home';

const event = {
  eventId,
  slug: 'conference',
  kind: 'conference',
  zone: 'Europe/Brussels',
  startsAt: '2027-01-26T06:45:00Z',
  endsAt: '2027-01-27T10:20:00Z',
  matchmaking: true,
} as unknown as EventView;
const registration = { ...clara, state: 'complete' } as unknown as RegistrationView;
const open = session('2027-01-26T08:00:00Z', { sessionId: 'open' as never, endsAt: '2027-01-26T08:45:00Z' });
const block = {
  slots: ['08:00', '08:25', '08:50', '09:15'].map((time) => slot(`2027-01-26T${time}:00Z`)),
} as unknown as BlockView;

interface Day {
  at?: string;
  sessions?: SessionView[];
  stages?: StageStanding[];
  meetings?: MeetingView[];
  answers?: Answers;
}

async function openHome({ at = '2027-01-26T08:16:00Z', sessions = [], stages = [], meetings = [], answers = {} }: Day) {
  const of = (path: string): string => `/events/${eventId}${path}`;
  const page = await openPage(Home, {
    words: ['home', 'meetings', 'match'],
    at,
    answers: {
      [of('/registration')]: registration,
      [of('/agenda')]: [],
      [of('/programme')]: { release: null, sessions },
      [of('/stages')]: stages,
      [of('/meetings')]: meetings,
      [of('/meeting-requests')]: [],
      [of('/blocks')]: [block],
      [of('/availability')]: { open: true, slots: [] },
      [of('/follow-up')]: [],
      [of('/recommendations')]: [],
      ...answers,
    },
    before: () => TestBed.inject(CurrentEvent).set(event),
  });
  const parts = (): string[] => [...page.element.querySelectorAll('h2')].map((one) => one.textContent.trim());
  return { ...page, parts };
}
const live: StageStanding[] = [{ sessionId: open.sessionId, state: 'live' } as StageStanding];

describe('the home page', () => {
  it('leads with the session that is live and with the time for meetings', async () => {
    const { parts, text, links, element } = await openHome({ sessions: [open], stages: live });
    expect(parts()[0]).toBe('On now');
    expect(text()).toContain('Live until 09:45 CET');
    expect(text()).toContain('Time for meetings until 10:35 CET');
    expect(links()).toContain('Join “Opening”');
    expect(text()).toContain('3 of your slots are still free.');
    expect([...element.querySelectorAll('.btn-primary')].map((one) => one.getAttribute('href'))).toEqual([
      '/app/events/conference/sessions/open',
    ]);
  });

  it('says the same as its stage where nobody has gone live', async () => {
    const { text, links } = await openHome({ sessions: [open] });
    expect(text()).toContain('Begins any moment until 09:45 CET');
    expect(links()).toContain('Go to the lobby of “Opening”');
  });

  it('puts an open room before everything that can be joined', async () => {
    const { element, parts } = await openHome({ sessions: [open], stages: live, meetings: [meeting()] });
    expect(parts().slice(0, 2)).toEqual(['On now', 'Next meeting, in 9 min']);
    expect([...element.querySelectorAll('.btn-primary')].map((one) => one.textContent.trim())).toEqual([
      'Go to the room',
    ]);
  });

  it('leads with one’s own meeting once it has begun, or somebody waits in its room', async () => {
    const first = async (day: Day) => {
      TestBed.resetTestingModule();
      const { parts, element } = await openHome({ sessions: [open], stages: live, ...day });
      const lead = element.querySelector('.page-head .soft')!.textContent.trim();
      return [...parts().slice(0, 2), lead.split('. ').slice(1).join('. ')];
    };
    const begun = await first({ at: '2027-01-26T08:27:00Z', meetings: [meeting()] });
    expect(begun).toEqual(['Your meeting, now, 18 min left', 'On now', 'One meeting today, it has begun.']);
    const sides = meeting().sides.map((side) => ({ ...side, here: side.participant.participantId !== meeting().me }));
    const waited = await first({ meetings: [meeting({ sides })] });
    expect(waited.slice(0, 2)).toEqual(['Next meeting, in 9 min', 'On now']);
  });

  it('leads to where the next meeting is held instead, as long as that holds', async () => {
    const { text, links, answer } = await openHome({ meetings: [meeting({ planB: planB() })] });
    expect(text()).toContain('You meet elsewhere:https://meet.example/osaka');
    expect(links()).toContain('Meet at meet.example opens another page');
    void TestBed.inject(MeetingsStore).refresh();
    await answer({ [`/events/${eventId}/meetings`]: [meeting()] });
    expect([text().includes('elsewhere'), links().includes('Go to the room')]).toEqual([false, true]);
  });

  it('leads with the next meeting while nothing is on', async () => {
    const { parts } = await openHome({ at: '2027-01-26T07:50:00Z', meetings: [meeting()] });
    expect(parts()[0]).toBe('Next meeting, in 35 min');
  });

  it('shows who waits for an answer, and whom one could also meet', async () => {
    const { parts, text } = await openHome({
      at: '2027-01-25T08:00:00Z',
      answers: {
        [`/events/${eventId}/meeting-requests`]: [request()],
        [`/events/${eventId}/recommendations`]: [recommendation()],
      },
    });
    expect(parts()).toContain('Waiting for you');
    expect(text()).toContain('Test hours for membrane stacks.');
    expect(parts()).toContain('You could also meet');
  });

  it.each([
    [{ open: true }, true],
    [{ open: true, preferences: [{}] }, false],
    [{ open: true, publishedAt: '2027-01-12T07:00:00Z' }, true],
    [{ open: false }, false],
    [{ open: true, planned: false }, false],
  ])('asks for wishes before the organisers plan, until one has said something (%j)', async (state, asks) => {
    const asked = { planned: true, until: '2027-01-22T17:00:00Z', publishedAt: null, preferences: [], ...state };
    const { text, links } = await openHome({
      at: '2027-01-12T08:00:00Z',
      answers: { [`/events/${eventId}/preferences`]: asked, [`/events/${eventId}/gaps`]: [] },
    });
    expect(text().includes('Say whom you want to meet, until Fri 22 January, 18:00 CET')).toBe(asks);
    expect(links().includes('Say whom you want to meet')).toBe(asks);
    expect(text().includes('No request is waiting for your answer right now.')).toBe(!asks);
  });

  it('says that a time came free, and leads there', async () => {
    const gap = { gapId: 'gap', participant: aiko, startsAt: '2027-01-26T09:15:00Z' };
    const { text, element } = await openHome({
      at: '2027-01-12T08:00:00Z',
      answers: { [`/events/${eventId}/gaps`]: [gap] },
    });
    expect(text()).toContain('A time came free that suits you and somebody you wish to meet.');
    expect(element.querySelector('.also a')!.getAttribute('href')).toBe('/app/events/conference/meetings');
  });

  it('counts as fitting only who answers what one has published, at a time that both have', async () => {
    const answering: MatchReason = { part: 'complement', strength: 'some', data: {} };
    const known = { part: 'topic', strength: 'strong', data: {} } as const;
    const all = [
      recommendation({ reasons: [answering, known] }),
      recommendation({ participant: { ...aiko, participantId: 'b' as never }, reasons: [answering], sharedSlots: 0 }),
      recommendation({
        participant: { ...aiko, participantId: 'c' as never },
        reasons: [{ ...answering, strength: 'none' }, known],
      }),
    ];
    const answers = { [`/events/${eventId}/recommendations`]: all };
    const at = '2027-01-25T08:00:00Z';
    const ours = `/organisations/${clara.organisation.organisationId}/opportunities`;
    const published = await openHome({ at, answers: { ...answers, [ours]: [{ state: 'published' }] } });
    expect(published.text()).toContain('One person fits what you offer or seek');
    expect(published.links()).toContain('See who fits');
    TestBed.resetTestingModule();
    const silent = await openHome({ at, answers: { ...answers, [ours]: [{ state: 'draft' }] } });
    expect(silent.text()).toContain('Publish what you offer or seek to see who fits.');
    expect(silent.links()).toContain('Publish what you offer or seek');
    expect(silent.text()).not.toContain('One person fits');
  });

  it('says that nobody of one’s delegation comes to a meeting yet, and leads to where somebody is chosen', async () => {
    const nobody = { belongs: true, mayKeep: true, members: [{}, {}], meetings: [{ memberId: null }] };
    const { text, links } = await openHome({
      at: '2027-01-25T08:00:00Z',
      answers: {
        [`/events/${eventId}/delegation`]: nobody,
        [`/events/${eventId}/assistants`]: { mine: [], others: [], colleagues: [] },
      },
    });
    expect(text()).toContain('Nobody of your delegation comes to one meeting yet');
    expect(links()).toContain('Choose who comes');
  });

  it('asks who is not registered to register', async () => {
    const { links, parts } = await openHome({ answers: { [`/events/${eventId}/registration`]: null } });
    expect([parts()[0], links()]).toEqual(['You are not registered for this event', ['Register']]);
  });

  it('shows no day on which nothing is left but its end', async () => {
    const { text } = await openHome({ at: '2027-03-01T08:00:00Z' });
    expect(text()).not.toContain('End of the day');
  });

  it('asks for a word on each meeting once the event is over', async () => {
    const { parts } = await openHome({ at: '2027-02-01T08:00:00Z', sessions: [open] });
    expect(parts()[0]).toBe('The event is over');
  });
});
