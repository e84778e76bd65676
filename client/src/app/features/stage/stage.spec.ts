import { describe, expect, it } from '@jest/globals';
import { Title } from '@angular/platform-browser';
import { TestBed } from '@angular/core/testing';
import type { EventView, StageView } from '@musubi/contracts';
import { computer, mediaPerson, videoServer } from '../../../testing/media-world';
import { eventId } from '../../../testing/meeting-fixtures';
import { openPage } from '../../../testing/open-page';
import { session, stage } from '../../../testing/session-fixtures';
import { DEVICE_EDGE } from '../../data/room/media/device-edge';
import { MEDIA_EDGE } from '../../data/room/media/media-edge';
import { Stage } from './stage';

const event = { eventId, slug: 'conference', zone: 'Europe/Brussels' } as EventView;
const opening = session('2027-01-26T08:00:00Z', { sessionId: 'opening' as never });
const ticket = { url: 'ws://x', token: 't', room: 'r', identity: 'clara', canPublish: false };
const waiting = { state: 'backstage', liveSince: null } as const;
const speaker = mediaPerson('aiko', { name: 'Aiko Tanaka', microphoneOn: true });

/** Clara at the opening, 08:00–08:15 UTC. */
async function openStage(time: string, more: Partial<StageView> = {}) {
  const server = videoServer();
  const page = await openPage(Stage, {
    inputs: { event, id: 'opening' },
    words: ['stage', 'media'],
    at: `2027-01-26T${time}:00Z`,
    providers: [
      { provide: MEDIA_EDGE, useValue: server.edge },
      { provide: DEVICE_EDGE, useValue: computer().edge },
    ],
    answers: {
      '/sessions/opening/stage': stage({ session: opening, ...more }),
      '/sessions/opening/stage/ticket': ticket,
    },
  });
  const heading = (): string | undefined => page.element.querySelector('.main h2')?.textContent?.trim();
  const hear = async (people: Parameters<ReturnType<typeof server.line>['people']>[0]): Promise<void> => {
    server.line().people(people);
    await page.settle();
  };
  return { ...page, ...server, heading, hear };
}

describe('the stage', () => {
  it('names the session, in the tab and on the way back', async () => {
    const { links } = await openStage('07:50', waiting);
    expect([TestBed.inject(Title).getTitle(), links()]).toEqual([
      'Opening · Stage · Musubi',
      ['Skip to the stage', 'Back to the programme', 'Leave “Opening”, back to the programme'],
    ]);
  });

  it('is a lobby before its hour, and says whose turn it is once the hour has come', async () => {
    const early = await openStage('06:50', waiting);
    expect([early.heading(), early.buttons().includes('Go backstage')]).toEqual(['It has not started yet', false]);
    TestBed.resetTestingModule();
    const soon = await openStage('07:40', waiting);
    expect(soon.heading()).toBe('It starts soon');
    TestBed.resetTestingModule();
    const late = await openStage('08:02', waiting);
    expect(late.heading()).toBe('It waits for its host');
    expect(late.text()).toContain('It should begin any moment.');
  });

  it('takes in who watches, and says truthfully that nobody on it is heard yet', async () => {
    const { text, sent } = await openStage('08:05');
    expect(text()).toContain('Live, 5 min');
    expect(text()).toContain('Nobody on the stage sends a picture or a sound yet.');
    expect(sent).toEqual([]);
  });

  it('shows who speaks, and says so when they are away for a moment', async () => {
    const { hear, text, buttons } = await openStage('08:05');
    await hear([speaker]);
    expect(text()).toContain('Aiko Tanaka');
    expect(text()).not.toContain('Nobody on the stage');
    expect(buttons()).toContain('Audio only');
    await hear([]);
    expect(text()).toContain('The speakers are away for a moment');
  });

  it('asks who speaks to try their devices before they go on', async () => {
    const { heading, buttons } = await openStage('08:05', { mayPublish: true, role: 'speaker' });
    expect(heading()).toBe('The session is on');
    expect(buttons().slice(0, 3)).toEqual(['Go on the stage', 'Try microphone', 'Try camera']);
  });

  it('lets its host go live and end it, and its speakers neither', async () => {
    const speaks = await openStage('07:55', { ...waiting, mayPublish: true, role: 'speaker' });
    expect(speaks.buttons()).not.toContain('Go live');
    TestBed.resetTestingModule();
    const host = await openStage('07:55', { ...waiting, mayPublish: true, mayModerate: true, role: 'host' });
    const live = stage({ session: opening, mayModerate: true, mayPublish: true });
    await host.answer({ '/sessions/opening/stage/live': live, '/sessions/opening/stage': live });
    await host.press('Go live');
    expect(host.buttons()).toContain('End the session');
  });

  it('without video keeps the questions', async () => {
    const { text, buttons } = await openStage('08:05', { video: false });
    expect(text()).toContain('Video is off on this server.');
    expect(buttons()).toContain('Send question');
  });

  it('shows who was put out why, and lets them try again', async () => {
    const { line, settle, text, buttons } = await openStage('08:05');
    line().ended('elsewhere');
    await settle();
    expect(text()).toContain('on another device');
    expect(buttons()).toContain('Try again');
  });

  it('is over when ended, and keeps the way to the programme', async () => {
    const { heading, links, buttons } = await openStage('08:10', { state: 'ended' });
    expect(heading()).toBe('The session is over');
    expect(links().at(-1)).toBe('Back to the programme');
    expect(buttons()).not.toContain('Try again');
  });

  it('never opens when cancelled', async () => {
    const { heading } = await openStage('08:05', { session: { ...opening, state: 'cancelled' } });
    expect(heading()).toBe('This session was cancelled');
  });
});
