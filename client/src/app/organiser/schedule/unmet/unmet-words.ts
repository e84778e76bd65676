import { inject, Injectable } from '@angular/core';
import type { PlanActor, PlannedMeetingId, PlanRemedy, PlanView, UnmetWishView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import type { PlanBoard } from '../../../data/organiser/schedule/board/plan-board';
import { CellWords } from '../board/cell-words';
import { PlanTexts } from '../plan-texts';

/** Why a wish is not met and what would make it possible, in words. */
@Injectable({ providedIn: 'root' })
export class UnmetWords {
  private readonly words = inject(Words);
  private readonly cells = inject(CellWords);
  private readonly texts = inject(PlanTexts);

  because({ reason, actors, instead }: UnmetWishView, plan: PlanView, board: PlanBoard): string {
    const names = {
      actors: this.texts.list(actors.map((actor) => this.actor(actor, plan, board)).filter(Boolean)),
      instead: this.texts.list(instead.map((id) => this.meeting(id, plan, board)).filter(Boolean)),
    };
    const named = { maximum_reached: names.actors, gap: names.actors, displaced: names.instead };
    // Whoever it is about may not be on the board any more.
    const bare = reason in named && !named[reason as keyof typeof named];
    return this.words.t(`schedule.unmet.because.${reason}${bare ? '_unnamed' : ''}`, names);
  }

  possible({ possibleWith }: UnmetWishView, plan: PlanView, board: PlanBoard): string {
    if (!possibleWith) return this.words.t('schedule.unmet.never');
    const time = this.time(possibleWith.slot, plan);
    if (possibleWith.remedies.length === 0) return this.words.t('schedule.unmet.with_nothing', { time });
    const remedies = this.texts.list(possibleWith.remedies.map((remedy) => this.remedy(remedy, plan, board)));
    return this.words.t('schedule.unmet.with', { time, remedies });
  }

  /** `Tue 10:40`. */
  time(slot: number, plan: PlanView): string {
    const at = plan.slots[slot]?.startsAt;
    return at ? this.texts.pick(at) : '';
  }

  private remedy(remedy: PlanRemedy, plan: PlanView, board: PlanBoard): string {
    return this.words.t(`schedule.unmet.remedy.${remedy.kind}`, {
      actor: 'actor' in remedy ? this.actor(remedy.actor, plan, board) : '',
      pair: 'pair' in remedy ? remedy.pair.toUpperCase().replace('-', '–') : '',
      meeting: 'plannedId' in remedy ? this.meeting(remedy.plannedId, plan, board) : '',
    });
  }

  private actor(actor: PlanActor, plan: PlanView, { rowOf }: PlanBoard): string {
    const name =
      actor.kind === 'person'
        ? rowOf.get(actor.participantId)?.person.name
        : plan.interpreters.find(({ interpreterId }) => interpreterId === actor.interpreterId)?.name;
    return name ? this.cells.name(name) : '';
  }

  private meeting(id: PlannedMeetingId, plan: PlanView, board: PlanBoard): string {
    const meeting = plan.meetings.find(({ plannedId }) => plannedId === id);
    return meeting ? this.cells.who(board, meeting.people) : '';
  }
}
