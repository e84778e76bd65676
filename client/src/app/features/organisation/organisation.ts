import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AffiliationView, MyOrganisation } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { formatDateTime } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import type { PlaceChange } from '../../data/organisations/organisations-api';
import { OrganisationsStore } from '../../data/organisations/organisations-store';
import { Dialogs } from '../../ui/dialog/dialogs';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { KeepFocus } from '../../ui/layout/keep-focus';
import { Colleague } from './colleague';

type Deed = 'approve' | 'decline' | 'leave' | 'end' | 'hand_over';

/** The people who speak for my organisation: admins answer who else does, others see whose answer they wait for; people move on. */
@Component({
  selector: 'musubi-organisation',
  imports: [Colleague, Empty, Failure, KeepFocus, Note, RouterLink, Skeleton],
  templateUrl: './organisation.html',
  styleUrl: './organisation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Organisation {
  private readonly clock = inject(Clock);
  protected readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  protected readonly login = inject(Login);
  protected readonly store = inject(OrganisationsStore);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  /** Whose answer is on its way. */
  protected readonly busy = signal<string | null>(null);
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    void this.store.open();
  }

  protected region({ organisation }: MyOrganisation): string {
    return regionName(organisation.regionCode, this.words.lang());
  }

  /** Who waits for an answer first, then in the order in which they came. */
  protected people({ people }: MyOrganisation): AffiliationView[] {
    return people.toSorted((a, b) => Number(b.state === 'requested') - Number(a.state === 'requested'));
  }

  /** `Waiting for approval by Clara Weiss.` */
  protected waitsFor({ admins }: MyOrganisation): string {
    if (admins.length === 0) return this.t('organisation.waiting.helpdesk');
    const names = new Intl.ListFormat(this.words.lang(), { type: 'disjunction' }).format(
      admins.map((name) => this.say.name(name)),
    );
    return this.t('organisation.waiting.admins', { names });
  }

  protected helpdeskFrom({ mine, admins }: MyOrganisation): string {
    if (admins.length === 0 || mine.answerBy === null) return '';
    const at = formatDateTime(Temporal.Instant.from(mine.answerBy), this.clock.zone(), this.words.lang());
    return this.t('organisation.waiting.from', { at });
  }

  protected async change(one: AffiliationView, organisation: string, change: PlaceChange): Promise<void> {
    const names = { name: this.say.name(one.name), organisation };
    const deed = this.deed(one, change);
    if (change !== 'approve' && !(await this.isSure(deed, names))) return;
    this.busy.set(one.affiliationId);
    try {
      await this.store.change(one.affiliationId, change);
      this.toasts.show({ text: this.t(`organisation.done.${deed}`, names) });
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.busy.set(null);
    }
  }

  /** By what the words call it: to end one's own place is to leave. */
  private deed({ userId }: AffiliationView, change: PlaceChange): Deed {
    if (change === 'hand-over') return 'hand_over';
    return change === 'end' && userId === this.login.me()?.userId ? 'leave' : change;
  }

  private isSure(deed: Deed, names: { name: string; organisation: string }): Promise<boolean> {
    return this.dialogs.confirm({
      heading: this.t(`organisation.sure.${deed}.heading`, names),
      text: this.t(`organisation.sure.${deed}.text`, names),
      confirm: this.t(`organisation.${deed}`),
      cancel: this.t('common.cancel'),
    });
  }
}
