import { expect, type Locator, type Page } from '@playwright/test';
import type { Lang, MeetingView } from '@musubi/contracts';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** The room of one meeting: its door with the device test, and inside. */
export class RoomPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;
  readonly #path: string;

  constructor(visitor: Visitor, lang: Lang, { app }: Conference, { meetingId }: MeetingView) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
    this.#path = `${app}/meetings/${meetingId}/room`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  get enterButton(): Locator {
    return this.page.getByRole('button', { name: say(this.#lang, 'room.enter') });
  }

  /** Tries camera and microphone at the door, and goes in with both. */
  async enter(): Promise<void> {
    for (const side of ['camera', 'microphone']) {
      await this.page.getByRole('button', { name: say(this.#lang, `media.turn_on.${side}`) }).click();
      await this.page.getByText(say(this.#lang, `media.state.${side}.on`)).waitFor();
    }
    await this.enterButton.click();
    await this.page.getByRole('toolbar').waitFor();
  }

  /** Goes in with neither camera nor microphone. */
  async enterSilently(): Promise<void> {
    await this.enterButton.click();
    await this.page.getByRole('toolbar').waitFor();
  }

  /** What both sides write. */
  get notes(): Locator {
    return this.page.getByRole('textbox', { name: say(this.#lang, 'room.notes.heading') });
  }

  /** What the two say to each other beside it, oldest first. */
  get messages(): Locator {
    return this.page.getByRole('list', { name: say(this.#lang, 'conversation.heading') }).getByRole('listitem');
  }

  async write(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: say(this.#lang, 'conversation.yours') }).fill(text);
    await this.page.getByRole('button', { name: say(this.#lang, 'conversation.send') }).click();
  }

  /** Proposes to meet on another page; an organiser sets it for both. */
  async goElsewhere(address: string, how: 'propose' | 'set' = 'propose'): Promise<void> {
    const tool = this.page.getByRole('button', { name: say(this.#lang, 'room.tool.way') });
    if (await tool.isVisible()) await tool.click();
    await this.page.getByRole('textbox', { name: say(this.#lang, 'room.plan_b.value.link') }).fill(address);
    await this.page.getByRole('button', { name: say(this.#lang, `room.plan_b.${how}`) }).click();
  }

  async agreeToElsewhere(): Promise<void> {
    await this.page.getByRole('button', { name: say(this.#lang, 'room.plan_b.agree') }).click();
  }

  /** Where one meets instead. */
  elsewhere(address: string): Locator {
    return this.page.locator('musubi-plan-b-note').getByRole('link', { name: address });
  }

  async callHelp(text: string): Promise<void> {
    const tool = this.page.getByRole('button', { name: say(this.#lang, 'room.tool.help') });
    if (await tool.isVisible()) await tool.click();
    await this.page.getByRole('textbox', { name: say(this.#lang, 'room.help.text') }).fill(text);
    await this.page.getByRole('button', { name: say(this.#lang, 'room.help.call') }).click();
  }

  async askForMoreTime(): Promise<void> {
    await this.page.getByRole('button', { name: say(this.#lang, 'room.more.button') }).click();
  }

  async agreeToMoreTime(): Promise<void> {
    await this.page.getByRole('button', { name: say(this.#lang, 'room.more.agree') }).click();
  }

  get moveHere(): Locator {
    return this.page.getByRole('button', { name: say(this.#lang, 'room.move_here') });
  }

  /** Chosen at the door, or inside behind its button. */
  async takePart(mode: 'full' | 'audio' | 'chat'): Promise<void> {
    await this.page.getByRole('radio', { name: say(this.#lang, `room.mode.${mode}`) }).check({ force: true });
  }

  async shareScreen(): Promise<void> {
    await this.page.getByRole('button', { name: say(this.#lang, 'media.controls.share') }).click();
  }

  async leave(): Promise<void> {
    await this.page.getByRole('button', { name: say(this.#lang, 'room.leave') }).click();
  }
}

/** Expects that a moving picture of somebody else, and their sound, arrive in this part of the page. */
export async function expectToSeeAndHear(part: Locator): Promise<void> {
  const video = part.locator('video').first();
  await expect(video).toBeVisible({ timeout: 20_000 });
  const frames = (): Promise<number> =>
    video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);
  await expect.poll(frames, { message: 'frames of the other side', timeout: 20_000 }).toBeGreaterThan(5);
  const before = await frames();
  await expect.poll(frames, { message: 'the picture moves', timeout: 10_000 }).toBeGreaterThan(before);
  const sound = part.page().locator('audio').first();
  await expect
    .poll(() => sound.evaluate((element: HTMLAudioElement) => !element.paused && element.currentTime > 0), {
      message: 'sound of the other side',
      timeout: 20_000,
    })
    .toBe(true);
}
