import { describe, expect, it } from '@jest/globals';
import type { AskingView } from '@musubi/contracts';
import { OpenedPage } from '../../../../testing/opened-page';
import { AskPeople } from './ask-people';

const path = '/organise/events/event/schedule/asking';
const letter: AskingView['letter'] = {
  en: { subject: 'Whom would you like to meet?', paragraphs: ['Please say whom.', 'Until: Wed 20 January'] },
  ja: { subject: '【面談のご希望のお伺い】', paragraphs: ['お知らせください。'] },
};

async function open(view: Partial<AskingView> = {}, lang: 'en' | 'ja' = 'en') {
  const page = await OpenedPage.of(AskPeople, { areas: ['schedule'], lang });
  await page.press(lang === 'en' ? 'Ask those who have not answered' : '未回答の方にご案内を送る');
  await page.answer(path, { open: true, toAsk: 115, asked: 0, letter, ...view });
  return page;
}

describe('asking for wishes', () => {
  it('says how many get which letter before it goes', async () => {
    const page = await open({ asked: 33 });
    expect(page.texts('[role=status]')).toEqual([
      '115 people who take part have not answered and got no letter yet. 33 people got one before.',
    ]);
    expect(page.texts('article')).toEqual([
      'Whom would you like to meet? Please say whom. Until: Wed 20 January',
      '【面談のご希望のお伺い】 お知らせください。',
    ]);
    await page.press('Write to 115 people');
    const [sent] = page.http.match(`/api${path}`);
    expect([sent!.request.method, sent!.request.body]).toEqual(['POST', {}]);
    sent!.flush({ written: 115 });
    await page.settle();
    expect(page.texts('article')).toEqual([]);
  });

  it('asks nobody where everybody answered or was asked, or nothing can be said', async () => {
    const done = await open({ toAsk: 0, asked: 115 });
    expect(done.texts('button')).toEqual(['Ask those who have not answered']);
    expect(done.texts('[role=status]')[0]).toMatch(/^Everybody has answered or got the letter\./);
  });

  it('says that the time for wishes is closed', async () => {
    const page = await open({ open: false, toAsk: 0 }, 'ja');
    expect(page.texts('[role=status]')).toEqual([
      '現在は回答の受付期間外のため、ご案内は送信されません。受付の設定をご確認ください。',
    ]);
  });
});
