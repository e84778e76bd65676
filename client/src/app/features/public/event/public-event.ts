import { afterNextRender, ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionView } from '@musubi/contracts';
import { dateAt, formatDate, formatInZones, formatPlainDate, formatTime, zoneLabel } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { otherZone } from '../../../core/clock/other-zone';
import { Words } from '../../../core/i18n/words';
import { Login } from '../../../core/login/login';
import { PageHead } from '../../../core/page/page-head';
import { Refusal } from '../../../core/problem/problem';
import { ProblemWords } from '../../../core/problem/problem-words';
import { EventsApi } from '../../../data/events/events-api';
import { inOrder } from '../../../data/programme/programme-days';
import { SessionWords } from '../../../data/programme/session-words';
import { RegistrationsStore } from '../../../data/registration/registrations-store';
import { Failure } from '../../../ui/feedback/failure';
import { Note } from '../../../ui/feedback/note';
import { Icon } from '../../../ui/icon/icon';
import { eventData } from '../event-data';
import { standOf } from '../event-stand';
import { EventTie } from '../event-tie';
import type { PublicEventPage } from './load-public-event';
import { NotFound } from '../not-found';
import { sessionAnchor } from '../programme/public-session';
import { WhoTakesPart } from './who-takes-part';

/** The public page of an event: its hours on both sides, its programme in both times, who takes part. */
@Component({
  selector: 'musubi-public-event',
  imports: [RouterLink, EventTie, Failure, Icon, NotFound, Note, WhoTakesPart],
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
  protected readonly problems = inject(ProblemWords);
  private readonly login = inject(Login);
  private readonly registrations = inject(RegistrationsStore);
  private readonly api = inject(EventsApi);
  private readonly about = inject(SessionWords);

  protected readonly refusal = computed(() => {
    const page = this.page();
    return page instanceof Refusal ? page : null;
  });
  protected readonly problem = computed(() => {
    const refusal = this.refusal();
    return refusal && this.problems.of(refusal);
  });
  protected readonly shown = computed(() => {
    const page = this.page();
    return page instanceof Refusal ? null : page;
  });
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

  /** The second column of the programme: the event's zone, or the other side's where the reader shares it. */
  protected readonly otherZone = computed(() => {
    const event = this.shown()?.event;
    const at = event ? Temporal.Instant.from(event.startsAt) : this.clock.minute();
    return otherZone(this.clock.zone(), at, event?.zone);
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
    const head = inject(PageHead);
    effect(() => {
      const page = this.shown();
      if (!page) return;
      const { event, programme } = page;
      const path = `/events/${event.slug}`;
      head.set({
        title: `${this.words.text(event.title)} · Musubi`,
        description: this.words.text(event.lead),
        path,
        lang: this.lang(),
        data: eventData(event, programme?.sessions ?? [], this.lang(), head.address(this.lang(), path)),
      });
    });
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
