import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ParticipantCard } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Icon } from '../../../ui/icon/icon';
import { Saving } from './saving';

/** Puts somebody aside for later; a second time takes them from there. */
@Component({
  selector: 'musubi-save-button',
  imports: [Icon],
  template: `<button
    class="btn btn-ghost"
    [class.btn-sm]="small()"
    type="button"
    [attr.aria-label]="label()"
    (click)="saving.turn(person(), inTouch())"
  >
    @if (saved()) {
      <svg musubiIcon="check" size="sm"></svg>
    }
    {{ t(saved() ? 'matchmaking.saved.is_saved' : 'matchmaking.saved.save') }}
  </button>`,
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveButton {
  readonly person = input.required<ParticipantCard>();
  readonly inTouch = input(false);
  readonly small = input(false);

  private readonly say = inject(MeetingWords);
  protected readonly saving = inject(Saving);
  protected readonly t = inject(Words).t;
  protected readonly saved = computed(() => this.saving.has(this.person()));
  protected readonly label = computed(() =>
    this.t(this.saved() ? 'matchmaking.saved.is_saved_label' : 'matchmaking.saved.save_label', {
      name: this.say.name(this.person().name),
    }),
  );
}
