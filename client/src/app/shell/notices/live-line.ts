import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject } from '@angular/core';
import { Words } from '../../core/i18n/words';
import { Realtime } from '../../core/realtime/realtime';
import { LiveBar } from '../../ui/feedback/live-bar';

/** How the connection stands, in words, over every page of a signed-in person. */
@Component({
  selector: 'musubi-live-line',
  imports: [LiveBar],
  template: `<musubi-live-bar [kind]="kind()" [text]="text()" [action]="action()" (act)="act()" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveLine {
  private readonly realtime = inject(Realtime);
  private readonly words = inject(Words);
  private readonly document = inject(DOCUMENT);

  protected readonly kind = computed(() => {
    const { state } = this.realtime.line();
    return state === 'reconnecting' || state === 'back' || state === 'outdated' ? state : null;
  });
  protected readonly text = computed(() => {
    const line = this.realtime.line();
    switch (line.state) {
      case 'reconnecting':
        return this.words.t('common.live.reconnecting');
      case 'back':
        return this.words.n('common.live.back', line.changes);
      case 'outdated':
        return this.words.t('common.live.outdated');
      default:
        return '';
    }
  });
  protected readonly action = computed(() => {
    const { state } = this.realtime.line();
    if (state === 'outdated') return this.words.t('common.live.reload');
    return state === 'back' ? this.words.t('common.live.dismiss') : '';
  });

  protected act(): void {
    if (this.realtime.line().state === 'outdated') this.document.location.reload();
    else this.realtime.seen();
  }
}
