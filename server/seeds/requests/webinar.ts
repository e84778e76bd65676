import type { DemoRequest } from './request.ts';

/** After the third webinar: the first cooperation cases of the year. */
export const webinarRequests: readonly DemoRequest[] = [
  {
    from: 'clara',
    to: 'kenichi',
    slots: [0],
    language: 'en',
    cited: ['neckar.0', 'fukushima.0'],
    reason:
      'Your four decisions answered three of my questions. Could our benches repeat your winter profiles, and what would you send us first?',
    then: { did: 'accepted', slot: 0 },
    outcomes: {
      clara: {
        followUp: 'agreed',
        nextStep: 'Run two of Fukushima’s winter profiles on a Stuttgart bench and compare the reports',
        nextStepOwner: 'both',
        nextStepDue: '2027-02-26',
        kind: 'joint-project',
        note: 'Insurance of the stack on the way is still open.',
      },
      kenichi: {
        followUp: 'agreed',
        nextStep: '冬季条件2種類をシュトゥットガルトの設備で再現し、報告書を比較する',
        nextStepOwner: 'both',
        nextStepDue: '2027-02-26',
        kind: 'joint-project',
      },
    },
  },
  {
    from: 'ryoM',
    to: 'elodie',
    slots: [0, 1],
    language: 'en',
    cited: ['aichi.0', 'alpes.0'],
    reason:
      'Your mountain routes are what our vehicles have to prove themselves on. May we talk about the terms of lending you two?',
    then: { did: 'accepted', slot: 1 },
    outcomes: {
      ryoM: {
        followUp: 'agreed',
        nextStep: '軽トラック2台を2027年秋から一冬、グルノーブル近郊で試験運用する契約書案を作成する',
        nextStepOwner: 'me',
        nextStepDue: '2027-03-15',
        kind: 'joint-project',
      },
      elodie: {
        followUp: 'agreed',
        nextStep: 'Name two operators and their routes',
        nextStepOwner: 'me',
        nextStepDue: '2027-02-15',
        kind: 'joint-project',
      },
    },
  },
  {
    from: 'emi',
    to: 'inaki',
    slots: [2],
    language: 'en',
    cited: ['yamanashi.0', 'basque.1'],
    reason: 'Our joint bid on seasonal storage: what would the third partner do, and how do we get to the deadline?',
    then: { did: 'accepted', slot: 2 },
    outcomes: {
      emi: {
        followUp: 'agreed',
        nextStep: '共同提案の役割分担表を作成し、2月上旬に再度打合せを行う',
        nextStepOwner: 'both',
        nextStepDue: '2027-02-05',
        kind: 'joint-project',
      },
      inaki: { followUp: 'perhaps', nextStep: null, note: 'Depends on the second partner.' },
    },
  },
  {
    from: 'anneli',
    to: 'hiroshi',
    slots: [1],
    language: 'en',
    cited: ['finland.1', 'kyushu.1'],
    reason:
      'Three of our start-ups have recovered graphite in every grade. Who among your makers would test five kilograms, and what do they ask for?',
    then: { did: 'accepted', slot: 1 },
    outcomes: {
      anneli: { followUp: 'agreed', nextStep: null, note: 'They want the full analysis first.' },
      hiroshi: { followUp: 'agreed', nextStep: null },
    },
  },
  {
    from: 'sofia',
    to: 'haruka',
    slots: [2],
    language: 'en',
    cited: ['westsweden.0', 'kobe.0'],
    reason:
      'We are writing our first safety file for ammonia and would like to lay it beside yours, chapter by chapter.',
    then: { did: 'accepted', slot: 2 },
    outcomes: {
      sofia: {
        followUp: 'agreed',
        nextStep: 'Exchange the chapters on bunkering and meet again at the conference',
        nextStepOwner: 'both',
        nextStepDue: '2027-01-20',
        kind: 'information',
      },
      haruka: { followUp: 'perhaps', nextStep: null, note: '港湾局の承認を得てから改めて連絡します。' },
    },
  },
  {
    from: 'takashi',
    to: 'petr',
    slots: [2],
    language: 'en',
    cited: ['gifu.0', 'moravia.0'],
    reason: 'Our networks are of a size. Could we begin by introducing five firms each?',
    then: { did: 'accepted', slot: 2 },
    outcomes: {
      takashi: {
        followUp: 'agreed',
        nextStep: '双方5社の一覧を交換する',
        nextStepOwner: 'both',
        nextStepDue: '2027-01-29',
        kind: 'trade',
      },
      petr: {
        followUp: 'agreed',
        nextStep: 'Exchange lists of five makers each',
        nextStepOwner: 'both',
        nextStepDue: '2027-01-29',
        kind: 'trade',
      },
    },
  },
  {
    from: 'jan',
    to: 'naoko',
    slots: [0],
    language: 'en',
    cited: ['brabant.1', 'kanagawa.0'],
    reason:
      'Your zone changed eleven rules. I would like to understand the first one: who said yes, and in what order?',
    then: {
      did: 'declined',
      reason: 'no-time',
      note: 'I am preparing my talk. Could we meet at the annual conference instead?',
    },
  },
];
