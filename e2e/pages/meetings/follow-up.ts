import type { Locator, Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** What came of one's meetings: a ten-second form for each. */
export class FollowUpPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;
  readonly #path: string;

  constructor(visitor: Visitor, lang: Lang, { app }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
    this.#path = `${app}/follow-up`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  rows(group: 'due' | 'said'): Locator {
    const heading = this.page.locator(`#group-${group}`);
    return this.page.locator('section').filter({ has: heading }).locator('> ul > li');
  }

  /** Says that the two met, go on, and with which step by when. */
  async sayWeGoOn(step: string, due: string): Promise<void> {
    const form = this.rows('due').first().getByRole('form');
    await this.#choose(form, 'followup.form.result_met');
    await this.#choose(form, 'followup.form.follow_up_agreed');
    await form.getByLabel(say(this.#lang, 'followup.form.step')).fill(step);
    await this.#choose(form, 'followup.form.owner_both');
    await form.getByLabel(say(this.#lang, 'followup.form.due')).fill(due);
    await form.getByRole('button', { name: say(this.#lang, 'followup.form.send') }).click();
  }

  /** Says that the two met and may go on, without a step. */
  async sayPerhaps(): Promise<void> {
    const form = this.rows('due').first().getByRole('form');
    await this.#choose(form, 'followup.form.result_met');
    await this.#choose(form, 'followup.form.follow_up_perhaps');
    await form.getByRole('button', { name: say(this.#lang, 'followup.form.send') }).click();
  }

  /** Confirms what the other side claims, and is sure of it. */
  async confirmCase(): Promise<void> {
    const confirm = { name: say(this.#lang, 'followup.case.confirm') };
    await this.rows('said').getByRole('button', confirm).click();
    await this.page.getByRole('dialog').getByRole('button', confirm).click();
  }

  async #choose(form: Locator, key: string): Promise<void> {
    await form.getByText(say(this.#lang, key)).click();
  }
}
