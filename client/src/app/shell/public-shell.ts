import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { offeredZones, zoneCity, zoneLabel } from '@musubi/time';
import { filter, map } from 'rxjs';
import { BASE_PATH } from '../core/api/base-path';
import { Clock } from '../core/clock/clock';
import { Language, swapLang } from '../core/i18n/language';
import { Words } from '../core/i18n/words';
import { Login } from '../core/login/login';
import { EventsStore } from '../data/events/events-store';
import { Icon } from '../ui/icon/icon';
import { Brand } from '../ui/layout/brand';
import { SkipLink } from '../ui/layout/skip-link';
import { LangSwitch } from '../ui/layout/lang-switch';

/** Around every page that needs no sign-in. */
@Component({
  selector: 'musubi-public-shell',
  imports: [SkipLink, RouterOutlet, RouterLink, RouterLinkActive, Brand, Icon, LangSwitch],
  templateUrl: './public-shell.html',
  styleUrl: './public-shell.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicShell {
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly basePath = inject(BASE_PATH);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly clock = inject(Clock);
  protected readonly login = inject(Login);
  protected readonly events = inject(EventsStore);

  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  protected readonly home = computed(() => `/${this.lang()}`);
  protected readonly inOther = computed(() => {
    const url = this.url();
    const swapped = swapLang(url, this.lang() === 'en' ? 'ja' : 'en');
    return swapped === url ? null : this.basePath + swapped.slice(1).split('#')[0];
  });
  /** The hour changes the label (summer time), not the choice. */
  protected readonly zones = computed(() => {
    const now = this.clock.minute();
    const own = this.clock.zone();
    const all = offeredZones.includes(own) ? offeredZones : [own, ...offeredZones];
    return all.map((zone) => ({ zone, label: this.label(zone, now) }));
  });
  protected readonly zone = computed(() => this.label(this.clock.zone(), this.clock.minute()));

  constructor() {
    // The served HTML is the same for everybody; who reads it is asked afterwards.
    afterNextRender(() => {
      void this.login.load().catch(() => undefined);
      void this.clock.read();
    });
  }

  protected choose(lang: 'en' | 'ja'): void {
    void this.language.choose(lang);
  }

  protected chooseZone(change: Event): void {
    this.clock.zone.set((change.target as HTMLSelectElement).value);
  }

  private label(zone: string, now: Temporal.Instant): string {
    return this.words.t('common.zone', { city: zoneCity(zone, this.lang()), label: zoneLabel(zone, now) });
  }
}
