import { describe, expect, it } from '@jest/globals';
import type { MeetingBrief, PersonName } from '@musubi/contracts';
import { aiko, aikoCard, claraCard, slot, toAiko, toClara } from '../../../../../test/builders/two-readers.js';
import { briefLetter } from './brief-letter.js';

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

  it('names everybody of every other side of a group, and what each organisation seeks once', () => {
    const title = (en: string) => ({ en, ja: null, original: 'en' as const });
    const mine = { ...claraCard, organisation: { ...claraCard.organisation, organisationId: 'neckar' } };
    const other = { ...aikoCard.organisation, organisationId: 'kobe', nameLatin: 'Kobe Port Office', nameLocal: null };
    const person = (familyLatin: string, organisation: object) => ({
      ...aikoCard,
      organisation,
      name: { ...aikoCard.name, familyLatin, familyLocal: null, givenLocal: null, familyKana: null, givenKana: null },
    });
    const side = (participant: object, en: string, me = false) => ({
      me,
      participant,
      published: [{ opportunityId: en, title: title(en) }],
    });
    const brief = {
      startsAt: slot.startsAt.toISOString(),
      endsAt: slot.endsAt.toISOString(),
      language: 'en',
      reason: 'A shared test bench',
      cited: [],
      sides: [
        side(mine, 'Ours', true),
        side(person('Weber', mine.organisation), 'Ours'),
        side(aikoCard, 'Benches'),
        side(person('Fujii', other), 'Ammonia'),
        side(person('Mori', other), 'Ammonia'),
      ],
      past: [],
      agreements: [],
    } as unknown as MeetingBrief;
    const { details } = briefLetter({ to: toClara, brief, interpreter: null, url: 'https://musubi.example' });
    const of = (label: string) => details!.filter(([one]) => one.startsWith(`${label} /`)).map(([, text]) => text);
    expect(of('With')).toEqual(['Aiko Tanaka (田中 愛子)', 'Aiko Fujii', 'Aiko Mori']);
    expect(of('They offer and seek')).toEqual(['Benches', 'Ammonia']);
    expect(of('Organisation').slice(1)).toEqual(['Kobe Port Office', 'Kobe Port Office']);
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
