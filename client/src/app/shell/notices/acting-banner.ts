import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Words } from '../../core/i18n/words';
import { Behalf } from '../../core/login/behalf';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Note } from '../../ui/feedback/note';

/**
 * For whom one acts, over every page of a participant: what is counted, listed and done is theirs. Its words come with the
 * pages where one says for whom one acts.
 */
@Component({
  selector: 'musubi-acting-banner',
  imports: [Note],
  template: `<div role="status">
    @if (name(); as name) {
      <musubi-note kind="caution" icon="user">
        <span class="said"
          ><span>{{ t('delegation.acting.banner', { name }) }}</span>
          <button class="btn btn-sm" type="button" (click)="stop()">{{ t('delegation.acting.stop') }}</button></span
        >
      </musubi-note>
    }
  </div>`,
  styles: `
    :host {
      display: block;
    }
    musubi-note {
      margin-bottom: var(--space-5);
    }
    .said {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
    }
    .said > span {
      flex: 1 1 20rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActingBanner {
  private readonly behalf = inject(Behalf);
  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  protected readonly name = computed(() => {
    const acting = this.behalf.of();
    return acting ? this.say.name(acting.name) : null;
  });

  protected stop(): void {
    this.behalf.choose(null);
  }
}
