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
    this.announceOthers();
    // What was told inside is not read again by whoever has gone out.
    effect((cleanUp) => {
      if (this.session.inside()) cleanUp(() => this.announcer.clear());
    });
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

  /** Says who comes and goes while one is inside, each by name. */
  private announceOthers(): void {
    let before: ReadonlyMap<string, string> | null = null;
    effect(() => {
      const others = this.session.inside() ? this.session.others() : null;
      untracked(() => {
        const now = others && new Map(others.map((person) => [person.identity, this.place.labelOf(person)]));
        if (before && now) {
          const [came, left] = [labelsBeyond(now, before), labelsBeyond(before, now)];
          this.speak([
            ...came.map((name) => this.t('room.came', { name })),
            ...left.map((name) => this.t('room.left', { name })),
          ]);
        }
        before = now;
      });
    });
  }

  private speak(sentences: readonly string[]): void {
    // One after the other in one breath: a second announcement would cut off the first.
    if (sentences.length > 0) void this.announcer.announce(sentences.join('\n'), 'polite');
  }
}

/** Of those who are in the first and not in the second. */
function labelsBeyond(all: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return [...all].filter(([identity]) => !others.has(identity)).map(([, label]) => label);
}
