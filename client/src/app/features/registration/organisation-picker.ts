import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type OrganisationCard, type OrganisationKind, organisationKinds, organisationName } from '@musubi/contracts';
import { regionName, searchRegions } from '@musubi/reference';
import { Words } from '../../core/i18n/words';
import { RegistrationsApi } from '../../data/registration/registrations-api';
import { Note } from '../../ui/feedback/note';
import { Combo, type ComboOption } from '../../ui/forms/combo';
import { Control, Field } from '../../ui/forms/field';
import type { DraftField, RegistrationDraft } from './registration-draft';

/** Milliseconds of quiet before organisations are looked up. */
const quiet = 250;

/** Pick an organisation that is here, or add one: likely duplicates are shown before a second one is made. */
@Component({
  selector: 'musubi-organisation-picker',
  imports: [Combo, Control, Field, Note],
  templateUrl: './organisation-picker.html',
  styleUrl: './organisation-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganisationPicker {
  readonly draft = input.required<RegistrationDraft>();
  /** Why a field is not right yet. */
  readonly error = input.required<(field: DraftField) => string | null>();
  /** How a field that is needed is marked. */
  readonly required = input.required<string>();
  readonly changed = output<Partial<RegistrationDraft>>();
  readonly left = output<DraftField>();

  private readonly api = inject(RegistrationsApi);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly n = this.words.n;
  protected readonly lang = this.words.lang;
  protected readonly kinds = organisationKinds;
  private readonly similar = signal<readonly OrganisationCard[]>([]);
  private readonly dismissed = signal('');
  private readonly regionText = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private search = 0;

  /** The name that readers of the page know the organisation by comes first. */
  protected readonly scripts = computed(() =>
    this.lang() === 'ja' ? (['local', 'latin'] as const) : (['latin', 'local'] as const),
  );
  /** The name that was typed last: what was found by it stands beneath it. */
  protected readonly searched = signal<'latin' | 'local'>('latin');
  /** Those that may be the same; none once the person has said that theirs is another. */
  protected readonly hints = computed(() => (this.dismissed() === this.typed() ? [] : this.similar().slice(0, 3)));
  private readonly typed = computed(() =>
    this.searched() === 'latin' ? this.draft().organisationName : this.draft().organisationNameLocal,
  );
  protected readonly regions = computed<ComboOption[]>(() =>
    this.regionText().trim()
      ? searchRegions(this.regionText(), this.lang()).map(({ code, name, within }) => ({
          value: code,
          label: name,
          meta: [within, code].filter(Boolean).join(' · '),
        }))
      : [],
  );
  protected readonly regionLabel = computed(() => {
    const code = this.draft().regionCode;
    return code ? regionName(code, this.lang()) : '';
  });

  protected named(card: OrganisationCard): string {
    return organisationName(card, this.lang());
  }

  protected placed(card: OrganisationCard): string {
    return this.t('register.organisation.placed', {
      kind: this.t(`register.kind.${card.kind}`),
      region: regionName(card.regionCode, this.lang()),
    });
  }

  protected type(
    named: Pick<RegistrationDraft, 'organisationName'> | Pick<RegistrationDraft, 'organisationNameLocal'>,
  ) {
    this.changed.emit({ ...named, organisation: null });
    const [script, name] =
      'organisationName' in named
        ? (['latin', named.organisationName] as const)
        : (['local', named.organisationNameLocal] as const);
    this.searched.set(script);
    clearTimeout(this.timer);
    const search = ++this.search;
    if (name.trim().length < 2) {
      this.similar.set([]);
      return;
    }
    this.timer = setTimeout(() => {
      this.api.findOrganisations(name.trim()).then(
        (found) => search === this.search && this.similar.set(found),
        // The hint is a help; without it the form goes on.
        () => search === this.search && this.similar.set([]),
      );
    }, quiet);
  }

  protected join(card: OrganisationCard): void {
    this.changed.emit({
      organisation: card,
      organisationName: card.nameLatin,
      organisationNameLocal: card.nameLocal ?? '',
      organisationKind: card.kind,
      regionCode: card.regionCode,
    });
    this.similar.set([]);
  }

  protected another(): void {
    this.dismissed.set(this.typed());
  }

  protected release(): void {
    this.changed.emit({
      organisation: null,
      organisationName: '',
      organisationNameLocal: '',
      organisationKind: '',
      regionCode: null,
    });
  }

  protected kind(kind: string): void {
    this.changed.emit({ organisationKind: kind as OrganisationKind });
  }

  protected typeRegion(text: string): void {
    this.regionText.set(text);
  }

  protected region(option: ComboOption): void {
    this.changed.emit({ regionCode: option.value });
    this.regionText.set('');
  }
}
