import type { Locator, Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** Whom a participant wants to meet, before the organisers plan. */
export class PreferencesPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;
  readonly #path: string;

  constructor(visitor: Visitor, lang: Lang, { app }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
    this.#path = `${app}/preferences`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  /** What is said about somebody, found by a word of their name. */
  of(name: string): Locator {
    return this.page.locator('main li').filter({ hasText: name }).getByRole('group');
  }

  /** With the keyboard: into the group, and along it by arrows. */
  async say(name: string, choice: 'must' | 'meet' | 'no_thanks'): Promise<void> {
    const group = this.of(name);
    const radios = group.getByRole('radio');
    const wanted = group.getByRole('radio', { name: say(this.#lang, `preferences.choice.${choice}`) });
    await radios.nth(2).focus();
    for (let step = 0; step < 4 && !(await wanted.isChecked()); step += 1) await this.page.keyboard.press('ArrowUp');
  }
}
