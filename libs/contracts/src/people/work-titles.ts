import type { Lang } from '../vocabulary.ts';

/** What somebody does where, as they wrote it, and the same in the other language where they gave it. */
export interface WorkTitles {
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly jobTitleOther?: string | null | undefined;
  readonly departmentOther?: string | null | undefined;
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The title for a reader of this language: the one in their script, otherwise the one there is. */
export const jobTitleIn = ({ jobTitle, jobTitleOther }: WorkTitles, lang: Lang): string | null =>
  inScript(lang, [jobTitle, jobTitleOther]);

/** As {@link jobTitleIn}. */
export const departmentIn = ({ department, departmentOther }: WorkTitles, lang: Lang): string | null =>
  inScript(lang, [department, departmentOther]);

/**
 * `Director, Planning Division`; `企画課 課長`: the smaller first in the one, the larger in the other. Empty where neither is known,
 * and the department only once where the title names it (`企画課長`).
 */
export function workTitle(titles: WorkTitles, lang: Lang): string {
  const [title, department] = [jobTitleIn(titles, lang), departmentIn(titles, lang)];
  if (title && department && title.startsWith(department)) return title;
  const parts = lang === 'ja' ? [department, title] : [title, department];
  return parts.filter(Boolean).join(lang === 'ja' ? ' ' : ', ');
}

function inScript(lang: Lang, written: readonly (string | null | undefined)[]): string | null {
  const known = written.filter((one) => one);
  return known.find((one) => japanese.test(one!) === (lang === 'ja')) ?? known[0] ?? null;
}
