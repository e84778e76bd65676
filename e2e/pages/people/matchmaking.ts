import type { Locator, Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** Suggested partners, and the form that asks one of them for a meeting. */
export class MatchmakingPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;
  readonly #path: string;

  constructor(visitor: Visitor, lang: Lang, { app }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
    this.#path = `${app}/matchmaking`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  /** The best suggestion: who, and why. */
  get best(): Locator {
    return this.page.getByRole('article');
  }

  /** Those who were put aside for later. */
  get saved(): Locator {
    return this.page.locator('musubi-saved-people').getByRole('listitem');
  }

  async saveBest(): Promise<void> {
    await this.best
      .getByRole('button')
      .filter({ hasText: say(this.#lang, 'matchmaking.saved.save') })
      .click();
  }

  async openSaved(): Promise<void> {
    const views = this.page.getByRole('navigation', { name: say(this.#lang, 'matchmaking.view.label') });
    // Its name goes on with how many there are.
    await views.locator('a[href$="view=saved"]').click();
  }

  /** The time that is to be filled: pressed, it is taken away. */
  get time(): Locator {
    return this.page
      .getByRole('button', { pressed: true })
      .filter({ hasText: say(this.#lang, 'matchmaking.facet.at') });
  }

  async askBest(): Promise<void> {
    // By what is seen: its accessible name goes on with whom one asks.
    const request = say(this.#lang, 'matchmaking.top.request');
    await this.best.getByRole('link').filter({ hasText: request }).click();
    await this.page.getByRole('heading', { level: 1, name: say(this.#lang, 'matchmaking.ask.title') }).waitFor();
  }

  /** The slots of the band, those that are taken included. */
  get slots(): Locator {
    return this.page.locator('button[role=checkbox]');
  }

  get chosen(): Locator {
    return this.slots.and(this.page.locator('[aria-checked="true"]'));
  }

  get reason(): Locator {
    return this.page.getByLabel(say(this.#lang, 'matchmaking.ask.reason'));
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: say(this.#lang, 'matchmaking.ask.send') }).click();
  }
}
