import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { MeetingBrief, MeetingId } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { BriefApi } from '../../../data/meetings/brief-api';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Reading } from '../../../data/reading';
import { Written } from '../../../ui/text/written';

/** What helps to prepare a meeting; nothing at all where nothing is known. */
@Component({
  selector: 'musubi-brief',
  imports: [Written],
  template: `
    @if (known()) {
      <h2 class="title-part">{{ t('brief.heading') }}</h2>
      @if (published().length > 0) {
        <h3 class="label">{{ t('brief.published', { name: partner() }) }}</h3>
        <ul>
          @for (one of published(); track one.opportunityId) {
            <li>
              <span [musubiWritten]="words.writtenOf(one.title)">{{ words.text(one.title) }}</span>&ngsp;
              <span class="meta">{{ t('brief.' + one.kind) }}</span>
            </li>
          }
        </ul>
      }
      @if (past().length > 0) {
        <h3 class="label">{{ t('brief.past') }}</h3>
        <ul>
          @for (one of past(); track one.meetingId) {
            <li>
              {{ words.text(one.eventTitle) }}
              <span class="meta"
                >{{ say.moment(one.startsAt) }}{{ stop() }}{{ t(one.same ? 'brief.same' : 'brief.colleagues') }}</span
              >
            </li>
          }
        </ul>
      }
      @if (agreements().length > 0) {
        <h3 class="label">{{ t('brief.agreements') }}</h3>
        <ul>
          @for (one of agreements(); track one.source) {
            <li>
              <span lang="en">{{ one.eu }} · {{ one.jp }}</span>
              <span class="meta"
                ><span lang="en">{{ one.instrument }}</span
                >{{ one.date ? ', ' + one.date.slice(0, 4) : '' }}{{ stop() }}
                <a [href]="one.source" rel="noreferrer">{{ t('brief.source') }}</a></span
              >
            </li>
          }
        </ul>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host:empty {
      display: none;
    }
    h3 {
      margin-top: var(--space-4);
    }
    li {
      margin-top: var(--space-2);
    }
    .meta {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Brief {
  readonly meetingId = input.required<MeetingId>();

  private readonly api = inject(BriefApi);
  private readonly read = new Reading<MeetingBrief>(() => this.api.brief(this.meetingId()));
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  /** Between what stands on one line. */
  protected readonly stop = computed(() => (this.words.lang() === 'ja' ? '、' : '. '));

  private readonly them = computed(() => this.read.value()?.sides.find(({ me }) => !me) ?? null);
  protected readonly partner = computed(() => (this.them() ? this.say.name(this.them()!.participant.name) : ''));
  /** Beyond what the meeting is about already. */
  protected readonly published = computed(() => {
    const cited = new Set(this.read.value()?.cited.map(({ opportunityId }) => opportunityId));
    return (this.them()?.published ?? []).filter(({ opportunityId }) => !cited.has(opportunityId));
  });
  protected readonly past = computed(() => this.read.value()?.past ?? []);
  protected readonly agreements = computed(() => this.read.value()?.agreements ?? []);
  protected readonly known = computed(() =>
    [this.published(), this.past(), this.agreements()].some((list) => list.length > 0),
  );

  constructor() {
    effect(() => {
      this.meetingId();
      untracked(() => {
        this.read.reset();
        void this.read.refresh();
      });
    });
  }
}
