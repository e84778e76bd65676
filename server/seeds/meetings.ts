import type { DeclineReason, MeetingRequestInput, OutcomeInput } from '@musubi/contracts';
import type { OrganisationName } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** An opportunity by its organisation and its place there. */
export type Cited = `${OrganisationName}.${number}`;

/** Slots are numbered over the event, by start. */
export interface DemoRequest {
  from: PersonKey;
  to: PersonKey;
  slots: readonly number[];
  language: MeetingRequestInput['language'];
  cited: readonly Cited[];
  reason: string;
  /** What became of it; left out: it waits for an answer. */
  then?:
    | { did: 'accepted'; slot: number }
    | { did: 'declined'; reason: DeclineReason; note: string | null }
    | { did: 'countered'; slots: readonly number[]; note: string | null }
    | { did: 'withdrawn' };
  /** The slot agreed on later, in the days before the conference, by whose turn it then was. */
  later?: { by: 'from' | 'to'; slot: number };
  /** What each said afterwards. */
  outcomes?: Partial<Record<PersonKey, Partial<OutcomeInput>>>;
}

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
      '貴地域の山岳路線での実証は、当方の車両にとって最も必要な条件です。車両2台の貸与条件についてご相談させてください。',
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
    reason: '季節間貯蔵の共同提案について、第三のパートナーの役割と締切までの進め方を確認させていただきたく存じます。',
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
    language: 'ja',
    cited: ['gifu.0', 'moravia.0'],
    reason: '規模の近いネットワーク同士、まずは5社ずつの紹介から始められないかご相談いたしたく存じます。',
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
      note: '登壇の準備のため、年次会議で改めてお時間をいただけますと幸いです。',
    },
  },
];

/** Before the conference. Clara Weiss and Aiko Tanaka have not found each other yet. */
export const conferenceRequests: readonly DemoRequest[] = [
  {
    from: 'kenichi',
    to: 'clara',
    slots: [3, 6],
    language: 'en',
    cited: ['fukushima.0', 'neckar.0'],
    reason:
      'Our first stack is packed. Twenty minutes to go through the customs papers and the two profiles before it leaves.',
    then: { did: 'accepted', slot: 6 },
    outcomes: {
      kenichi: { followUp: 'agreed', nextStep: null },
      clara: { followUp: 'agreed', nextStep: null, note: 'The stack leaves on 3 February.' },
    },
  },
  {
    from: 'clara',
    to: 'haruka',
    slots: [5, 7],
    language: 'en',
    cited: ['kobe.0'],
    reason:
      'Two of our members supply pumps for ammonia. They would like to know which parts of your safety file touch suppliers.',
    then: { did: 'accepted', slot: 5 },
    outcomes: {
      clara: {
        followUp: 'agreed',
        nextStep: 'Send the list of pump makers and their certificates',
        nextStepOwner: 'me',
        nextStepDue: '2027-02-19',
        kind: 'trade',
      },
      haruka: {
        followUp: 'agreed',
        nextStep: 'ポンプメーカーの認証一覧を確認する',
        nextStepOwner: 'me',
        nextStepDue: '2027-03-05',
        kind: 'trade',
      },
    },
  },
  {
    from: 'sofia',
    to: 'haruka',
    slots: [0, 2],
    language: 'en',
    cited: ['westsweden.0', 'kobe.0'],
    reason:
      'Both chapters on bunkering are on the table now. We found five differences and would like to go through them.',
    then: { did: 'accepted', slot: 0 },
    outcomes: {
      sofia: {
        followUp: 'agreed',
        nextStep: 'Joint review of the five differences, with both inspectors',
        nextStepOwner: 'both',
        nextStepDue: '2027-04-16',
        kind: 'joint-project',
      },
      haruka: {
        followUp: 'agreed',
        nextStep: '検査官同席で5項目の相違を共同で確認する',
        nextStepOwner: 'both',
        nextStepDue: '2027-04-16',
        kind: 'joint-project',
      },
    },
  },
  {
    from: 'giulia',
    to: 'kazuya',
    slots: [0, 1, 6],
    language: 'en',
    cited: ['lombardy.0', 'toyama.0'],
    reason:
      'Two hospitals in our network buy wound dressings by tender. I can explain what comes first, and our stand in Milan has room.',
    then: { did: 'accepted', slot: 1 },
    outcomes: {
      giulia: {
        followUp: 'agreed',
        nextStep: 'Two places on the Milan stand for Toyama, with four buyer meetings',
        nextStepOwner: 'me',
        nextStepDue: '2027-04-30',
        kind: 'trade',
      },
      kazuya: {
        followUp: 'agreed',
        nextStep: 'ミラノの共同ブースへの2社の出展を決定する',
        nextStepOwner: 'me',
        nextStepDue: '2027-04-30',
        kind: 'trade',
      },
    },
  },
  {
    from: 'elodie',
    to: 'ryoM',
    slots: [1, 2],
    language: 'en',
    cited: ['alpes.0', 'aichi.0'],
    reason:
      'The operators have named three routes. I would like to choose two with you and fix the dates of the training.',
    then: { did: 'accepted', slot: 2 },
    outcomes: {
      elodie: {
        followUp: 'agreed',
        nextStep: 'Sign the loan of two lorries for winter 2027',
        nextStepOwner: 'both',
        nextStepDue: '2027-06-30',
        kind: 'agreement',
      },
      ryoM: {
        followUp: 'agreed',
        nextStep: '車両2台の貸与契約を締結する',
        nextStepOwner: 'both',
        nextStepDue: '2027-06-30',
        kind: 'agreement',
      },
    },
  },
  {
    from: 'inaki',
    to: 'emi',
    slots: [0, 6],
    language: 'en',
    cited: ['basque.1', 'yamanashi.1'],
    reason: 'The list of roles is good. Let us settle who writes which part of the bid, and by when.',
    then: { did: 'accepted', slot: 0 },
    outcomes: {
      inaki: {
        followUp: 'agreed',
        nextStep: 'Hand in the bid on seasonal storage',
        nextStepOwner: 'both',
        nextStepDue: '2027-04-15',
        kind: 'joint-project',
      },
      emi: {
        followUp: 'agreed',
        nextStep: '季節間貯蔵の共同提案を提出する',
        nextStepOwner: 'both',
        nextStepDue: '2027-04-15',
        kind: 'joint-project',
      },
    },
  },
  {
    from: 'anneli',
    to: 'hiroshi',
    slots: [3, 8],
    language: 'en',
    cited: ['finland.1', 'kyushu.1'],
    reason: 'The full analysis is ready. Which of the three makers should see it first?',
    then: { did: 'accepted', slot: 3 },
    outcomes: {
      anneli: {
        followUp: 'agreed',
        nextStep: 'Send five kilograms of graphite, grade B, to Fukuoka',
        nextStepOwner: 'me',
        nextStepDue: '2027-02-28',
        kind: 'trade',
      },
    },
  },
  {
    from: 'jan',
    to: 'naoko',
    slots: [7, 8],
    language: 'en',
    cited: ['brabant.1', 'kanagawa.0'],
    reason: 'As you proposed in December: the first of your eleven rules, who said yes to it, and in what order.',
    then: { did: 'accepted', slot: 7 },
    outcomes: {
      jan: { followUp: 'perhaps', nextStep: null },
      naoko: { followUp: 'agreed', nextStep: null },
    },
  },
  {
    from: 'jan',
    to: 'aiko',
    slots: [6, 7],
    language: 'en',
    cited: ['brabant.0'],
    reason:
      'After our panel: three of your members asked about an office in Eindhoven. What would they need in the first month?',
    then: { did: 'accepted', slot: 6 },
    outcomes: {
      jan: {
        followUp: 'agreed',
        nextStep: 'Welcome two members of the council for a month in June',
        nextStepOwner: 'both',
        nextStepDue: '2027-06-01',
        kind: 'investment',
      },
      aiko: {
        followUp: 'agreed',
        nextStep: '会員2社のアイントホーフェンでの1か月滞在を調整する',
        nextStepOwner: 'both',
        nextStepDue: '2027-06-01',
        kind: 'investment',
      },
    },
  },
  {
    from: 'aiko',
    to: 'anneli',
    slots: [1, 2],
    language: 'en',
    cited: ['osaka.1', 'finland.0'],
    reason:
      '研修生の相互受入れについて、期間と受入れ分野をご相談させていただけますでしょうか。当協議会でも4名を受け入れることができます。',
    then: { did: 'accepted', slot: 2 },
    outcomes: {
      aiko: {
        followUp: 'agreed',
        nextStep: '研修生2名ずつの受入計画を作成する',
        nextStepOwner: 'both',
        nextStepDue: '2027-03-31',
        kind: 'mobility',
      },
      anneli: {
        followUp: 'agreed',
        nextStep: 'Plan for two trainees each way, from September',
        nextStepOwner: 'both',
        nextStepDue: '2027-03-31',
        kind: 'mobility',
      },
    },
  },
  {
    from: 'miyu',
    to: 'carmen',
    slots: [2, 3],
    language: 'en',
    cited: ['okinawa.0', 'sol.0'],
    reason: '双方の閑散期に相互に送客できないか、ご相談させてください。1か月滞在の料金表をお持ちします。',
    then: { did: 'accepted', slot: 3 },
    outcomes: {
      miyu: {
        followUp: 'agreed',
        nextStep: '10名ずつの試験的な相互送客を企画する',
        nextStepOwner: 'both',
        nextStepDue: '2027-05-31',
        kind: 'visit',
      },
      carmen: {
        followUp: 'agreed',
        nextStep: 'A trial with ten guests each way',
        nextStepOwner: 'both',
        nextStepDue: '2027-05-31',
        kind: 'visit',
      },
    },
  },
  {
    from: 'ana',
    to: 'kazuya',
    slots: [5, 8],
    language: 'en',
    cited: ['norte.0', 'toyama.1'],
    reason: 'Four of our mills would weave your fibres at once. What do you need to know of their machines?',
    then: { did: 'accepted', slot: 5 },
    outcomes: {
      ana: {
        followUp: 'agreed',
        nextStep: 'Weave a first sample of 30 metres',
        nextStepOwner: 'me',
        nextStepDue: '2027-03-12',
        kind: 'trade',
      },
    },
  },
  {
    from: 'petr',
    to: 'takashi',
    slots: [1, 6],
    language: 'en',
    cited: ['moravia.0', 'gifu.0'],
    reason: 'Here are our five. Let us match them with yours, pair by pair.',
    then: { did: 'accepted', slot: 6 },
    outcomes: {
      petr: { result: 'partner_absent', followUp: 'perhaps', nextStep: null },
    },
  },
  {
    from: 'naoki',
    to: 'aoife',
    slots: [2, 7],
    language: 'en',
    cited: ['miyagi.0', 'shannon.0'],
    reason: 'Your hospitals try software, our homes try robots. A shared method for honest reports could help both.',
    then: { did: 'accepted', slot: 7 },
    outcomes: {
      naoki: {
        followUp: 'agreed',
        nextStep: '試行報告書の共通様式を作成する',
        nextStepOwner: 'me',
        nextStepDue: '2027-03-19',
        kind: 'joint-project',
      },
      aoife: {
        followUp: 'agreed',
        nextStep: 'Comment on the common report form',
        nextStepOwner: 'me',
        nextStepDue: '2027-04-09',
        kind: 'joint-project',
      },
    },
  },

  {
    from: 'misaki',
    to: 'clara',
    slots: [7, 8],
    language: 'en',
    cited: ['hokkaido.0'],
    reason: 'グリーン水素による低温物流について、小口の需要家への供給方法をご教示いただけますと幸いです。',
  },
  {
    from: 'sakura',
    to: 'clara',
    slots: [3, 4],
    language: 'en',
    cited: ['aichi.0', 'aichi.1'],
    reason:
      '二つの港での燃料電池フォークリフトの実証について、貴クラスターの会員企業にご関心がないか伺いたく存じます。',
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
    slots: [3],
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
    then: { did: 'countered', slots: [8], note: '26日は終日予定があり、27日の最終枠でしたら対応可能です。' },
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
    reason: '欧州企業の神戸での拠点設置について、貴地域の企業にご関心がないか伺いたく存じます。',
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
    reason: '介護施設でのサービスロボットについて、貴地域の連携先をご紹介いただけますでしょうか。',
    then: { did: 'withdrawn' },
  },
];

/** In the two weeks before the conference the two find each other, and others answer. */
export const lateRequests: readonly DemoRequest[] = [
  {
    from: 'clara',
    to: 'aiko',
    slots: [1, 3, 8],
    language: 'en',
    cited: ['neckar.0', 'osaka.0', 'neckar.1', 'osaka.1'],
    reason:
      'Eleven of our member firms could lend test time from April. We would like to learn which stack sizes your SMEs need, and whether a shared booking calendar would help both sides.',
    then: { did: 'accepted', slot: 1 },
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
