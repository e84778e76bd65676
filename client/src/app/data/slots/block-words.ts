import { inject, Injectable } from '@angular/core';
import type { BlockMoment, BlockView } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { MeetingWords } from '../meetings/meeting-words';

/** When blocks of meeting times open, on the reader's wall and the other one. Needs the words of the areas `booking` and `meetings`. */
@Injectable({ providedIn: 'root' })
export class BlockWords {
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);

  /** Why nothing can be booked there now, and from when on; null while something can. */
  closed({ now }: Pick<BlockView, 'now'>, otherZone: string): string | null {
    if (now.open) return null;
    if (now.opensAt) return this.opens(now.opensAt, otherZone);
    return this.words.t(now.mode === 'plan' ? 'booking.phase.waits' : 'booking.phase.over');
  }

  private opens(at: NonNullable<BlockMoment['opensAt']>, otherZone: string): string {
    const other = this.say.other(at, otherZone);
    const own = this.say.whole(at);
    return this.words.t(other ? 'booking.phase.closed_until' : 'booking.phase.closed_until_one', { own, other });
  }
}
