import type { Locator, Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** When somebody can be met: a grid that keys alone set. */
export class AvailabilityPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;
  readonly #path: string;

  constructor(visitor: Visitor, lang: Lang, { app }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
    this.#path = `${app}/matchmaking?view=times`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: say(this.#lang, 'availability.grid') });
  }

  get offered(): Locator {
    return this.grid.getByRole('gridcell', { selected: true });
  }

  /** Comes in by the tab key: the grid is one stop after the buttons of its days. */
  async enter(): Promise<void> {
    await this.grid.getByRole('button').last().focus();
    await this.page.keyboard.press('Tab');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  get saved(): Locator {
    return this.page.getByText(say(this.#lang, 'matchmaking.times.saved'));
  }
}
