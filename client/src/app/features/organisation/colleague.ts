import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { AffiliationState, AffiliationView } from '@musubi/contracts';
import { formatDateTime } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import type { PlaceChange } from '../../data/organisations/organisations-api';
import { State, type StateKind } from '../../ui/feedback/state';
import type { IconName } from '../../ui/icon/icons';
import { Person } from '../../ui/people/person';

const looks: Record<AffiliationState, { icon: IconName; kind: StateKind }> = {
  requested: { icon: 'hourglass', kind: 'caution' },
  active: { icon: 'check', kind: 'good' },
  declined: { icon: 'x', kind: 'quiet' },
  ended: { icon: 'dash', kind: 'quiet' },
};

/** One person of an organisation: who, in which state, and what is mine to do about it. */
@Component({
  selector: 'musubi-colleague',
  imports: [NgTemplateOutlet, Person, State],
  template: `<musubi-person
      [name]="one().name"
      [lang]="words.lang()"
      [sub]="beneath()"
      size="sm"
      [honorific]="!isMe()"
    />
    <div class="standing" [class.settled]="one().state === 'active'">
      <musubi-state [icon]="look().icon" [kind]="look().kind">{{
        t('organisation.state.' + (one().role === 'admin' && one().state === 'active' ? 'admin' : one().state))
      }}</musubi-state>
      @if (one().state === 'requested') {
        <span class="meta">{{ t('organisation.since', { at: since() }) }}</span>
      }
    </div>
    @if (one().mayAnswer) {
      <div class="row-flex"><ng-container *ngTemplateOutlet="buttons; context: { acts: answers() }" /></div>
    }
    @if (changes().length) {
      <div class="row-flex acts"><ng-container *ngTemplateOutlet="buttons; context: { acts: changes() }" /></div>
    } @else if (isMe() && one().state === 'active') {
      <p class="meta acts">{{ t('organisation.leave_first') }}</p>
    }
    <ng-template #buttons let-acts="acts">
      @for (act of acts; track act.change) {
        <button
          class="btn btn-sm"
          [class.btn-ghost]="act.change !== 'approve'"
          type="button"
          [attr.aria-disabled]="busy() ? true : null"
          [attr.aria-label]="act.named"
          (click)="give(act.change)"
        >
          {{ act.label }}
        </button>
      }
    </ng-template>`,
  styleUrl: './colleague.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Colleague {
  private readonly clock = inject(Clock);
  private readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  readonly one = input.required<AffiliationView>();
  /** The organisation, where the list is of several. */
  readonly place = input('');
  readonly isMe = input(false);
  readonly busy = input(false);
  readonly changed = output<PlaceChange>();

  protected readonly look = computed(() => looks[this.one().state]);
  protected readonly name = computed(() => this.say.name(this.one().name));
  protected readonly beneath = computed(() =>
    [this.isMe() ? this.t('organisation.you') : '', this.place(), this.one().address]
      .filter(Boolean)
      .join(this.words.lang() === 'ja' ? '・' : ' · '),
  );
  protected readonly since = computed(() =>
    formatDateTime(Temporal.Instant.from(this.one().requestedAt), this.clock.zone(), this.words.lang(), {
      year: false,
    }),
  );

  protected readonly answers = computed(() => [this.act('approve', 'approve'), this.act('decline', 'decline')]);
  protected readonly changes = computed(() => [
    ...(this.one().mayHandOver ? [this.act('hand-over', 'hand_over')] : []),
    ...(this.one().mayEnd ? [this.isMe() ? this.leave() : this.act('end', 'end')] : []),
  ]);

  protected give(change: PlaceChange): void {
    if (!this.busy()) this.changed.emit(change);
  }

  /** In a list the same words stand in many rows: the button is named with whom it is about. */
  private act(change: PlaceChange, word: string) {
    const named: string | null = this.t(`organisation.${word}_label`, { name: this.name() });
    return { change, label: this.t(`organisation.${word}`), named };
  }

  private leave() {
    return { change: 'end' as const, label: this.t('organisation.leave'), named: null };
  }
}
