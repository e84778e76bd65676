import type { Locator, Page } from '@playwright/test';
import type { Conference } from '../fixtures/conference.ts';
import type { Visitor } from '../fixtures/visitor.ts';
import { say } from '../fixtures/words.ts';

/** The organisers' plan: its start, the board of a run, two runs beside each other. */
export class SchedulePage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #path: string;

  constructor(visitor: Visitor, { event }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#path = `organise/events/${event.slug}/schedule`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  get findings(): Locator {
    return this.page.locator('musubi-findings');
  }

  /** What the run has reached, in words. */
  get story(): Locator {
    return this.page.locator('musubi-run-strip');
  }

  get board(): Locator {
    return this.page.getByRole('grid', { name: say('en', 'schedule.board.label') });
  }

  get unmet(): Locator {
    return this.page.locator('musubi-unmet');
  }

  /** The meetings that stand on the board in somebody's row. */
  meetingsOf(family: string): Locator {
    return this.board
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: family }) })
      .locator('.mt');
  }

  async start(seconds: number): Promise<void> {
    await this.page.getByLabel(say('en', 'schedule.start.seconds')).selectOption(String(seconds));
    await this.button('schedule.start.start').click();
  }

  button(key: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button').filter({ hasText: say('en', key) });
  }

  /** Takes a meeting to the next free slot, with keys alone. */
  async moveByKeys(family: string): Promise<void> {
    await this.meetingsOf(family).first().click();
    await this.page.keyboard.press('Space');
    const fits = say('en', 'schedule.board.say.fit.free').source.replaceAll(/^\^\\s\*|\\s\*\(.*$/g, '');
    for (let step = 0; step < 20; step += 1) {
      await this.page.keyboard.press('ArrowRight');
      const here = await this.page.locator(':focus > .visually-hidden').innerText();
      if (new RegExp(`: ${fits}$`).test(here)) break;
    }
    await this.page.keyboard.press('Space');
  }

  async publish(): Promise<void> {
    await this.button('schedule.run.publish').click();
    await this.button('schedule.publish.confirm', this.page.getByRole('dialog')).click();
  }

  async rollBack(): Promise<void> {
    await this.button('schedule.run.roll_back').click();
    await this.button('schedule.roll_back.confirm', this.page.getByRole('dialog')).click();
  }
}
