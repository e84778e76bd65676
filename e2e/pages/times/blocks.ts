import type { Locator, Page } from '@playwright/test';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** The organiser's times for meetings, and the form that makes them; by keys alone. */
export class BlocksPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #path: string;

  constructor(visitor: Visitor, { event }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#path = `organise/events/${event.slug}/blocks`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  get titles(): Locator {
    return this.page.getByRole('main').getByRole('heading', { level: 2 });
  }

  async add(): Promise<void> {
    await this.page.getByRole('link', { name: say('en', 'blocks.add') }).focus();
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('heading', { level: 1, name: say('en', 'blocks.new') }).waitFor();
  }

  get preview(): Locator {
    return this.page.getByRole('complementary', { name: say('en', 'blocks.preview.title') });
  }

  async fillHours(from: string, until: string): Promise<void> {
    await this.page.getByRole('checkbox').first().focus();
    await this.page.keyboard.press('Space');
    await this.page.getByLabel(say('en', 'blocks.field.from')).fill(from);
    await this.page.getByLabel(say('en', 'blocks.field.until')).fill(until);
  }

  /** Sent by the enter key, from the button. */
  async nameAndOpen(name: string): Promise<void> {
    await this.page.getByLabel(say('en', 'blocks.field.name_en')).focus();
    await this.page.keyboard.type(name);
    await this.page.getByLabel(say('en', 'blocks.field.mode'), { exact: true }).selectOption('instant');
    await this.page.getByRole('button', { name: say('en', 'blocks.create') }).focus();
    await this.page.keyboard.press('Enter');
  }
}
