import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { QuestionView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Icon } from '../../../ui/icon/icon';
import { Menu, type MenuEntry } from '../../../ui/menu/menu';

/** A question as everybody reads it, beside its votes, with what the reader may do about it. */
@Component({
  selector: 'li[musubi-asked-question]',
  imports: [Icon, Menu],
  template: `
    <ng-content />
    <div>
      <p class="text" [attr.lang]="say.written(question().text)">{{ question().text }}</p>
      <p class="meta">{{ meta() }}</p>
    </div>
    @if (entries().length) {
      <musubi-menu
        [entries]="entries()"
        [label]="t('stage.questions.more', { text: question().text })"
        buttonClass="btn btn-ghost btn-icon btn-sm"
        (choose)="chosen.emit($event)"
        ><svg musubiIcon="dots" size="sm"></svg
      ></musubi-menu>
    }
  `,
  styleUrl: './asked-question.css',
  host: { '[class.pinned]': 'question().pinned' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskedQuestion {
  readonly question = input.required<QuestionView>();
  readonly entries = input.required<readonly MenuEntry[]>();
  readonly chosen = output<string>();

  private readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly meta = computed(() => {
    const { author, mine, pinned, state } = this.question();
    const parts = [
      pinned ? this.t('stage.questions.pinned') : '',
      state === 'queued' ? this.t('stage.questions.queued') : '',
      author ?? this.t(mine ? 'stage.questions.anonymous_mine' : 'stage.questions.anonymous'),
    ];
    return parts.filter(Boolean).join(this.words.lang() === 'ja' ? '　' : '. ');
  });
}
