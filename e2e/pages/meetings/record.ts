import type { Locator, Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import { say } from '../../fixtures/words.ts';

/** On the page of a meeting that is over: how it is recorded. */
export class RecordPart {
  readonly part: Locator;
  readonly #lang: Lang;

  constructor(page: Page, lang: Lang) {
    this.part = page.locator('musubi-meeting-record');
    this.#lang = lang;
  }

  /** What it is recorded as. */
  state(state: string): Locator {
    return this.part.locator('.finding').getByText(say(this.#lang, `record.state.${state}`));
  }

  /** Asks the organisers to look at it. */
  async dispute(statement: string): Promise<void> {
    await this.#press('record.dispute.open');
    await this.part.getByRole('textbox', { name: say(this.#lang, 'record.dispute.statement') }).fill(statement);
    await this.#press('record.dispute.send');
  }

  /** What the organisers were asked, and that they were. */
  get disputed(): Locator {
    return this.part.locator('musubi-note');
  }

  async #press(word: string): Promise<void> {
    await this.part.getByRole('button', { name: say(this.#lang, word) }).click();
  }
}
