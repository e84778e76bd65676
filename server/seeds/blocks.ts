import type { BlockInput } from '@musubi/contracts';

/** When the conference's people meet: asked for over some weeks, and two short times on the last evening that are taken at once. */
export const conferenceBlocks: readonly BlockInput[] = [
  {
    name: { en: 'Matchmaking', ja: 'マッチング' },
    dates: ['2027-01-26', '2027-01-27'],
    from: '17:00',
    until: '19:00',
    slotMinutes: 20,
    gapMinutes: 5,
    phases: [{ mode: 'on_request', opensAt: '2026-12-18T23:00:00Z', closesAt: '2027-01-27T09:40:00Z', atEnd: 'carry' }],
  },
  {
    name: { en: 'Last chance to meet', ja: '駆け込み面談' },
    dates: ['2027-01-27'],
    from: '19:10',
    until: '19:55',
    slotMinutes: 20,
    gapMinutes: 5,
    rooms: 12,
    mode: 'instant',
    phases: [{ mode: 'instant', opensAt: '2027-01-11T23:00:00Z', closesAt: '2027-01-27T10:35:00Z', atEnd: 'close' }],
  },
];
