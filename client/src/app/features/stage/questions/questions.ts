import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { QuestionView, StageRole } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { type ProblemText, ProblemWords } from '../../../core/problem/problem-words';
import { QuestionBoard, type QuestionOrder } from '../../../data/stage/question-board';
import type { StagePhase } from '../../../data/stage/stage-moment';
import { StageStore } from '../../../data/stage/stage-store';
import { Note } from '../../../ui/feedback/note';
import { Icon } from '../../../ui/icon/icon';
import { KeepFocus } from '../../../ui/layout/keep-focus';
import type { MenuEntry } from '../../../ui/menu/menu';
import { AskedQuestion } from './asked-question';

/** The longest question, in characters. */
const MOST = 500;
const LEAST = 3;

/** Questions of those who watch: asked, voted up, answered one after the other. */
@Component({
  selector: 'musubi-questions',
  imports: [AskedQuestion, Icon, KeepFocus, Note],
  templateUrl: './questions.html',
  styleUrl: './questions.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Questions {
  readonly phase = input.required<StagePhase>();
  readonly mayModerate = input.required<boolean>();
  readonly role = input.required<StageRole>();

  private readonly store = inject(StageStore);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  protected readonly board = new QuestionBoard(this.store.questions);
  protected readonly orders: readonly QuestionOrder[] = ['votes', 'newest'];
  protected readonly most = MOST;
  protected readonly text = signal('');
  protected readonly anonymous = signal(false);
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  protected readonly mayAsk = computed(() => this.phase() === 'live');
  protected readonly mayVote = this.mayAsk;
  protected readonly tooShort = computed(() => this.tried() && this.text().trim().length < LEAST);

  protected actions(question: QuestionView): MenuEntry[] {
    const entry = (value: string): MenuEntry => ({ value, label: this.t(`stage.questions.do.${value}`) });
    const open = question.state === 'visible' || question.state === 'queued';
    if (!this.mayModerate()) return question.mine && open ? [entry('take_back')] : [];
    return [
      ...(question.state === 'queued' ? [entry('show')] : []),
      ...(open ? [entry(question.pinned ? 'unpin' : 'pin'), entry('answered')] : [entry('reopen')]),
      ...(question.state === 'archived' ? [] : [entry('archive')]),
      ...(question.mine ? [entry('take_back')] : []),
    ];
  }

  protected async act(question: QuestionView, action: string): Promise<void> {
    const { questionId: id, state, pinned } = question;
    const open = state === 'queued' ? 'visible' : state;
    const does: Record<string, () => Promise<void>> = {
      show: () => this.store.moderate(id, 'visible', pinned),
      pin: () => this.store.moderate(id, open, true),
      unpin: () => this.store.moderate(id, open, false),
      answered: () => this.store.moderate(id, 'answered', false),
      reopen: () => this.store.moderate(id, 'visible', false),
      archive: () => this.store.moderate(id, 'archived', false),
      take_back: () => this.store.takeBack(id),
    };
    this.board.release();
    await this.tell(does[action]!);
  }

  protected async vote(question: QuestionView): Promise<void> {
    await this.tell(() => this.store.vote(question.questionId, !question.voted));
  }

  protected write(typing: Event): void {
    this.text.set((typing.target as HTMLTextAreaElement).value);
  }

  /** Enter sends; Shift and Enter begin a new line. Not while a Japanese word is being chosen. */
  protected press(key: KeyboardEvent): void {
    if (key.key !== 'Enter' || key.shiftKey || key.isComposing) return;
    key.preventDefault();
    void this.ask();
  }

  protected async ask(submit?: Event): Promise<void> {
    submit?.preventDefault();
    this.tried.set(true);
    const text = this.text().trim();
    if (text.length < LEAST || this.sending()) {
      this.field()?.nativeElement.focus();
      return;
    }
    this.sending.set(true);
    this.problem.set(null);
    try {
      await this.store.ask({ text, anonymous: this.anonymous() });
      this.board.release();
      this.text.set('');
      this.tried.set(false);
      const field = this.field()?.nativeElement;
      if (field) field.value = '';
    } catch (refusal) {
      this.problem.set(this.problems.of(refusal));
    } finally {
      this.sending.set(false);
    }
  }

  /** The focus or the pointer left the list altogether. */
  protected left(leave: FocusEvent): void {
    const list = leave.currentTarget as HTMLElement;
    if (!list.contains(leave.relatedTarget as Node | null)) this.board.release();
  }

  private async tell(command: () => Promise<void>): Promise<void> {
    try {
      await command();
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
    }
  }
}
