import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ReleaseSummary } from '@musubi/contracts';
import { formatDate, formatInZones } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { SessionWords } from '../../../data/programme/words/session-words';
import { toldChange } from '../../../data/programme/release-changes';

/** What each release of a programme changed, newest first. */
@Component({
  selector: 'musubi-release-log',
  template: `@for (release of told(); track release.number) {
    <section>
      <h3>
        {{ release.name }} <span class="meta">{{ release.at }}</span>
      </h3>
      @if (release.first) {
        <p>{{ release.first }}</p>
      } @else {
        <ul>
          @for (line of release.lines; track $index) {
            <li>{{ line }}</li>
          } @empty {
            <li>{{ t('programme.changes.nothing') }}</li>
          }
        </ul>
      }
    </section>
  }`,
  styleUrl: './release-log.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReleaseLog {
  /** Newest first. */
  readonly releases = input.required<readonly ReleaseSummary[]>();
  readonly otherZone = input.required<string>();
  private readonly clock = inject(Clock);
  private readonly words = inject(Words);
  private readonly about = inject(SessionWords);
  protected readonly t = this.words.t;

  protected readonly told = computed(() =>
    this.releases().map(({ number, name, publishedAt, changes }) => ({
      number,
      name: this.about.release({ number, name }),
      at: formatDate(Temporal.Instant.from(publishedAt), this.clock.zone(), this.words.lang(), { month: 'long' }),
      first: number === 1 ? this.words.n('programme.changes.first', changes.length) : null,
      lines: number === 1 ? [] : changes.map((change) => this.line(change)),
    })),
  );

  private line(change: ReleaseSummary['changes'][number]): string {
    const { key, title, was, now, instants } = toldChange(change);
    const say = (value: string | null): string => (value === null ? '' : instants ? this.moment(value) : value);
    return this.t(`programme.changes.${key}`, { title: this.words.text(title), was: say(was), now: say(now) });
  }

  private moment(at: string): string {
    const zones = [this.clock.zone(), this.otherZone()];
    return formatInZones(Temporal.Instant.from(at), zones, this.words.lang(), { year: false });
  }
}
