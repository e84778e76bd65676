import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Assignment } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { Realtime } from '../../core/realtime/realtime';
import { InterpretersApi } from '../../data/interpreters/interpreters-api';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Reading } from '../../data/reading';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Written } from '../../ui/text/written';

/** What an interpreter has to do: when on both clocks, who meets, what about, and the way into the room. */
@Component({
  selector: 'musubi-interpreting',
  imports: [Empty, Failure, RouterLink, Skeleton, State, Written],
  template: `
    <div class="page-head">
      <div>
        <h1 class="title-page">{{ t('company.assignments.title') }}</h1>
        <p class="soft">{{ t('company.assignments.lead') }}</p>
      </div>
    </div>
    @if (failed(); as problem) {
      <musubi-failure
        [heading]="problem.title"
        [text]="problem.text"
        [reference]="problem.reference"
        [words]="problems.failure()"
        (retry)="read.refresh()"
      />
    } @else if (read.loading()) {
      <musubi-skeleton [label]="t('common.loading')" [rows]="4" />
    } @else {
      <ul>
        @for (one of assignments(); track one.meetingId) {
          <li>
            <div class="what">
              <p class="meta">{{ words.text(one.eventTitle) }}</p>
              <h2>
                <time [attr.datetime]="one.startsAt">{{ say.wholeBoth(one.startsAt, one.zone) }}</time>
              </h2>
              <p>{{ pair(one) }} · {{ length(one) }}</p>
              <p [musubiWritten]="words.written(say.written(say.about(one)))">{{ say.about(one) }}</p>
              <ul class="people" [attr.aria-label]="t('company.assignments.people')">
                @for (person of one.people; track person.participantId) {
                  <li>
                    {{ say.name(person.name) }} <span class="meta">{{ say.organisation(person.organisation) }}</span>
                  </li>
                }
              </ul>
            </div>
            <div class="acts">
              @if (one.over) {
                <musubi-state icon="check" kind="quiet">{{ t('company.assignments.over') }}</musubi-state>
              } @else if (one.open) {
                <a
                  class="btn btn-primary"
                  [routerLink]="['/app/events', one.eventSlug, 'meetings', one.meetingId, 'room']"
                  >{{ t('company.assignments.open_room') }}</a
                >
              } @else {
                <musubi-state icon="check" kind="good">{{ t('company.assignments.ahead') }}</musubi-state>
                <p class="meta">{{ t('company.assignments.opens', { time: say.deadline(one.roomOpensAt) }) }}</p>
              }
            </div>
          </li>
        } @empty {
          <li class="none">
            <musubi-empty
              [level]="2"
              [heading]="t('company.assignments.none')"
              [text]="t('company.assignments.none_text')"
            />
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      font-size: var(--text-lg);
      font-variant-numeric: tabular-nums;
    }
    :host > ul > li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--space-3) var(--space-5);
      padding-block: var(--space-5);
      border-bottom: var(--hairline) solid var(--color-rule);
    }
    :host > ul > .none {
      border: 0;
    }
    .what {
      display: grid;
      gap: var(--space-1);
      flex: 1 1 22rem;
      min-width: 0;
    }
    .people {
      display: grid;
      gap: 2px;
      margin-top: var(--space-2);
    }
    .acts {
      display: grid;
      align-content: start;
      justify-items: start;
      gap: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Interpreting {
  private readonly api = inject(InterpretersApi);
  private readonly clock = inject(Clock);
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly read = new Reading<Assignment[]>(() => this.api.mine());

  protected readonly assignments = computed(() => {
    const now = this.clock.minute().epochMilliseconds;
    return (this.read.value() ?? [])
      .map((one) => ({
        ...one,
        over: one.state !== 'confirmed' || now >= Date.parse(one.endsAt),
        open: now >= Date.parse(one.roomOpensAt),
      }))
      .sort((a, b) => Number(a.over) - Number(b.over) || a.startsAt.localeCompare(b.startsAt));
  });
  protected readonly failed = computed(() => {
    const refusal = this.read.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    void this.read.refresh();
    const realtime = inject(Realtime);
    const stops = [
      realtime.on('interpreting.changed', () => void this.read.refresh()),
      realtime.on('agenda.changed', () => void this.read.refresh()),
    ];
    inject(DestroyRef).onDestroy(() => stops.forEach((stop) => stop()));
  }

  protected pair({ languages: [one, other] }: Assignment): string {
    return this.t('company.pair', { one: this.say.language(one), other: this.say.language(other) });
  }

  protected length({ startsAt, endsAt }: Assignment): string {
    return this.words.n('company.board.minutes', this.say.minutes(startsAt, endsAt));
  }
}
