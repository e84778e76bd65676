import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { BlockView, InterpretersView, InterpreterView } from '@musubi/contracts';
import { aiko, eventId, slot } from '../../../testing/meeting-fixtures';
import { Toasts } from '../../core/page/toasts';
import { OpenedPage } from '../../../testing/opened-page';
import { Interpreters } from './interpreters';

const list = `/organise/events/${eventId}/interpreters`;
const slots = [slot('2027-01-26T08:00:00Z'), slot('2027-01-26T08:25:00Z')];
const block = { blockId: 'block', slots } as unknown as BlockView;
const mika: InterpreterView = {
  interpreterId: 'mika' as never,
  userId: 'user-mika' as never,
  name: aiko.name,
  zone: 'Asia/Tokyo',
  pairs: [['en', 'ja']],
  available: [],
  inARow: 3,
  breakMinutes: 15,
  minutes: 0,
  meetings: [],
};
const whole = { pairs: [['en', 'ja']], available: [], inARow: 3, breakMinutes: 15 };

const open = async () => {
  const page = await OpenedPage.of(Interpreters, { areas: ['organiser', 'meetings', 'company'] });
  await page.answer(list, { interpreters: [mika], wanted: [] } satisfies InterpretersView);
  await page.answer(`/events/${eventId}/blocks`, [block]);
  return page;
};
const put = (page: OpenedPage<Interpreters>) => page.http.expectOne({ method: 'PUT', url: `/api${list}/mika` });
const choose = async (page: OpenedPage<Interpreters>, label: string, value: string) => page.fill(label, value);

describe('the interpreters of an event', () => {
  it('are changed where they stand, on the times of the event, and it can be undone', async () => {
    const page = await open();
    await page.press('Change Aiko Tanaka');
    await choose(page, 'Tue 26 January from', slots[1]!.startsAt);
    await choose(page, 'The other language', 'fr');
    await page.press('Add these languages');
    await page.press('Keep');
    const sent = put(page);
    expect(sent.request.body).toEqual({
      pairs: [
        ['en', 'ja'],
        ['ja', 'fr'],
      ],
      available: [{ startsAt: slots[1]!.startsAt, endsAt: slots[1]!.endsAt }],
      inARow: 3,
      breakMinutes: 15,
    });
    sent.flush(mika);
    await page.answer(list, { interpreters: [mika], wanted: [] });
    expect(page.element.querySelector('musubi-interpreter-form')).toBe(null);
    TestBed.inject(Toasts).all().at(-1)!.act!.run();
    await page.settle();
    expect(put(page).request.body).toEqual(whole);
  });

  it('are added with the name that Japanese readers see; what was refused is gone with the next attempt', async () => {
    const page = await open();
    await page.press('Add an interpreter');
    for (const [label, value] of [
      ['First name', 'Mika'],
      ['Family name', 'Sato'],
      ['Family name in kanji', '佐藤'],
      ['E-mail', 'mika@interpreters.example'],
    ] as const)
      await page.fill(label, value);
    page.get('musubi-interpreter-form form').dispatchEvent(new Event('submit', { cancelable: true }));
    await page.settle();
    const sent = page.http.expectOne({ method: 'POST', url: `/api${list}` });
    expect(sent.request.body).toMatchObject({
      ...whole,
      pairs: [['ja', 'en']],
      name: { givenLatin: 'Mika', familyLatin: 'Sato', familyLocal: '佐藤', familyKana: null },
    });
    sent.flush({ code: 'interpreter.duplicate', title: '', status: 409 }, { status: 409, statusText: 'Refused' });
    await page.answer(list, { interpreters: [mika], wanted: [] });
    expect(page.get('musubi-failure').textContent).toContain('This person interprets here already');
    await page.press('Change Aiko Tanaka');
    expect(page.element.querySelector('musubi-failure')).toBe(null);
  });

  it('need languages and a day, and say so', async () => {
    const page = await open();
    await page.press('Change Aiko Tanaka');
    await page.press('Remove English and Japanese');
    await page.press('Keep');
    expect(page.texts('.lacks')).toEqual(['Add the languages between which they interpret.']);
    await page.press('Add these languages');
    page.get('input[type="checkbox"]').click();
    await page.settle();
    await page.press('Keep');
    expect(page.texts('.lacks')).toEqual(['Choose at least one day.']);
    page.http.expectNone({ method: 'PUT', url: `/api${list}/mika` });
  });

  it('are removed once one is sure', async () => {
    const page = await open();
    await page.press('Remove Aiko Tanaka');
    await page.press('Cancel');
    page.http.expectNone({ method: 'DELETE', url: `/api${list}/mika` });
  });
});
