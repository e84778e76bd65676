import type { Locator, Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

type Group = 'waiting' | 'confirmed' | 'awaiting' | 'ended';

/** The list of requests and meetings, in groups by whose turn it is. */
export class MeetingsPage {
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

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  /** The rows of a group; none while the group is not there. */
  rows(group: Group): Locator {
    const heading = this.page.locator(`#group-${group}`);
    // A row may hold a list itself: its proposed times.
    return this.page.locator('section').filter({ has: heading }).locator(':scope > ul > li');
  }

  /** How all of them are shown: a button that is pressed. */
  shape(shape: 'list' | 'board' | 'calendar'): Locator {
    const shapes = this.page.getByRole('group', { name: say(this.#lang, 'meetings.shape.label') });
    return shapes.getByRole('button', { name: say(this.#lang, `meetings.shape.${shape}`) });
  }

  /** What the calendar shows. */
  get entries(): Locator {
    return this.page.locator('musubi-meeting-calendar').getByRole('link');
  }

  /** Goes on to whoever could be met at the time of the first one that is over. */
  async findOther(): Promise<void> {
    const find = say(this.#lang, 'meetings.row.find_other');
    await this.rows('ended').first().getByRole('link').filter({ hasText: find }).click();
  }

  /** Opens the choice of times of the first waiting request, takes the first one, and confirms. */
  async acceptFirst(): Promise<void> {
    await this.#button('meetings.row.choose', this.rows('waiting').first()).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio').first().check({ force: true });
    await this.#button('meetings.dialog.choose.confirm', dialog).click();
  }

  /** Takes the one proposed time of the first waiting request, and confirms. */
  async acceptOnly(): Promise<void> {
    await this.#button('meetings.row.accept', this.rows('waiting').first()).click();
    await this.#button('meetings.row.accept', this.page.getByRole('dialog')).click();
  }

  /** Times that came free, each with somebody to meet then. */
  get gaps(): Locator {
    return this.page.locator('musubi-gap-cards li');
  }

  /** Takes the time that came free. */
  async takeGap(): Promise<void> {
    await this.gaps.first().getByRole('button').first().click();
  }

  /** Turns to a colleague's requests and meetings, which the banner says. */
  async actFor(participantId: string): Promise<void> {
    await this.page.locator('musubi-acting-for select').selectOption(participantId);
    await this.#button('delegation.acting.stop', this.page.locator('musubi-acting-banner')).waitFor();
  }

  /** Asks for the times of the first waiting request, and leaves the question open. */
  async askForTimes(): Promise<Locator> {
    await this.#button('meetings.row.choose', this.rows('waiting').first()).click();
    return this.page.getByRole('dialog');
  }

  /** Declines the first waiting request, with the first of the ready-made reasons. */
  async declineFirst(): Promise<void> {
    await this.#button('meetings.row.decline', this.rows('waiting').first()).click();
    await this.page.getByRole('dialog').locator('button[type=submit]').click();
  }

  /** Says that the slot was taken a moment ago, with other slots. */
  get takenDialog(): Locator {
    const title = say(this.#lang, 'meetings.dialog.taken.title');
    return this.page.getByRole('dialog').filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  async takeAnother(): Promise<void> {
    await this.takenDialog.getByRole('radio').first().check({ force: true });
    await this.takenDialog.locator('button[type=submit]').click();
  }

  #button(key: string, within: Locator): Locator {
    // By what is seen: the accessible name goes on with whom it is about.
    return within.getByRole('button').filter({ hasText: say(this.#lang, key) });
  }
}
