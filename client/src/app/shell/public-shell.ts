import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { zoneCity, zoneLabel } from '@musubi/time';
import { filter, map } from 'rxjs';
import { BASE_PATH } from '../core/api/base-path';
import { Clock } from '../core/clock/clock';
import { zoneChoices } from '../core/clock/zone-choices';
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
  /** The zone of the event whose page is open. */
  private readonly eventZone = computed(() => {
    const slug = /\/events\/([^/?#]+)/.exec(this.url())?.[1];
    return (this.events.all() ?? []).find((event) => event.slug === slug)?.zone ?? this.events.conference()?.zone;
  });
  protected readonly zones = computed(() => {
    const first = [this.clock.zone(), this.eventZone()].filter((zone) => zone !== undefined);
    return zoneChoices(first, this.clock.minute(), this.lang());
  });
  protected readonly zone = computed(() => this.label(this.clock.zone()));

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

  /** The hour changes it (summer time). */
  protected label(zone: string): string {
    const now = this.clock.minute();
    return this.words.t('common.zone', { city: zoneCity(zone, this.lang()), label: zoneLabel(zone, now) });
  }
}
