import type { Locator, Page } from '@playwright/test';
import type { Lang, SessionView } from '@musubi/contracts';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** The stage of one session, as whoever looks at it sees it. */
export class StagePage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;
  readonly #path: string;

  constructor(visitor: Visitor, lang: Lang, { app }: Conference, { sessionId }: SessionView) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
    this.#path = `${app}/sessions/${sessionId}`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  async goBackstage(): Promise<void> {
    for (const side of ['camera', 'microphone']) {
      await this.#press(`media.turn_on.${side}`);
      await this.page.getByText(say(this.#lang, `media.state.${side}.on`)).waitFor();
    }
    await this.#press('stage.backstage.enter');
    await this.page.getByRole('toolbar').waitFor();
  }

  goLive(): Promise<void> {
    return this.#press('stage.go_live');
  }

  get live(): Locator {
    return this.page.getByText(say(this.#lang, 'stage.live'));
  }

  async ask(text: string): Promise<void> {
    await this.page.getByLabel(say(this.#lang, 'stage.questions.yours')).fill(text);
    await this.#press('stage.questions.send');
  }

  /** The row of the question with this text. */
  question(text: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: text });
  }

  votes(text: string): Locator {
    return this.question(text).locator('button[aria-pressed]').first();
  }

  #press(key: string): Promise<void> {
    return this.page.getByRole('button', { name: say(this.#lang, key) }).click();
  }
}
