import type { Lang, OpportunityView } from '@musubi/contracts';
import { frameworks, labelOf, placeName } from '@musubi/reference';
import { agreementName } from '@musubi/reference/named-agreements';

type Terms = Pick<OpportunityView, 'thirdCountries' | 'agreementId' | 'agreementName' | 'frameworks'>;

/** What goes with form and novelty, each in words; empty where nothing is said. */
export function termsOf(one: Terms, lang: Lang): { countries: string; agreement: string; frameworks: string } {
  const comma = lang === 'ja' ? '、' : ', ';
  return {
    countries: one.thirdCountries.map((code) => placeName(code, lang)).join(comma),
    agreement: one.agreementId ? agreementName(one.agreementId, lang) : (one.agreementName ?? ''),
    frameworks: one.frameworks.map((code) => labelOf(frameworks, code, lang)).join(comma),
  };
}

/** `1+1 in a third country: Vietnam`; the first alone where there is no more to say. */
export function specified(what: string, which: string, lang: Lang): string {
  return which ? `${what}${lang === 'ja' ? '：' : ': '}${which}` : what;
}
