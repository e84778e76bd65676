import type { Locator, Page } from '@playwright/test';
import type { Lang, OpportunityKind } from '@musubi/contracts';
import type { Visitor } from '../../fixtures/visitor.ts';
import { say } from '../../fixtures/words.ts';

/** What an organisation offers and seeks, beside its profile. */
export class OpportunitiesPage {
  readonly page: Page;
  readonly #visitor: Visitor;
  readonly #lang: Lang;

  constructor(visitor: Visitor, lang: Lang) {
    this.page = visitor.page;
    this.#visitor = visitor;
    this.#lang = lang;
  }

  /** From the page of the organisation, as its people find it. */
  async open(organisation: string): Promise<void> {
    await this.#visitor.goTo('app/organisation');
    const way = say(this.#lang, 'organisation.opportunities_label', { organisation });
    await this.page.getByRole('link', { name: way }).click();
    await this.page
      .getByRole('heading', { level: 2, name: say(this.#lang, 'matchmaking.opportunities.offers') })
      .waitFor();
  }

  begin(kind: OpportunityKind): Promise<void> {
    return this.press(`matchmaking.opportunities.add_${kind}`);
  }

  async write(field: 'title' | 'summary', lang: Lang, text: string): Promise<void> {
    const part = this.page.getByRole('group', { name: say(this.#lang, `matchmaking.form.language_part.${lang}`) });
    await part.getByRole('textbox', { name: say(this.#lang, `matchmaking.form.${field}`) }).fill(text);
  }

  /** Those of its entries, by what they are called. */
  entry(title: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { level: 3, name: title }) });
  }

  press(key: string): Promise<void> {
    return this.page.getByRole('button', { name: say(this.#lang, key) }).click();
  }
}
