import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { Lang, MeetingId, VerdictView } from '@musubi/contracts';
import { aiko, eventId } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { MeetingRecord } from './meeting-record';

const verdict = (more: Partial<VerdictView> = {}): VerdictView => ({
  meetingId: 'meeting' as MeetingId,
  state: 'no_show',
  source: 'presence',
  excluded: false,
  decided: false,
  provisional: true,
  finalAt: '2027-01-28T08:46:00Z',
  countedFrom: '2027-01-26T08:15:00Z',
  countedUntil: '2027-01-26T08:45:00Z',
  mine: [{ startsAt: '2027-01-26T08:24:00Z', endsAt: '2027-01-26T08:43:00Z' }],
  colleagues: [],
  mySideThere: true,
  otherSideThere: false,
  togetherMinutes: 0,
  declared: { bySide: false, byOther: false },
  dispute: null,
  may: { dispute: true, declare: true },
  ...more,
});
const opened = async (view: VerdictView, lang: Lang = 'en'): Promise<OpenedPage<MeetingRecord>> => {
  const page = await OpenedPage.of(MeetingRecord, {
    areas: ['meetings', 'record'],
    inputs: { meetingId: 'meeting' as MeetingId, partner: aiko },
    now: '2027-01-26T09:00:00Z',
    lang,
  });
  await page.answer('/meetings/meeting/verdict', view);
  return page;
};

describe('how a meeting is recorded', () => {
  it('stands in plain words, with what the room saw and until when one may speak, on both walls', async () => {
    const page = await opened(verdict());
    expect(page.texts('musubi-state, .finding .meta')).toEqual(['Only one side in the room', 'Provisional']);
    expect(page.texts('.evidence li')).toEqual([
      'You were in the room 09:24–09:43.',
      'Nobody of Aiko’s side was in the room.',
    ]);
    expect(page.texts('.term')).toEqual([
      'Both sides can say what was otherwise until Thu 28 January, 09:46 CET, 17:46 JST.',
    ]);
  });

  it('is silent while nothing is recorded', async () => {
    const page = await OpenedPage.of(MeetingRecord, {
      areas: ['meetings', 'record'],
      inputs: { meetingId: 'meeting' as MeetingId, partner: aiko },
    });
    await page.answer('/meetings/meeting/verdict', { code: 'meeting.wrong_state' }, 409);
    expect(page.texts('h2')).toEqual([]);
  });

  it('is disputed with a reason and a few words, which only the organisers read', async () => {
    const page = await opened(verdict());
    await page.press('Ask the organisers to look at it');
    await page.press('Send to the organisers');
    expect(page.texts('.error')).toEqual(['Please say in a few words what happened.']);
    await page.fill('What is not right?', 'technical');
    await page.fill('In a few words', 'The sound failed');
    await page.press('Send to the organisers');
    const call = page.http.expectOne({ method: 'POST', url: '/api/meetings/meeting/verdict/dispute' });
    expect(call.request.body).toEqual({ reason: 'technical', statement: 'The sound failed' });
    const dispute = {
      mine: true,
      reason: 'technical',
      statement: 'The sound failed',
      at: '2027-01-26T09:00:00Z',
    } as const;
    call.flush(verdict({ dispute: { ...dispute, decidedAt: null }, may: { dispute: false, declare: true } }));
    await page.settle();
    expect(page.texts('musubi-note')[0]).toContain('The sound failed');
    expect(page.button('Ask the organisers to look at it')).toBeNull();
  });

  it('both may say that they met; one takes it back', async () => {
    const page = await opened(verdict({ declared: { bySide: false, byOther: true } }));
    expect(page.texts('.soft')).toEqual(['Aiko’s side says that you met. If that is so, say so as well.']);
    await page.press('We met all the same');
    await page.press('Say that we met');
    const call = page.http.expectOne({ method: 'PUT', url: '/api/meetings/meeting/verdict/declaration' });
    expect(call.request.body).toEqual({ met: true, place: 'phone' });
    call.flush(verdict({ state: 'held', source: 'declaration', may: { dispute: true, declare: false } }));
    await page.settle();
    expect(page.texts('musubi-state')).toEqual(['Took place']);
  });

  it('asks nobody to say what the room has seen', async () => {
    const page = await opened(
      verdict({ state: 'held', otherSideThere: true, declared: { bySide: true, byOther: false } }),
    );
    expect([page.texts('.soft'), page.texts('musubi-state')]).toEqual([[], ['Took place']]);
  });

  it('takes it that who said that they met, and was not in the room, met another way', async () => {
    const reason = async (more: Partial<VerdictView>): Promise<string> => {
      TestBed.resetTestingModule();
      const page = await opened(verdict(more));
      await page.press('Ask the organisers to look at it');
      return (page.get('musubi-dispute-form select') as HTMLSelectElement).value;
    };
    const declared = { bySide: true, byOther: false };
    expect([await reason({}), await reason({ mySideThere: false, mine: [], declared })]).toEqual([
      'was-there',
      'met-elsewhere',
    ]);
  });

  const may = { dispute: true, declare: false };
  const both = { bySide: true, byOther: true };

  it('says that what both have said stands', async () => {
    const agreed = await opened(verdict({ state: 'held', source: 'declaration', declared: both, may }));
    expect(agreed.texts('.soft')).toEqual([
      'Both sides said that they met. One side alone does not take that back; if it is not so, the organisers can look at it.',
    ]);
  });

  it('says one thing of what the organisers have decided: it stands, unless they look at it again', async () => {
    const by = { state: 'cut_short', source: 'organiser', decided: true, provisional: false } as const;
    const decided = await opened(verdict({ ...by, declared: { ...both, byOther: false }, may }));
    expect([decided.texts('.soft'), decided.texts('.finding .meta'), decided.texts('.term')]).toEqual([
      [],
      [],
      [
        'This record stands. Only if something in the decision is wrong, ask the organisers until Thu 28 January, 09:46 CET, 17:46 JST to look at it again.',
      ],
    ]);
    expect(decided.texts('.acts button')).toEqual(['Ask the organisers to look at it']);
    // What the room measured explains no decision.
    expect(decided.element.textContent).not.toContain('less than five minutes');
    expect(decided.element.textContent).toContain('What the room saw');
  });

  it('says so too to whom nothing is left to say', async () => {
    const by = { state: 'not_held', excluded: true, source: 'organiser', decided: true, provisional: false } as const;
    const page = await opened(verdict({ ...by, may: { dispute: false, declare: false } }), 'ja');
    expect([page.texts('musubi-state'), page.texts('.term')]).toEqual([
      ['未実施（集計対象外）'],
      ['この記録で確定しています。'],
    ]);
  });

  it('asks of a record that says that they met what was otherwise', async () => {
    const page = await opened(verdict({ state: 'held', otherSideThere: true, may }));
    await page.press('Ask the organisers to look at it');
    expect(page.texts('musubi-dispute-form option').slice(0, 2)).toEqual([
      'The other side was not there',
      'We could not talk',
    ]);
    await page.fill('In a few words', 'Nobody answered');
    await page.press('Send to the organisers');
    const call = page.http.expectOne({ method: 'POST', url: '/api/meetings/meeting/verdict/dispute' });
    expect(call.request.body).toEqual({ reason: 'other-absent', statement: 'Nobody answered' });
  });

  it('follows when it changes, and offers nothing once it is final', async () => {
    const page = await opened(verdict());
    await page.hear('meeting.changed', { meetingId: 'meeting', eventId });
    const later = { finalAt: '2027-01-26T08:50:00Z', provisional: false, may: { dispute: false, declare: false } };
    await page.answer('/meetings/meeting/verdict', verdict({ state: 'cut_short', source: 'organiser', ...later }));
    expect([page.texts('musubi-state'), page.texts('.term'), page.texts('button')]).toEqual([
      ['Cut short'],
      ['This record is final.'],
      [],
    ]);
  });

  it('is read in Japanese as in English, and blames nobody', async () => {
    const page = await opened(verdict({ mySideThere: false, otherSideThere: true, mine: [] }), 'ja');
    expect(page.texts('.evidence li')).toEqual([
      '09:15〜09:45 CETの間、入室の記録はありません。',
      '田中様側の入室を確認しています。',
    ]);
    expect(page.element.textContent).not.toMatch(/record\./);
  });
});
