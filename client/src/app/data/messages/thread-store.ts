import { computed, DestroyRef, inject, Injectable, signal, untracked } from '@angular/core';
import type { FileId, MeetingRequestId, MessageView, ThreadView } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { ThreadsApi } from './threads-api';

/** One conversation, as the component that provides it shows it. What the other side writes arrives by itself. */
@Injectable()
export class ThreadStore {
  private readonly api = inject(ThreadsApi);
  private readonly realtime = inject(Realtime);
  private readonly id = signal<MeetingRequestId | null>(null);
  private readonly read = new Reading<ThreadView>(() => this.api.thread(this.id()!));
  /** Pages before the newest one. */
  private readonly before = signal<{ messages: readonly MessageView[]; earlier: boolean } | null>(null);
  private readonly reading = signal(false);

  readonly loading = this.read.loading;
  readonly failed = this.read.failed;
  /** Oldest first. */
  readonly messages = computed<readonly MessageView[]>(() => {
    const newest = this.read.value()?.messages ?? [];
    const known = new Set(newest.map(({ messageId }) => messageId));
    return [...(this.before()?.messages ?? []).filter(({ messageId }) => !known.has(messageId)), ...newest];
  });
  readonly earlier = computed(() => this.before()?.earlier ?? this.read.value()?.earlier ?? false);
  readonly readingEarlier = this.reading.asReadonly();
  readonly unread = computed(() => this.read.value()?.unread ?? 0);
  readonly open = computed(() => this.read.value()?.open ?? false);
  /** The last message of mine that the other side has read. */
  readonly seenByThem = computed(() => {
    const until = this.read.value()?.readByThemUntil;
    return until ? (this.messages().findLast(({ mine, sentAt }) => mine && sentAt <= until)?.messageId ?? null) : null;
  });

  constructor() {
    const stops = [
      this.realtime.on('thread.changed', ({ requestId }) => {
        // Also while the first reading is under way: it may have begun before this was written.
        if (requestId === this.id()) void this.read.refresh();
      }),
      this.realtime.onReload(() => void this.refresh()),
    ];
    inject(DestroyRef).onDestroy(() => stops.forEach((stop) => stop()));
  }

  show(requestId: MeetingRequestId): Promise<void> {
    if (untracked(this.id) !== requestId) {
      this.read.reset();
      this.before.set(null);
      this.id.set(requestId);
    }
    return this.read.refresh();
  }

  async refresh(): Promise<void> {
    if (this.id()) await this.read.refresh();
  }

  async showEarlier(): Promise<void> {
    const oldest = this.messages()[0];
    if (!oldest || this.reading()) return;
    this.reading.set(true);
    try {
      const { messages, earlier } = await this.api.thread(this.id()!, oldest.messageId);
      this.before.update((page) => ({ messages: [...messages, ...(page?.messages ?? [])], earlier }));
    } finally {
      this.reading.set(false);
    }
  }

  /** @throws Refusal; nothing is shown then */
  async write(text: string, fileIds: readonly FileId[] = []): Promise<void> {
    const message = await this.api.write(this.id()!, text, fileIds);
    this.read.change((thread) => ({ ...thread, messages: [...thread.messages, message], unread: 0 }));
    void this.read.refresh();
  }

  /** The reader has it before their eyes. Nobody is told when it fails: it is tried with the next message again. */
  async seen(): Promise<void> {
    const last = this.messages().findLast(({ mine }) => !mine);
    if (!last || this.unread() === 0) return;
    this.read.change((thread) => ({ ...thread, unread: 0 }));
    await this.api.read(this.id()!, last.messageId).catch(() => undefined);
  }
}
