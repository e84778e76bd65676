import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { notesLength } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { saveText } from '../../../core/page/save-text';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import type { NotesState, SharedNotes } from '../../../data/room/notes/shared-notes';
import { bindText } from '../../../data/room/notes/text-binding';
import { RoomStore } from '../../../data/room/room-store';
import { Note } from '../../../ui/feedback/note';
import { Icon } from '../../../ui/icon/icon';

/** Told as a remark beside the field; the others fit behind the heading. */
const remarks: readonly NotesState[] = ['waiting', 'closed', 'full', 'failed'];

/** The notes of both sides, in a field that any keyboard and screen reader knows. */
@Component({
  selector: 'musubi-shared-notes-panel',
  imports: [Icon, Note],
  template: `<div class="head">
      <h2 id="notes-heading">{{ t('room.notes.heading') }}</h2>
      <span class="meta" role="status">{{ status() }}</span>
    </div>
    <textarea
      #field
      class="input"
      rows="7"
      aria-labelledby="notes-heading"
      aria-describedby="notes-help"
      autocapitalize="sentences"
      [attr.maxlength]="most"
      [readOnly]="!writable()"
    ></textarea>
    <div class="foot">
      <p id="notes-help" class="meta">{{ t('room.notes.help') }}</p>
      @if (notes().value()) {
        <button class="btn btn-ghost btn-sm" type="button" (click)="save()">
          <svg musubiIcon="download" size="sm"></svg>{{ t('room.notes.export') }}
        </button>
      }
    </div>
    @if (remark(); as told) {
      <musubi-note icon="info" [kind]="told === 'closed' ? 'plain' : 'caution'" role="status"
        >{{ t('room.notes.' + told) }}
        @if (told === 'failed') {
          <button class="btn btn-sm" type="button" (click)="notes().open()">{{ t('common.again') }}</button>
        }
      </musubi-note>
    }`,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    .head,
    .foot {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 var(--space-3);
    }
    h2 {
      font-size: var(--text-md);
    }
    textarea {
      min-height: 160px;
      resize: vertical;
      line-height: 1.6;
    }
    textarea:read-only {
      background: var(--color-page);
    }
    .foot .btn {
      margin-inline: calc(-1 * var(--space-3));
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharedNotesPanel {
  readonly notes = input.required<SharedNotes>();

  private readonly say = inject(MeetingWords);
  private readonly store = inject(RoomStore);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly t = inject(Words).t;
  protected readonly most = notesLength;

  protected readonly writable = computed(() => !['loading', 'closed', 'failed'].includes(this.notes().state()));
  protected readonly remark = computed(() => {
    const state = this.notes().state();
    return remarks.includes(state) ? state : null;
  });
  /** Who writes comes before when it was kept. */
  protected readonly status = computed(() => {
    const writing = this.notes().writing();
    const writer = this.store.meeting()?.sides.find(({ participant }) => participant.participantId === writing);
    if (writer) return this.t('room.notes.writing', { name: this.say.called(writer.participant.name) });
    const [state, at] = [this.notes().state(), this.notes().keptAt()];
    if (state === 'sending') return this.t('room.notes.sending');
    if (state !== 'kept' || !at) return '';
    return this.t('room.notes.kept', { time: this.say.since(at) });
  });

  constructor() {
    effect((cleanUp) => cleanUp(bindText(this.field().nativeElement, this.notes())));
  }

  protected save(): void {
    saveText(`${this.t('room.notes.file')}.txt`, this.notes().value());
  }
}
