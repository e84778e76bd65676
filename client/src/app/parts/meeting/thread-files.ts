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
import type { MeetingFile, MeetingId, MeetingRequestId } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Realtime } from '../../core/realtime/realtime';
import { FilesApi } from '../../data/files/files-api';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Reading } from '../../data/reading';
import { FileLinks } from './file-links';

/**
 * Every document of a meeting's thread, for all its people, also those who do not write there; nothing where there is none.
 * Whoever shows it loads the words of `files` and `meetings`.
 */
@Component({
  selector: 'musubi-thread-files',
  imports: [FileLinks],
  template: `@if (messages().length > 0) {
    <h2 class="title-part">{{ t('files.list.heading') }}</h2>
    <ul>
      @for (message of messages(); track message.messageId) {
        <li>
          <musubi-file-links [files]="message.files" />
          <p class="meta">{{ message.text }}</p>
        </li>
      }
    </ul>
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

  private readonly api = inject(FilesApi);
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
