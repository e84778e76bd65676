import { describe, expect, it } from '@jest/globals';
import type { Lang, MeetingRecord } from '@musubi/contracts';
import { aiko, clara, eventId, meeting, planB } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { Record } from './record';

const path = `/organise/events/${eventId}/meetings/meeting`;
const found = { state: 'no_show', source: 'presence', excluded: false } as const;
const record = (more: Partial<MeetingRecord> = {}): MeetingRecord => ({
  meeting: meeting({ state: 'no_show', me: null }),
  bookedAt: '2027-01-14T08:00:00Z',
  countedFrom: '2027-01-26T08:15:00Z',
  countedUntil: '2027-01-26T08:45:00Z',
  verdict: { ...found, place: 1, absent: [1], provisional: true, finalAt: '2027-01-28T08:46:00Z', undoable: false },
  people: [
    {
      participant: aiko,
      side: 0,
      part: 'required',
      stays: [{ startsAt: '2027-01-26T08:24:00Z', endsAt: '2027-01-26T08:43:00Z' }],
      attendedSeconds: 1_140,
      declared: null,
    },
    { participant: clara, side: 1, part: 'required', stays: [], attendedSeconds: 0, declared: 'phone' },
  ],
  outages: [],
  thread: { messages: 2, firstAt: '2027-01-20T08:00:00Z', lastAt: '2027-01-26T08:30:00Z', by: [] },
  history: [{ ...found, place: 1, at: '2027-01-26T08:46:00Z', by: null, reason: null, undoes: null }],
  disputes: [
    {
      disputeId: 'd',
      by: clara,
      reason: 'met-elsewhere',
      statement: 'We spoke on the phone',
      at: '2027-01-26T09:00:00Z',
      decidedAt: null,
      outcome: null,
    },
  ],
  ...more,
});
const open = async (lang: Lang = 'en', given = record()): Promise<OpenedPage<Record>> => {
  const page = await OpenedPage.of(Record, {
    areas: ['organiser', 'meetings', 'records'],
    inputs: { id: 'meeting' },
    lang,
  });
  await page.answer(`${path}/record`, given);
  return page;
};

describe('the record of a meeting', () => {
  it('shows who was there when, what is disputed, how much was written, and what stands', async () => {
    const page = await open();
    expect(page.texts('h1')).toEqual(['Aiko Tanaka and Clara Weiss']);
    expect(page.texts('.people li')).toEqual([
      'Aiko Tanaka Osaka Bay Green Industry Council 09:24–09:43',
      'Clara Weiss Neckar Hydrogen Cluster not there Says that they met by phone',
    ]);
    expect(page.texts('blockquote p')).toEqual(['We spoke on the phone']);
    expect(page.texts('.page-head .states')).toEqual([
      'One side was missing Measured in the room Provisional until Thu 28 January, 09:46 CET',
    ]);
    expect(page.texts('.history li')).toHaveLength(1);
    expect(page.button('Take the last decision back')).toBeNull();
  });

  it('says where it was held instead of in its room', async () => {
    const page = await open(
      'en',
      record({
        meeting: meeting({
          state: 'no_show',
          me: null,
          planB: planB({ kind: 'phone', value: '+49 711 123', host: null }),
        }),
      }),
    );
    expect(page.texts('musubi-plan-b-place')).toEqual(['They meet elsewhere: +49 711 123']);
  });

  it('is decided with a reason, and a no-show names the side', async () => {
    const page = await open();
    await page.press('Record this');
    expect(page.texts('.error')).toEqual(['Please say what became of the meeting.', 'Please give a reason.']);
    const radios = [...page.element.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    const named = radios.find((one) =>
      one.parentElement!.textContent!.includes('the side of Clara Weiss was missing'),
    )!;
    named.click();
    await page.fill('Reason, for the record', 'Nobody answered our call');
    await page.press('Record this');
    const call = page.http.expectOne({ method: 'POST', url: `/api${path}/verdict` });
    expect(call.request.body).toEqual({
      state: 'no_show',
      absentSide: 1,
      excluded: false,
      reason: 'Nobody answered our call',
      place: 1,
    });
    const verdict = { ...record().verdict!, place: 2, undoable: true };
    call.flush(
      record({
        verdict,
        history: [
          ...record().history,
          {
            ...found,
            place: 2,
            at: '2027-01-26T10:00:00Z',
            by: 'Marie Dubois',
            reason: 'Nobody answered our call',
            undoes: null,
          },
        ],
      }),
    );
    await page.settle();
    expect(page.texts('.history q')).toEqual(['Nobody answered our call']);
    await page.press('Take the last decision back');
    const undone = page.http.expectOne({ method: 'POST', url: `/api${path}/verdict/undo` });
    expect(undone.request.body).toMatchObject({ place: 2 });
  });

  it('is read again where somebody was faster', async () => {
    const page = await open();
    page.element.querySelector<HTMLInputElement>('input[type=radio]')!.click();
    await page.fill('Reason, for the record', 'Both said so');
    await page.press('Record this');
    await page.answer(`${path}/verdict`, { code: 'verdict.moved_on' }, 409);
    await page.answer(`${path}/record`, record({ verdict: { ...record().verdict!, state: 'held' } }));
    expect(page.texts('.page-head .states')[0]).toContain('Held');
  });

  it('names what did not work, and has its words in Japanese', async () => {
    const outage = { of: 'video', startsAt: '2027-01-26T08:30:00Z', endsAt: '2027-01-26T08:40:00Z' } as const;
    const page = await open('ja', record({ outages: [outage] }));
    expect(page.texts('musubi-note')).toEqual(['09:30〜09:40 CETの間、ビデオサーバーが応答しませんでした。']);
    expect(page.element.textContent).not.toMatch(/records\./);
  });
});
