import { describe, expect, it } from '@jest/globals';
import { signal } from '@angular/core';
import type { StageView } from '@musubi/contracts';
import { computer, mediaPerson, videoServer } from '../../../testing/media-world';
import { session, stage } from '../../../testing/session-fixtures';
import { MediaVisit } from '../room/media/media-visit';
import { StageScene } from './stage-scene';

const waiting = { state: 'backstage', liveSince: null } as const;
const sender = mediaPerson('aiko', { cameraOn: true });

/** A session from 08:00 to 08:15, looked at at this time. */
function look(time: string, more: Partial<StageView> = {}) {
  const server = videoServer();
  const shown = signal<StageView | null>(stage({ session: session('2027-01-26T08:00:00Z'), ...more }));
  const visit = new MediaVisit(server.edge, computer().edge, server.ticket);
  const now = signal(Temporal.Instant.from(`2027-01-26T${time}:00Z`));
  const scene = new StageScene({ stage: shown, now, visit });
  const doors = (): string =>
    ['watches', 'looksOn', 'mayEnter', 'mayTest'].filter((name) => scene[name as 'watches']()).join(' ');
  return { ...server, scene, visit, shown, doors };
}

describe('the scene of a stage', () => {
  it('is a lobby before, early or soon, and waits for its host past the hour', () => {
    const seen = ['07:20', '07:40', '08:05'].map((time) => {
      const { scene, doors } = look(time, waiting);
      return [scene.phase(), scene.early() && 'early', scene.late() && 'late', doors()].filter(Boolean).join(' ');
    });
    expect(seen).toEqual(['lobby early', 'lobby', 'lobby late']);
  });

  it('takes in those who watch as soon as it is on, and lets those who speak try their devices first', () => {
    expect([
      look('08:05').doors(),
      look('08:05', { mayPublish: true }).doors(),
      look('07:50', { ...waiting, mayPublish: true }).doors(),
      look('08:05', { video: false }).doors(),
      look('08:05', { video: false, mayPublish: true }).doors(),
      look('08:05', { state: 'ended', mayPublish: true }).doors(),
    ]).toEqual(['watches looksOn', 'mayEnter mayTest', 'mayEnter mayTest', '', '', '']);
  });

  it('says truthfully why no picture is seen', async () => {
    const { scene, visit, line } = look('08:05');
    const told = [scene.hold()];
    const joining = visit.enter();
    told.push(scene.hold());
    await joining;
    told.push(scene.hold());
    line().people([sender]);
    told.push(scene.hold());
    line().people([]);
    told.push(scene.hold());
    expect(told).toEqual([null, 'joining', 'awaited', null, 'away']);
  });

  it('is empty backstage until somebody sends something', async () => {
    const { scene, visit, line } = look('07:50', { ...waiting, mayPublish: true });
    await visit.enter();
    const told = [scene.hold()];
    line().people([sender]);
    told.push(scene.hold());
    expect(told).toEqual(['empty', null]);
  });
});
