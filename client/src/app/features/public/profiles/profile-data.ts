import type { Lang, PublicProfile } from '@musubi/contracts';
import { regionName } from '@musubi/reference';

/** The profile as `schema.org/Organization`, its opportunities as what it offers and seeks. */
export function profileData(profile: PublicProfile, lang: Lang, url: string): object {
  const { organisation, content, opportunities } = profile;
  const text = (both: { en: string | null; ja: string | null }) => both[lang] ?? both.en ?? both.ja ?? '';
  const listed = (kind: 'offer' | 'request') =>
    opportunities
      .filter((one) => one.kind === kind)
      .map((one) => ({
        '@type': kind === 'offer' ? 'Offer' : 'Demand',
        name: text(one.title),
        description: text(one.summary),
      }));
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: organisation.nameLatin,
    ...(organisation.nameLocal ? { alternateName: organisation.nameLocal } : {}),
    description: text(content.summary),
    url,
    ...(content.website ? { sameAs: content.website } : {}),
    areaServed: regionName(organisation.regionCode, lang),
    knowsLanguage: content.workingLanguages,
    makesOffer: listed('offer'),
    seeks: listed('request'),
  };
}
