import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import type { FunnelRecord } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { formatDateTime } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import type { Refusal } from '../../core/problem/problem';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Icon } from '../../ui/icon/icon';

/** The records behind one number, in a panel over the page's end. Escape closes it; the focus comes in and goes back. */
@Component({
  selector: 'musubi-records',
  imports: [Failure, Icon, Skeleton],
  template: `<div class="top">
      <div>
        <h2 class="title-section" id="records-heading" tabindex="-1" #heading>{{ this.heading() }}</h2>
        @if (records(); as all) {
          <p class="meta" role="status">{{ words.n('organiser.follow.records.count', all.length) }}</p>
        }
      </div>
      <button
        class="btn btn-ghost btn-icon"
        type="button"
        [attr.aria-label]="t('common.close')"
        (click)="dismissed.emit()"
      >
        <svg musubiIcon="x"></svg>
      </button>
    </div>
    @if (problem(); as told) {
      <musubi-failure
        [heading]="told.title"
        [text]="told.text"
        [reference]="told.reference"
        [words]="problems.failure()"
        (retry)="again.emit()"
      />
    } @else if (loading()) {
      <musubi-skeleton [label]="t('common.loading')" />
    } @else {
      <ol>
        @for (record of rows(); track record.id) {
          <li>
            <span class="meta when">{{ record.when }}</span>
            <b>{{ record.parties }}</b>
            @if (record.people) {
              <span>{{ record.people }}</span>
            }
            <span class="meta">{{ record.state }}</span>
            @if (record.detail; as detail) {
              <span class="meta" [attr.lang]="say.written(detail)">{{ detail }}</span>
            }
          </li>
        } @empty {
          <li class="soft">{{ t('organiser.follow.records.none') }}</li>
        }
      </ol>
    }`,
  styleUrl: './records.css',
  host: {
    role: 'dialog',
    'aria-labelledby': 'records-heading',
    '(keydown.escape)': 'dismissed.emit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Records {
  readonly heading = input.required<string>();
  readonly records = input.required<readonly FunnelRecord[] | null>();
  readonly loading = input.required<boolean>();
  readonly refusal = input.required<Refusal | null>();
  readonly again = output();
  readonly dismissed = output();

  private readonly clock = inject(Clock);
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  private readonly top = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  protected readonly problem = computed(() => {
    const refusal = this.refusal();
    return refusal && this.problems.of(refusal);
  });
  protected readonly rows = computed(() => {
    const lang = this.words.lang();
    const comma = lang === 'ja' ? '、' : ', ';
    return (this.records() ?? []).map((record) => ({
      id: record.id,
      when: formatDateTime(Temporal.Instant.from(record.at), this.clock.zone(), lang, { month: 'long' }),
      parties: record.parties
        .map((party) =>
          this.t('organiser.follow.records.party', {
            name: this.say.organisation(party),
            region: regionName(party.regionCode, lang),
          }),
        )
        .join(' – '),
      people: record.people.map((name) => this.say.name(name)).join(comma),
      state: this.state(record),
      detail: record.detail,
    }));
  });

  constructor() {
    afterNextRender(() => this.top().nativeElement.focus());
  }

  /** A case has two: how far it is, and how well that is known. */
  private state({ kind, state }: FunnelRecord): string {
    return state
      .split(' ')
      .map((one) => this.t(`organiser.follow.records.${kind}.${one}`))
      .join(' · ');
  }
}
