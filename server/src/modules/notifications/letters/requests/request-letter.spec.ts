import { describe, expect, it } from '@jest/globals';
import type { LanguagePair } from '@musubi/contracts';
import { aiko, aikoCard, clara, claraCard, slot, toAiko, toClara } from '../../../../../test/builders/two-readers.js';
import { requestLetter } from './request-letter.js';

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
