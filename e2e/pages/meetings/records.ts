import type { Locator, Page } from '@playwright/test';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** The organisers' pages of disputed records, and of one of them. */
export class RecordsPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #path: string;

  constructor(visitor: Visitor, { event }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#path = `organise/events/${event.slug}/disputes`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  /** Disputed records, with a heading each. */
  get rows(): Locator {
    return this.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading') });
  }

  async openFirst(): Promise<void> {
    await this.rows.first().getByRole('link').first().click();
    await this.page.getByRole('heading', { name: say('en', 'records.history.heading') }).waitFor();
  }

  /** What was recorded, the oldest first. */
  get history(): Locator {
    return this.page.locator('.history').getByRole('listitem');
  }

  async decide(choice: string, reason: string): Promise<void> {
    await this.page.getByRole('radio', { name: say('en', `records.choice.${choice}`) }).check();
    await this.page.getByRole('textbox', { name: say('en', 'records.decide.reason') }).fill(reason);
    await this.#press('records.decide.send');
  }

  takeBack(): Promise<void> {
    return this.#press('records.undo.do');
  }

  async #press(word: string): Promise<void> {
    await this.page.getByRole('button', { name: say('en', word) }).click();
  }
}
