import { LiveAnnouncer } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { RoomAffairs } from '../../../data/room/affairs/room-affairs';
import { Note } from '../../../ui/feedback/note';
import { RoomPlace } from '../room-place';

/** Minutes before the room closes at which that is said. */
const CLOSING = 2;

/** Towards the end: how long the meeting goes on, and how long the room stays open after it; seen, and said once aloud. */
@Component({
  selector: 'musubi-end-note',
  imports: [Note],
  template: `@if (title(); as told) {
    <musubi-note icon="clock" [kind]="closing() ? 'caution' : 'plain'"
      ><strong>{{ t('common.stopped', { text: told }) }}</strong> {{ text() }}</musubi-note
    >
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndNote {
  private readonly affairs = inject(RoomAffairs);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly clock = inject(Clock);
  private readonly place = inject(RoomPlace);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;

  private readonly over = computed(() => this.place.scene.phase() === 'over');
  /** Sooner than usual where somebody has to go on; null until known. */
  private readonly closesAt = computed(() => this.affairs.view()?.closesAt ?? null);
  /** The last minutes until the room closes; null before them. */
  protected readonly closing = computed(() => {
    const closes = this.closesAt();
    if (!this.over() || closes === null) return null;
    const minutes = Math.ceil((Date.parse(closes) - this.clock.now().epochMilliseconds) / 60_000);
    return minutes <= CLOSING ? Math.max(1, minutes) : null;
  });
  protected readonly title = computed(() => {
    const notice = this.place.scene.notice();
    const closing = this.closing();
    if (closing !== null) return this.words.n('room.closing', closing);
    if (this.over()) return this.t('room.over_word');
    return notice ? this.t(`room.notice.${notice}`) : null;
  });
  protected readonly text = computed(() => {
    const [closes, endsAt] = [this.closesAt(), this.place.store.meeting()?.endsAt];
    const open = closes && !this.closing() ? this.t('room.open_until', { time: this.place.zoned(closes) }) : null;
    if (this.over()) return [open, this.t('room.over_note')].filter(Boolean).join(' ');
    const atOnce = closes && endsAt && Date.parse(closes) <= Date.parse(endsAt);
    const ends = this.t(atOnce ? 'room.ends_closes' : 'room.ends_at', { time: this.place.ends() });
    return atOnce || !open ? ends : `${ends} ${open}`;
  });

  constructor() {
    effect(() => {
      const told = this.title();
      if (told) untracked(() => void this.announcer.announce(this.over() ? `${told}\n${this.text()}` : told, 'polite'));
    });
  }
}
