import type { DemoRequest } from './request.ts';

/** In the two weeks before the conference the two find each other, and others answer. */
export const lateRequests: readonly DemoRequest[] = [
  {
    from: 'clara',
    to: 'aiko',
    slots: [3, 8],
    language: 'en',
    cited: ['neckar.0', 'osaka.0', 'neckar.1', 'osaka.1'],
    reason:
      'Eleven of our member firms could lend test time from April. We would like to learn which stack sizes your SMEs need, and whether a shared booking calendar would help both sides.',
    then: { did: 'accepted', slot: 3 },
    outcomes: {
      clara: {
        followUp: 'agreed',
        nextStep: 'A shared booking calendar for test benches, with six firms from Osaka in the first round',
        nextStepOwner: 'both',
        nextStepDue: '2027-02-12',
        kind: 'joint-project',
      },
      aiko: {
        followUp: 'agreed',
        nextStep: '試験設備の共同予約カレンダーを、大阪の6社から開始する',
        nextStepOwner: 'both',
        nextStepDue: '2027-02-12',
        kind: 'joint-project',
      },
    },
  },
  {
    from: 'lars',
    to: 'haruka',
    slots: [3, 4],
    language: 'en',
    cited: ['kobe.0'],
    reason: 'Before we write a word about ammonia we would like to read your file. Which chapter should we begin with?',
    then: { did: 'accepted', slot: 3 },
    outcomes: {
      lars: { followUp: 'agreed', nextStep: null },
      haruka: { followUp: 'agreed', nextStep: null },
    },
  },
];
