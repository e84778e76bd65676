import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReviewItem } from '@musubi/contracts';
import { dimensions, frameworks, labelOf, placeName, regionName, topics } from '@musubi/reference';
import { agreementName } from '@musubi/reference/named-agreements';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { FilesApi } from '../../data/files/files-api';
import { OrganiserProfilesStore } from '../../data/organiser/profiles/organiser-profiles-store';
import { diffOf } from '../../data/organiser/profiles/profile-diff';
import { ProfileWords } from '../../data/profiles/profile-words';
import { Dialogs } from '../../ui/dialog/dialogs';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { KeepFocus } from '../../ui/layout/keep-focus';
import { SendBackDialog, type SendBackQuestion } from './send-back-dialog';

/** What waits to be read, beside what the public reads now; approved, or sent back with a reason. */
@Component({
  selector: 'musubi-profile-review',
  imports: [Empty, Failure, KeepFocus, RouterLink, Skeleton],
  templateUrl: './profile-review.html',
  styleUrl: './profile-review.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfileReview {
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  protected readonly api = inject(FilesApi);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(OrganiserProfilesStore);
  protected readonly say = inject(MeetingWords);
  protected readonly about = inject(ProfileWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly busy = signal<string | null>(null);
  protected readonly failed = computed(() => {
    const refusal = this.store.waitingFailed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly items = computed(() =>
    (this.store.waiting() ?? []).map((item) => ({
      item,
      name: this.say.organisation(item.organisation),
      title: this.titleOf(item),
      files: item.what === 'profile' ? item.files : [],
      diff: diffOf(item, (field, value) => this.inWords(field, value), this.words.lang() === 'ja' ? '、' : ', '),
    })),
  );

  constructor() {
    const watch = this.store.watch();
    inject(DestroyRef).onDestroy(() => watch.stop());
    void this.store.openQueue();
  }

  protected async approve(item: ReviewItem, name: string): Promise<void> {
    await this.decide(item, () => this.store.approve(item), 'approved', name);
  }

  protected async sendBack(item: ReviewItem, name: string): Promise<void> {
    const because = await this.dialogs.open<string, SendBackQuestion>(SendBackDialog, {
      heading: this.t('orgprofiles.back.heading', { name }),
      text: this.t('orgprofiles.back.text'),
      label: this.t('orgprofiles.back.label'),
      missing: this.t('orgprofiles.back.missing'),
      confirm: this.t('orgprofiles.send_back'),
      cancel: this.t('common.cancel'),
    });
    if (because) await this.decide(item, () => this.store.sendBack(item, because), 'sent_back', name);
  }

  private titleOf(item: ReviewItem): string {
    return item.what === 'profile' ? this.t('profiles.one') : this.words.text(item.after.title);
  }

  private inWords(field: string, value: string): string {
    const lang = this.words.lang();
    switch (field) {
      case 'sectors':
        return this.about.sector(value);
      case 'workingLanguages':
        return this.about.language(value);
      case 'targetRegions':
        return regionName(value, lang);
      case 'thirdCountries':
        return placeName(value, lang);
      case 'agreementId':
        return agreementName(value, lang);
      case 'frameworks':
        return labelOf(frameworks, value, lang);
      case 'dimension':
        return labelOf(dimensions, value, lang);
      case 'topic':
        return labelOf(topics, value, lang);
      case 'seeks':
      case 'novelty':
        return this.t(`profiles.seeks.${value}`);
      case 'form':
        return this.t(`profiles.form.${value}`);
      case 'kind':
        return this.t(`profiles.opportunity.${value}`);
      case 'size':
        return this.about.size(value);
      case 'stage':
        return this.t(`profiles.stage.${value}`);
      default:
        return value;
    }
  }

  private async decide(item: ReviewItem, send: () => Promise<void>, done: string, name: string): Promise<void> {
    this.busy.set(item.id);
    try {
      await send();
      this.toasts.show({ text: this.t(`orgprofiles.done.${done}`, { name }) });
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
      void this.store.openQueue();
    } finally {
      this.busy.set(null);
    }
  }
}
