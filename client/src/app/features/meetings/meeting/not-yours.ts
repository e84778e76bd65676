import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Words } from '../../../core/i18n/words';
import { Login } from '../../../core/login/login';
import { Realtime } from '../../../core/realtime/realtime';
import { Empty } from '../../../ui/feedback/empty';

/** Where a letter's link leads to what belongs to somebody else, or is there no more: as whom one is here, and how to change that. */
@Component({
  selector: 'musubi-not-yours',
  imports: [Empty, RouterLink],
  template: `
    <h1 class="visually-hidden">{{ t('meetings.title') }}</h1>
    <musubi-empty [level]="2" [heading]="t('meetings.page.gone')" [text]="text()">
      <a class="btn" [routerLink]="[base(), 'meetings']">{{ t('meetings.page.back') }}</a>
      <button class="btn btn-ghost" type="button" (click)="change()">{{ t('meetings.page.other_person') }}</button>
    </musubi-empty>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotYours {
  /** Address of the event's pages. */
  readonly base = input.required<string>();

  private readonly login = inject(Login);
  private readonly realtime = inject(Realtime);
  private readonly router = inject(Router);
  protected readonly t = inject(Words).t;
  protected readonly text = computed(() =>
    this.t('meetings.page.gone_as', { address: this.login.me()?.address ?? '' }),
  );

  /** Signs out, and back to this very page as whoever got the letter. */
  protected async change(): Promise<void> {
    const returnTo = this.router.url;
    this.realtime.stop();
    await this.login.signOut();
    await this.router.navigate(['/sign-in'], { queryParams: { returnTo } });
  }
}
