import type { Locator, Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** The page of one meeting, or of a request that may become one. */
export class MeetingPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;
  readonly #path: string;

  constructor(visitor: Visitor, lang: Lang, { app }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
    this.#path = `${app}/meetings`;
  }

  open(id: string): Promise<void> {
    return this.#visitor.goTo(`${this.#path}/${id}`);
  }

  /** What the two have written, oldest first. */
  get messages(): Locator {
    return this.page.getByRole('list', { name: say(this.#lang, 'conversation.heading') }).getByRole('listitem');
  }

  async write(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: say(this.#lang, 'conversation.yours') }).fill(text);
    await this.page.getByRole('button', { name: say(this.#lang, 'conversation.send') }).click();
  }

  /** What was chosen for the next message: on its way, there, or refused. */
  get uploads(): Locator {
    return this.page.locator('musubi-conversation musubi-upload').getByRole('listitem');
  }

  /** Documents of the conversation. */
  get documents(): Locator {
    return this.page.locator('musubi-conversation musubi-file-links').getByRole('link');
  }

  async choose(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.locator('musubi-conversation input[type=file]').setInputFiles(file);
  }

  /** Sends what was written or chosen. */
  async send(): Promise<void> {
    await this.press('conversation.send');
  }

  /** Documents of the meeting, for everybody who is of it. */
  get brought(): Locator {
    return this.page.locator('musubi-thread-files musubi-file-links').getByRole('link');
  }

  /** Sends a document as whoever has no conversation with the two. */
  async bring(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.locator('musubi-thread-files input[type=file]').setInputFiles(file);
    await this.press('files.bring.send');
  }

  get cards(): Locator {
    return this.page.locator('musubi-cards');
  }

  async press(word: string): Promise<void> {
    await this.page.getByRole('button', { name: say(this.#lang, word), exact: true }).click();
  }

  /** Proposes the first time that is free for both instead. */
  async askToMove(): Promise<void> {
    await this.page
      .getByRole('button')
      .filter({ hasText: say(this.#lang, 'meetings.row.reschedule') })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('checkbox', { disabled: false }).first().click();
    await dialog.locator('button[type=submit]').click();
  }
}
