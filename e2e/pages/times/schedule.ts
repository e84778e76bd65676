import { expect, type Locator, type Page } from '@playwright/test';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

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

  /** The meeting that was chosen. */
  get panel(): Locator {
    return this.page.locator('musubi-meeting-panel');
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

  /** Those of them that stay where they are. */
  fixedOf(family: string): Locator {
    return this.board
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: family }) })
      .locator('.mt[data-kind="fixed"]');
  }

  /** What was published, and what could not be. */
  get report(): Locator {
    return this.page.locator('musubi-publish-report');
  }

  /** Chooses a meeting on the board with the mouse. */
  async choose(meeting: Locator): Promise<void> {
    await meeting.click();
    await expect(this.board.locator('.mt.picked').first()).toBeVisible();
  }

  async start(seconds: number): Promise<void> {
    await this.page.getByLabel(say('en', 'schedule.start.seconds')).selectOption(String(seconds));
    await this.button('schedule.start.start').click();
  }

  button(key: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button').filter({ hasText: say('en', key) });
  }

  /** Chooses somebody's first meeting, with keys alone: from the first cell down to their row, then along it. */
  async chooseByKeys(family: string): Promise<void> {
    const { keyboard } = this.page;
    await this.board.locator('[tabindex="0"]').focus();
    await keyboard.press('Control+Home');
    await expect(this.board.getByRole('rowheader').first()).toBeFocused();
    await this.#until('ArrowDown', new RegExp(family));
    await this.#until('ArrowRight', /\d\d:\d\d \S+: (?!free$|cannot meet$)/);
    await keyboard.press('Enter');
    await expect(this.panel.getByRole('heading')).toContainText(family);
  }

  /** Picks the chosen meeting up and takes it along its row to the first place of which the board says this; puts it down. */
  async carry(fit: 'free' | 'taken'): Promise<void> {
    const { keyboard } = this.page;
    await keyboard.press('Space');
    await expect(this.panel.getByText(say('en', 'schedule.meeting.moving'))).toBeVisible();
    await keyboard.press('Home');
    await expect(this.page.locator(':focus')).toHaveRole('rowheader');
    const [words] = say('en', `schedule.board.say.fit.${fit}`).source.slice(4).split('\\s*(');
    await this.#until('ArrowRight', new RegExp(`: ${words}$`));
    await keyboard.press('Space');
  }

  /** What the board says of the cell that has the focus. */
  get spoken(): Locator {
    return this.page.locator(':focus > .visually-hidden');
  }

  /** Presses a key until the cell that has the focus says this; each press leads to another cell. */
  async #until(key: string, words: RegExp): Promise<void> {
    let here = await this.spoken.innerText();
    while (!words.test(here)) {
      await this.page.keyboard.press(key);
      await expect(this.spoken, `${key} leads on to what says ${words}`).not.toHaveText(here);
      here = await this.spoken.innerText();
    }
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
