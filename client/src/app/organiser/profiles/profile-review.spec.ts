import { describe, expect, it } from '@jest/globals';
import type { FileId, ReviewItem } from '@musubi/contracts';
import { aiko } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { ProfileReview } from './profile-review';

const text = (en: string | null, ja: string | null = null) => ({ en, ja, original: 'en' as const });
const content = {
  summary: text('Forty firms'),
  description: text(null),
  aims: text(null),
  lookingFor: text(null),
  sectors: ['health'],
  size: null,
  workingLanguages: [],
  website: null,
  seeks: [],
};
const { organisationId } = aiko.organisation;
const waiting: ReviewItem[] = [
  {
    what: 'profile',
    id: organisationId,
    organisation: aiko.organisation,
    version: 5,
    submittedAt: '2027-01-12T09:00:00Z',
    before: { ...content, summary: text('Thirty firms') },
    after: content,
    files: [],
  },
];
const open = async (items = waiting) => {
  const page = await OpenedPage.of(ProfileReview, { areas: ['orgprofiles', 'profiles', 'meetings'] });
  await page.answer('/organise/profile-reviews', items);
  return page;
};

describe('what organisers read', () => {
  it('stands beside what the public reads now, only where it differs', async () => {
    const page = await open();
    expect(page.texts('dl > div')).toEqual(['Summary English Public now Thirty firms Would be Forty firms']);
  });

  it('names the files that come with it, to be opened', async () => {
    const fileId = '01990000-0000-7000-8000-0000000000f1' as FileId;
    const file = { fileId, name: 'benches.pdf', bytes: 900, mediaType: 'application/pdf', use: 'document' as const };
    const page = await open([{ ...waiting[0]!, what: 'profile', files: [file] } as ReviewItem]);
    expect(page.texts('.files li')).toEqual(['benches.pdf Documents']);
    expect(page.element.querySelector('.files a')!.getAttribute('href')).toContain(`/api/files/${fileId}`);
  });

  it('says so when nothing waits', async () => {
    const page = await open([]);
    expect(page.texts('musubi-empty h2')).toEqual(['Nothing waits']);
  });

  it('approves exactly what was read, and takes it off the list', async () => {
    const page = await open();
    await page.press('Approve Osaka Bay Green Industry Council: The cooperation profile');
    const [call] = page.http.match(`/api/organise/profiles/${organisationId}/approve`);
    expect(call!.request.body).toEqual({ version: 5 });
    call!.flush({ state: 'published', version: 5 });
    await page.settle();
    expect(page.texts('article')).toEqual([]);
  });

  it('reads anew where the text has become another', async () => {
    const page = await open();
    await page.press('Approve Osaka Bay Green Industry Council: The cooperation profile');
    const refusal = { code: 'profile.changed', status: 409, data: { version: 6 } };
    await page.answer(`/organise/profiles/${organisationId}/approve`, refusal, 409);
    await page.answer('/organise/profile-reviews', [{ ...waiting[0], after: { ...content, summary: text('Fifty') } }]);
    expect(page.texts('dl ins')).toEqual(['Fifty']);
  });
});
