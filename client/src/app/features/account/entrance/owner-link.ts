import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, DOCUMENT, inject, signal } from '@angular/core';
import type { LoginState } from '@musubi/contracts';
import { Api } from '../../../core/api/api';
import { Words } from '../../../core/i18n/words';
import { Arrival } from '../../../core/login/arrival';
import { ProblemWords, type ProblemText } from '../../../core/problem/problem-words';
import { Failure } from '../../../ui/feedback/failure';

/** The first owner of an empty instance comes in by a link that the server printed. */
@Component({
  selector: 'musubi-owner-link',
  imports: [Failure],
  template: `<div class="narrow">
    <h1 class="title-page">{{ t('signin.owner.title') }}</h1>
    <p class="soft">{{ t(token ? 'signin.owner.lead' : 'signin.owner.broken') }}</p>
    @if (problem(); as text) {
      <musubi-failure
        [heading]="text.title"
        [text]="text.text"
        [reference]="text.reference"
        [words]="problems.refused()"
      />
    }
    @if (token) {
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
  </div>`,
  styleUrl: './entrance.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnerLink {
  private readonly api = inject(Api);
  private readonly arrival = inject(Arrival);
  protected readonly problems = inject(ProblemWords);
  protected readonly t = inject(Words).t;
  protected readonly token = /^#([\w-]{20,100})$/.exec(inject(DOCUMENT).location.hash)?.[1] ?? null;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);

  constructor() {
    const location = inject(Location);
    if (this.token) location.replaceState('/sign-in/owner');
  }

  protected async enter(): Promise<void> {
    if (!this.token || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.arrival.go(await this.api.post<LoginState>('/sign-in/owner', { token: this.token }), '/organise');
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
