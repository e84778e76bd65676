import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type Lang, type PersonName, writeName } from '@musubi/contracts';

/** A person's name in both scripts, the one that the reader says first. */
@Component({
  selector: 'musubi-name',
  template: `<b [attr.lang]="written().firstLang">{{ written().first }}</b>
    @if (written().second; as second) {
      &ngsp;<span class="name-local" [attr.lang]="written().secondLang">{{ second }}</span>
    }`,
  styles: `
    b {
      font-weight: var(--weight-title);
    }
    b:lang(ja) {
      /* Breaks after a dot or space only. */
      word-break: keep-all;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Name {
  readonly name = input.required<PersonName>();
  readonly lang = input.required<Lang>();
  /** 様 in Japanese; not for the reader themselves. */
  readonly honorific = input(true);
  protected readonly written = computed(() => writeName(this.name(), this.lang(), { honorific: this.honorific() }));
}
