import { ChangeDetectionStrategy, Component, computed, input, model, output, signal } from '@angular/core';
import { type Lang, toKatakana } from '@musubi/contracts';
import { Control, Field } from '../forms/field';
import { Icon } from '../icon/icon';
import { suggestKatakana, suggestLatin } from './katakana';

/** A name while it is being typed: nothing is missing, everything may be empty. */
export interface NameDraft {
  readonly givenLatin: string;
  readonly familyLatin: string;
  readonly givenLocal: string;
  readonly familyLocal: string;
  readonly givenKana: string;
  readonly familyKana: string;
}

export const emptyName: NameDraft = {
  givenLatin: '',
  familyLatin: '',
  givenLocal: '',
  familyLocal: '',
  givenKana: '',
  familyKana: '',
};

export type NameWords = Readonly<
  Record<
    | 'given'
    | 'family'
    | 'katakana'
    | 'katakanaHelp'
    | 'kanji'
    | 'anotherScript'
    | 'givenLocal'
    | 'familyLocal'
    | 'givenKana'
    | 'familyKana'
    | 'givenLatin'
    | 'familyLatin'
    | 'latinHelp'
    | 'localHelp'
    | 'kanaHelp'
    | 'optional'
    | 'required',
    string
  >
>;

interface NameField {
  readonly key: keyof NameDraft;
  readonly label: string;
  readonly auto?: string;
  readonly lang?: Lang;
  readonly help?: string;
}

export const kanaFields = ['familyKana', 'givenKana'] as const satisfies readonly (keyof NameDraft)[];
export const latinFields = ['familyLatin', 'givenLatin'] as const satisfies readonly (keyof NameDraft)[];

/**
 * A name in the scripts its owner uses. Two orders: Latin first with a suggested katakana, or, on the Japanese page, kanji
 * and reading first with suggested Latin letters. A suggestion stops as soon as its field was changed by hand.
 */
@Component({
  selector: 'musubi-name-fields',
  imports: [Control, Field, Icon],
  templateUrl: './name-fields.html',
  styleUrl: './name-fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameFields {
  readonly name = model.required<NameDraft>();
  readonly lang = input.required<Lang>();
  readonly words = input.required<NameWords>();
  /** Errors in words, by field. */
  readonly errors = input<Partial<Record<keyof NameDraft, string | null>>>({});
  /** The ones that are asked for; all others are optional. */
  readonly needed = input<readonly (keyof NameDraft)[]>(['givenLatin', 'familyLatin']);
  /** A field was left. */
  readonly left = output<keyof NameDraft>();

  private readonly byHand = signal<ReadonlySet<keyof NameDraft>>(new Set());
  private readonly opened = signal(false);
  /** Fields for kanji or another script are shown once asked for, or where they are filled in. */
  protected readonly localShown = computed(
    () => this.opened() || !!(this.name().givenLocal || this.name().familyLocal),
  );
  /** The katakana of both names in one field, as the Latin page shows it. */
  protected readonly kana = computed(() => [this.name().givenKana, this.name().familyKana].filter(Boolean).join('・'));

  /** The pairs of fields, as this language orders them. */
  protected readonly pairs = computed<readonly (readonly NameField[])[]>(() => {
    const words = this.words();
    if (this.lang() === 'ja') {
      return [
        [
          { key: 'familyLocal', label: words.familyLocal, auto: 'family-name', lang: 'ja', help: words.localHelp },
          { key: 'givenLocal', label: words.givenLocal, auto: 'given-name', lang: 'ja' },
        ],
        [
          { key: 'familyKana', label: words.familyKana, lang: 'ja', help: words.kanaHelp },
          { key: 'givenKana', label: words.givenKana, lang: 'ja' },
        ],
        [
          { key: 'familyLatin', label: words.familyLatin, lang: 'en', help: words.latinHelp },
          { key: 'givenLatin', label: words.givenLatin, lang: 'en' },
        ],
      ];
    }
    const latin: NameField[] = [
      { key: 'givenLatin', label: words.given, auto: 'given-name' },
      { key: 'familyLatin', label: words.family, auto: 'family-name' },
    ];
    const local: NameField[] = [
      { key: 'familyLocal', label: words.familyLocal },
      { key: 'givenLocal', label: words.givenLocal },
    ];
    return this.localShown() ? [latin, local] : [latin];
  });

  protected open(): void {
    this.opened.set(true);
  }

  protected type(field: keyof NameDraft, value: string): void {
    this.byHand.update((all) => new Set(all).add(field));
    const next = { ...this.name(), [field]: value };
    this.name.set(this.lang() === 'ja' ? this.withLatin(next, field) : this.withKana(next, field));
  }

  /** A reading typed in hiragana becomes katakana once its field is left: while it is typed, the input method has it. */
  protected leave(field: keyof NameDraft): void {
    const typed = this.name()[field];
    if (kanaFields.some((one) => one === field) && toKatakana(typed) !== typed) {
      this.name.update((name) => ({ ...name, [field]: toKatakana(typed) }));
    }
    this.left.emit(field);
  }

  protected leaveKana(): void {
    for (const field of kanaFields) this.left.emit(field);
  }

  /** One field for both: given name, a middle dot, family name. */
  protected typeKana(value: string): void {
    this.byHand.update((all) => new Set(all).add('givenKana').add('familyKana'));
    const [given = '', ...family] = toKatakana(value).split(/[・\s]+/);
    this.name.update((name) => ({ ...name, givenKana: given, familyKana: family.join('・') }));
  }

  private withKana(name: NameDraft, changed: keyof NameDraft): NameDraft {
    const untouched = (field: keyof NameDraft) => !this.byHand().has(field);
    if (changed === 'givenLatin' && untouched('givenKana'))
      return { ...name, givenKana: suggestKatakana(name.givenLatin) };
    if (changed === 'familyLatin' && untouched('familyKana'))
      return { ...name, familyKana: suggestKatakana(name.familyLatin) };
    return name;
  }

  private withLatin(name: NameDraft, changed: keyof NameDraft): NameDraft {
    const untouched = (field: keyof NameDraft) => !this.byHand().has(field);
    // Nothing to suggest from: what is known stays.
    if (name[changed] && !suggestLatin(name[changed])) return name;
    if (changed === 'givenKana' && untouched('givenLatin'))
      return { ...name, givenLatin: suggestLatin(name.givenKana) };
    if (changed === 'familyKana' && untouched('familyLatin'))
      return { ...name, familyLatin: suggestLatin(name.familyKana) };
    return name;
  }
}
