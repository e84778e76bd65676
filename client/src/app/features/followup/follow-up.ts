import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatPlainDate } from '@musubi/time';
import type { CaseView, FollowUpItem } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { FollowupStore } from '../../data/followup/followup-store';
import { otherSide } from '../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Dialogs } from '../../ui/dialog/dialogs';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State, type StateKind } from '../../ui/feedback/state';
import type { IconName } from '../../ui/icon/icons';
import { KeepFocus } from '../../ui/layout/keep-focus';
import { Name } from '../../ui/people/name';
import { Tie, type TieState } from '../../ui/tie/tie';
import { OutcomeEditor } from './outcome-editor';
import { RecordOtherwise } from './record-otherwise';

const levels: Record<CaseView['level'], { icon: IconName; kind: StateKind }> = {
  claimed: { icon: 'ring', kind: 'quiet' },
  confirmed: { icon: 'check', kind: 'good' },
  verified: { icon: 'star', kind: 'good' },
};

type Said = Pick<
  NonNullable<FollowUpItem['theirs']>,
  'followUp' | 'nextStep' | 'nextStepOwner' | 'nextStepDue' | 'kind'
>;

/** What came of my meetings: first those that wait for a word, then what both sides said and the case it led to. */
@Component({
  selector: 'musubi-follow-up',
  imports: [RouterLink, Empty, Failure, KeepFocus, Name, Note, OutcomeEditor, RecordOtherwise, Skeleton, State, Tie],
  templateUrl: './follow-up.html',
  styleUrl: './follow-up.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FollowUp {
  protected readonly problems = inject(ProblemWords);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly event = inject(CurrentEvent).event;
  protected readonly store = inject(FollowupStore);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);

  /** Meetings whose earlier answer is being corrected. */
  protected readonly correcting = signal<ReadonlySet<string>>(new Set());
  protected readonly lead = computed(() =>
    this.store.items().length === 0
      ? this.t('followup.lead_none')
      : this.words.n('followup.lead', this.store.due().length),
  );
  protected readonly groups = computed(() =>
    [
      { key: 'due', items: this.store.due() },
      { key: 'said', items: this.store.answered() },
    ].filter(({ items }) => items.length > 0),
  );
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      const eventId = this.event()?.eventId;
      if (eventId) untracked(() => void this.store.open(eventId));
    });
  }

  protected partner({ meeting }: FollowUpItem) {
    return otherSide(meeting).participant;
  }

  protected when({ meeting }: FollowUpItem): string {
    return this.say.wholeBoth(meeting.startsAt, otherSide(meeting).participant.zone);
  }

  /** History is ink; a case that is signed or confirmed stays joined. */
  protected tie({ meeting }: FollowUpItem): TieState {
    return ['held', 'cut_short', 'confirmed'].includes(meeting.state) ? 'held' : 'broken';
  }

  protected meetingState({ meeting }: FollowUpItem): string {
    return this.t(`meetings.state.${meeting.state === 'confirmed' ? 'over' : meeting.state}`);
  }

  /** `Yes, agreed. Send the stack sizes: you, by 12 February 2027.` */
  protected told(said: Said, item: FollowUpItem, byMe: boolean): string[] {
    const { followUp, nextStep, nextStepOwner, nextStepDue, kind } = said;
    const lines = [this.t(`followup.form.follow_up_${followUp}`)];
    if (nextStep && nextStepOwner && nextStepDue) {
      const owner = nextStepOwner === 'both' || byMe ? nextStepOwner : nextStepOwner === 'me' ? 'them' : 'me';
      lines.push(
        this.t('followup.item.step', {
          step: nextStep,
          owner: this.t(`followup.item.step_who.${owner}`, { name: this.say.called(this.partner(item).name) }),
          date: this.date(nextStepDue),
        }),
      );
    }
    if (kind) lines.push(this.t(`followup.kinds.${kind}`));
    return lines;
  }

  protected level({ level }: CaseView) {
    return { ...levels[level], text: this.t(`followup.case.level.${level}`) };
  }

  protected date(text: string): string {
    return formatPlainDate(text, this.lang(), { weekday: 'none', month: 'long' });
  }

  protected correct(item: FollowUpItem): void {
    this.correcting.update((all) => new Set(all).add(item.meeting.meetingId));
  }

  protected finish(item: FollowUpItem): void {
    this.correcting.update((all) => new Set([...all].filter((id) => id !== item.meeting.meetingId)));
  }

  protected async confirm(one: CaseView, item: FollowUpItem): Promise<void> {
    const name = this.say.name(this.partner(item).name);
    const step = one.nextStep ?? one.title;
    const sure = await this.dialogs.confirm({
      heading: this.t('followup.case.confirm_title', { name }),
      text: this.t('followup.case.confirm_text', { step }),
      confirm: this.t('followup.case.confirm'),
      cancel: this.t('followup.case.confirm_keep'),
    });
    if (!sure) return;
    try {
      await this.store.confirm(one.caseId);
      this.toasts.show({ text: this.t('followup.case.confirmed'), tie: 'confirmed' });
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
    }
  }
}
