import { describe, expect, it } from '@jest/globals';
import { aiko, aikoCard, toAiko, toClara } from '../../../../test/builders/two-readers.js';
import type { Addressee } from '../addressee.js';
import { affiliationLetter } from './affiliation-letter.js';

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
