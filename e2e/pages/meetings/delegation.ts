import type { Locator, Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** The page of an organisation's people at an event. */
export class DelegationPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;
  readonly #path: string;

  constructor(visitor: Visitor, lang: Lang, { app }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
    this.#path = `${app}/delegation`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  /** The meetings ahead, with whoever comes. */
  get meetings(): Locator {
    return this.page
      .locator('section')
      .filter({ has: this.page.locator('#ahead') })
      .locator('li');
  }

  mode(mode: 'own' | 'pool' | 'everyone'): Locator {
    return this.page.locator(`input[name=mode][value=${mode}]`);
  }

  /** Hands one of the meetings to the first colleague who is free. */
  async handOver(meeting: Locator): Promise<void> {
    await this.#button('delegation.hand.action', meeting).click();
    await this.page.getByRole('dialog').locator('button[type=submit]').click();
  }

  /** Asks the first colleague to act for me. */
  async askAssistant(): Promise<void> {
    await this.page.locator('#assistant').selectOption({ index: 1 });
    await this.#button('delegation.assistants.ask', this.page.locator('form.ask')).click();
  }

  async agree(): Promise<void> {
    await this.#button('delegation.assistants.accept', this.page).click();
  }

  #button(key: string, within: Locator | Page): Locator {
    return within.getByRole('button').filter({ hasText: say(this.#lang, key) });
  }
}
