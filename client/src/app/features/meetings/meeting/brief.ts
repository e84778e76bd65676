import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { Lang, MeetingBrief, MeetingId, OpportunityCard } from '@musubi/contracts';
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
      @for (side of shown(); track side.organisationId) {
        <h3 class="label">
          {{ t(side.published.length > 0 ? 'brief.published' : 'brief.with', { name: side.names }) }}
        </h3>
        <ul>
          @for (one of side.published; track one.opportunityId) {
            <li>
              <span [musubiWritten]="words.writtenOf(one.title)">{{ words.text(one.title) }}</span>&ngsp;
              <span class="meta">{{ t('brief.' + one.kind) }}</span>
              @if (otherText(one); as other) {
                <span class="meta" [attr.lang]="other.lang">{{ other.text }}</span>
              }
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

  /** Every other side, and what it has published beyond what the meeting is about already. */
  private readonly others = computed(() => {
    const { sides, cited } = this.read.value() ?? { sides: [], cited: [] };
    const about = new Set(cited.map(({ opportunityId }) => opportunityId));
    const mine = sides.find(({ me }) => me)?.participant.organisation.organisationId;
    const others = sides.filter(({ me }) => !me);
    const elsewhere = others.filter(({ participant }) => participant.organisation.organisationId !== mine);
    const people = elsewhere.length > 0 ? elsewhere : others.slice(0, 1);
    const list = new Intl.ListFormat(this.words.lang(), { type: 'conjunction' });
    return [...Map.groupBy(people, ({ participant }) => participant.organisation.organisationId)].map(
      ([organisationId, its]) => ({
        organisationId,
        names: list.format(its.map(({ participant }) => this.say.name(participant.name))),
        published: its[0]!.published.filter(({ opportunityId }) => !about.has(opportunityId)),
      }),
    );
  });
  /** Of two, who the other is stands above. */
  protected readonly shown = computed(() =>
    this.others().filter(({ published }, _, all) => all.length > 1 || published.length > 0),
  );
  protected readonly past = computed(() => this.read.value()?.past ?? []);
  protected readonly agreements = computed(() => this.read.value()?.agreements ?? []);
  protected readonly known = computed(() =>
    [this.shown(), this.past(), this.agreements()].some((list) => list.length > 0),
  );

  /** The same in the language that is not on the page: a colleague may read that one. */
  protected otherText({ title }: OpportunityCard): { lang: Lang; text: string } | null {
    const other = this.words.lang() === 'en' ? 'ja' : 'en';
    const text = title[other];
    return text && title[this.words.lang()] ? { lang: other, text } : null;
  }

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
