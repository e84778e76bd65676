import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { SessionView } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { SessionWords } from '../../data/programme/words/session-words';
import { speakerName } from '../../data/programme/words/speaker-name';

/** What a session is about, and who speaks in it. */
@Component({
  selector: 'musubi-stage-about',
  template: `@if (session().abstract; as abstract) {
      <section aria-labelledby="about">
        <h2 id="about" class="title-part">{{ t('stage.about') }}</h2>
        <p class="abstract" [lang]="words.langOf(abstract)">{{ words.text(abstract) }}</p>
      </section>
    }
    @if (session().speakers.length) {
      <section aria-labelledby="who">
        <h2 id="who" class="title-part">{{ t('stage.speakers') }}</h2>
        <ul>
          @for (person of session().speakers; track person.speakerId) {
            @let named = speakerName(person, words.lang());
            <li>
              <b [lang]="named.firstLang">{{ named.first }}</b>
              @if (named.second; as second) {
                <span class="name-local" [lang]="named.secondLang">{{ second }}</span>
              }
              @if (about.organisation(person); as organisation) {
                <span class="meta">{{ organisation }}</span>
              }
            </li>
          }
        </ul>
      </section>
    }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--space-6) var(--space-7);
    }
    :host:empty {
      display: none;
    }
    h2 {
      margin-bottom: var(--space-2);
    }
    .abstract {
      max-width: var(--measure);
      white-space: pre-line;
    }
    ul {
      display: grid;
      gap: var(--space-2);
    }
    .name-local {
      margin-left: 0.4em;
    }
    .meta {
      display: block;
    }
    @media (max-width: 767px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageAbout {
  readonly session = input.required<SessionView>();

  protected readonly about = inject(SessionWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly speakerName = speakerName;
}
