import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { meetingPreferences, type MeetingPreference, type ParticipantCard } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { Words } from '../../core/i18n/words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { SegmentRadios } from '../../ui/forms/segment-radios';
import { Mono } from '../../ui/people/mono';
import { Name } from '../../ui/people/name';

/** Somebody, and what I say about meeting them. */
@Component({
  selector: 'li[musubi-preference-row]',
  imports: [Mono, Name, SegmentRadios],
  template: `<musubi-mono [name]="person().name" size="sm" />
    <div class="about">
      <h3><musubi-name [name]="person().name" [lang]="lang()" /></h3>
      <span class="meta">{{ about() }}</span>
    </div>
    <musubi-segment-radios
      [legend]="t('preferences.legend', { name: say.name(person().name) })"
      [choices]="choices()"
      [chosen]="preference()"
      [disabled]="closed()"
      (choose)="said.emit($any($event))"
    />`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 32px minmax(0, 1fr) auto;
      gap: var(--space-2) var(--space-3);
      align-items: center;
      padding: var(--space-3) 0;
      border-top: var(--hairline) solid var(--color-rule);
      line-height: 1.45;
    }
    h3 {
      font-size: 1rem;
    }
    @media (max-width: 1023px) {
      :host {
        grid-template-columns: 32px minmax(0, 1fr);
      }
      musubi-segment-radios {
        grid-column: 1 / -1;
      }
    }
    @media (min-width: 768px) and (max-width: 1023px) {
      musubi-segment-radios {
        grid-column: 2;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreferenceRow {
  readonly person = input.required<ParticipantCard>();
  readonly preference = input.required<MeetingPreference>();
  readonly closed = input(false);
  readonly said = output<MeetingPreference>();

  private readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly choices = computed(() =>
    meetingPreferences.map((value) => ({
      value,
      label: this.t(`preferences.choice.${value}`),
      ...(value === 'must' && { icon: 'star' as const }),
      ...(value === 'no_thanks' && { icon: 'dash' as const }),
    })),
  );
  protected readonly about = computed(() => {
    const person = this.person();
    const { organisation } = person;
    const parts = [
      this.say.organisation(organisation),
      regionName(organisation.regionCode, this.lang()),
      this.say.jobTitle(person),
    ];
    return parts.filter(Boolean).join(this.lang() === 'ja' ? '・' : ', ');
  });
}
