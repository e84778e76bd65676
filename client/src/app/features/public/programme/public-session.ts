import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionView } from '@musubi/contracts';
import { dateAt, formatPlainDate, formatTime, zoneLabel } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import type { SessionMoment } from '../../../data/programme/session-moment';
import { SessionWords } from '../../../data/programme/words/session-words';
import { speakerName } from '../../../data/programme/words/speaker-name';
import { State } from '../../../ui/feedback/state';
import { Icon } from '../../../ui/icon/icon';

/** The address of a session within the page of its programme. */
export const sessionAnchor = (sessionId: string): string => `session-${sessionId}`;

/** One session as the public programme tells it: when on both sides, who, where, in which languages; the abstract folded. */
@Component({
  selector: 'musubi-public-session',
  imports: [Icon, RouterLink, State],
  templateUrl: './public-session.html',
  styleUrl: './public-session.css',
  host: {
    '[id]': 'anchor()',
    '[class.block]': 'session().kind === "matchmaking"',
    '[class.off]': 'session().state === "cancelled"',
    '[class.over]': 'moment() === "over"',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicSession {
  readonly session = input.required<SessionView>();
  readonly moment = input.required<SessionMoment>();
  /** ISO date in the reader's zone under which it stands. */
  readonly date = input.required<string>();
  /** The second clock. */
  readonly otherZone = input.required<string>();
  /** Its abstract is unfolded: somebody came for this one. */
  readonly open = input(false);

  private readonly clock = inject(Clock);
  private readonly about = inject(SessionWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly anchor = computed(() => sessionAnchor(this.session().sessionId));
  protected readonly own = computed(() => this.span(this.clock.zone()));
  protected readonly other = computed(() => {
    const zone = this.otherZone();
    const at = Temporal.Instant.from(this.session().startsAt);
    const date = dateAt(at, zone);
    const day = date === this.date() ? '' : formatPlainDate(date, this.words.lang(), { year: false });
    return { span: this.span(zone), zone: zoneLabel(zone, at), day };
  });
  /** Kind, length, room and track. */
  protected readonly facts = computed(() => {
    const session = this.session();
    const { about } = this;
    return [about.kind(session), about.minutes(session), about.room(session), about.track(session)]
      .filter(Boolean)
      .join(' · ');
  });
  protected readonly languages = computed(() => this.about.languages(this.session()));
  protected readonly speakers = computed(() => {
    const lang = this.words.lang();
    return this.session().speakers.map((speaker) => ({
      ...speaker,
      organisation: this.about.organisation(speaker),
      named: speakerName(speaker, lang),
    }));
  });
  protected readonly folded = computed(
    () => this.session().abstract !== null || this.session().speakers.some(({ biography }) => biography),
  );
  protected readonly mark = computed(() => {
    const moment = this.moment();
    if (moment === 'cancelled') return { icon: 'dash', kind: 'quiet' } as const;
    if (moment === 'live' || moment === 'on') return { icon: 'live', kind: 'live' } as const;
    if (moment === 'soon' || moment === 'waiting') return { icon: 'clock', kind: 'plain' } as const;
    return null;
  });

  private span(zone: string): string {
    const { startsAt, endsAt } = this.session();
    const [from, until] = [startsAt, endsAt].map((at) => formatTime(Temporal.Instant.from(at), zone));
    return `${from}${this.words.lang() === 'ja' ? '〜' : '–'}${until}`;
  }
}
