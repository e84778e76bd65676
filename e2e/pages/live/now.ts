import type { Locator, Page } from '@playwright/test';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** The organisers' board of what goes on. */
export class NowPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #path: string;

  constructor(visitor: Visitor, { event }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#path = `organise/events/${event.slug}/now`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  /** A meeting with a side missing, or that is held elsewhere, by somebody's family name. */
  room(familyLatin: string): Locator {
    return this.page.locator('section[aria-labelledby=needs] > ul > li').filter({ hasText: familyLatin });
  }

  /** A call for help from a meeting, by its words. */
  call(text: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: text });
  }

  async answer(call: Locator, text: string): Promise<void> {
    await call.getByRole('textbox').fill(text);
    await call.getByRole('button', { name: say('en', 'organiser.now.calls.send') }).click();
  }

  /** Opens what another way needs. */
  async openWay(room: Locator): Promise<void> {
    await room.locator('musubi-room-way button[aria-expanded]').click();
  }

  async setPhone(room: Locator, number: string): Promise<void> {
    await room.getByRole('radio', { name: say('en', 'room.plan_b.kind.phone') }).check();
    await room.getByRole('textbox', { name: say('en', 'room.plan_b.value.phone') }).fill(number);
    await room.getByRole('button', { name: say('en', 'room.plan_b.set') }).click();
  }
}
