import type { Locator, Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** Where an organisation's people write its profile. */
export class ProfilePage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;

  constructor(visitor: Visitor, lang: Lang) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
  }

  async open(): Promise<void> {
    await this.#visitor.goTo('app/organisation/profile');
    await this.page.getByRole('heading', { level: 1, name: say(this.#lang, 'profile.title') }).waitFor();
    await this.page.locator('textarea').first().waitFor();
  }

  text(field: 'summary' | 'description' | 'aims' | 'lookingFor', lang: Lang): Locator {
    return this.page.locator(`#profile-${field}-${lang} textarea`);
  }

  /** A choice among sectors or languages, by its name. */
  choose(field: 'sectors' | 'workingLanguages', name: string | RegExp): Promise<void> {
    return this.page.locator(`#profile-${field}`).getByRole('button', { name }).click();
  }

  check(name: RegExp): Promise<void> {
    return this.page.getByRole('checkbox', { name }).check();
  }

  get gaps(): Locator {
    return this.page.locator('aside .gaps li');
  }

  /** How complete, and where it stands. */
  get standing(): Locator {
    return this.page.locator('aside');
  }

  press(key: string): Promise<void> {
    return this.page.getByRole('button', { name: say(this.#lang, key) }).click();
  }

  async save(): Promise<void> {
    await this.page.locator('.save button').click();
    await this.page.getByText(say(this.#lang, 'profile.all_saved')).waitFor();
  }
}
