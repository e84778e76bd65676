import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { QuestionId, QuestionInput, QuestionState, QuestionView, SessionId, StageView } from '@musubi/contracts';
import { Realtime, type Watch } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { StageApi } from './stage-api';

/** The stage that is open on this page. What I do is shown at once and taken back if refused; the rest arrives by itself. */
@Injectable({ providedIn: 'root' })
export class StageStore {
  private readonly api = inject(StageApi);
  private readonly realtime = inject(Realtime);
  private readonly id = signal<SessionId | null>(null);
  private readonly read = new Reading<StageView>(() => this.api.stage(this.id()!));
  private watched: Watch | null = null;
  /** Commands under way: an answer to an older reading must not undo them. */
  private flights = 0;

  readonly stage = this.read.value;
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;
  readonly questions = computed(() => this.stage()?.questions ?? []);

  constructor() {
    const again = ({ sessionId }: { sessionId: string }): void => {
      if (this.id() && (!sessionId || sessionId === this.id())) void this.refresh();
    };
    this.realtime.onHint('stage.changed', again);
    this.realtime.onHint('questions.changed', again);
    this.realtime.onReload(() => void this.refresh());
  }

  open(sessionId: SessionId): Promise<void> {
    if (untracked(this.id) !== sessionId) {
      this.close();
      this.read.reset();
      this.id.set(sessionId);
      this.watched = this.realtime.watch(`session:${sessionId}`);
    }
    return this.read.refresh();
  }

  /** Reads again, or as soon as nothing is under way. */
  async refresh(): Promise<void> {
    if (this.id() && this.flights === 0) await this.read.refresh();
  }

  /** Nobody looks at it any more. */
  close(): void {
    this.watched?.stop();
    this.watched = null;
    this.id.set(null);
  }

  async goLive(): Promise<void> {
    this.take(await this.command(() => this.api.goLive(this.id()!)));
  }

  async end(): Promise<void> {
    this.take(await this.command(() => this.api.end(this.id()!)));
  }

  async ask(input: QuestionInput): Promise<void> {
    const asked = await this.command(() => this.api.ask(this.id()!, input));
    this.put(asked);
  }

  vote(questionId: QuestionId, on: boolean): Promise<void> {
    return this.change(
      questionId,
      (one) => (one.voted === on ? one : { ...one, voted: on, votes: one.votes + (on ? 1 : -1) }),
      () => this.api.vote(questionId, on),
    );
  }

  moderate(questionId: QuestionId, state: QuestionState, pinned: boolean): Promise<void> {
    return this.change(
      questionId,
      (one) => ({ ...one, state, pinned }),
      () => this.api.moderate(questionId, state, pinned),
    );
  }

  async takeBack(questionId: QuestionId): Promise<void> {
    const was = this.questions();
    this.all((questions) => questions.filter((one) => one.questionId !== questionId));
    try {
      await this.command(() => this.api.takeBack(questionId));
    } catch (refusal) {
      this.all(() => was);
      throw refusal;
    }
  }

  private async change(
    questionId: QuestionId,
    to: (question: QuestionView) => QuestionView,
    send: () => Promise<QuestionView>,
  ): Promise<void> {
    const was = this.questions().find((one) => one.questionId === questionId);
    if (!was) return;
    this.put(to(was));
    try {
      this.put(await this.command(send));
    } catch (refusal) {
      this.put(was);
      throw refusal;
    }
  }

  private async command<T>(send: () => Promise<T>): Promise<T> {
    this.flights += 1;
    try {
      return await send();
    } finally {
      this.flights -= 1;
      // Others may have done something meanwhile.
      setTimeout(() => void this.refresh());
    }
  }

  private take(stage: StageView): void {
    if (stage.sessionId === this.id()) this.read.change(() => stage);
  }

  private put(question: QuestionView): void {
    this.all((questions) =>
      questions.some((one) => one.questionId === question.questionId)
        ? questions.map((one) => (one.questionId === question.questionId ? question : one))
        : [...questions, question],
    );
  }

  private all(change: (questions: readonly QuestionView[]) => readonly QuestionView[]): void {
    this.read.change((stage) => ({ ...stage, questions: [...change(stage.questions)] }));
  }
}
