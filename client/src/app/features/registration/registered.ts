import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EventView, RegistrationView } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Icon } from '../../ui/icon/icon';
import { Tie } from '../../ui/tie/tie';

/** After the form: how the registration stands, and what comes next. */
@Component({
  selector: 'musubi-registered',
  imports: [RouterLink, Icon, Tie],
  template: `<musubi-tie [state]="view().state === 'complete' ? 'confirmed' : 'out'" [just]="true" />
    <h1 class="title-page" tabindex="-1">{{ t('register.done.' + key() + '.title') }}</h1>
    <p class="lead">{{ t('register.done.' + key() + '.text', { event: title(), position: view().position ?? 0 }) }}</p>
    <p class="row-flex">
      @if (view().state === 'complete') {
        <a class="btn btn-primary btn-lg" [routerLink]="['/app/events', event().slug, 'home']">{{
          t('register.done.open')
        }}</a>
        @if (event().matchmaking) {
          <a class="btn btn-lg btn-ghost" [routerLink]="['/app/events', event().slug, 'matchmaking']">{{
            t('register.done.offer')
          }}</a>
        }
      } @else {
        <a class="btn btn-lg" [routerLink]="['/', words.lang(), 'events', event().slug]">{{
          t('register.done.back')
        }}</a>
      }
      <a class="btn btn-lg btn-ghost" [href]="calendarUrl()" download
        ><svg musubiIcon="calendar"></svg>{{ t('register.done.calendar') }}</a
      >
      <button class="btn btn-lg btn-ghost" type="button" (click)="edit.emit()">{{ t('register.done.edit') }}</button>
    </p>`,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
      justify-items: start;
      padding: var(--space-8) 0;
    }
    musubi-tie {
      width: 240px;
    }
    .row-flex {
      margin-top: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Registered {
  readonly view = input.required<RegistrationView>();
  readonly event = input.required<EventView>();
  readonly calendarUrl = input.required<string>();
  readonly edit = output();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly title = computed(() => this.words.text(this.event().title));
  protected readonly key = computed(() => {
    const { state } = this.view();
    return state === 'complete' || state === 'waitlisted' ? state : 'pending';
  });
}
