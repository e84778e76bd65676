import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { AssistantsView, AssistantView, ParticipantId } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { State } from '../../ui/feedback/state';
import { Person } from '../../ui/people/person';

/** Who acts for me, and for whom I act. */
@Component({
  selector: 'musubi-assistants',
  imports: [Person, State],
  template: `
    <section class="section" aria-labelledby="assistants">
      <div class="section-head">
        <h2 class="title-section" id="assistants" tabindex="-1">{{ t('delegation.assistants.title') }}</h2>
      </div>
      <p class="soft">{{ t('delegation.assistants.text') }}</p>
      <ul class="list">
        @for (row of rows(); track row.one.assistantId) {
          <li>
            <musubi-person
              [name]="row.person.name"
              [lang]="words.lang()"
              [sub]="row.what"
              [honorific]="false"
              size="sm"
            />
            <musubi-state
              [icon]="row.one.state === 'active' ? 'check' : 'hourglass'"
              [kind]="row.one.state === 'active' ? 'good' : 'caution'"
              >{{ t('delegation.assistants.state.' + row.one.state) }}</musubi-state
            >
            <div class="row-flex">
              @if (row.one.mayAccept) {
                <button class="btn btn-sm" type="button" [disabled]="busy()" (click)="change(row.one, 'accept')">
                  {{ t('delegation.assistants.accept') }}
                </button>
              }
              @if (row.one.mayEnd) {
                <button
                  class="btn btn-sm btn-ghost"
                  type="button"
                  [disabled]="busy()"
                  [attr.aria-label]="row.named"
                  (click)="change(row.one, 'end')"
                >
                  {{ row.end }}
                </button>
              }
            </div>
          </li>
        } @empty {
          <li class="meta">{{ t('delegation.assistants.none') }}</li>
        }
      </ul>
      @if (assistants().colleagues.length > 0) {
        <form class="ask" (submit)="ask($event)">
          <label class="label" for="assistant">{{ t('delegation.assistants.ask_label') }}</label>
          <select class="input" id="assistant" (change)="choose($event)">
            <option value="">{{ t('delegation.assistants.choose') }}</option>
            @for (one of assistants().colleagues; track one.participantId) {
              <option [value]="one.participantId" [selected]="chosen() === one.participantId">
                {{ say.colleague(one.name) }}
              </option>
            }
          </select>
          <button class="btn btn-sm" type="submit" [disabled]="busy() || !chosen()">
            {{ t('delegation.assistants.ask') }}
          </button>
        </form>
      }
    </section>
  `,
  styleUrl: './assistants.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Assistants {
  readonly assistants = input.required<AssistantsView>();
  readonly busy = input(false);
  readonly asked = output<ParticipantId>();
  readonly changed = output<{ one: AssistantView; change: 'accept' | 'end' }>();

  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly chosen = signal('');

  protected readonly rows = computed(() => {
    const row = (one: AssistantView, mine: boolean) => {
      const person = mine ? one.assistant : one.principal;
      const gap = this.words.lang() === 'ja' ? '：' : ': ';
      const end = one.mayAccept ? 'refuse' : one.state === 'asked' ? 'withdraw' : 'end';
      return {
        one,
        person,
        what: this.t(`delegation.assistants.${mine ? 'for_me' : 'by_me'}`),
        end: this.t(`delegation.assistants.${end}`),
        named: `${this.t(`delegation.assistants.${end}`)}${gap}${this.say.colleague(person.name)}`,
      };
    };
    return [
      ...this.assistants().mine.map((one) => row(one, true)),
      ...this.assistants().others.map((one) => row(one, false)),
    ];
  });

  protected choose(change: Event): void {
    this.chosen.set((change.target as HTMLSelectElement).value);
  }

  protected ask(submit: Event): void {
    submit.preventDefault();
    if (!this.chosen()) return;
    this.asked.emit(this.chosen() as ParticipantId);
    this.chosen.set('');
  }

  protected change(one: AssistantView, change: 'accept' | 'end'): void {
    this.changed.emit({ one, change });
  }
}
