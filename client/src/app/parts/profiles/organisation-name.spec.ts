import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { aiko, clara } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { OrganisationName } from './organisation-name';

const open = () => OpenedPage.of(OrganisationName, { areas: ['meetings'], inputs: { of: clara.organisation } });

describe('the name of an organisation', () => {
  it('leads to its page where the reader may open it, and is asked for once', async () => {
    const page = await open();
    expect([page.texts(':scope'), page.texts('a')]).toEqual([[], []]);
    expect(page.element.textContent).toContain('Neckar Hydrogen Cluster');
    const other = TestBed.createComponent(OrganisationName);
    other.componentRef.setInput('of', clara.organisation);
    await page.answer('/me/profile-pages?of=neckar', [{ organisationId: 'neckar', slug: 'neckar-hydrogen-cluster' }]);
    await other.whenStable();
    expect(page.http.match(() => true)).toEqual([]);
    for (const link of [page.get('a'), (other.nativeElement as HTMLElement).querySelector('a')!])
      expect(link.getAttribute('href')).toBe('/en/profiles/neckar-hydrogen-cluster');
  });

  it('stands alone where there is no page to open, and is asked for again where nobody answered', async () => {
    const page = await open();
    await page.answer('/me/profile-pages?of=neckar', {}, 503);
    expect(page.texts('a')).toEqual([]);
    page.fixture.componentRef.setInput('of', aiko.organisation);
    await page.answer('/me/profile-pages?of=osaka', []);
    expect(page.texts('a')).toEqual([]);
    page.fixture.componentRef.setInput('of', clara.organisation);
    await page.answer('/me/profile-pages?of=neckar', [{ organisationId: 'neckar', slug: 'neckar' }]);
    expect(page.texts('a')).toEqual(['Neckar Hydrogen Cluster']);
  });

  it('of one view are asked for together', async () => {
    const page = await open();
    const other = TestBed.createComponent(OrganisationName);
    other.componentRef.setInput('of', aiko.organisation);
    page.fixture.componentRef.setInput('of', { ...clara.organisation, organisationId: 'third' });
    await page.answer('/me/profile-pages?of=neckar', []);
    await page.answer('/me/profile-pages?of=third%2Cosaka', []);
    expect(page.http.match(() => true)).toEqual([]);
  });
});
