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
import { filesOfMessage, type MeetingFile, type MeetingId, type MeetingRequestId } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Realtime } from '../../core/realtime/realtime';
import { type ProblemText, ProblemWords } from '../../core/problem/problem-words';
import { FileWords } from '../../data/files/file-words';
import { FilesApi } from '../../data/files/files-api';
import { uploads } from '../../data/files/uploads';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Reading } from '../../data/reading';
import { Note } from '../../ui/feedback/note';
import { Upload } from '../../ui/forms/upload';
import { FileLinks } from './file-links';

/**
 * Every document of a meeting's thread, for all its people, and a way to send some for those who do not write there: guests, and who
 * comes in another's place. Nothing where there is neither.
 * Whoever shows it loads the words of `files` and `meetings`.
 */
@Component({
  selector: 'musubi-thread-files',
  imports: [FileLinks, Note, Upload],
  template: `@if (messages().length > 0 || mayBring()) {
    <h2 class="title-part">{{ t('files.list.heading') }}</h2>
    <ul>
      @for (message of messages(); track message.messageId) {
        <li>
          <musubi-file-links [files]="message.files" />
          <p class="meta">{{ message.text }}</p>
        </li>
      }
    </ul>
    @if (mayBring()) {
      <p class="soft">{{ t('files.bring.who_reads') }}</p>
      <form (submit)="bring($event)" novalidate>
        <musubi-upload
          look="line"
          [words]="words.documents()"
          [items]="up.items()"
          [full]="up.full()"
          [multiple]="true"
          (chosen)="up.add($event)"
          (removed)="up.remove($event)"
          (again)="up.again($event)"
        >
          <button class="btn btn-sm" type="submit" [disabled]="sending() || up.busy() || up.ids().length === 0">
            {{ t('files.bring.send') }}
          </button>
        </musubi-upload>
      </form>
    }
    @if (problem(); as problem) {
      <musubi-note kind="caution">{{ problem.title }} {{ problem.text }}</musubi-note>
    }
  }`,
  styles: `
    :host {
      display: block;
    }
    :host:empty {
      display: none;
    }
    ul {
      display: grid;
      gap: var(--space-3);
      margin-top: var(--space-3);
    }
    form {
      margin-top: var(--space-2);
    }
    .soft {
      margin-top: var(--space-3);
      font-size: var(--text-sm);
    }
    li > .meta {
      margin-left: calc(16px + var(--space-2));
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThreadFiles {
  readonly meetingId = input.required<MeetingId>();
  readonly requestId = input.required<MeetingRequestId>();
  /** How the others of the meeting are called, by participant; who is missing is the reader. */
  readonly names = input.required<ReadonlyMap<string, string>>();

  /** Whether this person sends them here, who has no thread to write in. */
  readonly mayBring = input(false);

  private readonly api = inject(FilesApi);
  private readonly problems = inject(ProblemWords);
  protected readonly words = inject(FileWords);
  protected readonly up = uploads('document', filesOfMessage);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  private readonly read = new Reading<MeetingFile[]>(() => this.api.ofMeeting(this.meetingId()));

  protected readonly messages = computed(() =>
    [...Map.groupBy(this.read.value() ?? [], ({ messageId }) => messageId)].map(([messageId, files]) => {
      const { by, sentAt } = files[0]!;
      const name = this.names().get(by);
      const when = this.say.within(sentAt);
      return {
        messageId,
        files,
        text: name ? this.t('files.list.by', { name, when }) : this.t('files.list.by_you', { when }),
      };
    }),
  );

  protected async bring(submit: Event): Promise<void> {
    submit.preventDefault();
    if (this.sending() || this.up.busy() || this.up.ids().length === 0) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const sent = await this.api.bring(this.meetingId(), this.up.ids());
      this.up.clear();
      this.read.change((all) => [...all.filter(({ messageId }) => messageId !== sent[0]?.messageId), ...sent]);
    } catch (refusal) {
      this.problem.set(this.problems.of(refusal));
    } finally {
      this.sending.set(false);
    }
  }

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
}
