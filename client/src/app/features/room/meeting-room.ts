import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EventView, MeetingId } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { TabTitle } from '../../core/page/titles';
import { ProblemWords } from '../../core/problem/problem-words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { State } from '../../ui/feedback/state';
import { Icon } from '../../ui/icon/icon';
import { MediaPage } from '../../ui/media/media-page';
import { Name } from '../../ui/people/name';
import { RoomDoor } from './door/room-door';
import { RoomInside } from './inside/room-inside';
import { RoomPlace } from './room-place';

/** Two sides in one room: the door before, the tie between the pictures, the time that is left, and what comes of it. */
@Component({
  selector: 'musubi-meeting-room',
  imports: [RouterLink, Icon, MediaPage, Name, RoomDoor, RoomInside, State],
  providers: [RoomPlace],
  templateUrl: './meeting-room.html',
  styleUrl: './meeting-room.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingRoom {
  readonly event = input.required<EventView>();
  /** The meeting's. */
  readonly id = input.required<string>();

  private readonly announcer = inject(LiveAnnouncer);
  private readonly problems = inject(ProblemWords);
  protected readonly place = inject(RoomPlace);
  protected readonly store = this.place.store;
  protected readonly scene = this.place.scene;
  protected readonly session = this.place.visit.session;
  protected readonly say = inject(MeetingWords);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly eventPath = computed(() => `/app/events/${this.event().slug}`);
  /** Organisers came from their board. */
  protected readonly backPath = computed(() =>
    this.place.isStaff() ? `/organise/events/${this.event().slug}/now` : `${this.eventPath()}/meetings/${this.id()}`,
  );
  /** Whose meeting it is, for an organiser who looks in. */
  protected readonly everybody = computed(() =>
    (this.store.meeting()?.sides ?? []).map(({ participant }) => this.say.name(participant.name)).join(' – '),
  );
  protected readonly homePath = computed(() => `${this.eventPath()}/home`);
  protected readonly trouble = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly pageWords = computed(() => ({
    skip: this.t('room.skip'),
    home: this.t('room.home'),
    loading: this.t('common.loading'),
    failure: this.problems.failure(),
  }));
  protected readonly line = computed(() => {
    switch (this.session.quality()) {
      case 'lost':
        return { icon: 'hourglass', kind: 'caution' } as const;
      case 'poor':
        return { icon: 'alert', kind: 'caution' } as const;
      default:
        return { icon: 'check', kind: 'good' } as const;
    }
  });

  constructor() {
    const title = inject(TabTitle);
    effect(() => {
      const id = this.id() as MeetingId;
      untracked(() => void this.open(id));
    });
    effect(() => {
      const partner = this.store.partner();
      if (partner) title.name(this.say.name(partner.participant.name), this.t('room.title'));
    });
    effect(() => {
      const notice = this.scene.notice();
      if (notice && this.session.inside()) this.announce(`room.notice.${notice}`);
    });
    this.announceOthers();
    inject(DestroyRef).onDestroy(() => this.store.close());
  }

  /** From one meeting to the next one leaves the one room before the other. */
  private async open(id: MeetingId): Promise<void> {
    if (this.session.inside()) await this.place.visit.stepOut();
    this.place.affairs.open(id);
    await this.store.open(id);
  }

  protected async leave(): Promise<void> {
    await this.place.visit.stepOut();
    void this.store.refresh();
  }

  /** Says who comes and goes while one is inside. */
  private announceOthers(): void {
    let before: number | null = null;
    effect(() => {
      const others = this.session.inside() ? this.session.others().length : null;
      if (others !== null && before !== null && others !== before) {
        untracked(() => this.announce(others > before! ? 'room.came' : 'room.left'));
      }
      before = others;
    });
  }

  private announce(key: string): void {
    void this.announcer.announce(this.t(key, { name: this.place.called() }), 'polite');
  }
}
