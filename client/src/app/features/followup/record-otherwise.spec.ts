import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { Lang, MeetingResult, MeetingView } from '@musubi/contracts';
import { OpenedPage } from '../../../testing/opened-page';
import { RecordOtherwise } from './record-otherwise';

describe('what somebody says against the record', () => {
  const opened = (state: MeetingView['state'], result: MeetingResult | null, lang: Lang = 'en') => {
    TestBed.resetTestingModule();
    return OpenedPage.of(RecordOtherwise, {
      areas: ['followup'],
      inputs: { meeting: { meetingId: 'meeting' as MeetingView['meetingId'], state }, result },
      lang,
    });
  };

  it('leads to the record before it is saved', async () => {
    const page = await opened('held', 'partner_absent');
    expect(page.texts('musubi-note')[0]).toContain('The record of this meeting says that it took place.');
    expect(page.get('a').getAttribute('href')).toMatch(/\/meetings\/meeting$/);
    const inJapanese = await opened('cut_short', 'i_was_absent', 'ja');
    expect(inJapanese.texts('a')).toEqual(['記録を確認する']);
  });

  it.each([
    ['no_show', 'partner_absent'],
    ['held', 'met'],
    ['held', 'technical'],
    ['held', null],
  ] as const)('is silent of %s and %s', async (state, result) => {
    expect((await opened(state, result)).texts('musubi-note')).toEqual([]);
  });
});
