import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { currentOf } from '../../data/registration/current-registration';
import { RegistrationsStore } from '../../data/registration/registrations-store';

/** `/app` opens the event that the person takes part in: the one running or next, else the last; without any, the public page. */
@Component({ selector: 'musubi-to-current-event', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class ToCurrentEvent {
  private readonly router = inject(Router);
  private readonly registrations = inject(RegistrationsStore);
  private readonly clock = inject(Clock);
  private readonly words = inject(Words);
  private readonly login = inject(Login);

  constructor() {
    void this.open();
  }

  private async open(): Promise<void> {
    const all = await this.registrations.load().catch(() => []);
    const current = currentOf(all, this.clock.nowMs());
    const elsewhere = this.login.isOrganiser() ? '/organise' : `/${this.words.lang()}`;
    await this.router.navigateByUrl(current ? `/app/events/${current.slug}/home` : elsewhere, { replaceUrl: true });
  }
}
