import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { type EventId, shortName, type SpeakerAccountPut, type SpeakerRow } from '@musubi/contracts';
import { formatDate } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { CurrentEvent } from '../../../data/events/current-event';
import { OrganiserApi } from '../../../data/organiser/organiser-api';
import { speakerOrder } from '../../../data/organiser/programme/speaker-order';
import { SpeakersDesk } from '../../../data/organiser/programme/speakers-desk';
import { SessionWords } from '../../../data/programme/words/session-words';
import { speakerName } from '../../../data/programme/words/speaker-name';
import { Dialogs } from '../../../ui/dialog/dialogs';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { State } from '../../../ui/feedback/state';
import { LinkSpeaker, type LinkSpeakerData } from './link-speaker';

/** Speakers of the programme and whose accounts they are: only with one can they go backstage. */
@Component({
  selector: 'musubi-organiser-speakers',
  imports: [Skeleton, State],
  templateUrl: './organiser-speakers.html',
  styleUrl: './organiser-speakers.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganiserSpeakers {
  private readonly clock = inject(Clock);
  private readonly dialogs = inject(Dialogs);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly api = inject(OrganiserApi);
  private readonly event = inject(CurrentEvent).event;
  protected readonly desk = inject(SpeakersDesk);
  protected readonly about = inject(SessionWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  protected readonly missing = computed(() => this.desk.speakers().filter(({ account }) => !account).length);
  protected readonly rows = computed(() =>
    [...this.desk.speakers()].sort(speakerOrder(this.words.lang())).map((speaker) => ({
      speaker,
      named: speakerName(speaker, this.words.lang()),
      account: speaker.account && {
        name: speaker.account.name ? shortName(speaker.account.name, this.words.lang()) : speaker.account.address,
        address: speaker.account.name ? speaker.account.address : '',
        participates: speaker.account.participates,
      },
      change: this.change(speaker),
    })),
  );

  constructor() {
    effect(() => {
      const event = this.event();
      if (event) untracked(() => void this.desk.open(event.eventId));
    });
  }

  protected async link(speaker: SpeakerRow): Promise<void> {
    const event = this.event();
    if (!event) return;
    const people = await this.peopleOf(event.eventId);
    const account = await this.dialogs.open<SpeakerAccountPut, LinkSpeakerData>(LinkSpeaker, { speaker, people });
    if (account) await this.run(() => this.desk.link(speaker.speakerId, account), 'linked', speaker);
  }

  protected async unlink(speaker: SpeakerRow): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('organiser.programme.speakers.unlink_title', { name: speaker.name }),
      text: this.t('organiser.programme.speakers.unlink_text'),
      confirm: this.t('organiser.programme.speakers.unlink'),
      cancel: this.t('common.cancel'),
      kind: 'bad',
    });
    if (sure) await this.run(() => this.desk.unlink(speaker.speakerId), 'unlinked', speaker);
  }

  private async run(work: () => Promise<void>, did: 'linked' | 'unlinked', { name }: SpeakerRow): Promise<void> {
    try {
      await work();
      this.toasts.show({ text: this.t(`organiser.programme.speakers.${did}`, { name }) });
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
    }
  }

  /** The list may be short of what cannot be read: an address can be typed all the same. */
  private peopleOf(eventId: EventId) {
    return this.api.people(eventId).catch(() => []);
  }

  private change({ lastChange }: SpeakerRow): string {
    if (!lastChange) return '';
    const { did, by, at } = lastChange;
    const day = formatDate(Temporal.Instant.from(at), this.clock.zone(), this.words.lang(), { month: 'long' });
    const name = by ? shortName(by, this.words.lang()) : this.t('organiser.programme.speakers.somebody');
    return this.t(`organiser.programme.speakers.change.${did}`, { name, day });
  }
}
