import { inject, Injectable } from '@angular/core';
import type { OpportunityState, ProfileGap, RevisionState } from '@musubi/contracts';
import { labelOf, sectors } from '@musubi/reference';
import { formatDate } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import type { StateKind } from '../../ui/feedback/state';
import type { IconName } from '../../ui/icon/icons';

const looks: Record<OpportunityState, { icon: IconName; kind: StateKind }> = {
  draft: { icon: 'doc', kind: 'quiet' },
  submitted: { icon: 'hourglass', kind: 'caution' },
  published: { icon: 'check', kind: 'good' },
  expired: { icon: 'clock', kind: 'caution' },
  archived: { icon: 'dash', kind: 'quiet' },
};

/** Profiles in words. Needs the words of the area `profiles`. */
@Injectable({ providedIn: 'root' })
export class ProfileWords {
  private readonly words = inject(Words);
  private readonly clock = inject(Clock);
  private readonly t = this.words.t;

  state(state: OpportunityState) {
    return { ...looks[state], text: this.t(`profiles.state.${state}`) };
  }

  /** What stands beside a published text. */
  revision(revision: RevisionState | null): { icon: IconName; kind: StateKind; text: string } | null {
    if (revision === null) return null;
    const look = revision === 'draft' ? looks.draft : looks.submitted;
    return { ...look, text: this.t(`profiles.revision.${revision}`) };
  }

  sector(code: string): string {
    return labelOf(sectors, code, this.words.lang());
  }

  language(code: string): string {
    return new Intl.DisplayNames(this.words.lang(), { type: 'language' }).of(code) ?? code;
  }

  /** `10–49 people`; `10〜49人`; the largest is `1,000 people or more`. */
  size(size: string): string {
    if (size.endsWith('+'))
      return this.t('profiles.size_from', { size: Number(size.slice(0, -1)).toLocaleString('en') });
    return this.t('profiles.size', { size: size.replace('-', this.words.lang() === 'ja' ? '〜' : '–') });
  }

  /** `26 January 2027`; `2027年1月26日`. */
  day(at: string): string {
    return formatDate(Temporal.Instant.from(at), this.clock.zone(), this.words.lang(), {
      weekday: 'none',
      month: 'long',
    });
  }

  /** `Add a Japanese summary`; `日本語の概要をご記入ください`. */
  gap({ field, lang, is }: ProfileGap): string {
    if (lang === null) return this.t(`profiles.gap.${field}`);
    return this.t(is === 'short' ? `profiles.gap.short.${field}.${lang}` : `profiles.gap.${field}.${lang}`);
  }
}
