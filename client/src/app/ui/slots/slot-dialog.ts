import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Lang } from '@musubi/time';
import { Note } from '../feedback/note';
import type { BandDay } from './band-layout';
import { SlotBand, type SlotBandWords } from './slot-band';
import { SlotLegend, type SlotLegendWords } from './slot-legend';
import { type OfferedSlot, SlotRow } from './slot-row';

export interface SlotQuestion {
  readonly heading: string;
  readonly text: string;
  readonly zone: string;
  readonly otherZone: string;
  readonly lang: Lang;
  /** A few slots to pick one of, or whole days to pick some from. */
  readonly pick:
    | { readonly kind: 'one'; readonly slots: readonly OfferedSlot[]; readonly label: string; readonly taken: string }
    | {
        readonly kind: 'some';
        readonly days: readonly BandDay[];
        readonly most: number;
        readonly words: SlotBandWords;
        readonly legend: SlotLegendWords;
        /** When both are at work; missing where they never are. */
        readonly shared?: string | null;
        /** Times that do not suit everybody, and whom. */
        readonly besides?: { readonly heading: string; readonly times: readonly string[] } | null;
      };
  /** What has changed since it was asked before, read aloud. */
  readonly notice?: readonly string[];
  /** Chosen before, in order of preference. */
  readonly chosen?: readonly string[];
  /** Room for a word of one's own. */
  readonly note?: {
    readonly label: string;
    readonly optional: string;
    readonly help: (used: number) => string;
    /** Written before. */
    readonly value?: string;
  };
  /** The verb, given what is picked. */
  readonly confirm: (slotIds: readonly string[]) => string;
  readonly cancel: string;
  /** Another way out. */
  readonly instead?: string;
}

export interface SlotAnswer {
  /** In order of preference; none where another way out was taken. */
  readonly slotIds: readonly string[];
  readonly note: string | null;
  readonly instead: boolean;
}

/** Asks for a time. */
@Component({
  selector: 'musubi-slot-dialog',
  imports: [Note, SlotBand, SlotLegend, SlotRow],
  template: `<form class="dialog" [class.wide]="some()" (submit)="done($event)">
    <h2 id="dialog-heading" class="title-section">{{ question.heading }}</h2>
    <p class="soft">{{ question.text }}</p>
    @if (question.notice?.length) {
      <musubi-note role="alert">
        @for (line of question.notice; track $index) {
          <p>{{ line }}</p>
        }
      </musubi-note>
    }
    @if (some(); as band) {
      <musubi-slot-legend [days]="band.days" [words]="band.legend" [shared]="band.shared ?? null" />
      <musubi-slot-band
        [days]="band.days"
        [zone]="question.zone"
        [otherZone]="question.otherZone"
        [lang]="question.lang"
        [words]="band.words"
        [most]="band.most"
        [chosen]="chosen()"
        (chosenChange)="chosen.set($event)"
      />
      @if (band.besides; as besides) {
        <details>
          <summary>{{ besides.heading }}</summary>
          <ul>
            @for (time of besides.times; track time) {
              <li>{{ time }}</li>
            }
          </ul>
        </details>
      }
    }
    @if (one(); as row) {
      @if (row.slots.length > 0) {
        <musubi-slot-row
          [slots]="row.slots"
          [zone]="question.zone"
          [otherZone]="question.otherZone"
          [lang]="question.lang"
          [label]="row.label"
          [taken]="row.taken"
          [picked]="chosen()[0] ?? null"
          (pickedChange)="chosen.set([$event])"
        />
      }
    }
    @if (question.note; as note) {
      <div class="field">
        <label for="slot-note"
          >{{ note.label }} <span class="optional">{{ note.optional }}</span></label
        >
        <textarea
          class="input"
          id="slot-note"
          rows="2"
          maxlength="400"
          aria-describedby="slot-note-help"
          [value]="note.value ?? ''"
          (input)="write($event)"
        ></textarea>
        <p class="help" id="slot-note-help">{{ note.help(written().length) }}</p>
      </div>
    }
    <p class="row-flex acts">
      <button class="btn btn-ghost" type="button" (click)="dialog.close()">{{ question.cancel }}</button>
      @if (question.instead; as instead) {
        <button class="btn btn-ghost" type="button" (click)="other()">{{ instead }}</button>
      }
      @if (some() || one()?.slots?.length) {
        <button class="btn btn-primary" type="submit" [attr.aria-disabled]="chosen().length === 0 ? true : null">
          {{ question.confirm(chosen()) }}
        </button>
      }
    </p>
  </form>`,
  styles: `
    .dialog.wide {
      max-width: 860px;
      width: calc(100vw - 2 * var(--space-4));
    }
    .soft {
      margin: var(--space-2) 0 var(--space-4);
    }
    musubi-note {
      margin-bottom: var(--space-4);
    }
    details {
      margin-top: var(--space-4);
    }
    .field {
      margin-top: var(--space-5);
    }
    textarea {
      min-height: 72px;
    }
    .acts {
      justify-content: flex-end;
      margin-top: var(--space-5);
    }
    /* Days that go on below leave the answer in sight. */
    .wide {
      scroll-padding-bottom: 88px;
    }
    .wide .acts {
      position: sticky;
      z-index: 2;
      bottom: calc(-1 * var(--space-5));
      margin: var(--space-5) calc(-1 * var(--space-5)) calc(-1 * var(--space-5));
      padding: var(--space-3) var(--space-5);
      background: var(--color-sheet);
      border-top: var(--hairline) solid var(--color-rule);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SlotDialog {
  protected readonly question = inject<SlotQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<SlotAnswer>>(DialogRef);
  protected readonly chosen = signal<readonly string[]>(this.question.chosen ?? []);
  protected readonly written = signal(this.question.note?.value ?? '');
  protected readonly some = computed(() => (this.question.pick.kind === 'some' ? this.question.pick : null));
  protected readonly one = computed(() => (this.question.pick.kind === 'one' ? this.question.pick : null));

  protected write(input: Event): void {
    this.written.set((input.target as HTMLTextAreaElement).value);
  }

  protected other(): void {
    this.dialog.close({ slotIds: [], note: null, instead: true });
  }

  protected done(submit: Event): void {
    submit.preventDefault();
    if (this.chosen().length === 0) return;
    this.dialog.close({ slotIds: this.chosen(), note: this.written().trim() || null, instead: false });
  }
}
