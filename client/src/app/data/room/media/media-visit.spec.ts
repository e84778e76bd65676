import { describe, expect, it } from '@jest/globals';
import { computer, mediaPerson, videoServer } from '../../../../testing/media-world';
import { MediaVisit } from './media-visit';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Somebody at the door of a room. */
function visitor({ sends = true } = {}) {
  const [server, devices] = [videoServer(), computer()];
  const visit = new MediaVisit(server.edge, devices.edge, server.ticket, () => sends);
  return { ...server, running: devices.running, visit };
}

describe('a visit to a room', () => {
  it('goes in with what was tried at the door, and lets go of the devices there', async () => {
    const { visit, sent, running, line } = visitor();
    await visit.check().turn('microphone', true);
    await visit.check().choose('camera', 'cam-2');
    expect([...running].sort()).toEqual(['cam-2', 'mic-1']);
    await visit.enter();
    visit.follow();
    expect([sent, [...running], visit.wasInside(), visit.haveMet()]).toEqual([
      ['1: microphone on mic-1', '1: camera on cam-2'],
      [],
      true,
      false,
    ]);
    line().people([mediaPerson('clara'), mediaPerson('aiko')]);
    visit.follow();
    line().people([mediaPerson('clara')]);
    visit.follow();
    expect(visit.haveMet()).toBe(true);
  });

  it('comes out with everything off', async () => {
    const { visit, running } = visitor();
    await visit.check().turn('microphone', true);
    await visit.enter();
    visit.follow();
    await visit.stepOut();
    expect([visit.session.state(), visit.check().microphone(), [...running]]).toEqual(['outside', 'off', []]);
  });

  it('finds at the door again what was on when it was cut off by a second device', async () => {
    const { visit, line, running } = visitor();
    await visit.check().turn('microphone', true);
    await visit.enter();
    visit.follow();
    line().ended('elsewhere');
    visit.follow();
    await settle();
    expect([visit.session.state(), visit.session.ending(), visit.check().microphone(), [...running]]).toEqual([
      'apart',
      'elsewhere',
      'on',
      ['mic-1'],
    ]);
  });

  it('only watches where one may not send', async () => {
    const { visit, sent, line, running } = visitor({ sends: false });
    await visit.check().turn('camera', true);
    await visit.enter();
    visit.follow();
    line().ended('removed');
    visit.follow();
    await settle();
    expect([sent, [...running]]).toEqual([[], []]);
  });

  it('leaves nothing running at its end', async () => {
    const { visit, running, sent } = visitor();
    await visit.check().turn('camera', true);
    visit.end();
    await visit.enter();
    visit.end();
    await settle();
    expect([[...running], sent.at(-1), visit.session.state()]).toEqual([[], '1: left', 'outside']);
  });
});
