import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { InterpretersApi } from '../../data/interpreters/interpreters-api';
import { currentOf } from '../../data/registration/current-registration';
import { RegistrationsStore } from '../../data/registration/registrations-store';

/**
 * `/app` opens the event that the person takes part in: the one running or next, else the last. Whoever takes part in none:
 * an interpreter opens what they have to do, everybody else the public page.
 */
@Component({ selector: 'musubi-to-current-event', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class ToCurrentEvent {
  private readonly router = inject(Router);
  private readonly interpreters = inject(InterpretersApi);
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
    const to = current ? `/app/events/${current.slug}/home` : await this.elsewhere();
    await this.router.navigateByUrl(to, { replaceUrl: true });
  }

  private async elsewhere(): Promise<string> {
    if (this.login.isOrganiser()) return '/organise';
    const assignments = await this.interpreters.mine().catch(() => []);
    return assignments.length > 0 ? '/app/interpreting' : `/${this.words.lang()}`;
  }
}
