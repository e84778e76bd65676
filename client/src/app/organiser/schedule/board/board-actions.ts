import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { PlanAdjustment, PlanConflict, PlannedMeetingId, PlannedMeetingView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { asRefusal } from '../../../core/problem/problem';
import { ProblemWords } from '../../../core/problem/problem-words';
import { planBoard } from '../../../data/organiser/schedule/board/plan-board';
import { PlanDesk } from '../../../data/organiser/schedule/plan-desk';
import { fitOf } from '../../../data/organiser/schedule/board/plan-fit';
import { CellWords } from './cell-words';
import { Foresight } from './foresight';
import type { Chosen } from './plan-grid';
import { PlanTexts } from '../plan-texts';

/** What is chosen on the board, what is being moved, and each change of the plan with its news and its way back. */
@Injectable()
export class BoardActions {
  private readonly desk = inject(PlanDesk);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly foresight = inject(Foresight);
  private readonly cells = inject(CellWords);
  private readonly texts = inject(PlanTexts);
  private readonly t = inject(Words).t;
  private readonly chosenId = signal<PlannedMeetingId | null>(null);
  private readonly picked = signal(false);
  private readonly against = signal<readonly PlanConflict[]>([]);

  readonly board = computed(() => {
    const plan = this.desk.plan();
    return plan ? planBoard(plan) : null;
  });
  /** The chosen meeting, as it stands now. */
  readonly chosen = computed<PlannedMeetingView | null>(() => {
    const id = this.chosenId();
    return this.desk.plan()?.meetings.find(({ plannedId }) => plannedId === id) ?? null;
  });
  readonly moving = computed(() => (this.picked() ? this.chosen() : null));
  /** What stood against the last change. */
  readonly conflicts = this.against.asReadonly();
  /** What is known of the place that somebody stays on. */
  readonly foreseen = this.foresight.foreseen;

  choose(id: PlannedMeetingId | null): void {
    this.chosenId.set(id);
    this.pickUp(false);
  }

  pickUp(on: boolean): void {
    this.picked.set(on);
    this.against.set([]);
    this.foresight.forget();
  }

  /** A cell that somebody stays on while a meeting is moved: whether it could go there. */
  consider(chosen: Chosen): void {
    const moved = untracked(this.moving);
    const change = moved && this.changeAt(moved, chosen);
    const board = untracked(this.board);
    if (!change || !board) return this.foresight.forget();
    const place = placeOf(chosen);
    const fit = fitOf(board, moved, chosen.slot, chosen.meeting);
    if (fit === 'free' || fit === 'swap') this.foresight.consider(place, change);
    else this.foresight.forget();
  }

  /** A cell: while a meeting is moved, where it goes; else what is looked at. */
  async take(chosen: Chosen): Promise<void> {
    const { meeting } = chosen;
    const moved = untracked(this.moving);
    if (!moved) return this.choose(meeting?.plannedId ?? null);
    if (meeting?.plannedId === moved.plannedId) return this.pickUp(false);
    const change = this.changeAt(moved, chosen);
    if (!change) return;
    const known = this.foresight.knows(placeOf(chosen));
    if (known && !known.possible) return this.against.set(known.conflicts);
    await this.adjust(change);
  }

  /** Keys on a cell: Space picks up and puts down, Delete takes out, Escape leaves, Control and Z takes back. */
  key(chosen: Chosen, event: KeyboardEvent): void {
    const { meeting } = chosen;
    const movable =
      meeting && !meeting.locked && meeting.origin.kind !== 'confirmed' && !untracked(this.desk.published);
    const does: (() => unknown) | null =
      event.key === 'Escape' && untracked(this.picked)
        ? () => this.pickUp(false)
        : event.key === ' ' && untracked(this.moving)
          ? () => this.take(chosen)
          : event.key === ' ' && movable
            ? () => (this.choose(meeting.plannedId), this.pickUp(true))
            : (event.key === 'Delete' || event.key === 'Backspace') && movable
              ? () => this.adjust({ do: 'unbook', plannedId: meeting.plannedId })
              : event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
                ? () => this.undo()
                : null;
    if (!does) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  }

  async adjust(adjustment: PlanAdjustment): Promise<void> {
    if (untracked(this.desk.busy)) return;
    const who = this.whoOf(adjustment);
    this.against.set([]);
    try {
      await this.desk.adjust(adjustment);
      this.picked.set(false);
      this.foresight.forget();
      this.toasts.show({
        text: this.t(`schedule.meeting.did.${adjustment.do}`, { who, time: this.timeOf(adjustment) }),
        act: { label: this.t('schedule.board.undo'), run: () => void this.undo() },
      });
    } catch (error) {
      this.refused(error);
    }
  }

  async undo(): Promise<void> {
    if (!untracked(this.desk.undoable) || untracked(this.desk.busy)) return;
    try {
      await this.desk.undo();
      this.toasts.show({ text: this.t('schedule.board.undone') });
    } catch (error) {
      this.refused(error);
    }
  }

  /** What putting a meeting there means; null where it means nothing. */
  private changeAt({ plannedId, people }: PlannedMeetingView, { row, meeting, slot }: Chosen): PlanAdjustment | null {
    if (meeting) return meeting.plannedId === plannedId ? null : { do: 'swap', plannedId, withId: meeting.plannedId };
    const slotId = untracked(this.desk.plan)?.slots[slot]?.slotId;
    // A free slot of somebody else is not where their meeting could go.
    return slotId && people.includes(row.person.participantId) ? { do: 'move', plannedId, slotId } : null;
  }

  private refused(error: unknown): void {
    const { data, code } = asRefusal(error);
    const conflicts = data['conflicts'];
    if (code === 'schedule.conflict' && Array.isArray(conflicts) && untracked(this.chosen)) {
      this.against.set(conflicts as PlanConflict[]);
      return;
    }
    const { title, text } = this.problems.of(error);
    this.toasts.show({ text: title, more: text });
  }

  private whoOf(adjustment: PlanAdjustment): string {
    const [plan, board] = untracked(() => [this.desk.plan(), this.board()] as const);
    const people =
      adjustment.do === 'book'
        ? untracked(this.desk.unmet)?.wishes.find(({ wishId }) => wishId === adjustment.wishId)?.people
        : plan?.meetings.find(({ plannedId }) => plannedId === adjustment.plannedId)?.people;
    return board && people ? this.cells.who(board, people) : '';
  }

  private timeOf(adjustment: PlanAdjustment): string {
    if (!('slotId' in adjustment)) return '';
    const slot = untracked(this.desk.plan)?.slots.find(({ slotId }) => slotId === adjustment.slotId);
    return slot ? this.texts.both(slot.startsAt) : '';
  }
}

const placeOf = ({ slot, meeting }: Chosen) => ({ slot, withId: meeting?.plannedId ?? null });
