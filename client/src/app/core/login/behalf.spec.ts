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
      '/events/e/recommendations',
      '/meeting-requests/r',
      '/meeting-requests/r/accept',
      '/meetings/m/hand-over',
    ];
    for (const path of paths) expect([path, behalf.headers(path)]).toEqual([path, { 'on-behalf-of': 'yuki' }]);
    const own = [
      '/me/logins',
      '/events/e/agenda',
      '/events/e/delegation',
      '/events/e/recommendations/p/dismissal',
      '/meeting-requests/r/messages',
      '/meetings/m/ticket',
      '/meetings/m/brief',
    ];
    for (const path of own) expect([path, behalf.headers(path)]).toEqual([path, {}]);
  });

  it('tells once of each switch', () => {
    const behalf = new Behalf();
    let told = 0;
    behalf.onSwitch(() => (told += 1));
    behalf.choose(yuki);
    behalf.choose({ ...yuki });
    behalf.choose(null);
    behalf.choose(null);
    expect([told, behalf.of()]).toEqual([2, null]);
  });
});
