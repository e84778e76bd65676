import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type RoomMode, roomModes } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { sending } from '../../../core/problem/sending';
import { RoomAffairs } from '../../../data/room/affairs/room-affairs';
import { RoomPlace } from '../room-place';

/**
 * With picture, by voice alone, or in writing: chosen before and inside, and the other side sees which. At the door it
 * turns on what it takes.
 */
@Component({
  selector: 'musubi-mode-choice',
  template: `<fieldset>
    <legend class="field-label">{{ t('room.mode.legend') }}</legend>
    <div class="segment">
      @for (one of modes; track one) {
        <label [class.chosen]="one === mode()"
          ><input
            class="visually-hidden"
            type="radio"
            name="mode"
            [value]="one"
            [checked]="one === mode()"
            [disabled]="sending.busy()"
            (click)="choose(one)"
          />{{ t('room.mode.' + one) }}</label
        >
      }
    </div>
    <p class="meta">{{ t('room.mode.help', { name: place.called() }) }}</p>
  </fieldset>`,
  styles: `
    .segment {
      display: grid;
      grid-template-columns: repeat(3, auto);
      width: fit-content;
      max-width: 100%;
    }
    label {
      display: grid;
      place-items: center;
      min-height: 36px;
      padding: 2px var(--space-3);
      border-radius: 6px;
      font-size: var(--text-sm);
      line-height: 1.3;
      color: var(--color-ink-soft);
      text-align: center;
      cursor: pointer;
    }
    label:hover {
      background: var(--color-hover);
    }
    label.chosen {
      background: var(--color-primary-wash);
      color: var(--color-ink);
      font-weight: var(--weight-label);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--color-focus);
    }
    legend {
      padding: 0 0 var(--space-1);
    }
    .meta {
      margin-top: var(--space-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ModeChoice {
  private readonly affairs = inject(RoomAffairs);
  protected readonly place = inject(RoomPlace);
  protected readonly t = inject(Words).t;
  protected readonly sending = sending();
  protected readonly modes = roomModes;
  protected readonly mode = computed<RoomMode>(() => {
    const me = this.place.store.meeting()?.me;
    return (me && this.affairs.modeOf(me)) || 'full';
  });

  protected async choose(mode: RoomMode): Promise<void> {
    await this.sending.run(() => this.affairs.chooseMode(mode));
    const { session, check } = this.place.visit;
    const sends = { microphone: mode !== 'chat', camera: mode === 'full' };
    // One after the other: some browsers ask twice at once otherwise. Inside one is not heard or seen by a choice made in passing.
    for (const kind of ['microphone', 'camera'] as const) {
      if (session.inside()) {
        if (!sends[kind]) await session.turn(kind, false);
      } else if (check()[kind]() !== (sends[kind] ? 'on' : 'off')) await check().turn(kind, sends[kind]);
    }
  }
}
