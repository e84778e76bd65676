import type { DemoRequest } from './request.ts';

/**
 * On the first morning: a time of the same day has to be answered within a quarter of an hour, one of tomorrow until then.
 * Asked by those who have no meeting with the other yet.
 */
export const morningRequests: readonly DemoRequest[] = [
  {
    from: 'misaki',
    to: 'clara',
    slots: [8, 9],
    language: 'en',
    cited: ['hokkaido.0'],
    reason: 'My first request has run out. May I ask again for twenty minutes on cold chains that run on hydrogen?',
  },
  {
    from: 'emi',
    to: 'clara',
    slots: [2, 9],
    language: 'de',
    cited: ['yamanashi.0'],
    reason:
      'Für unser gemeinsames Angebot mit dem Baskenland fehlt noch jemand mit Prüfständen. Haben Sie heute noch zwanzig Minuten?',
  },
  {
    from: 'sakura',
    to: 'clara',
    slots: [7, 9],
    language: 'en',
    cited: ['aichi.0'],
    reason:
      'You were busy, I think, so I ask once more: fuel-cell forklifts in two ports, and whether firms of yours would join.',
  },
  {
    from: 'marek',
    to: 'aiko',
    slots: [8],
    language: 'en',
    cited: ['silesia.0'],
    reason:
      'How did the machines in your port change over from diesel, and who trained the drivers? Wednesday would suit me.',
  },
  {
    from: 'lars',
    to: 'aiko',
    slots: [9],
    language: 'en',
    cited: [],
    reason: 'Three of our ports would send people to Osaka Bay for a week. Whom should they see first?',
  },
];
