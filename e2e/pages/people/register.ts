import type { Locator, Page } from '@playwright/test';
import type { Lang } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import type { Conference } from '../../fixtures/scene/conference.ts';
import type { Newcomer } from '../../fixtures/people.ts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** The registration form, filled as a newcomer would. */
export class RegisterPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;
  readonly #path: string;

  constructor(visitor: Visitor, lang: Lang, { event }: Conference) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
    this.#path = `${lang}/events/${event.slug}/register`;
  }

  open(): Promise<void> {
    return this.#visitor.goTo(this.#path);
  }

  /** Name in the scripts of the page's language, title, organisation and region. */
  async tellWhoYouAre({ name, jobTitle, department, organisation }: Newcomer): Promise<void> {
    if (this.#lang === 'ja') {
      await this.field('name.family_local').fill(name.familyLocal ?? '');
      await this.field('name.given_local').fill(name.givenLocal ?? '');
      await this.field('name.family_kana').fill(name.familyKana ?? '');
      await this.field('name.given_kana').fill(name.givenKana ?? '');
      await this.field('name.family_latin').fill(name.familyLatin);
      await this.field('name.given_latin').fill(name.givenLatin);
    } else {
      await this.field('name.given').fill(name.givenLatin);
      await this.field('name.family').fill(name.familyLatin);
    }
    await this.field('job_title').fill(jobTitle);
    await this.field('department').fill(department);
    await this.field('organisation.name').fill(organisation.nameLatin);
    await this.field('organisation.local').fill(organisation.nameLocal ?? '');
    await this.field('organisation.kind').selectOption(organisation.kind);
    const region = regionName(organisation.regionCode, this.#lang);
    await this.field('organisation.region').fill(region);
    await this.page.getByRole('option').filter({ hasText: region }).first().click();
    await this.page.getByLabel(say(this.#lang, 'register.directory.participants')).check();
  }

  /** Answers whatever the second step asks for. */
  async tellYourTimes({ workingLanguages }: Newcomer): Promise<void> {
    for (const one of workingLanguages) {
      await this.page.getByLabel(say(this.#lang, `register.language.${one}`)).check();
    }
    const questions = this.page.locator('section', { has: this.page.locator('#q') });
    for (const select of await questions.getByRole('combobox').all()) await select.selectOption({ index: 1 });
    for (const box of await questions.getByRole('checkbox').all()) await box.check();
  }

  async continue(): Promise<void> {
    await this.#button('register.continue').click();
  }

  async send(): Promise<void> {
    await this.#button('register.send').click();
  }

  /** The form says when it keeps what was typed on this device. */
  get saved(): Locator {
    return this.page.getByText(say(this.#lang, 'register.saved'));
  }

  get registered(): Locator {
    return this.page.getByRole('heading', { name: say(this.#lang, 'register.done.complete.title') });
  }

  /** The first of what is called so: titles are asked for in the other language, too, beneath. */
  field(key: string): Locator {
    return this.page.getByLabel(say(this.#lang, `register.${key}`)).first();
  }

  #button(key: string): Locator {
    return this.page.getByRole('button', { name: say(this.#lang, key) });
  }
}
