import { expect, type Locator, type Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import { say } from '../../fixtures/words.ts';

/** Who else comes: on the page of a meeting, and where one asks for one. */
export class CompanyPart {
  readonly page: Page;
  readonly #lang: Lang;

  constructor(page: Page, lang: Lang) {
    this.page = page;
    this.#lang = lang;
  }

  /** Everybody beside the two, with what they come for and what they have said. */
  get people(): Locator {
    return this.page.locator('musubi-company .people > li');
  }

  /** Asks somebody along by name. */
  async add(name: string): Promise<void> {
    await this.page.getByRole('button', { name: say(this.#lang, 'company.add_people') }).click();
    await this.page.getByLabel(say(this.#lang, 'company.find'), { exact: true }).fill(name);
    await expect(this.page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('button', { name: say(this.#lang, 'company.invite') }).click();
  }

  async wantInterpreter(): Promise<void> {
    await this.page.locator('musubi-interpreter-choice select').selectOption('en-ja');
  }

  get invitations(): Locator {
    return this.page.locator('musubi-invitations section > ul > li');
  }

  async come(): Promise<void> {
    await this.invitations
      .first()
      .getByRole('button')
      .filter({ hasText: say(this.#lang, 'company.come') })
      .click();
  }
}
