import { describe, expect, it } from '@jest/globals';
import { computed, signal } from '@angular/core';
import type { MeetingSide, MeetingView, ParticipantId } from '@musubi/contracts';
import { computer, mediaPerson, videoServer } from '../../../testing/media-world';
import { aiko, meeting, planB } from '../../../testing/meeting-fixtures';
import { Refusal } from '../../core/problem/problem';
import { MediaVisit } from './media/media-visit';
import { RoomScene } from './room-scene';

/** The meeting is at 08:25–08:45 UTC, its room opens at 08:15. */
function room(time: string, more = {}) {
  const server = videoServer();
  const visit = new MediaVisit(
    server.edge,
    computer().edge,
    server.ticket,
    () => true,
    (identity) => scene.awaits(identity),
  );
  const here = signal(false);
  const now = signal(Temporal.Instant.from(`2027-01-26T${time}:00Z`));
  const shown = meeting(more);
  const scene: RoomScene = new RoomScene({
    meeting: signal(shown),
    partner: computed(() => ({ ...shown.sides[0]!, here: here() })),
    video: signal<boolean | null>(true),
    now,
    visit,
  });
  const doors = (): string =>
    ['mayEnter', 'mayTest', 'mayAnswer'].filter((name) => scene[name as 'mayEnter']()).join(' ');
  return {
    ...server,
    visit,
    here,
    now,
    scene,
    doors,
    at: (later: string) => now.set(Temporal.Instant.from(`2027-01-26T${later}:00Z`)),
  };
}

describe('the scene of a meeting room', () => {
  it('opens its doors by the hour', () => {
    const doors = Object.fromEntries(
      ['08:10', '08:15', '08:25', '08:45'].map((time) => {
        const { scene, doors } = room(time);
        return [`${time} ${scene.phase()}`, doors()];
      }),
    );
    expect(doors).toEqual({
      '08:10 before': 'mayTest',
      '08:15 open': 'mayEnter mayTest',
      '08:25 running': 'mayEnter mayTest',
      '08:45 over': 'mayAnswer',
    });
    expect(room('08:25', { state: 'cancelled' }).doors()).toBe('');
  });

  it('lets somebody back in after the end who was inside, or is awaited there', async () => {
    const awaited = room('08:46');
    awaited.here.set(true);
    expect(awaited.doors()).toBe('mayEnter mayAnswer');
    const cutOff = room('08:40');
    await cutOff.visit.enter();
    cutOff.visit.follow();
    cutOff.line().ended('closed');
    cutOff.at('08:46');
    expect(cutOff.doors()).toBe('mayEnter mayAnswer');
  });

  it('ties what is there: nobody, them, me, both', async () => {
    const { scene, visit, here, line } = room('08:26');
    const ties = [scene.tie()];
    here.set(true);
    ties.push(scene.tie());
    await visit.enter();
    ties.push(scene.tie());
    line().people([mediaPerson('clara'), mediaPerson('aiko')]);
    ties.push(scene.tie());
    expect(ties).toEqual(['confirmed', 'in', 'out', 'live']);
    const after = (state: MeetingView['state']): string => room('08:46', { state }).scene.tie();
    expect([
      after('confirmed'),
      after('held'),
      after('no_show'),
      room('08:26', { state: 'cancelled' }).scene.tie(),
    ]).toEqual(['confirmed', 'held', 'broken', 'broken']);
  });

  it('misses the other side from the third minute, while one waits inside', async () => {
    const { scene, visit, line, at } = room('08:27');
    await visit.enter();
    line().people([mediaPerson('clara')]);
    expect(scene.partnerMissing()).toBe(false);
    at('08:28');
    expect(scene.partnerMissing()).toBe(true);
    line().people([mediaPerson('clara'), mediaPerson('aiko')]);
    expect(scene.partnerMissing()).toBe(false);
  });

  it('waits for who is required of another side: a colleague, an observer, an organiser or an interpreter is not that', async () => {
    const [one, other] = meeting().sides as [MeetingSide, MeetingSide];
    const person = (id: string): MeetingSide['participant'] => ({ ...aiko, participantId: id as ParticipantId });
    const sides: MeetingSide[] = [
      one,
      other,
      { participant: person('colleague'), here: true, side: 1, part: 'required' },
      { participant: person('observer'), here: true, side: 0, part: 'observer' },
    ];
    const seen: Record<string, unknown> = {};
    for (const who of ['colleague', 'observer', 'staff-nora', 'interpreter-ren', 'aiko']) {
      const { scene, visit, line } = room('08:28', { sides });
      await visit.enter();
      line().people([mediaPerson('clara'), mediaPerson(who)]);
      visit.follow();
      seen[who] = [scene.partnerMissing(), scene.tie(), visit.haveMet()];
    }
    expect(seen).toEqual({
      colleague: [true, 'out', false],
      observer: [true, 'out', false],
      'staff-nora': [true, 'out', false],
      'interpreter-ren': [true, 'out', false],
      aiko: [false, 'live', true],
    });
  });

  it('is tied for an organiser who looks in once both sides are there', async () => {
    const { scene, visit, line } = room('08:28', { me: null });
    await visit.enter();
    line().people([mediaPerson('aiko')]);
    const alone = scene.tie();
    line().people([mediaPerson('aiko'), mediaPerson('clara', { mine: false })]);
    expect([alone, scene.tie()]).toEqual(['out', 'live']);
  });

  it('misses nobody where both meet another way', async () => {
    const { scene, visit, line } = room('08:33', { planB: planB() });
    await visit.enter();
    line().people([mediaPerson('clara')]);
    expect([scene.partnerMissing(), scene.givenUp()]).toEqual([false, false]);
  });

  it('knows a network that blocks video from a door that is closed', async () => {
    const blocked = room('08:26');
    blocked.makeUnreachable(1);
    await blocked.visit.enter();
    expect([blocked.scene.cutOff(), blocked.doors()]).toEqual([true, 'mayEnter mayTest mayAnswer']);
    const closed = room('08:26');
    closed.tickets[0] = new Refusal({ code: 'room.closed', status: 409 });
    await closed.visit.enter();
    expect([closed.scene.cutOff(), closed.doors()]).toEqual([false, 'mayEnter mayTest']);
    const elsewhere = room('08:26');
    await elsewhere.visit.enter();
    elsewhere.line().ended('elsewhere');
    expect(elsewhere.scene.cutOff()).toBe(false);
  });

  it('without video keeps time and answer, and tries no devices', async () => {
    const { scene, visit, tickets, doors } = room('08:30');
    tickets[0] = new Refusal({ code: 'video.off', status: 503 });
    await visit.enter();
    expect([scene.videoOff(), doors()]).toEqual([true, 'mayAnswer']);
  });
});
