import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Clock } from '../core/clock/clock';
import { Language } from '../core/i18n/language';
import { Words } from '../core/i18n/words';
import { Login } from '../core/login/login';
import { Realtime } from '../core/realtime/realtime';
import { LangSwitch } from '../ui/layout/lang-switch';
import { Mono } from '../ui/people/mono';
import { Name } from '../ui/people/name';
import { TwoClocks } from '../ui/time/two-clocks';

/** Foot of the rail: both clocks, who is signed in, language, sign out. */
@Component({
  selector: 'musubi-rail-foot',
  imports: [RouterLink, LangSwitch, Mono, Name, TwoClocks],
  template: `
    <musubi-two-clocks
      [now]="clock.minute()"
      [zone]="clock.zone()"
      [otherZone]="otherZone()"
      [lang]="lang()"
      [label]="t('common.time_now')"
      [ownPlace]="t('common.your_time')"
    />
    @if (login.me(); as me) {
      <a class="me" routerLink="/app/account">
        @if (me.name; as name) {
          <musubi-mono [name]="name" size="sm" />
          <div>
            <musubi-name class="plain-name" [name]="name" [lang]="lang()" [honorific]="false" /><small>{{
              t('common.nav.account')
            }}</small>
          </div>
        } @else {
          <div>
            {{ me.address }}<small>{{ t('common.nav.account') }}</small>
          </div>
        }
      </a>
      <div class="acts">
        <musubi-lang-switch [lang]="lang()" (choose)="choose($event)" />
        <button class="btn btn-ghost btn-sm" type="button" (click)="signOut()">{{ t('common.sign_out') }}</button>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
      min-width: 0;
      margin-top: auto;
      /* News stand on it. */
      anchor-name: --rail-foot;
    }
    .me {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      padding: var(--space-3) var(--space-2) 0;
      border-top: var(--hairline) solid var(--color-rule);
      border-radius: var(--radius) var(--radius) 0 0;
      color: inherit;
      line-height: 1.35;
      text-decoration: none;
    }
    .me:hover {
      background: var(--color-hover);
    }
    .me div {
      min-width: 0;
    }
    .me small {
      display: block;
      font-size: var(--text-xs);
      color: var(--color-ink-faint);
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-1);
      padding-left: var(--space-2);
    }
    .acts .btn {
      padding-inline: var(--space-2);
    }
    :host ::ng-deep .plain-name b {
      font-weight: var(--weight-text);
    }
    :host ::ng-deep .plain-name .name-local {
      display: none;
    }
    @media (max-width: 1023px) {
      .me {
        justify-content: center;
      }
      .me div {
        display: none;
      }
      .acts {
        flex-direction: column;
        padding-left: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RailFoot {
  readonly otherZone = input.required<string>();
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly realtime = inject(Realtime);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly clock = inject(Clock);
  protected readonly login = inject(Login);

  protected async choose(lang: 'en' | 'ja'): Promise<void> {
    await this.language.choose(lang);
    if (this.login.me()) await this.login.change({ lang }).catch(() => undefined);
  }

  protected async signOut(): Promise<void> {
    this.realtime.stop();
    await this.login.signOut();
    await this.router.navigateByUrl(`/${this.lang()}`);
  }
}
