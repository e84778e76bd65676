import type { DemoRequest } from './request.ts';

/** Still open two weeks before the conference, declined, countered or taken back. */
export const openRequests: readonly DemoRequest[] = [
  {
    from: 'misaki',
    to: 'clara',
    slots: [7, 8],
    language: 'en',
    cited: ['hokkaido.0'],
    reason:
      'We keep food cold on the way to the port. Who among your members delivers green hydrogen to users as small as ours?',
  },
  {
    from: 'sakura',
    to: 'clara',
    slots: [3, 4],
    language: 'en',
    cited: ['aichi.0', 'aichi.1'],
    reason:
      'We try fuel-cell forklifts in two of our ports. Would any firm of your cluster like to take part, and on what terms?',
    later: { by: 'to', slot: 4 },
    outcomes: {
      sakura: {
        followUp: 'agreed',
        nextStep: '港湾2か所での試用条件をまとめ、会員企業に照会する',
        nextStepOwner: 'me',
        nextStepDue: '2027-03-05',
        kind: 'joint-project',
      },
    },
  },
  {
    from: 'clara',
    to: 'hiroshi',
    slots: [2, 7],
    language: 'en',
    cited: ['kyushu.0', 'neckar.0'],
    reason: 'A thousand hours on one bench is what two of our members do best. Which membrane would you send?',
    later: { by: 'to', slot: 7 },
    outcomes: {
      clara: { followUp: 'agreed', nextStep: null },
      hiroshi: { followUp: 'perhaps', nextStep: null },
    },
  },
  {
    from: 'clara',
    to: 'daisuke',
    slots: [8],
    language: 'en',
    cited: ['hyogo.0'],
    reason: 'Hannover in April: our stand has room for four of your eight. Could we share costs both ways?',
  },
  {
    from: 'giulia',
    to: 'aiko',
    slots: [5, 7, 8],
    language: 'en',
    cited: ['lombardy.0', 'osaka.2'],
    reason:
      'Six of your members look for a stand, and half of ours is free. The memorandum between our regions would have its first firm result.',
    later: { by: 'to', slot: 5 },
    outcomes: {
      giulia: {
        followUp: 'agreed',
        nextStep: 'Six firms from Osaka on the Milan stand, with two days of buyer meetings',
        nextStepOwner: 'both',
        nextStepDue: '2027-09-30',
        kind: 'trade',
      },
      aiko: {
        followUp: 'agreed',
        nextStep: 'ミラノ見本市に大阪の6社が共同出展する',
        nextStepOwner: 'both',
        nextStepDue: '2027-09-30',
        kind: 'trade',
      },
    },
  },
  {
    from: 'marek',
    to: 'aiko',
    slots: [7],
    language: 'en',
    cited: ['silesia.0'],
    reason: 'How did the machines in your port change over from diesel, and who trained the drivers?',
  },
  {
    from: 'takumi',
    to: 'martina',
    slots: [6, 7],
    language: 'ja',
    cited: ['kanagawa.1', 'baden.0'],
    reason:
      '友好提携の枠組みで、初めてのクラスター共同事業を始めたいと考えております。ご紹介いただける団体についてご相談させてください。',
    later: { by: 'to', slot: 6 },
    outcomes: {
      takumi: { followUp: 'agreed', nextStep: null },
      martina: { followUp: 'perhaps', nextStep: null },
    },
  },
  {
    from: 'sho',
    to: 'lars',
    slots: [1, 3],
    language: 'en',
    cited: ['kiel.0'],
    reason:
      'Our first quay for turbine parts is being built this year. Which of your safety rules would you write first?',
    later: { by: 'to', slot: 1 },
    outcomes: {
      sho: { followUp: 'agreed', nextStep: null },
      lars: { followUp: 'perhaps', nextStep: null },
    },
  },
  {
    from: 'eleni',
    to: 'miyu',
    slots: [5, 6],
    language: 'en',
    cited: ['aegean.0', 'okinawa.0'],
    reason: 'Small islands with one generator each: could we compare how guests and power share the summer?',
    later: { by: 'to', slot: 5 },
    outcomes: {
      eleni: { result: 'technical', followUp: 'agreed', nextStep: null, note: 'The line broke after six minutes.' },
      miyu: { result: 'technical', followUp: 'agreed', nextStep: null },
    },
  },
  {
    from: 'ulrike',
    to: 'kenichi',
    slots: [0, 1],
    language: 'en',
    cited: ['ruhr.0', 'fukushima.1'],
    reason: 'Your tariff for small users is what our district networks lack. May I see the contract behind it?',
    then: {
      did: 'countered',
      slots: [8],
      note: 'On the 26th I am taken all day. Would Wednesday 10:15 your time suit you?',
    },
    later: { by: 'from', slot: 8 },
    outcomes: {
      ulrike: {
        followUp: 'agreed',
        nextStep: 'Translate the small-user contract and try it in one district network',
        nextStepOwner: 'me',
        nextStepDue: '2027-05-14',
        kind: 'information',
      },
      kenichi: { followUp: 'agreed', nextStep: null },
    },
  },
  {
    from: 'daisuke',
    to: 'jan',
    slots: [3, 4],
    language: 'en',
    cited: ['hyogo.1'],
    reason: 'Kobe helps European firms to open an office. Would firms of your region be interested?',
    then: {
      did: 'declined',
      reason: 'other-contact',
      note: 'My colleague at the investment desk is the better person; I have told her of you.',
    },
  },
  {
    from: 'naoki',
    to: 'clara',
    slots: [9],
    language: 'en',
    cited: [],
    reason: 'We test service robots in care homes. Could you introduce us to partners in your region?',
    then: { did: 'withdrawn' },
  },
];
