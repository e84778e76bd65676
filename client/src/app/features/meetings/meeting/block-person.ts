import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { ParticipantCard } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { BlocksStore } from '../../../data/blocks/blocks-store';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Dialogs } from '../../../ui/dialog/dialogs';
import { Icon } from '../../../ui/icon/icon';
import { Menu } from '../../../ui/menu/menu';

/** Wanting nothing more to do with somebody, among the further actions; where it was done, that is said and can be taken back. */
@Component({
  selector: 'musubi-block-person',
  imports: [Icon, Menu],
  template: `
    @if (blocked()) {
      <p class="meta">{{ t('block.is_blocked', { name: name() }) }}</p>
      <button class="btn btn-ghost btn-sm" type="button" [disabled]="busy()" (click)="unblock()">
        {{ t('block.undo', { name: name() }) }}
      </button>
    } @else {
      <musubi-menu
        buttonClass="btn btn-ghost btn-icon"
        [label]="t('block.more', { name: name() })"
        [entries]="[{ value: 'block', label: t('block.do', { name: name() }) }]"
        (choose)="block()"
        ><svg musubiIcon="dots"></svg
      ></musubi-menu>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlockPerson {
  readonly person = input.required<ParticipantCard>();

  private readonly store = inject(BlocksStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;

  protected readonly busy = signal(false);
  protected readonly name = computed(() => this.say.name(this.person().name));
  protected readonly blocked = computed(() => this.store.has(this.person().userId));

  constructor() {
    void this.store.refresh();
  }

  protected async block(): Promise<void> {
    const name = this.name();
    const sure = await this.dialogs.confirm({
      heading: this.t('block.title', { name }),
      text: this.t('block.text', { name }),
      confirm: this.t('block.confirm'),
      cancel: this.t('block.cancel'),
      kind: 'bad',
    });
    if (sure) await this.attempt(this.store.block(this.person().userId), 'block.done');
  }

  protected unblock(): Promise<void> {
    return this.attempt(this.store.unblock(this.person().userId), 'block.undone');
  }

  private async attempt(command: Promise<void>, done: string): Promise<void> {
    this.busy.set(true);
    try {
      await command;
      this.toasts.show({ text: this.t(done, { name: this.name() }) });
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.busy.set(false);
    }
  }
}
