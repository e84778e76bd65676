import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { filesOfMessage, type MeetingRequestId, type ParticipantCard } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { type ProblemText, ProblemWords } from '../../../core/problem/problem-words';
import { FileWords } from '../../../data/files/file-words';
import { uploads } from '../../../data/files/uploads';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { ThreadStore } from '../../../data/messages/thread-store';
import { FileLinks } from '../../../parts/meeting/file-links';
import { Note } from '../../../ui/feedback/note';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { Upload } from '../../../ui/forms/upload';

/** The longest message, in characters. */
const MOST = 2000;
/** From here on what is left is said. */
const NEARLY = 200;

/** What the two sides of a request or meeting write to each other. */
@Component({
  selector: 'musubi-conversation',
  imports: [FileLinks, Note, Skeleton, Upload],
  providers: [ThreadStore],
  templateUrl: './conversation.html',
  styleUrl: './conversation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:visibilitychange)': 'look()' },
})
export class Conversation {
  readonly requestId = input.required<MeetingRequestId>();
  readonly partner = input.required<ParticipantCard>();
  /** How the others of the meeting are called, by participant: they bring documents. */
  readonly names = input<ReadonlyMap<string, string>>(new Map());

  /** The meeting has taken place: nothing is to be asked before it any more. */
  readonly over = input(false);

  private readonly problems = inject(ProblemWords);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');
  private readonly visible = signal(document.visibilityState === 'visible');
  protected readonly store = inject(ThreadStore);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  protected readonly files = inject(FileWords);
  protected readonly up = uploads('document', filesOfMessage);
  protected readonly most = MOST;
  protected readonly text = signal('');
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  protected readonly name = computed(() => this.say.name(this.partner().name));
  /** Whoever sent it, where it is neither of the two. */
  protected readonly third = (by: string): string | null =>
    by === this.partner().participantId ? null : (this.names().get(by) ?? null);
  /** Colleagues and guests come to the meeting; what the two have written is theirs. */
  protected readonly notMine = computed(() => this.store.failed()?.code === 'not_found');
  protected readonly left = computed(() => {
    const left = MOST - this.text().length;
    return left <= NEARLY ? this.words.n('conversation.left', left) : null;
  });

  constructor() {
    effect(() => {
      const id = this.requestId();
      untracked(() => void this.store.show(id));
    });
    const route = inject(ActivatedRoute);
    let arrived = false;
    effect(() => {
      if (this.store.loading() || arrived || route.snapshot.fragment !== 'messages') return;
      arrived = true;
      setTimeout(() => this.arrive());
    });
    effect(() => {
      if (this.visible() && this.store.unread() > 0) untracked(() => void this.store.seen());
    });
  }

  /** Whoever comes for the messages (`#messages`) is brought to them once they are here. */
  private arrive(): void {
    const heading = this.heading()?.nativeElement;
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }

  protected look(): void {
    this.visible.set(document.visibilityState === 'visible');
  }

  protected type(typing: Event): void {
    this.text.set((typing.target as HTMLTextAreaElement).value);
  }

  /** Enter begins a new line, as in a letter; with Control or Command it sends. */
  protected press(key: KeyboardEvent): void {
    if (key.key === 'Enter' && (key.ctrlKey || key.metaKey) && !key.isComposing) void this.send(key);
  }

  protected async send(submit: Event): Promise<void> {
    submit.preventDefault();
    const text = this.text().trim();
    if (this.sending() || this.up.busy()) return;
    if (!text && this.up.ids().length === 0) return this.field()?.nativeElement.focus();
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.store.write(text, this.up.ids());
      this.text.set('');
      this.up.clear();
    } catch (refusal) {
      this.problem.set(this.problems.of(refusal));
      void this.store.refresh();
    } finally {
      this.sending.set(false);
      this.field()?.nativeElement.focus();
    }
  }

  protected async earlier(): Promise<void> {
    try {
      await this.store.showEarlier();
    } catch (refusal) {
      this.problem.set(this.problems.of(refusal));
    }
  }
}
