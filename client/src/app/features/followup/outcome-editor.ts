import {
  ChangeDetectionStrategy,
  DestroyRef,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { caseKinds, meetingResults, type CaseKind, type FollowUpItem } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { type Draft, Drafts } from '../../core/drafts/drafts';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { sending } from '../../core/problem/sending';
import { FollowupStore } from '../../data/followup/followup-store';
import { type OutcomeDraft, OutcomeForm, type OutcomeGap } from '../../data/followup/outcome-form';
import { otherSide } from '../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Icon } from '../../ui/icon/icon';
import { dateAt, formatPlainDate } from '@musubi/time';
import { RecordOtherwise } from './record-otherwise';

/** The ten-second form: each answer opens the next question, nothing more is asked than follows. */
@Component({
  selector: 'musubi-outcome-editor',
  imports: [Failure, Icon, Note, RecordOtherwise],
  templateUrl: './outcome-editor.html',
  styleUrl: './outcome-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutcomeEditor {
  readonly item = input.required<FollowUpItem>();
  readonly done = output();

  private readonly store = inject(FollowupStore);
  private readonly drafts = inject(Drafts);
  private readonly clock = inject(Clock);
  private readonly say = inject(MeetingWords);
  private readonly toasts = inject(Toasts);
  private alive = true;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly form = new OutcomeForm();
  protected readonly results = meetingResults;
  protected readonly followUps = ['agreed', 'perhaps', 'none'] as const;
  protected readonly owners = ['me', 'them', 'both'] as const;
  protected readonly kinds = caseKinds;

  private draft: Draft<OutcomeDraft> | null = null;
  private readonly draftReady = signal(false);
  protected readonly sending = sending();
  protected readonly id = computed(() => this.item().meeting.meetingId);
  protected readonly name = computed(() => this.say.name(otherSide(this.item().meeting).participant.name));
  protected readonly today = computed(() => dateAt(this.clock.minute(), this.clock.zone()));
  /** The date in words: a browser writes it in figures. */
  protected readonly dueInWords = computed(() => {
    const due = this.form.draft().nextStepDue;
    return due ? formatPlainDate(due, this.words.lang(), { month: 'long' }) : '';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.alive = false));
    effect(() => {
      const id = this.id();
      untracked(() => this.start(id));
    });
    effect(() => {
      const draft = this.form.draft();
      if (this.draftReady() && draft.result !== null) untracked(() => this.draft?.save(draft));
    });
  }

  protected error(gap: OutcomeGap): string | null {
    return this.form.errors().has(gap) ? this.t(`followup.form.missing.${gap}`) : null;
  }

  protected value(change: Event): string {
    return (change.target as HTMLInputElement).value;
  }

  protected chooseKind(change: Event): void {
    this.form.set({ kind: (this.value(change) || null) as CaseKind | null });
  }

  protected async leave(): Promise<void> {
    this.draftReady.set(false);
    await this.draft?.clear();
    this.done.emit();
  }

  protected async send(submit: Event): Promise<void> {
    submit.preventDefault();
    if (this.sending.busy()) return;
    const outcome = this.form.submit();
    if (!outcome) {
      setTimeout(() => this.host.querySelector<HTMLElement>('[aria-invalid="true"], [data-missing] input')?.focus());
      return;
    }
    await this.sending.run(async () => {
      await this.store.say(this.id(), outcome);
      this.draftReady.set(false);
      await this.draft?.clear();
      this.toasts.show({ text: this.t('followup.form.saved') });
      // A first answer moves the meeting to the said ones, and this form is gone already.
      if (this.alive) this.done.emit();
    });
  }

  private start(meetingId: string): void {
    this.form.take(this.item().mine);
    this.draftReady.set(false);
    const draft = this.drafts.of<OutcomeDraft>(`outcome/${meetingId}`);
    this.draft = draft;
    void draft.load().then((kept) => {
      if (this.draft !== draft) return;
      if (kept) this.form.take(kept);
      this.draftReady.set(true);
    });
  }
}
