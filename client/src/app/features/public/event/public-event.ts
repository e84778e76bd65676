import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionView } from '@musubi/contracts';
import { dateAt, formatDate, formatInZones, formatPlainDate, formatTime, zoneLabel } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Login } from '../../../core/login/login';
import type { Refusal } from '../../../core/problem/problem';
import { EventsApi } from '../../../data/events/events-api';
import { inOrder } from '../../../data/programme/programme-days';
import { SessionWords } from '../../../data/programme/words/session-words';
import { RegistrationsStore } from '../../../data/registration/registrations-store';
import { Note } from '../../../ui/feedback/note';
import { Icon } from '../../../ui/icon/icon';
import { eventPage } from './event-page';
import { standOf } from './event-stand';
import { EventTie } from '../event-tie';
import type { PublicEventPage } from './load-public-event';
import { PageRefused } from '../page-refused';
import { sessionAnchor } from '../programme/public-session';
import { WhoTakesPart } from './who-takes-part';

/** The public page of an event: its hours on both sides, its programme in both times, who takes part. */
@Component({
  selector: 'musubi-public-event',
  imports: [RouterLink, EventTie, Icon, Note, PageRefused, WhoTakesPart],
  templateUrl: './public-event.html',
  styleUrls: ['./public-event.css', '../hero.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicEvent {
  readonly page = input.required<PublicEventPage | Refusal>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly clock = inject(Clock);
  private readonly login = inject(Login);
  private readonly registrations = inject(RegistrationsStore);
  private readonly api = inject(EventsApi);
  private readonly about = inject(SessionWords);

  private readonly read = eventPage(this.page, (event) => ({
    title: this.words.text(event.title),
    description: this.words.text(event.lead),
    path: '',
  }));
  protected readonly refusal = this.read.refusal;
  protected readonly shown = this.read.shown;
  /** The second column of the programme. */
  protected readonly otherZone = this.read.otherZone;
  protected readonly stand = computed(() => {
    const event = this.shown()?.event;
    return event ? standOf(event, this.clock.minute()) : 'past';
  });
  /** The reader takes part already. */
  protected readonly mine = computed(() => {
    const registration = this.registrations.mine()?.find(({ eventId }) => eventId === this.shown()?.event.eventId);
    return registration && !['withdrawn', 'rejected', 'draft'].includes(registration.state) ? registration : null;
  });
  protected readonly calendarUrl = computed(() => this.api.calendarUrl(this.shown()?.event.slug ?? ''));
  protected readonly registrationUntil = computed(() => {
    const event = this.shown()?.event;
    if (!event) return '';
    const at = (iso: string) =>
      formatInZones(Temporal.Instant.from(iso), [this.clock.zone(), this.otherZone()], this.lang(), {
        month: 'long',
        year: false,
      });
    if (this.stand() === 'not_yet') return this.t('public.event.opens', { at: at(event.registrationOpensAt) });
    return this.stand() === 'open' ? this.t('public.event.closes', { at: at(event.registrationClosesAt) }) : '';
  });
  protected readonly days = computed(() => {
    const zone = this.clock.zone();
    const days = Map.groupBy(inOrder(this.shown()?.programme?.sessions ?? []), ({ startsAt }) =>
      dateAt(Temporal.Instant.from(startsAt), zone),
    );
    return [...days].map(([date, day]) => {
      const at = Temporal.Instant.from(day[0]!.startsAt);
      return {
        date,
        title: formatPlainDate(date, this.lang(), { weekday: 'long', month: 'long', year: false }),
        own: zoneLabel(zone, at),
        other: zoneLabel(this.otherZone(), at),
        sessions: day.map((session) => this.row(session, date)),
      };
    });
  });
  protected readonly release = computed(() => {
    const release = this.shown()?.programme?.release;
    if (!release) return null;
    const at = formatDate(Temporal.Instant.from(release.publishedAt), this.clock.zone(), this.lang(), {
      month: 'long',
    });
    return this.t('public.event.release', { number: release.number, at });
  });

  constructor() {
    afterNextRender(() => {
      void this.login
        .load()
        .then(({ me }) => (me ? this.registrations.load() : []))
        .catch(() => undefined);
    });
  }

  private row(session: SessionView, date: string) {
    const at = Temporal.Instant.from(session.startsAt);
    const other = dateAt(at, this.otherZone());
    return {
      id: session.sessionId,
      anchor: sessionAnchor(session.sessionId),
      at: session.startsAt,
      own: this.span(session, this.clock.zone()),
      other: this.span(session, this.otherZone()),
      otherDay: other === date ? '' : formatPlainDate(other, this.lang(), { year: false }),
      title: this.words.text(session.title),
      titleLang: this.words.langOf(session.title),
      about: this.about.what(session),
      aboutLang: session.subtitle ? this.words.langOf(session.subtitle) : this.lang(),
      cancelled: session.state === 'cancelled',
      block: session.kind === 'matchmaking',
      languages: this.about.languages(session),
    };
  }

  private span({ startsAt, endsAt }: SessionView, zone: string): string {
    const [from, until] = [startsAt, endsAt].map((at) => formatTime(Temporal.Instant.from(at), zone));
    return `${from}${this.lang() === 'ja' ? '〜' : '–'}${until}`;
  }
}
