import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import type { MyCard as Card } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { asRefusal } from '../../core/problem/problem';
import { type ProblemText, ProblemWords } from '../../core/problem/problem-words';
import { CardsApi } from '../../data/cards/cards-api';
import { Note } from '../../ui/feedback/note';
import { Control, Field, focusFirstError } from '../../ui/forms/field';
import { SectionHead } from '../../ui/layout/section-head';

type Draft = Record<keyof Card, string>;

/** What stands on one's business card beside name, organisation and address. */
@Component({
  selector: 'musubi-my-card',
  imports: [Control, Field, Note, SectionHead],
  template: `
    <section class="section" aria-labelledby="card">
      <musubi-section-head [heading]="t('cards.own.heading')" headingId="card" />
      @if (draft(); as draft) {
        <form class="narrow" novalidate (submit)="save($event)">
          <p class="soft">{{ t('cards.own.text') }}</p>
          <musubi-field
            [label]="t('cards.own.title')"
            [optional]="t('common.optional')"
            [help]="t('cards.own.title_help')"
          >
            <input
              musubiControl
              maxlength="120"
              autocomplete="organization-title"
              [value]="draft.title"
              (input)="type('title', $event)"
            />
          </musubi-field>
          <div class="fields-2">
            <musubi-field
              [label]="t('cards.own.phone')"
              [optional]="t('common.optional')"
              [help]="t('cards.own.phone_help')"
              [error]="wrong().has('phone') ? t('cards.own.phone_wrong') : null"
            >
              <input
                musubiControl
                type="tel"
                maxlength="40"
                autocomplete="tel"
                [value]="draft.phone"
                (input)="type('phone', $event)"
              />
            </musubi-field>
            <musubi-field
              [label]="t('cards.own.website')"
              [optional]="t('common.optional')"
              [error]="wrong().has('website') ? t('cards.own.website_wrong') : null"
            >
              <input
                musubiControl
                type="url"
                inputmode="url"
                maxlength="200"
                autocomplete="url"
                [value]="draft.website"
                (input)="type('website', $event)"
              />
            </musubi-field>
          </div>
          <p class="row-flex">
            <button class="btn" type="submit" [attr.aria-disabled]="busy() ? true : null">
              {{ t('common.save') }}
            </button>
          </p>
        </form>
      }
      @if (problem(); as problem) {
        <musubi-note kind="caution">{{ problem.title }} {{ problem.text }}</musubi-note>
      }
    </section>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
    }
    .narrow {
      max-width: var(--measure);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyCard {
  private readonly api = inject(CardsApi);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = inject(Words).t;

  protected readonly draft = signal<Draft | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  /** Fields that the server does not take. */
  protected readonly wrong = signal<ReadonlySet<string>>(new Set());
  private readonly here = computed(() => this.draft() !== null);

  constructor() {
    this.api.mine().then(
      (card) => this.draft.set(draftOf(card)),
      (error: unknown) => this.problem.set(this.problems.of(error)),
    );
    const { snapshot } = inject(ActivatedRoute);
    // Whoever comes to change the card is brought to it once it is here.
    effect(() => {
      if (this.here() && snapshot.fragment === 'card')
        setTimeout(() => this.element.scrollIntoView({ block: 'start' }));
    });
  }

  protected type(key: keyof Draft, typing: Event): void {
    const value = (typing.target as HTMLInputElement).value;
    this.draft.update((draft) => ({ ...draft!, [key]: value }));
    this.wrong.update((wrong) => new Set([...wrong].filter((one) => one !== key)));
  }

  protected async save(submit: Event): Promise<void> {
    submit.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.wrong.set(new Set());
    try {
      this.draft.set(draftOf(await this.api.keep(cardOf(this.draft()!))));
      this.toasts.show({ text: this.t('cards.own.saved') });
    } catch (error) {
      const wrong = new Set(asRefusal(error).issues.map(({ path }) => path));
      this.wrong.set(wrong);
      if (wrong.size === 0) this.problem.set(this.problems.of(error));
      else setTimeout(() => focusFirstError(this.element));
    } finally {
      this.busy.set(false);
    }
  }
}

const draftOf = ({ title, phone, website }: Card): Draft => ({
  title: title ?? '',
  phone: phone ?? '',
  website: website ?? '',
});

function cardOf({ title, phone, website }: Draft): Card {
  const site = website.trim();
  return {
    title: title.trim() || null,
    phone: phone.trim() || null,
    website: site ? (/^[a-z]+:/i.test(site) ? site : `https://${site}`) : null,
  };
}
