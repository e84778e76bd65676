import { inject, Injectable } from '@angular/core';
import type { PersonName, SlotState } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import type { SlotBandWords } from '../../ui/slots/slot-band';
import type { SlotLegendWords } from '../../ui/slots/slot-legend';
import { type BandSource, sharedHours } from './band-days';
import { MeetingWords } from '../meetings/meeting-words';

/** The words on a slot band. Needs the words of the area `meetings`. */
@Injectable({ providedIn: 'root' })
export class BandWords {
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);

  /** What stands inside the slots. */
  slots(): SlotBandWords {
    const state = (one: SlotState | 'taken'): string => this.words.t(`meetings.slot.state.${one}`);
    return {
      states: {
        free: state('free'),
        busy: state('busy'),
        taken: state('taken'),
        late: state('late'),
        held: state('held'),
        closed: state('closed'),
        past: state('past'),
        now: state('now'),
      },
      signs: {
        instant: this.words.t('meetings.slot.sign.instant'),
        uninterpreted: this.words.t('meetings.slot.sign.uninterpreted'),
      },
      choices: ['1', '2', '3'].map((rank) => this.words.t(`meetings.slot.rank.${rank}`)),
      group: this.words.t('meetings.slot.group'),
      shut: (from, until, because) => {
        const hours = this.words.t('meetings.slot.between', { from, until });
        return because
          ? this.words.t('meetings.slot.shut_because', { hours, because })
          : this.words.t('meetings.slot.shut', { hours });
      },
      keys: this.words.t('meetings.slot.keys'),
    };
  }

  /** What its signs mean. */
  legend(): SlotLegendWords {
    const sign = (one: keyof SlotLegendWords): string => this.words.t(`meetings.slot.legend.${one}`);
    return {
      chosen: sign('chosen'),
      busy: sign('busy'),
      late: sign('late'),
      held: sign('held'),
      closed: sign('closed'),
      now: sign('now'),
      instant: sign('instant'),
      uninterpreted: sign('uninterpreted'),
      session: sign('session'),
    };
  }

  /** When both are at work; null where they never are. */
  shared(source: BandSource): string | null {
    const hours = sharedHours(source);
    return (
      hours && this.words.t('meetings.slot.legend.shared', { hours: this.words.t('meetings.slot.between', hours) })
    );
  }

  /** What stands on both working days. */
  work(partner: PersonName): BandSource['words'] {
    const t = this.words.t;
    return {
      sessions: t('meetings.slot.sessions'),
      ownWork: (hours) => t('meetings.slot.own_work', { hours }),
      otherWork: (hours) => t('meetings.slot.other_work', { name: this.say.called(partner), hours }),
      before: t('meetings.slot.before'),
      after: t('meetings.slot.after'),
      from: (time) => t('meetings.slot.from', { time }),
      until: (time) => t('meetings.slot.until', { time }),
      between: (from, until) => t('meetings.slot.between', { from, until }),
    };
  }
}
