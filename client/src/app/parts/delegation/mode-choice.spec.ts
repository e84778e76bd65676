import { describe, expect, it } from '@jest/globals';
import type { DelegationMode } from '@musubi/contracts';
import { OpenedPage } from '../../../testing/opened-page';
import { ModeChoice } from './mode-choice';

const open = async () => {
  const page = await OpenedPage.of(ModeChoice, {
    areas: ['delegation'],
    inputs: { mode: 'own', legend: 'How you share what comes in', busy: false },
  });
  const asked: DelegationMode[] = [];
  page.fixture.componentInstance.choose.subscribe((mode) => asked.push(mode));
  const radios = () => [...page.element.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const ticked = () => radios().flatMap(({ checked, value }) => (checked ? [value] : []));
  const choose = async (mode: DelegationMode): Promise<void> => {
    radios()
      .find(({ value }) => value === mode)!
      .click();
    await page.settle();
  };
  const give = async (name: string, value: unknown): Promise<void> => {
    page.fixture.componentRef.setInput(name, value);
    await page.settle();
  };
  return { page, asked, radios, ticked, choose, give };
};

describe('the mode of a delegation', () => {
  it('is asked for, and ticked once it is accepted', async () => {
    const { asked, ticked, choose, give } = await open();
    expect(ticked()).toEqual(['own']);
    await choose('pool');
    expect([asked, ticked()]).toEqual([['pool'], ['own']]);
    await give('mode', 'pool');
    expect(ticked()).toEqual(['pool']);
    await choose('own');
    await give('mode', 'own');
    expect([asked, ticked()]).toEqual([['pool', 'own'], ['own']]);
  });

  it('stays as it is where another was refused, and that one can be asked for again', async () => {
    const { asked, ticked, choose, give } = await open();
    await choose('everyone');
    await give('busy', true);
    await give('busy', false);
    expect(ticked()).toEqual(['own']);
    await choose('everyone');
    expect(asked).toEqual(['everyone', 'everyone']);
  });

  it('is not to be chosen while one is being kept', async () => {
    const { radios, give } = await open();
    await give('busy', true);
    expect(radios().map(({ disabled }) => disabled)).toEqual([true, true, true]);
  });
});
