import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { MeetingView, OutcomeView } from '@musubi/contracts';
import { dateAt, formatPlainDate, formatTime } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Drafts } from '../../../core/drafts/drafts';
import { Words } from '../../../core/i18n/words';
import { sending } from '../../../core/problem/sending';
import { FollowupStore } from '../../../data/followup/followup-store';
import { OutcomeForm, type OutcomeDraft, type OutcomeGap } from '../../../data/followup/outcome-form';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Note } from '../../../ui/feedback/note';
import { State } from '../../../ui/feedback/state';
import { Control, Field, focusFirstError } from '../../../ui/forms/field';

const results = ['met', 'partner_absent', 'i_was_absent', 'technical'] as const;
const followUps = ['agreed', 'perhaps', 'none'] as const;
const owners = ['both', 'me', 'them'] as const;
const kinds = [
  'joint-project',
  'trade',
  'investment',
  'mobility',
  'visit',
  'agreement',
  'information',
  'other',
] as const;

/** What comes next, said in ten seconds without leaving the room; both sides answer. */
@Component({
  selector: 'musubi-next-step',
  imports: [Control, Field, Note, State],
  templateUrl: './next-step.html',
  styleUrl: './next-step.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextStep {
  readonly meeting = input.required<MeetingView>();
  /** Both are in the room, or were seen in it. */
  readonly met = input(false);

  private readonly clock = inject(Clock);
  private readonly drafts = inject(Drafts);
  private readonly followup = inject(FollowupStore);
  private readonly say = inject(MeetingWords);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly form = new OutcomeForm();
  protected readonly results = results;
  protected readonly followUps = followUps;
  protected readonly owners = owners;
  protected readonly kinds = kinds;
  protected readonly sending = sending();
  private readonly savedAt = signal<number | null>(null);

  private readonly item = computed(() =>
    this.followup.items().find(({ meeting }) => meeting.meetingId === this.meeting().meetingId),
  );
  private readonly draft = computed(() => this.drafts.of<OutcomeDraft>(`outcome/${this.meeting().meetingId}`));
  protected readonly partner = computed(() => {
    const { sides, me } = this.meeting();
    const other = sides.find(({ participant }) => participant.participantId !== me);
    return other ? this.say.called(other.participant.name) : '';
  });
  /** What was said while the meeting still runs: the list of past meetings does not know it yet. */
  private readonly said = computed(() =>
    this.drafts.of<{ draft: OutcomeDraft; at: number }>(`said/${this.meeting().meetingId}`),
  );
  protected readonly today = computed(() => dateAt(this.clock.minute(), this.clock.zone()));
  /** What is known of the other side's answer. */
  protected readonly theirs = computed(() => {
    const item = this.item();
    if (item?.theirs) return this.t(`room.step.theirs.${item.theirs.followUp}`, { name: this.partner() });
    if (item?.mine) return this.t('room.step.theirs.waiting', { name: this.partner() });
    return this.savedAt() === null ? '' : this.t('room.step.theirs.later', { name: this.partner() });
  });
  /** The date in words: browsers write it in figures. */
  protected readonly due = computed(() => {
    const { nextStepDue } = this.form.draft();
    return nextStepDue ? formatPlainDate(nextStepDue, this.lang(), { month: 'long' }) : '';
  });
  protected readonly saved = computed(() => {
    const at = this.savedAt();
    if (at === null) return null;
    return this.t('room.step.saved', {
      time: formatTime(Temporal.Instant.fromEpochMilliseconds(at), this.clock.zone()),
    });
  });

  constructor() {
    let known: string | null = null;
    effect(() => {
      const { eventId, meetingId } = this.meeting();
      untracked(() => {
        if (known === meetingId) return;
        known = meetingId;
        void this.begin(eventId);
      });
    });
    effect(() => {
      // Two who see each other have met; the answer can still be changed.
      if (this.met()) untracked(() => this.form.draft().result === null && this.form.set({ result: 'met' }));
    });
  }

  protected set(change: Partial<OutcomeDraft>): void {
    this.form.set(change);
    this.savedAt.set(null);
    this.draft().save(this.form.draft());
  }

  protected write(field: 'nextStep' | 'nextStepDue' | 'note', typing: Event): void {
    this.set({ [field]: (typing.target as HTMLInputElement).value });
  }

  protected choose(field: 'nextStepOwner' | 'kind', change: Event): void {
    this.set({ [field]: (change.target as HTMLSelectElement).value || null });
  }

  protected error(gap: OutcomeGap): string | null {
    return this.form.errors().has(gap) ? this.t(`room.step.gap.${gap}`) : null;
  }

  protected async send(submit: Event): Promise<void> {
    submit.preventDefault();
    const outcome = this.form.submit();
    if (!outcome) {
      setTimeout(() => focusFirstError(this.element));
      return;
    }
    await this.sending.run(async () => {
      await this.followup.say(this.meeting().meetingId, outcome);
      const at = this.clock.nowMs();
      this.savedAt.set(at);
      this.said().save({ draft: this.form.draft(), at });
      await this.draft().clear();
    });
  }

  /** Starts from what was typed and not sent, else from what was said before. */
  private async begin(eventId: MeetingView['eventId']): Promise<void> {
    await this.followup.open(eventId);
    const [draft, kept] = [await this.draft().load(), await this.said().load()];
    const mine = this.item()?.mine ?? null;
    const from: OutcomeDraft | OutcomeView | null = draft ?? mine ?? kept?.draft ?? null;
    if (from) this.form.take(from);
    if (!draft && (mine || kept)) this.savedAt.set(mine ? Date.parse(mine.at) : kept!.at);
  }
}
