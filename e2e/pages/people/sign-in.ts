import type { Locator } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** Asking for a link, and getting in by link or code. */
export class SignInPage {
  readonly #visitor: Visitor;
  readonly #lang: Lang;

  constructor(visitor: Visitor, lang: Lang) {
    this.#visitor = visitor;
    this.#lang = lang;
  }

  async ask(address: string): Promise<void> {
    await this.#visitor.goTo('sign-in');
    await this.#page.getByLabel(say(this.#lang, 'signin.address')).fill(address);
    await this.#page.getByRole('button', { name: say(this.#lang, 'signin.send') }).click();
    await this.checkMail.waitFor();
  }

  get checkMail(): Locator {
    return this.#page.getByRole('heading', { name: say(this.#lang, 'signin.sent.title') });
  }

  async enterCode(code: string): Promise<void> {
    await this.#page.getByLabel(say(this.#lang, 'signin.code')).fill(code);
    await this.enter();
  }

  /** The mailed link signs nobody in by itself: a button does. */
  async openLink(link: string): Promise<void> {
    await this.#page.goto(link);
  }

  async enter(): Promise<void> {
    await this.#page.getByRole('button', { name: say(this.#lang, 'signin.enter') }).click();
  }

  get #page(): Visitor['page'] {
    return this.#visitor.page;
  }
}
