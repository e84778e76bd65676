import { computed, signal } from '@angular/core';
import {
  type BilingualText,
  completenessOf,
  type Lang,
  type Novelty,
  type OrganisationSize,
  type ProfileContent,
  type ProfileField,
  profileFields,
} from '@musubi/contracts';

export const profileTexts = ['summary', 'description', 'aims', 'lookingFor'] as const;
export type ProfileText = (typeof profileTexts)[number];

export interface ProfileDraft extends Record<ProfileText, Record<Lang, string>> {
  original: Lang;
  sectors: string[];
  size: OrganisationSize | null;
  workingLanguages: string[];
  website: string;
  seeks: Novelty[];
  /** The version that was read before it was changed. */
  version: number;
}

/** A profile while it is written: both languages beside each other, one of them marked as the original. */
export class ProfileForm {
  private readonly written = signal<ProfileDraft | null>(null);
  private readonly read = signal('');
  private readonly logo = signal(false);
  private base: ProfileContent | null = null;

  readonly draft = this.written.asReadonly();
  /** Something was typed that is not kept yet. */
  readonly changed = computed(() => {
    const draft = this.written();
    return draft !== null && this.read() !== JSON.stringify(contentOf(draft));
  });
  /** How complete what is typed would be. */
  readonly completeness = computed(() => {
    const draft = this.written();
    return draft ? completenessOf(contentOf(draft), this.logo()) : { percent: 0, gaps: [] };
  });
  readonly badWebsite = computed(() => {
    const website = this.written()?.website.trim() ?? '';
    return website !== '' && !/^https?:\/\/[^\s/]+\.[^\s]+$/.test(website);
  });

  start(content: ProfileContent, version: number, lang: Lang): void {
    const draft = draftOf(content, version, lang);
    this.written.set(draft);
    this.base = contentOf(draft);
    this.read.set(JSON.stringify(this.base));
  }

  /** Which of these fields were changed here, too. */
  alsoChanged(fields: readonly ProfileField[]): ProfileField[] {
    const mine = this.content();
    const [before, now] = [this.base, mine];
    if (!before || !now) return [];
    return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]));
  }

  /** Goes on from what a colleague wrote meanwhile: their fields are taken, those of `keep` stay as they were typed. */
  goOnFrom(theirs: ProfileContent, version: number, keep: readonly ProfileField[]): void {
    const draft = this.written();
    if (!draft) return;
    const changed = this.alsoChanged(profileFields);
    const next = draftOf(theirs, version, draft.original);
    for (const field of changed) {
      const isTheirs = JSON.stringify(this.base?.[field]) !== JSON.stringify(contentOf(next)[field]);
      if (!isTheirs || keep.includes(field)) Object.assign(next, { [field]: draft[field] });
    }
    this.base = contentOf(draftOf(theirs, version, draft.original));
    this.read.set(JSON.stringify(this.base));
    this.written.set(next);
  }

  /** What was typed before, on top of what stands there. */
  take(draft: ProfileDraft): void {
    this.written.set(draft);
  }

  hasLogo(there: boolean): void {
    this.logo.set(there);
  }

  set(change: Partial<ProfileDraft>): void {
    this.written.update((draft) => draft && { ...draft, ...change });
  }

  write(field: ProfileText, lang: Lang, text: string): void {
    this.written.update((draft) => draft && { ...draft, [field]: { ...draft[field], [lang]: text } });
  }

  toggle(field: 'sectors' | 'workingLanguages' | 'seeks', code: string): void {
    this.written.update((draft) => {
      if (!draft) return draft;
      const chosen: readonly string[] = draft[field];
      const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
      return { ...draft, [field]: next };
    });
  }

  content(): ProfileContent | null {
    const draft = this.written();
    return draft && contentOf(draft);
  }
}

function draftOf(content: ProfileContent, version: number, lang: Lang): ProfileDraft {
  const { summary, description, aims, lookingFor, sectors, size, workingLanguages, website, seeks } = content;
  const isEmpty = profileTexts.every((field) => !content[field].en && !content[field].ja);
  return {
    summary: both(summary),
    description: both(description),
    aims: both(aims),
    lookingFor: both(lookingFor),
    original: isEmpty ? lang : description.original,
    sectors: [...sectors],
    size,
    workingLanguages: [...workingLanguages],
    website: website ?? '',
    seeks: [...seeks],
    version,
  };
}

function contentOf({ original, website, version: _, ...draft }: ProfileDraft): ProfileContent {
  const text = ({ en, ja }: Record<Lang, string>): BilingualText => ({
    en: en.trim() || null,
    ja: ja.trim() || null,
    original,
  });
  return {
    ...draft,
    summary: text(draft.summary),
    description: text(draft.description),
    aims: text(draft.aims),
    lookingFor: text(draft.lookingFor),
    website: website.trim() || null,
  };
}

function both({ en, ja }: BilingualText): Record<Lang, string> {
  return { en: en ?? '', ja: ja ?? '' };
}
