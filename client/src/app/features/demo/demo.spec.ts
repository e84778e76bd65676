import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@musubi/contracts';
import { type Answers, openPage } from '../../../testing/open-page';
import { DemoStore } from '../../data/demo/demo-store';
import { Demo } from './demo';

const organiser = { grants: [{ role: 'organiser', eventId: null, organisationId: null }] } as unknown as Partial<Me>;
const open = (answers: Answers, me: Partial<Me> = {}) =>
  openPage(Demo, {
    words: ['demo'],
    at: '2026-11-23T09:00:00Z',
    answers,
    me,
    before: () => void TestBed.inject(DemoStore).state.ensure(),
  });

describe('the demo’s page', () => {
  it('says that there is no demo', async () => {
    const { text, buttons } = await open({ '/demo': 404, '/mail': 404 }, organiser);
    expect(text()).toContain('This is not a demo: there are no people to sign in as.');
    expect(buttons()).toEqual([]);
  });

  it('is the rehearsal’s clock and letters for those who organise one', async () => {
    const { element, text, links, press, answer } = await open({ '/demo': 404, '/mail': [] }, organiser);
    expect(text()).toContain('The rehearsal');
    expect(links()).toEqual(['Read the letters']);
    const field = element.querySelector<HTMLInputElement>('input')!;
    expect(field.min).toBe('2026-11-23T10:00');
    field.value = '2026-11-24T08:45';
    field.dispatchEvent(new Event('input'));
    await answer({ '/demo/clock': { now: '2026-11-24T07:45:00Z', offsetMs: 1 } });
    await press('Set the clock');
    expect(text()).toContain('24 November 2026, 08:45 CET');
  });

  it('shows it to nobody else', async () => {
    const { text } = await open({ '/demo': 404, '/mail': [] });
    expect(text()).toContain('This is not a demo');
  });
});
