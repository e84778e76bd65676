import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type {
  ParticipantId,
  PlanAdjustment,
  PlanConflict,
  PlannedMeetingView,
  PlanView,
  SlotId,
} from '@musubi/contracts';
import { Words } from '../../../../core/i18n/words';
import { MeetingWords } from '../../../../data/meetings/meeting-words';
import type { PlanBoard } from '../../../../data/organiser/schedule/board/plan-board';
import { fitOf } from '../../../../data/organiser/schedule/board/plan-fit';
import { Note } from '../../../../ui/feedback/note';
import { State } from '../../../../ui/feedback/state';
import { CellWords } from '../cell-words';
import type { Foreseen } from '../foresight';
import { PlanTexts } from '../../plan-texts';

/** The meeting that was chosen: who, when, why, and what can be done with it. */
@Component({
  selector: 'musubi-meeting-panel',
  imports: [Note, State],
  templateUrl: './meeting-panel.html',
  styleUrl: './meeting-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingPanel {
  readonly plan = input.required<PlanView>();
  readonly board = input.required<PlanBoard>();
  readonly meeting = input.required<PlannedMeetingView>();
  readonly moving = input(false);
  /** The plan cannot be changed: it is published, or a change is under way. */
  readonly fixed = input(false);
  readonly busy = input(false);
  readonly conflicts = input<readonly PlanConflict[]>([]);
  /** What is known of the place that somebody stays on while it is moved. */
  readonly foreseen = input<Foreseen | null>(null);
  readonly adjust = output<PlanAdjustment>();
  readonly pickUp = output<boolean>();
  readonly closed = output();

  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);
  private readonly texts = inject(PlanTexts);
  private readonly cells = inject(CellWords);
  protected readonly t = this.words.t;
  protected readonly who = computed(() => this.cells.who(this.board(), this.meeting().people));
  protected readonly when = computed(() => {
    const slot = this.plan().slots[this.meeting().slot];
    return slot
      ? { own: this.say.whole(slot.startsAt), other: this.say.other(slot.startsAt, this.texts.otherZone()) }
      : null;
  });
  protected readonly sides = computed(() =>
    this.meeting().people.flatMap((one) => {
      const row = this.board().rowOf.get(one);
      return row
        ? { id: one, name: this.cells.name(row.person.name), from: `${this.say.organisation(row.organisation)}` }
        : [];
    }),
  );
  protected readonly why = computed(() => {
    const { origin } = this.meeting();
    if (origin.kind !== 'preference') return [this.t(`schedule.meeting.${origin.kind}`)];
    return origin.said.flatMap((said, at) => {
      const name = this.nameOf(origin.by?.[at]);
      return name
        ? this.t('schedule.meeting.said', {
            name,
            said: this.t(`schedule.meeting.preference.${said}`),
          })
        : [];
    });
  });
  protected readonly interpreter = computed(() => {
    const id = this.meeting().interpreterId;
    const one = this.plan().interpreters.find(({ interpreterId }) => interpreterId === id);
    return one ? this.t('schedule.meeting.interpreter', { name: this.cells.name(one.name) }) : null;
  });
  protected readonly stands = computed(() => this.meeting().origin.kind === 'confirmed');
  /** Where it could go, for those who choose from a list. */
  protected readonly slots = computed(() => {
    const meeting = this.meeting();
    return this.plan().slots.flatMap((slot, at) =>
      fitOf(this.board(), meeting, at, null) === 'free'
        ? { slotId: slot.slotId, text: this.texts.both(slot.startsAt) }
        : [],
    );
  });
  /** What was refused, or would be. */
  protected readonly against = computed(() =>
    this.lines(this.conflicts().length > 0 ? this.conflicts() : this.ahead()),
  );
  private readonly ahead = computed(() => (this.moving() ? (this.foreseen()?.conflicts ?? []) : []));
  protected readonly fits = computed(() => {
    const seen = this.foreseen();
    const slot = seen?.possible && this.moving() ? this.plan().slots[seen.slot] : null;
    return slot ? this.t('schedule.meeting.fits', { time: this.texts.pick(slot.startsAt) }) : null;
  });

  private nameOf(person: ParticipantId | undefined): string | null {
    const row = person && this.board().rowOf.get(person);
    return row ? this.cells.name(row.person.name) : null;
  }

  private lines(conflicts: readonly PlanConflict[]): string[] {
    return conflicts.map(({ kind, people }) =>
      this.t(`schedule.meeting.conflict.${kind}`, {
        people: this.texts.list(people.flatMap((one) => this.nameOf(one) ?? [])),
      }),
    );
  }

  protected toggleLock(): void {
    const { plannedId, locked } = this.meeting();
    this.adjust.emit({ do: locked ? 'unlock' : 'lock', plannedId });
  }

  protected moveTo(slotId: string): void {
    if (slotId) this.adjust.emit({ do: 'move', plannedId: this.meeting().plannedId, slotId: slotId as SlotId });
  }

  protected takeOut(): void {
    this.adjust.emit({ do: 'unbook', plannedId: this.meeting().plannedId });
  }
}
