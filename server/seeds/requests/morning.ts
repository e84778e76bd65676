import type { DemoRequest } from './request.ts';

/** On the first morning, with a quarter of an hour to answer. */
export const morningRequests: readonly DemoRequest[] = [
  {
    from: 'misaki',
    to: 'clara',
    slots: [8, 9],
    language: 'en',
    cited: ['hokkaido.0'],
    reason: '先日のお申し込みの期限が過ぎてしまいました。低温物流について、改めて20分お時間をいただけますでしょうか。',
  },
  {
    from: 'emi',
    to: 'clara',
    slots: [3, 9],
    language: 'de',
    cited: ['yamanashi.0'],
    reason:
      'Für unser gemeinsames Angebot mit dem Baskenland fehlt noch jemand mit Prüfständen. Haben Sie heute noch zwanzig Minuten?',
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
