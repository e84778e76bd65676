import { describe, expect, it } from '@jest/globals';
import type { RoomTicket } from '@musubi/contracts';
import { mediaPerson, ticketOf, videoServer } from '../../../../testing/media-world';
import { Refusal } from '../../../core/problem/problem';
import { MediaSession, type MediaWishes } from './media-session';

const both: MediaWishes = { microphone: true, camera: true, microphoneId: 'mic-2', cameraId: null };
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function world(given?: { tickets: (RoomTicket | Refusal)[] }) {
  const server = videoServer(given);
  const waits: number[] = [];
  const session = new MediaSession(server.edge, server.ticket, async (milliseconds) => void waits.push(milliseconds));
  return { ...server, session, waits };
}

describe('a media session', () => {
  it('goes in and sends what is wished for, from the chosen devices', async () => {
    const { session, sent, line } = world();
    const joining = session.join(both);
    expect(session.state()).toBe('joining');
    await joining;
    line().people([mediaPerson('clara', { cameraOn: true }), mediaPerson('aiko', { microphoneOn: true })]);
    expect([session.state(), sent, session.me()?.name, session.others().map(({ name }) => name)]).toEqual([
      'inside',
      ['1: microphone on mic-2', '1: camera on'],
      'clara',
      ['aiko'],
    ]);
    expect(session.senders().map(({ name }) => name)).toEqual(['clara', 'aiko']);
  });

  it('only looks and listens where the ticket says so', async () => {
    const { session, sent } = world({ tickets: [ticketOf({ canPublish: false })] });
    await session.join(both);
    expect([session.state(), session.canPublish(), sent]).toEqual(['inside', false, []]);
  });

  it('says why the door stayed closed, and tries again when asked', async () => {
    const { session, tickets } = world({ tickets: [new Refusal({ code: 'video.off', status: 503 })] });
    await session.join(both);
    expect([session.state(), session.refusal()?.code]).toEqual(['apart', 'video.off']);
    tickets[0] = ticketOf();
    await session.join(both);
    expect([session.state(), session.refusal()]).toEqual(['inside', null]);
  });

  it('goes in without a device that gives nothing, says which, and takes it when it works', async () => {
    const { session, broken } = world();
    broken.set('camera', 'denied');
    await session.join(both);
    expect([session.state(), session.camera(), session.microphone(), session.trouble()]).toEqual([
      'inside',
      false,
      true,
      { camera: 'denied' },
    ]);
    broken.delete('camera');
    await session.setCamera(true);
    expect([session.camera(), session.trouble()]).toEqual([true, {}]);
  });

  it('takes a closed sharing dialog as an answer, and hears the browser stop the sharing', async () => {
    const { session, broken, line } = world();
    await session.join(both);
    broken.set('screen', 'denied');
    await session.setScreen(true);
    expect([session.screen(), session.trouble()]).toEqual([false, {}]);
    broken.delete('screen');
    await session.setScreen(true);
    line().people([mediaPerson('clara', { screenOn: true })]);
    expect(session.screen()).toBe(true);
    line().people([mediaPerson('clara')]);
    expect(session.screen()).toBe(false);
  });

  it('shows the screen of somebody else before its own', async () => {
    const screen = { attach: () => undefined, detach: () => undefined };
    const { session, line } = world();
    await session.join(both);
    line().people([mediaPerson('clara', { screen }), mediaPerson('aiko', { screen })]);
    expect(session.shown()?.identity).toBe('aiko');
    line().people([mediaPerson('clara', { screen })]);
    expect(session.shown()?.identity).toBe('clara');
  });

  it('keeps what was last seen while a short cut mends itself', async () => {
    const { session, line } = world();
    await session.join(both);
    line().people([mediaPerson('clara'), mediaPerson('aiko')]);
    line().wavering(true);
    expect([session.state(), session.quality(), session.people().length]).toEqual(['reconnecting', 'lost', 2]);
    line().wavering(false);
    expect([session.state(), session.quality()]).toEqual(['inside', 'good']);
  });

  it('asks for a new ticket when the line was cut, and sends again what it sent', async () => {
    const { session, sent, waits, line, asked, makeUnreachable } = world();
    await session.join(both);
    await session.setCamera(false);
    makeUnreachable(1);
    line().ended('lost');
    expect(session.state()).toBe('reconnecting');
    await settle();
    expect([session.state(), waits, asked()]).toEqual(['inside', [500, 2_000], 3]);
    expect(sent.slice(2)).toEqual(['1: camera off', '2: microphone on mic-2']);
  });

  it('gives up after a while, and when the door has been closed meanwhile', async () => {
    const away = world();
    await away.session.join(both);
    away.makeUnreachable(9);
    away.line().ended('lost');
    await settle();
    expect([away.session.state(), away.session.ending(), away.waits.length]).toEqual(['apart', 'lost', 5]);

    const closed = world({ tickets: [ticketOf(), new Refusal({ code: 'room.closed', status: 409 })] });
    await closed.session.join(both);
    closed.line().ended('lost');
    await settle();
    expect([closed.session.state(), closed.session.refusal()?.code, closed.waits.length]).toEqual([
      'apart',
      'room.closed',
      1,
    ]);
  });

  it('stays out when the person came in elsewhere or was put out', async () => {
    const { session, line, asked } = world();
    await session.join(both);
    line().ended('elsewhere');
    await settle();
    expect([session.state(), session.ending(), asked()]).toEqual(['apart', 'elsewhere', 1]);
  });

  it('does not come in any more after leaving meanwhile, and hears nothing of an old line', async () => {
    const { session, sent, line } = world();
    const joining = session.join(both);
    await session.leave();
    await joining;
    expect([session.state(), sent]).toEqual(['outside', []]);

    await session.join(both);
    const old = line();
    await session.leave();
    old.people([mediaPerson('aiko')]);
    old.ended('lost');
    await settle();
    expect([session.state(), session.people()]).toEqual(['outside', []]);
  });

  it('knows that the browser plays no sound before a click', async () => {
    const { session, line } = world();
    await session.join(both);
    line().silenced(true);
    expect(session.silenced()).toBe(false);
    const voice = { attach: () => undefined, detach: () => undefined };
    line().people([mediaPerson('clara'), mediaPerson('aiko', { voice })]);
    expect(session.silenced()).toBe(true);
    await session.unsilence();
    expect(session.silenced()).toBe(false);
  });
});
