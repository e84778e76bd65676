import type { Locator, Page } from '@playwright/test';
import type { FunnelStep } from '@musubi/contracts';
import type { Conference } from '../fixtures/conference.ts';
import type { Visitor } from '../fixtures/visitor.ts';
import { say } from '../fixtures/words.ts';

/** The organiser's funnel from requests to signed agreements, with the records behind each number. */
export class FunnelPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #path: string;

  constructor(visitor: Visitor, { event }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#path = `organise/follow-up?event=${event.slug}`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  /** The number of a step; it leads to the step's records. */
  count(step: FunnelStep): Locator {
    const name = say('en', `organiser.follow.step.${step}`);
    const row = this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
    return row.getByRole('cell').first().getByRole('link');
  }
}
