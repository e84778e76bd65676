import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import type { MeetingView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MediaWords } from '../../../data/room/media/media-words';
import { ROOM_PARTS } from '../../../data/room/room-parts';
import { PlanBForm } from '../../../parts/meeting/plan-b-form';
import { Icon } from '../../../ui/icon/icon';
import { MediaControls, type SendsMedia } from '../../../ui/media/media-controls';
import { MediaNotes } from '../../../ui/media/media-notes';
import { EndNote } from '../affairs/end-note';
import { HelpCall, HelpNote } from '../affairs/help-call';
import { MissingSide } from '../affairs/missing-side';
import { ModeChoice } from '../affairs/mode-choice';
import { MoreTime } from '../affairs/more-time';
import { PlanBNote } from '../affairs/plan-b-note';
import { RoomAside } from '../aside/room-aside';
import { RoomPart } from '../aside/room-part';
import { RoomPlace } from '../room-place';
import { NextStep } from '../step/next-step';
import { NextMeeting } from './next-meeting';
import { RoomTiles } from './room-tiles';

const tools = [
  { name: 'mode', icon: 'user' },
  { name: 'way', icon: 'phone' },
  { name: 'help', icon: 'help' },
] as const;
type Tool = (typeof tools)[number]['name'];

/** Inside the room: both sides, one's own switches, what one meets about, what is written, and what comes of it. */
@Component({
  selector: 'musubi-room-inside',
  imports: [
    EndNote,
    HelpCall,
    HelpNote,
    Icon,
    MediaControls,
    MediaNotes,
    MissingSide,
    ModeChoice,
    MoreTime,
    NextMeeting,
    NextStep,
    PlanBForm,
    PlanBNote,
    RoomAside,
    RoomPart,
    RoomTiles,
  ],
  templateUrl: './room-inside.html',
  styleUrl: './room-inside.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomInside {
  readonly meeting = input.required<MeetingView>();
  /** Of the event's pages for participants. */
  readonly home = input.required<string>();

  private readonly injector = inject(Injector);
  protected readonly place = inject(RoomPlace);
  protected readonly scene = this.place.scene;
  protected readonly visit = this.place.visit;
  protected readonly session = this.visit.session;
  protected readonly parts = inject(ROOM_PARTS);
  protected readonly media = inject(MediaWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  /** Organisers set another way to meet; the rest is for the people of the meeting. Interpreters interpret. */
  protected readonly tools = computed(() =>
    tools.filter(({ name }) => this.place.store.me() ?? (name === 'way' && this.place.isStaff())),
  );
  protected readonly opened = signal<Tool | null>(null);
  protected readonly troubles = computed(() => this.media.troubles(this.session));
  protected readonly mayExtend = computed(() => {
    const extension = this.place.affairs.view()?.extension;
    return this.meeting().me !== null && extension?.possible === true && extension.askedBy.length === 0;
  });
  /** One screen at a time: while somebody else shows theirs, mine waits. */
  protected readonly sends: SendsMedia = {
    microphone: this.session.microphone,
    camera: this.session.camera,
    screen: this.session.screen,
    busy: computed(() => {
      const busy = this.session.busy();
      return this.session.others().some(({ screenOn }) => screenOn) ? new Set([...busy, 'screen' as const]) : busy;
    }),
    turn: (kind, on) => this.turn(kind, on),
  };

  protected toggle(tool: Tool): void {
    this.opened.update((open) => (open === tool ? null : tool));
  }

  protected callHelp(): void {
    this.opened.set('help');
    afterNextRender(() => document.querySelector<HTMLElement>('#tool select')?.focus(), { injector: this.injector });
  }

  protected report(): void {
    const step = document.getElementById('next-step');
    step?.scrollIntoView({ block: 'start' });
    step?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }

  /** Whoever turns on more than they said has changed their mind: the other side reads it. */
  private async turn(kind: 'microphone' | 'camera' | 'screen', on: boolean): Promise<void> {
    await this.session.turn(kind, on);
    const { me } = this.meeting();
    const mode = me && this.place.affairs.modeOf(me);
    if (!on || !mode || mode === 'full' || (mode === 'audio' && kind === 'microphone')) return;
    await this.place.affairs.chooseMode(kind === 'microphone' ? 'audio' : 'full').catch(() => undefined);
  }
}
