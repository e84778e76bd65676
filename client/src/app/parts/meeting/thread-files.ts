import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { MeetingFile, MeetingId, MeetingRequestId } from '@musubi/contracts';
import { filesOfMessage } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { type ProblemText, ProblemWords } from '../../core/problem/problem-words';
import { Realtime } from '../../core/realtime/realtime';
import { FileWords } from '../../data/files/file-words';
import { FilesApi } from '../../data/files/files-api';
import { uploads } from '../../data/files/uploads';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { ThreadsApi } from '../../data/messages/threads-api';
import { Reading } from '../../data/reading';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Upload } from '../../ui/forms/upload';
import { FileLinks } from './file-links';

/**
 * Every document of a meeting's thread, and a way to add some where one may write. Whoever shows it loads the words of
 * `files` and `meetings`.
 */
@Component({
  selector: 'musubi-thread-files',
  imports: [FileLinks, Note, Skeleton, Upload],
  template: `
    <h2 class="title-part">{{ t('files.list.heading') }}</h2>
    @if (read.failed()) {
      <musubi-note kind="caution">
        {{ t('files.list.failed') }}
        <button class="btn btn-ghost btn-sm" type="button" (click)="read.refresh()">{{ t('common.again') }}</button>
      </musubi-note>
    } @else if (read.loading()) {
      <musubi-skeleton [label]="t('common.loading')" [rows]="2" />
    } @else {
      <ol aria-live="polite" aria-relevant="additions">
        @for (message of messages(); track message.messageId) {
          <li>
            <musubi-file-links [files]="message.files" />
            <p class="meta">{{ message.text }}</p>
          </li>
        } @empty {
          <li class="soft">{{ t(mayAdd() ? 'files.list.none' : 'files.list.none_closed') }}</li>
        }
      </ol>
      @if (mayAdd()) {
        <musubi-upload
          look="line"
          [words]="say.documents()"
          [items]="up.items()"
          [full]="up.full()"
          [multiple]="true"
          (chosen)="up.add($event)"
          (removed)="up.remove($event)"
          (again)="up.again($event)"
        />
        @if (up.ids().length > 0) {
          <p>
            <button class="btn btn-sm" type="button" [disabled]="up.busy() || sending()" (click)="send()">
              {{ t('files.list.send') }}
            </button>
          </p>
        }
      }
      @if (problem(); as problem) {
        <musubi-note kind="caution">{{ problem.title }} {{ problem.text }}</musubi-note>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    ol {
      display: grid;
      gap: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThreadFiles {
  readonly meetingId = input.required<MeetingId>();
  readonly requestId = input.required<MeetingRequestId>();
  /** The two sides write in the thread while it is open; others of the meeting read. */
  readonly mayAdd = input(true);
  /** How the people of the meeting are called, by participant; who is missing is oneself. */
  readonly names = input<ReadonlyMap<string, string>>(new Map());

  private readonly api = inject(FilesApi);
  private readonly threads = inject(ThreadsApi);
  private readonly problems = inject(ProblemWords);
  private readonly meetings = inject(MeetingWords);
  protected readonly say = inject(FileWords);
  protected readonly t = inject(Words).t;
  protected readonly up = uploads('document', filesOfMessage);
  protected readonly read = new Reading<MeetingFile[]>(() => this.api.ofMeeting(this.meetingId()));
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  protected readonly messages = computed(() =>
    [...Map.groupBy(this.read.value() ?? [], ({ messageId }) => messageId)].map(([messageId, files]) => {
      const { by, sentAt } = files[0]!;
      const name = this.names().get(by);
      const when = this.meetings.moment(sentAt);
      return { messageId, files, text: name ? this.t('files.list.by', { name, when }) : when };
    }),
  );

  constructor() {
    const realtime = inject(Realtime);
    const stops = [
      realtime.on('thread.changed', ({ requestId }) => {
        if (requestId === this.requestId()) void this.read.refresh();
      }),
      realtime.onReload(() => void this.read.refresh()),
    ];
    inject(DestroyRef).onDestroy(() => stops.forEach((stop) => stop()));
    effect(() => {
      this.meetingId();
      untracked(() => {
        this.read.reset();
        void this.read.refresh();
      });
    });
  }

  protected async send(): Promise<void> {
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.threads.write(this.requestId(), '', this.up.ids());
      this.up.clear();
      await this.read.refresh();
    } catch (refusal) {
      this.problem.set(this.problems.of(refusal));
    } finally {
      this.sending.set(false);
    }
  }
}
