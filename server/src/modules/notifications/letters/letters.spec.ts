import { describe, expect, it } from '@jest/globals';
import type { LanguagePair, MeetingBrief, ParticipantCard, PersonName } from '@musubi/contracts';
import type { Addressee } from '../addressee.js';
import { affiliationLetter } from './affiliation-letter.js';
import { briefLetter } from './meetings/brief-letter.js';
import { meetingLetter, type MeetingStory } from './meetings/meeting-letter.js';
import { registrationLetter } from './registration-letter.js';
import { requestLetter } from './requests/request-letter.js';

const clara: PersonName = {
  givenLatin: 'Clara',
  familyLatin: 'Weiss',
  givenLocal: null,
  familyLocal: null,
  givenKana: 'クララ',
  familyKana: 'ヴァイス',
};
const aiko: PersonName = {
  givenLatin: 'Aiko',
  familyLatin: 'Tanaka',
  givenLocal: '愛子',
  familyLocal: '田中',
  givenKana: 'アイコ',
  familyKana: 'タナカ',
};
const toClara: Addressee = { address: 'clara@neckar.example', name: clara, lang: 'en', zone: 'Europe/Berlin' };
const toAiko: Addressee = { address: 'aiko@osaka.example', name: aiko, lang: 'ja', zone: 'Asia/Tokyo' };

const card = (name: PersonName, zone: string, nameLatin: string, nameLocal: string | null) =>
  ({ name, zone, organisation: { nameLatin, nameLocal } }) as unknown as ParticipantCard;
const claraCard = card(clara, 'Europe/Berlin', 'Neckar Hydrogen Cluster', null);
const aikoCard = card(aiko, 'Asia/Tokyo', 'Osaka Bay Green Industry Council', '大阪湾岸グリーン産業協議会');

const slot = { startsAt: new Date('2027-01-26T08:25:00Z'), endsAt: new Date('2027-01-26T08:45:00Z') };

describe('meetingLetter', () => {
  const story = {
    news: 'booked',
    ...slot,
    movedFrom: null,
    reason: 'A shared test bench',
    company: [],
    interpreter: null,
    insteadOf: null,
    cancelledBy: 'organisers',
    cancelledBecause: null,
    note: null,
    url: 'https://musubi.example/app/events/conference/meetings/1',
  } as const;

  it('says to each in their language when it is for both', () => {
    const english = meetingLetter({ ...story, to: toClara, partner: aikoCard });
    expect(english.subject).toBe('Your meeting with Aiko Tanaka (田中 愛子) is confirmed');
    expect(english.greeting).toBe('Dear Clara Weiss,');
    expect(english.details).toEqual([
      ['When', 'Tue 26 Jan 2027, 09:25–09:45 CET · 17:25–17:45 JST'],
      ['With', 'Aiko Tanaka (田中 愛子)'],
      ['Organisation', 'Osaka Bay Green Industry Council (大阪湾岸グリーン産業協議会)'],
      ['About', 'A shared test bench'],
    ]);

    const japanese = meetingLetter({ ...story, to: toAiko, partner: claraCard });
    expect(japanese.subject).toBe('【面談確定】クララ・ヴァイス様（Clara Weiss）');
    expect(japanese.greeting).toBe('田中 愛子様');
    expect(japanese.details).toEqual([
      ['日時', '2027年1月26日（火）17:25〜17:45 JST · 09:25〜09:45 CET'],
      ['お相手', 'クララ・ヴァイス様（Clara Weiss）'],
      ['所属機関', 'Neckar Hydrogen Cluster'],
      ['面談の目的', 'A shared test bench'],
    ]);
  });

  it('names both times of a meeting that was moved', () => {
    const movedFrom = { startsAt: new Date('2027-01-26T23:50:00Z'), endsAt: new Date('2027-01-27T00:10:00Z') };
    const { subject, details } = meetingLetter({ ...story, news: 'moved', movedFrom, to: toClara, partner: aikoCard });
    expect(subject).toBe('Your meeting with Aiko Tanaka (田中 愛子) has another time');
    expect(details?.slice(0, 2)).toEqual([
      ['When', 'Tue 26 Jan 2027, 09:25–09:45 CET · 17:25–17:45 JST'],
      ['Before', 'Wed 27 Jan 2027, 00:50–01:10 CET · 08:50–09:10 JST'],
    ]);
  });

  it('tells whoever need not be there, and is not free at the new time, that it moved without them', () => {
    const movedFrom = { startsAt: new Date('2027-01-26T23:50:00Z'), endsAt: new Date('2027-01-27T00:10:00Z') };
    const about = { ...story, news: 'left_behind', movedFrom, company: [claraCard] } as const;
    const told = meetingLetter({ ...about, to: toClara, partner: aikoCard });
    expect(told.subject).toBe('The meeting with Aiko Tanaka (田中 愛子) has moved, without you');
    expect(told.paragraphs[0]).toMatch(/at which you are not free.*without you.*takes the entry out of your calendar/);
    expect(told.details?.map(([label]) => label)).toEqual(['When', 'Before', 'With', 'Organisation', 'About']);
    expect(meetingLetter({ ...about, to: toAiko, partner: claraCard }).subject).toMatch(
      /^【面談日時の変更に伴う参加の取消し】/,
    );
  });

  it('names everybody who comes: further sides, the interpreter, and in whose place', () => {
    const languages = ['en', 'ja'] as const satisfies LanguagePair;
    const whole = { ...story, company: [claraCard], interpreter: { name: aiko, languages }, insteadOf: clara };
    const told = (more: Partial<MeetingStory>) =>
      meetingLetter({ ...whole, to: toClara, partner: aikoCard, ...more }).details?.slice(2, -1);
    expect([told({}), told({ to: toAiko, interpreter: { name: null, languages } }), told({ news: 'left' })]).toEqual([
      [
        ['Instead of', 'Clara Weiss'],
        ['Organisation', 'Osaka Bay Green Industry Council (大阪湾岸グリーン産業協議会)'],
        ['Also there', 'Clara Weiss, Neckar Hydrogen Cluster'],
        ['Interpreter', 'Aiko Tanaka (田中 愛子) (English – Japanese)'],
      ],
      [
        ['変更前のご担当', 'クララ・ヴァイス様（Clara Weiss）'],
        ['所属機関', '大阪湾岸グリーン産業協議会（Osaka Bay Green Industry Council）'],
        ['ほかのご参加者', 'Neckar Hydrogen Cluster クララ・ヴァイス様（Clara Weiss）'],
        ['通訳', '手配中（英語 – 日本語）'],
      ],
      [
        ['Instead of', 'Clara Weiss'],
        ['Organisation', 'Osaka Bay Green Industry Council (大阪湾岸グリーン産業協議会)'],
      ],
    ]);
  });

  it('says who cancelled and why, but not to the one who did', () => {
    const cancelled = { ...story, news: 'cancelled', cancelledBecause: 'clash', note: 'So sorry' } as const;
    const by = { name: aiko, ofMine: false, through: null };
    const other = meetingLetter({ ...cancelled, to: toClara, partner: aikoCard, cancelledBy: by });
    expect(other.details?.slice(4)).toEqual([
      ['Cancelled by', 'Aiko Tanaka (田中 愛子)'],
      ['Reason', 'Another obligation at that time'],
      ['Message', 'So sorry'],
    ]);
    const line = (to: Addressee, given: object) =>
      meetingLetter({ ...cancelled, to, partner: aikoCard, cancelledBy: { ...by, ...given } }).details?.[4];
    expect(line(toClara, { name: clara, ofMine: true })).toEqual(['Cancelled by', 'Clara Weiss, of your organisation']);
    expect(line(toClara, { through: clara })).toEqual(['Cancelled by', 'Clara Weiss for Aiko Tanaka (田中 愛子)']);
    expect(line(toAiko, { ofMine: true, through: clara })).toEqual([
      '取消しのお申出',
      '田中 愛子様の代理、クララ・ヴァイス様（Clara Weiss）（貴機関）',
    ]);
    const own = meetingLetter({ ...cancelled, to: toAiko, partner: claraCard, cancelledBy: 'me' });
    expect(own.details?.slice(4)).toEqual([
      ['理由', '他の予定と重なったため'],
      ['メッセージ', 'So sorry'],
    ]);
  });
});

describe('requestLetter', () => {
  const story = {
    to: toAiko,
    partner: claraCard,
    reason: 'Test benches',
    interpretation: null,
    note: null,
    declinedBecause: null,
    slots: [slot],
    answerBy: new Date('2027-01-20T01:00:00Z'),
    movesFrom: null,
    voice: null,
    url: 'https://musubi.example/app',
  } as const;

  it('names the times and the deadline where an answer is asked for', () => {
    const { subject, details } = requestLetter({ ...story, news: 'received' });
    expect(subject).toBe('【面談のお申込み】クララ・ヴァイス様（Clara Weiss）より');
    expect(details?.slice(3)).toEqual([
      ['候補日時', '2027年1月26日（火）17:25〜17:45 JST · 09:25〜09:45 CET'],
      ['回答期限', '2027年1月20日（水）10:00 JST · 02:00 CET'],
    ]);
  });

  it('says that an interpreter is asked for, and between which languages', () => {
    const interpretation: LanguagePair = ['en', 'ja'];
    const told = (news: 'received' | 'declined', to: typeof toAiko) =>
      requestLetter({ ...story, interpretation, news, to }).details?.filter(([label]) =>
        /通訳|Interpreter/.test(label),
      );
    expect([told('received', toAiko), told('received', toClara), told('declined', toAiko)]).toEqual([
      [['通訳', '英語 – 日本語']],
      [['Interpreter', 'English – Japanese']],
      [],
    ]);
  });

  it('says that a meeting stays where it is until another time is accepted', () => {
    const moving = { ...story, movesFrom: slot, slots: [], to: toClara, partner: aikoCard };
    expect(requestLetter({ ...moving, news: 'received' }).subject).toBe(
      'Aiko Tanaka (田中 愛子) asks to move your meeting',
    );
    const declined = requestLetter({ ...moving, news: 'declined' });
    expect(declined.subject).toBe('Your meeting with Aiko Tanaka (田中 愛子) stays where it is');
    expect(declined.details?.at(-1)).toEqual(['The meeting now', 'Tue 26 Jan 2027, 09:25–09:45 CET · 17:25–17:45 JST']);
  });

  it('speaks of one time where one was proposed, and of several where there were', () => {
    const moving = { ...story, movesFrom: slot };
    const told = (
      given: object,
      news: 'countered' | 'received' | 'emptied' | 'refilled',
      ...slots: (typeof slot)[]
    ) => {
      const { subject, paragraphs } = requestLetter({ ...story, ...given, news, slots });
      return [subject, ...paragraphs];
    };
    const english = { to: toClara, partner: aikoCard };
    expect([told(english, 'countered', slot), told(english, 'countered', slot, slot)]).toEqual([
      [
        'Aiko Tanaka (田中 愛子) proposes another time',
        'Aiko Tanaka (田中 愛子) would like to meet you at another time and proposes the one below.',
      ],
      [
        'Aiko Tanaka (田中 愛子) proposes other times',
        'Aiko Tanaka (田中 愛子) would like to meet you at another time and proposes those below.',
      ],
    ]);
    expect(told({ ...moving, ...english }, 'countered', slot)).toEqual([
      'Aiko Tanaka (田中 愛子) proposes another time for your meeting',
      'Aiko Tanaka (田中 愛子) proposes the time below instead. Until it is accepted, the meeting stays where it is.',
    ]);
    expect([told({}, 'emptied', slot)[1], told({}, 'emptied', slot, slot)[1]]).toEqual([
      'クララ・ヴァイス様（Clara Weiss）との面談の候補日時が埋まりました。お申込みは有効ですので、別の日時をご提案ください。',
      'クララ・ヴァイス様（Clara Weiss）との面談の候補日時が、すべて埋まりました。お申込みは有効ですので、別の日時をご提案ください。',
    ]);
    for (const given of [story, moving, { ...story, ...english }, { ...moving, ...english }])
      for (const news of ['received', 'countered', 'emptied', 'refilled'] as const)
        expect([given.to.lang, news, told(given, news, slot).join(' ')]).not.toEqual([
          given.to.lang,
          news,
          expect.stringMatching(/times|those|one of|all times|お選び|すべて|のうち/i),
        ]);
  });

  it('says who declined in whose place', () => {
    const voice = { by: aiko, for: clara };
    const declined = { ...story, news: 'declined', declinedBecause: 'no-time', voice } as const;
    expect(requestLetter(declined).details?.slice(3)).toEqual([
      ['ご連絡者', 'クララ・ヴァイス様（Clara Weiss）の代理、田中 愛子様'],
      ['理由', '会期中のご都合がつかないため'],
    ]);
    expect(requestLetter({ ...declined, to: toClara }).details?.[3]).toEqual([
      'Sent by',
      'Aiko Tanaka (田中 愛子) for Clara Weiss',
    ]);
  });

  it('asks for no answer where none is due', () => {
    for (const news of ['declined', 'withdrawn', 'expired'] as const) {
      expect(requestLetter({ ...story, news }).details?.map(([label]) => label)).toEqual([
        'お相手',
        '所属機関',
        '面談の目的',
      ]);
    }
  });
});

describe('briefLetter', () => {
  it('says who comes, how the name is read, what both know, and nothing that is not known', () => {
    const title = { en: 'Test benches wanted', ja: '試験設備を求む', original: 'ja' } as const;
    const brief = {
      startsAt: slot.startsAt.toISOString(),
      endsAt: slot.endsAt.toISOString(),
      language: 'en',
      reason: 'A shared test bench',
      cited: [],
      sides: [
        { me: true, participant: claraCard, published: [] },
        { me: false, participant: { ...aikoCard, department: null, jobTitle: 'Director' }, published: [{ title }] },
      ],
      past: [],
      agreements: [{ eu: 'Land A', jp: 'B Prefecture', instrument: 'MoU', date: '2014-02-10', topics: [], source: '' }],
    } as unknown as MeetingBrief;
    const { subject, details } = briefLetter({ to: toClara, brief, interpreter: null, url: 'https://musubi.example' });
    expect(subject).toBe('Before your meeting with Aiko Tanaka (田中 愛子)');
    expect(details).toEqual([
      ['When / 日時', 'Tue 26 Jan 2027, 09:25–09:45 CET · 17:25–17:45 JST'],
      ['With / お相手', 'Aiko Tanaka (田中 愛子)'],
      ['Reading / お名前の読み方', 'タナカ アイコ / Aiko Tanaka'],
      ['Title / 役職', 'Director'],
      ['Organisation / 所属機関', 'Osaka Bay Green Industry Council (大阪湾岸グリーン産業協議会)'],
      ['Language / 使用言語', 'English'],
      ['About / 面談の目的', 'A shared test bench'],
      ['They offer and seek / 先方の提供・募集', 'Test benches wanted / 試験設備を求む'],
      ['Agreements of the regions / 地域間の協定', 'Land A · B Prefecture: MoU, 2014'],
    ]);
  });

  it('names to a Japanese reader each thing once, and who interprets', () => {
    const title = { en: 'Test benches', ja: '試験設備', original: 'en' } as const;
    const [cited, further] = [
      { opportunityId: 'a', title },
      { opportunityId: 'b', title: { ...title, ja: '共同研究' } },
    ];
    const brief = {
      startsAt: slot.startsAt.toISOString(),
      endsAt: slot.endsAt.toISOString(),
      language: 'en',
      reason: '共同利用のご相談',
      cited: [cited],
      sides: [
        { me: true, participant: aikoCard, published: [] },
        {
          me: false,
          participant: { ...claraCard, department: '国際クラスター部', jobTitle: '国際クラスター部長' },
          published: [cited, further],
        },
      ],
      past: [],
      agreements: [],
    } as unknown as MeetingBrief;
    const told = (interpreter: PersonName | null) =>
      briefLetter({ to: toAiko, brief, interpreter: { name: interpreter, languages: ['en', 'ja'] }, url: '' }).details;
    expect(told(null)).toEqual([
      ['日時 / When', '2027年1月26日（火）17:25〜17:45 JST · 09:25〜09:45 CET'],
      ['お相手 / With', 'クララ・ヴァイス様（Clara Weiss）'],
      ['役職 / Title', '国際クラスター部長'],
      ['所属機関 / Organisation', 'Neckar Hydrogen Cluster'],
      ['使用言語 / Language', '英語'],
      ['通訳 / Interpreter', '主催者が手配中（英語 – 日本語）'],
      ['面談の目的 / About', '共同利用のご相談\n試験設備 / Test benches'],
      ['先方の提供・募集 / They offer and seek', '共同研究 / Test benches'],
    ]);
    expect(told(aiko)).toContainEqual(['通訳 / Interpreter', '田中 愛子様（英語 – 日本語）']);
  });
});

describe('registrationLetter', () => {
  const story = {
    to: toClara,
    event: {
      title: { en: 'Annual conference', ja: '年次会議', original: 'en' },
      zone: 'Asia/Tokyo',
      startsAt: new Date('2027-01-26T06:45:00Z'),
      endsAt: new Date('2027-01-27T10:20:00Z'),
    },
    position: 4,
    rejectedBecause: null,
    calendar: false,
    url: 'https://musubi.example/en/events/conference',
  } as const;

  it('shows the times of an event of several days from its first to its last hour', () => {
    const { details } = registrationLetter({ ...story, news: 'completed' });
    expect(details).toEqual([
      ['Event', 'Annual conference'],
      ['When', 'Tue 26 Jan 2027, 07:45 CET · 15:45 JST\nto Wed 27 Jan 2027, 11:20 CET · 19:20 JST'],
    ]);
  });

  it('shows the other side’s clock also where the event’s is the reader’s own', () => {
    const when = (to: Addressee, zone: string) =>
      registrationLetter({ ...story, event: { ...story.event, zone }, to, news: 'completed' }).details![1]![1];
    expect(when(toClara, 'Europe/Brussels')).toBe(
      'Tue 26 Jan 2027, 07:45 CET · 15:45 JST\nto Wed 27 Jan 2027, 11:20 CET · 19:20 JST',
    );
    expect(when(toAiko, 'Asia/Tokyo')).toBe(
      '2027年1月26日（火）15:45 JST · 07:45 CET から\n2027年1月27日（水）19:20 JST · 11:20 CET まで',
    );
    expect(when({ ...toClara, zone: 'Europe/Athens' }, 'Europe/Brussels')).toContain(
      '08:45 EET · 07:45 CET · 15:45 JST',
    );
  });

  it('says the place on the waiting list', () => {
    expect(registrationLetter({ ...story, news: 'waitlisted' }).paragraphs[0]).toContain(
      'number 4 on the waiting list',
    );
    expect(registrationLetter({ ...story, to: toAiko, news: 'waitlisted' }).paragraphs[0]).toContain(
      'キャンセル待ちの4番目',
    );
  });
});

describe('affiliationLetter', () => {
  const story = {
    person: { name: aiko, address: 'aiko@osaka.example' },
    organisation: aikoCard.organisation,
    answerBy: new Date('2027-01-15T12:20:00Z'),
    url: 'https://musubi.example/app/organisation',
  } as const;
  const toAdmin: Addressee = { ...toClara, lang: 'ja', zone: 'Asia/Tokyo' };

  it('gives an admin what is needed to answer: who, from which address, until when', () => {
    const english = affiliationLetter({ ...story, news: 'requested', to: toClara });
    expect(english.subject).toBe(
      'Aiko Tanaka (田中 愛子) says they belong to Osaka Bay Green Industry Council (大阪湾岸グリーン産業協議会)',
    );
    expect(english.details).toEqual([
      ['Name', 'Aiko Tanaka (田中 愛子)'],
      ['Mail address', 'aiko@osaka.example'],
      ['Organisation', 'Osaka Bay Green Industry Council (大阪湾岸グリーン産業協議会)'],
      ['Answer by', 'Fri 15 Jan 2027, 13:20 CET'],
    ]);
    const japanese = affiliationLetter({ ...story, news: 'requested', to: toAdmin });
    expect(japanese.subject).toBe(
      '【承認のお願い】田中 愛子様が大阪湾岸グリーン産業協議会（Osaka Bay Green Industry Council）への所属を申請されました',
    );
    expect(japanese.details?.at(-1)).toEqual(['回答期限', '2027年1月15日（金）21:20 JST']);
  });

  it('gives the person the answer and the organisation, no more', () => {
    for (const news of ['approved', 'declined', 'made_admin', 'ended'] as const) {
      expect(affiliationLetter({ ...story, news, to: toAiko }).details).toEqual([
        ['所属機関', '大阪湾岸グリーン産業協議会（Osaka Bay Green Industry Council）'],
      ]);
    }
  });
});
