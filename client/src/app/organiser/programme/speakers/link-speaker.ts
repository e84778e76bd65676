import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { PersonRow, SpeakerAccountPut, SpeakerRow } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Combo, type ComboOption } from '../../../ui/forms/combo';
import { Field } from '../../../ui/forms/field';
import { accountOf, accountOptions } from './account-options';

export interface LinkSpeakerData {
  readonly speaker: SpeakerRow;
  readonly people: readonly PersonRow[];
}

/** Asks whose account a speaker is. */
@Component({
  selector: 'musubi-link-speaker',
  imports: [Combo, Field],
  template: `<form class="dialog" (submit)="done($event)">
    <h2 id="dialog-heading" class="title-section">
      {{ t('organiser.programme.speakers.link_title', { name: data.speaker.name }) }}
    </h2>
    <p class="soft">{{ t('organiser.programme.speakers.link_text') }}</p>
    <musubi-field
      [label]="t('organiser.programme.speakers.who')"
      [help]="t('organiser.programme.speakers.who_help')"
      [error]="error()"
    >
      <musubi-combo
        [options]="options()"
        [value]="chosen()?.value ?? null"
        [valueLabel]="chosen()?.label ?? ''"
        [listLabel]="t('organiser.programme.speakers.who')"
        [found]="words.n('organiser.programme.speakers.found', options().length)"
        (typed)="type($event)"
        (chosen)="choose($event)"
      />
    </musubi-field>
    <p class="row-flex acts">
      <button class="btn btn-ghost" type="button" (click)="dialog.close()">{{ t('common.cancel') }}</button>
      <button class="btn btn-primary" type="submit">{{ t('organiser.programme.speakers.link') }}</button>
    </p>
  </form>`,
  styles: `
    .dialog {
      width: min(480px, calc(100vw - 32px));
      min-height: 400px;
      display: flex;
      flex-direction: column;
    }
    .soft {
      margin: var(--space-2) 0 var(--space-4);
    }
    .acts {
      justify-content: flex-end;
      margin-top: auto;
      padding-top: var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkSpeaker {
  protected readonly data = inject<LinkSpeakerData>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<SpeakerAccountPut>>(DialogRef);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly typed = signal('');
  protected readonly chosen = signal<ComboOption | null>(null);
  protected readonly error = signal<string | null>(null);
  protected readonly options = computed(() =>
    accountOptions(
      this.typed(),
      this.data.people,
      this.words.lang(),
      this.t('organiser.programme.speakers.by_address'),
    ),
  );

  protected type(text: string): void {
    this.typed.set(text);
    this.chosen.set(null);
    this.error.set(null);
  }

  protected choose(option: ComboOption): void {
    this.chosen.set(option);
    this.error.set(null);
  }

  protected done(submit: Event): void {
    submit.preventDefault();
    // Somebody who types a whole address need not choose it from a list of one.
    const options = this.options();
    const chosen = this.chosen() ?? (options.length === 1 ? options[0]! : null);
    if (chosen) this.dialog.close(accountOf(chosen.value, this.data.speaker));
    else this.error.set(this.t('organiser.programme.speakers.nobody'));
  }
}
