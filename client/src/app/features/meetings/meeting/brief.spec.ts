import { describe, expect, it } from '@jest/globals';
import type { MeetingBrief, MeetingId } from '@musubi/contracts';
import { aiko, clara } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { Brief } from './brief';

const brief = (more: Partial<MeetingBrief>): MeetingBrief =>
  ({
    sides: [
      { participant: clara, me: true, published: [] },
      { participant: aiko, me: false, published: [] },
    ],
    cited: [],
    past: [],
    agreements: [],
    ...more,
  }) as unknown as MeetingBrief;

const opened = async (given: MeetingBrief): Promise<OpenedPage<Brief>> => {
  const inputs = { meetingId: 'meeting' as MeetingId };
  const page = await OpenedPage.of(Brief, { areas: ['meetings', 'brief'], inputs });
  await page.answer('/meetings/meeting/brief', given);
  return page;
};

describe('a brief', () => {
  it('shows what the other side seeks, earlier meetings, and agreements with their source', async () => {
    const page = await opened(
      brief({
        sides: [
          { participant: clara, me: true, published: [] },
          {
            participant: aiko,
            me: false,
            published: [
              { opportunityId: 'o', kind: 'request', title: { en: 'Test benches', ja: null, original: 'en' } },
            ],
          },
        ] as never,
        past: [
          {
            meetingId: 'p',
            eventTitle: { en: 'Webinar', ja: null, original: 'en' },
            startsAt: '2026-09-16T08:00:00Z',
            same: false,
          },
        ] as never,
        agreements: [
          {
            eu: 'Land A',
            jp: 'B Prefecture',
            instrument: 'MoU',
            date: '2014-02-10',
            topics: [],
            source: 'https://a.example',
          },
        ],
      }),
    );
    expect(page.texts('h3')).toEqual([
      'What the organisation of Aiko Tanaka offers and seeks',
      'You have met before',
      'Agreements between your regions',
    ]);
    const [published, past, agreement] = page.texts('li');
    expect(published).toBe('Test benches Request');
    expect(past).toMatch(/^Webinar .*Colleagues of yours$/);
    expect(agreement).toBe('Land A · B Prefecture MoU , 2014. Source');
    expect(page.get('a').getAttribute('href')).toBe('https://a.example');
  });

  it('does not say again what the meeting is about', async () => {
    const title = { en: 'Test benches', ja: null, original: 'en' };
    const cited = { opportunityId: 'o', kind: 'request', title };
    const sides = [{ participant: aiko, me: false, published: [cited] }];
    expect((await opened(brief({ cited: [cited], sides } as never))).texts('h2')).toEqual([]);
  });

  it('is silent where nothing is known', async () => {
    expect((await opened(brief({}))).texts('h2')).toEqual([]);
  });

  it('names every other side of a group, with what each has published in both languages', async () => {
    const kobe = { ...aiko, organisation: { ...aiko.organisation, organisationId: 'kobe' } };
    const named = (familyLatin: string, card: object) => ({
      ...card,
      name: { ...clara.name, familyLatin, givenLatin: 'Jo' },
    });
    const title = { en: 'Test benches', ja: '試験設備', original: 'ja' };
    const page = await opened(
      brief({
        sides: [
          { participant: clara, me: true, published: [] },
          { participant: named('Weber', clara), me: false, published: [] },
          { participant: aiko, me: false, published: [{ opportunityId: 'o', kind: 'request', title }] },
          { participant: named('Fujii', kobe), me: false, published: [] },
          { participant: named('Mori', kobe), me: false, published: [] },
        ] as never,
      }),
    );
    expect(page.texts('h3')).toEqual([
      'What the organisation of Aiko Tanaka offers and seeks',
      'Also at the table: Jo Fujii and Jo Mori',
    ]);
    expect(page.texts('li')).toEqual(['Test benches Original in Japanese Request 試験設備']);
  });
});
