import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { Lang, ParticipantId, PersonName } from '@musubi/contracts';
import { provideWords } from '../../../testing/words';
import { aiko, clara, meeting, request } from '../../../testing/meeting-fixtures';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { inboxOf } from './inbox/inbox';
import { MeetingWords } from './meeting-words';

const now = '2027-01-26T08:16:00Z';

describe('meetings in words', () => {
  let say: MeetingWords;
  const start = async (lang: Lang, zone: string): Promise<void> => {
    TestBed.inject(Clock).usePersonZone(zone);
    await TestBed.inject(Words).use(lang);
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideWords()] });
    TestBed.inject(Clock).set({ now, offsetMs: 0 });
    await TestBed.inject(Words).load('meetings', 'common');
    say = TestBed.inject(MeetingWords);
  });

  it('names who cancelled: oneself, a colleague, the other side or the organisers, and in whose place', async () => {
    await start('en', 'Europe/Berlin');
    const nils = { ...clara, participantId: 'nils' as ParticipantId, name: { ...clara.name, givenLatin: 'Nils' } };
    const { sides } = meeting();
    const cancelled = meeting({
      state: 'cancelled',
      sides: [...sides, { participant: nils, here: false, side: 1, part: 'required' }],
    });
    const by = (cancelledBy: ParticipantId | null, cancelledThrough: PersonName | null = null) =>
      Object.values(say.canceller({ ...cancelled, cancelledBy, cancelledThrough }));
    expect(by(clara.participantId)).toEqual(['you', '']);
    expect(by(nils.participantId)).toEqual(['colleague', 'Nils Weiss']);
    expect(by(aiko.participantId)).toEqual(['them', 'Aiko Tanaka']);
    expect(by(aiko.participantId, nils.name)).toEqual(['them', 'Nils Weiss for Aiko Tanaka']);
    expect(by(clara.participantId, nils.name)).toEqual(['colleague', 'Nils Weiss for Clara Weiss']);
    expect(by(null)).toEqual(['system', '']);
  });

  it('says that an interpreter is asked for, as each language sets sentences', async () => {
    await start('en', 'Europe/Berlin');
    expect(say.together('20 minutes.', say.interpreted(['en', 'ja']))).toBe(
      '20 minutes. With an interpreter, English and Japanese.',
    );
    expect(say.together('20 minutes.', say.interpreted(null))).toBe('20 minutes.');
    await start('ja', 'Asia/Tokyo');
    expect(say.together('20分。', say.interpreted(['en', 'ja']))).toBe('20分。通訳あり（英語・日本語）。');
  });

  it('writes one instant on both walls', async () => {
    await start('en', 'Europe/Berlin');
    expect([
      say.pick('2027-01-26T08:50:00Z'),
      say.shortDay('2027-01-26T08:50:00Z'),
      say.wholeBoth('2027-01-26T08:50:00Z', 'Asia/Tokyo'),
      say.wholeBoth('2027-01-26T22:59:00Z', 'Asia/Tokyo'),
      say.wholeBoth('2027-01-26T08:50:00Z', 'Europe/Madrid'),
    ]).toEqual([
      'Tue 09:50',
      'Tue 26',
      'Tue 26 January, 09:50 CET, 17:50 JST',
      'Tue 26 January, 23:59 CET, Wed 27 January, 07:59 JST',
      'Tue 26 January, 09:50 CET',
    ]);
    await start('ja', 'Asia/Tokyo');
    expect([
      say.pick('2027-01-26T08:50:00Z'),
      say.shortDay('2027-01-26T08:50:00Z'),
      say.wholeBoth('2027-01-26T08:50:00Z', 'Europe/Berlin'),
    ]).toEqual(['26日 17:50', '26日（火）', '1月26日（火）17:50 JST／09:50 CET']);
  });

  it('says when something was: of its own, in running text, and as short as it may be', async () => {
    const told = () =>
      ['2027-01-26T08:05:00Z', '2027-01-11T14:30:00Z'].map((at) => [say.moment(at), say.within(at), say.since(at)]);
    await start('en', 'Europe/Berlin');
    expect(told()).toEqual([
      ['Today, 09:05', 'today, 09:05', '09:05'],
      ['Mon 11 January, 15:30', 'Mon 11 January, 15:30', 'Mon 11 January, 15:30'],
    ]);
    await start('ja', 'Asia/Tokyo');
    expect(told()).toEqual([
      ['本日 17:05', '本日 17:05', '17:05'],
      ['1月11日（月）23:30', '1月11日（月）23:30', '1月11日（月）23:30'],
    ]);
  });

  it('reads a deadline of the other side on one’s own clock first, theirs in brackets', async () => {
    const deadlines = () => [
      say.theirDeadline('2027-01-20T01:00:00Z', 'Asia/Tokyo'),
      say.theirDeadline('2027-01-19T22:59:00Z', 'Asia/Tokyo'),
      say.theirDeadline('2027-01-19T22:59:00Z', 'Europe/Madrid'),
      say.otherOf('2027-01-20T01:00:00Z', aiko),
    ];
    await start('en', 'Europe/Berlin');
    expect(deadlines()).toEqual([
      'Wed 20 January, 02:00 CET (10:00 JST)',
      'Tue 19 January, 23:59 CET (Wed 20 January, 07:59 JST)',
      'Tue 19 January, 23:59 CET',
      '10:00 JST for Aiko',
    ]);
    await start('ja', 'Europe/Berlin');
    expect(deadlines()[0]).toBe('1月20日（水）02:00 CET（10:00 JST）');
  });

  it('says a deadline with what is left when it is near', async () => {
    await start('en', 'Europe/Berlin');
    expect([say.answerBy('2027-01-26T08:31:00Z'), say.answerBy('2027-01-27T07:10:00Z')]).toEqual([
      { icon: 'hourglass', kind: 'caution', text: 'Answer by 09:31 CET, 15 min left' },
      { icon: 'hourglass', kind: 'quiet', text: 'Answer by Wed 27 January, 08:10 CET' },
    ]);
    await start('ja', 'Asia/Tokyo');
    expect(say.answerBy('2027-01-26T08:31:00Z').text).toBe('回答期限 17:31 JST（あと15分）');
  });

  it('counts down in the units that matter', async () => {
    await start('en', 'Europe/Berlin');
    const spans = ['2027-01-26T08:25:00Z', '2027-01-26T11:36:00Z', '2027-01-26T18:16:00Z', '2027-02-09T06:00:00Z'];
    expect(spans.map((at) => say.span(at))).toEqual(['9 min', '3 h 20 min', '10 hours', '14 days']);
  });

  it('names people as one speaks of them', async () => {
    await start('en', 'Europe/Berlin');
    expect([say.name(aiko.name), say.called(aiko.name), say.organisation(aiko.organisation)]).toEqual([
      'Aiko Tanaka',
      'Aiko',
      'Osaka Bay Green Industry Council',
    ]);
    await start('ja', 'Asia/Tokyo');
    const inKana = { ...clara.name, familyKana: 'ヴァイス', givenKana: 'クララ' };
    expect([say.called(aiko.name), say.called(inKana), say.name(inKana), say.organisation(aiko.organisation)]).toEqual([
      '田中様',
      'ヴァイス様',
      'クララ・ヴァイス様',
      '大阪湾岸グリーン産業協議会',
    ]);
  });

  it('gives each row its state in icon and word', async () => {
    await start('en', 'Europe/Berlin');
    const here = meeting({ sides: meeting().sides.map((side) => ({ ...side, here: true })) });
    const { waiting, confirmed } = inboxOf([request()], [here], Temporal.Instant.from(now));
    expect([say.briefState(waiting[0]!).text, say.state(confirmed[0]!)]).toEqual([
      'Answer by 09:31, 15 min left',
      { icon: 'live', kind: 'live', text: 'Room open, Aiko is inside' },
    ]);
  });

  it('marks what was written in the other language', () => {
    expect([say.written('Test hours'), say.written('試験設備について'), say.written('PEMスタック')]).toEqual([
      'en',
      'ja',
      'ja',
    ]);
  });
});
