import { describe, expect, it } from '@jest/globals';
import type { LanguagePair } from '@musubi/contracts';
import { aiko, aikoCard, clara, claraCard, slot, toAiko, toClara } from '../../../../../test/builders/two-readers.js';
import type { Addressee } from '../../addressee.js';
import { meetingLetter, type MeetingStory } from './meeting-letter.js';

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
    const inJapanese = meetingLetter({ ...about, to: toAiko, partner: claraCard });
    expect(inJapanese.subject).toMatch(/^【面談日時の変更に伴う参加の取消し】/);
    expect(inJapanese.paragraphs[0]).toMatch(/別のご予定などがあるため.*ほかの参加者により行われます/);
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
