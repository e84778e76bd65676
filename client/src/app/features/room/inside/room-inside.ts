import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MeetingView } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MediaWords } from '../../../data/room/media-words';
import { Note } from '../../../ui/feedback/note';
import { MediaControls } from '../../../ui/media/media-controls';
import { MediaNotes } from '../../../ui/media/media-notes';
import { NextStep } from '../step/next-step';
import { RoomPlace } from '../room-place';
import { RoomTiles } from './room-tiles';

/** Inside the room: both sides, one's own switches, what one meets about, and what comes of it. */
@Component({
  selector: 'musubi-room-inside',
  imports: [MediaControls, MediaNotes, NextStep, Note, RoomTiles],
  templateUrl: './room-inside.html',
  styleUrl: './room-inside.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomInside {
  readonly meeting = input.required<MeetingView>();

  private readonly clock = inject(Clock);
  protected readonly place = inject(RoomPlace);
  protected readonly scene = this.place.scene;
  protected readonly visit = this.place.visit;
  protected readonly session = this.visit.session;
  protected readonly media = inject(MediaWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  protected readonly troubles = computed(() => this.media.troubles(this.session));
  /** Who is missed, and how late it is where they are; null while nobody is. */
  protected readonly missing = computed(() => {
    const partner = this.place.store.partner();
    if (!partner || !this.scene.partnerMissing()) return null;
    const name = this.place.called();
    const time = this.say.timeZoned(this.clock.minute().toString(), partner.participant.zone);
    return {
      title: this.t(this.visit.haveMet() ? 'room.missing.gone' : 'room.missing.title', { name }),
      text: this.t('room.missing.text', { name, time }),
    };
  });
}
