import { describe, expect, it } from '@jest/globals';
import { Behalf, type Principal } from './behalf';

const yuki = { participantId: 'yuki', eventId: 'event', name: {} } as Principal;

describe('acting for somebody', () => {
  it('says so where it may be done for others, and nowhere else', () => {
    const behalf = new Behalf();
    expect(behalf.headers('/events/e/meetings')).toEqual({});
    behalf.choose(yuki);
    const paths = [
      '/events/e/meetings',
      '/events/e/meeting-requests/preview',
      '/events/e/slots',
      '/events/e/group-slots',
      '/events/e/availability',
      '/events/e/availability/limits',
      '/events/e/instant-bookings',
      '/events/e/recommendations',
      '/meeting-requests/r',
      '/meeting-requests/r/accept',
      '/meeting-requests/r/decline',
      '/meeting-requests/r/counter',
      '/meeting-requests/r/withdraw',
      '/meetings/m',
      '/meetings/m/slots',
      '/meetings/m/cancel',
      '/meetings/m/reschedule',
      '/meetings/m/colleagues',
      '/meetings/m/hand-over',
      '/meetings/m/hand-back',
    ];
    for (const path of paths) expect([path, behalf.headers(path)]).toEqual([path, { 'on-behalf-of': 'yuki' }]);
    const own = [
      '/me/logins',
      '/events/e/agenda',
      '/events/e/delegation',
      '/events/e/recommendations/p/dismissal',
      '/meeting-requests/r/messages',
      '/meeting-requests/r/guests',
      '/meetings/m/ticket',
      '/meetings/m/brief',
    ];
    for (const path of own) expect([path, behalf.headers(path)]).toEqual([path, {}]);
  });

  it('tells once of each switch', () => {
    const behalf = new Behalf();
    let told = 0;
    const stop = behalf.onSwitch(() => (told += 1));
    behalf.choose(yuki);
    behalf.choose({ ...yuki });
    behalf.choose(null);
    behalf.choose(null);
    stop();
    behalf.choose(yuki);
    expect(told).toBe(2);
  });

  it('keeps a command that is sent later with whom it was given for', () => {
    const behalf = new Behalf();
    expect(behalf.headers('/events/e/availability', yuki)).toEqual({ 'on-behalf-of': 'yuki' });
    behalf.choose(yuki);
    expect(behalf.headers('/events/e/availability', null)).toEqual({});
  });
});
