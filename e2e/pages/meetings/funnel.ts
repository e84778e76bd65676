import type { Locator, Page } from '@playwright/test';
import type { FunnelStep } from '@musubi/contracts';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

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
    return this.#row(step).getByRole('cell').first().getByRole('link');
  }

  /** What stands beside a step's number because only one side claims it; it leads to these records. */
  claimed(step: FunnelStep): Locator {
    return this.#row(step).getByRole('link', { name: say('en', 'organiser.follow.beside') });
  }

  /** The records behind the number that was opened. */
  get records(): Locator {
    return this.page.getByRole('dialog').getByRole('listitem');
  }

  #row(step: FunnelStep): Locator {
    const name = say('en', `organiser.follow.step.${step}`);
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }
}
