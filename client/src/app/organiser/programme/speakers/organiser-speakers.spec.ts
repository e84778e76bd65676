import { describe, expect, it } from '@jest/globals';
import type { SpeakerRow } from '@musubi/contracts';
import { aiko, eventId } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { OrganiserSpeakers } from './organiser-speakers';

const path = `/events/${eventId}/programme/speakers`;
const row = (more: Partial<SpeakerRow> = {}): SpeakerRow => ({
  speakerId: 's1',
  name: 'Aiko Tanaka',
  nameLocal: '田中 愛子',
  organisation: 'Osaka Bay',
  organisationLocal: '大阪湾岸',
  sessions: [],
  account: null,
  lastChange: null,
  ...more,
});
const linked = row({
  account: { userId: aiko.userId, address: 'aiko@example.org', name: aiko.name, participates: true },
  lastChange: { did: 'linked', by: aiko.name, at: '2027-01-11T10:00:00Z' },
});

describe('the speakers of a programme', () => {
  it('show whose account each is, and who said so', async () => {
    const page = await OpenedPage.of(OrganiserSpeakers, { areas: ['organiser'] });
    await page.answer(path, [linked, row({ speakerId: 's2', name: 'Bo' })]);
    expect(page.texts('.list > li')).toEqual([
      'Aiko Tanaka 田中 愛子 Osaka Bay Aiko Tanaka aiko@example.org Takes part ' +
        'Linked by Aiko Tanaka, Mon 11 January 2027 Change account Unlink',
      'Bo 田中 愛子 Osaka Bay No account yet Link account',
    ]);
    expect(page.texts('.section-head .meta')).toEqual(['One without an account']);
  });

  it('are named as a Japanese reader names them', async () => {
    const page = await OpenedPage.of(OrganiserSpeakers, { areas: ['organiser'], lang: 'ja' });
    await page.answer(path, [row()]);
    expect(page.texts('.list > li > div:first-child')).toEqual(['田中 愛子 大阪湾岸']);
  });

  it('lose it only after a question', async () => {
    const page = await OpenedPage.of(OrganiserSpeakers, { areas: ['organiser'] });
    await page.answer(path, [linked]);
    await page.press('Unlink: Aiko Tanaka');
    page.http.expectNone(`/api${path}/s1/account`);
    await page.press('Unlink');
    await page.answer(`${path}/s1/account`, row());
    expect(page.texts('.section-head .meta')).toEqual(['One without an account']);
  });

  it('say when they could not be read, and are read again', async () => {
    const page = await OpenedPage.of(OrganiserSpeakers, { areas: ['organiser'] });
    await page.answer(path, { code: 'internal', status: 500 }, 500);
    await page.press('Try again');
    await page.answer(path, []);
    expect(page.texts('.list > li')).toEqual(['The draft names no speakers.']);
  });
});
