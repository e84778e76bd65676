import { computed, signal } from '@angular/core';
import type {
  BilingualText,
  Dimension,
  Lang,
  OpportunityInput,
  OpportunityKind,
  OpportunityView,
} from '@musubi/contracts';
import { isTopicOf, topicsOf } from '@musubi/reference';

export type OpportunityGap = 'title' | 'summary' | 'topic';

export interface OpportunityDraft extends Omit<OpportunityInput, 'title' | 'summary' | 'deadline' | 'agreementName'> {
  title: Record<Lang, string>;
  summary: Record<Lang, string>;
  original: Lang;
  deadline: string;
  agreementName: string;
}

/**
 * An offer or a request while it is written: in one language at least, which is marked as the original; the topic stays
 * inside the dimension.
 */
export class OpportunityForm {
  private readonly written = signal<OpportunityDraft>(blank('offer', 'en'));
  private readonly tried = signal(false);

  readonly draft = this.written.asReadonly();
  readonly topics = computed(() => topicsOf(this.written().dimension));
  readonly gaps = computed<OpportunityGap[]>(() => {
    const { title, summary, original, dimension, topic } = this.written();
    return [
      ...(title[original].trim() ? [] : (['title'] as const)),
      ...(summary[original].trim() ? [] : (['summary'] as const)),
      ...(isTopicOf(topic, dimension) ? [] : (['topic'] as const)),
    ];
  });
  readonly errors = computed<ReadonlySet<OpportunityGap>>(() => new Set(this.tried() ? this.gaps() : []));
  /** The language that still lacks words: the other side reads the original, marked. */
  readonly untranslated = computed<Lang | null>(() => {
    const { title, summary, original } = this.written();
    const other = original === 'en' ? 'ja' : 'en';
    return title[other].trim() && summary[other].trim() ? null : other;
  });

  start(kind: OpportunityKind, lang: Lang): void {
    this.tried.set(false);
    this.written.set(blank(kind, lang));
  }

  edit(view: OpportunityView): void {
    this.tried.set(false);
    // Changes that wait beside the public text are gone on with.
    const { kind, dimension, topic, form, stage, novelty, deadline, title, summary, ...more } =
      view.revision?.content ?? view;
    this.written.set({
      kind,
      dimension,
      topic,
      form,
      targetRegions: [...more.targetRegions],
      thirdCountries: [...more.thirdCountries],
      stage,
      novelty,
      agreementId: more.agreementId,
      agreementName: more.agreementName ?? '',
      frameworks: [...more.frameworks],
      deadline: deadline ?? '',
      title: both(title),
      summary: both(summary),
      original: title.original,
    });
  }

  take(draft: OpportunityDraft): void {
    // What was kept before there was a field has none of it.
    this.written.set({ ...blank(draft.kind, draft.original), ...draft });
  }

  set(change: Partial<OpportunityDraft>): void {
    this.written.update((draft) => {
      const next = { ...draft, ...change };
      const general = topicsOf(next.dimension)[0]?.code ?? '';
      return isTopicOf(next.topic, next.dimension) ? next : { ...next, topic: general };
    });
  }

  write(field: 'title' | 'summary', lang: Lang, text: string): void {
    this.written.update((draft) => ({ ...draft, [field]: { ...draft[field], [lang]: text } }));
  }

  /** What to send; null while something is missing, which is then shown. */
  submit(): OpportunityInput | null {
    this.tried.set(true);
    if (this.gaps().length > 0) return null;
    const { title, summary, original, deadline, agreementName, ...rest } = this.written();
    const expands = rest.novelty === 'expands';
    return {
      ...rest,
      thirdCountries: rest.form === 'one-plus-one' ? rest.thirdCountries : [],
      agreementId: expands ? rest.agreementId : null,
      agreementName: (expands && rest.agreementId === null && agreementName.trim()) || null,
      title: bilingual(title, original),
      summary: bilingual(summary, original),
      deadline: deadline || null,
    };
  }
}

function blank(kind: OpportunityKind, original: Lang): OpportunityDraft {
  const dimension: Dimension = 'innovation';
  return {
    kind,
    dimension,
    topic: dimension,
    form: 'one-to-one',
    targetRegions: [],
    thirdCountries: [],
    stage: 'idea',
    novelty: 'new',
    agreementId: null,
    agreementName: '',
    frameworks: [],
    deadline: '',
    title: { en: '', ja: '' },
    summary: { en: '', ja: '' },
    original,
  };
}

function both({ en, ja }: BilingualText): Record<Lang, string> {
  return { en: en ?? '', ja: ja ?? '' };
}

function bilingual({ en, ja }: Record<Lang, string>, original: Lang): BilingualText {
  return { en: en.trim() || null, ja: ja.trim() || null, original };
}
