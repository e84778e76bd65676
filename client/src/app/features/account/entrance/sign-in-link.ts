import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, DOCUMENT, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SignInByLinkResult } from '@musubi/contracts';
import { Api } from '../../../core/api/api';
import { Words } from '../../../core/i18n/words';
import { Arrival } from '../../../core/login/arrival';
import { asRefusal } from '../../../core/problem/problem';
import { ProblemWords, type ProblemText } from '../../../core/problem/problem-words';
import { Failure } from '../../../ui/feedback/failure';
import { readLink } from './link-fragment';

/**
 * The page that the mailed link opens. Mail scanners follow links, so only the button signs in; and only in the browser that
 * asked. Another browser shows the code to be typed there.
 */
@Component({
  selector: 'musubi-sign-in-link',
  imports: [RouterLink, Failure],
  template: `<div class="narrow">
    @if (elsewhere()) {
      <h1 class="title-page">{{ t('signin.link.elsewhere') }}</h1>
      <p class="soft">{{ t('signin.link.elsewhere_lead') }}</p>
      <p class="big-code" [attr.aria-label]="spoken()">{{ link?.code }}</p>
      <p class="meta">{{ t('signin.link.elsewhere_note') }}</p>
    } @else if (link) {
      <h1 class="title-page">{{ t('signin.link.heading') }}</h1>
      <p class="soft">{{ t('signin.link.lead') }}</p>
      @if (problem(); as text) {
        <musubi-failure
          [heading]="text.title"
          [text]="text.text"
          [reference]="text.reference"
          [words]="problems.refused()"
        >
          <p class="row-flex">
            <a class="btn" routerLink="/sign-in">{{ t('signin.link.new') }}</a>
          </p>
        </musubi-failure>
      }
      @if (!spent()) {
        <p class="row-flex">
          <button
            class="btn btn-primary btn-lg"
            type="button"
            [attr.aria-disabled]="busy() ? true : null"
            (click)="enter()"
          >
            {{ t('signin.enter') }}
          </button>
        </p>
      }
    } @else {
      <h1 class="title-page">{{ t('signin.link.broken') }}</h1>
      <p class="soft">{{ t('signin.link.broken_lead') }}</p>
      <p class="row-flex">
        <a class="btn" routerLink="/sign-in">{{ t('signin.link.new') }}</a>
      </p>
    }
  </div>`,
  styleUrl: './entrance.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInLink {
  private readonly api = inject(Api);
  private readonly arrival = inject(Arrival);
  protected readonly problems = inject(ProblemWords);
  protected readonly t = inject(Words).t;
  protected readonly link = readLink(inject(DOCUMENT).location.hash);
  protected readonly busy = signal(false);
  protected readonly elsewhere = signal(false);
  protected readonly spent = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);

  constructor() {
    // The token leaves the address bar and the history; what is needed is kept in memory.
    const location = inject(Location);
    if (this.link) location.replaceState('/sign-in/link');
  }

  /** Digits one by one for screen readers. */
  protected spoken(): string {
    return [...(this.link?.code ?? '')].join(' ');
  }

  protected async enter(): Promise<void> {
    if (!this.link || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const result = await this.api.post<SignInByLinkResult>('/sign-in/link', { token: this.link.token });
      if (result.signedIn) await this.arrival.go(result.login, result.returnTo);
      else this.elsewhere.set(true);
    } catch (error) {
      this.problem.set(this.problems.of(error));
      this.spent.set(asRefusal(error).code === 'sign_in.link_invalid');
    } finally {
      this.busy.set(false);
    }
  }
}
