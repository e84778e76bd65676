import { describe, expect, it } from '@jest/globals';
import { aiko } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { BlockPerson } from './block-person';

const opened = async (blocked: object[]): Promise<OpenedPage<BlockPerson>> => {
  const page = await OpenedPage.of(BlockPerson, { areas: ['meetings', 'block'], inputs: { person: aiko } });
  await page.answer('/me/blocks', blocked);
  return page;
};
const her = { userId: aiko.userId, name: aiko.name, at: '2027-01-26T08:00:00Z' };

describe('blocking somebody', () => {
  it('is asked first, and says what follows', async () => {
    const page = await opened([]);
    await page.press('Further actions for Aiko Tanaka');
    document.querySelector<HTMLElement>('[role=menuitem]')!.click();
    await page.settle();
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('is not told');
    await page.press('Block');
    const call = page.http.expectOne({ method: 'PUT', url: `/api/me/blocks/${aiko.userId}` });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.answer('/me/blocks', [her]);
    expect(page.texts('p')).toEqual(['You have blocked Aiko Tanaka.']);
  });

  it('can be taken back', async () => {
    const page = await opened([her]);
    await page.press('Unblock Aiko Tanaka');
    const call = page.http.expectOne({ method: 'DELETE', url: `/api/me/blocks/${aiko.userId}` });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.answer('/me/blocks', []);
    expect([page.button('Further actions for Aiko Tanaka') === null, page.texts('p')]).toEqual([false, []]);
  });
});
