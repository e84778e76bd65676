import type { BilingualText, Lang, Novelty, OrganisationSize, ProfileContent } from '@musubi/contracts';
import { type OrganisationName, organisations } from '../organisations.ts';

/** What an invented organisation says of itself, in English and in Japanese. */
export interface DemoProfile {
  organisation: OrganisationName;
  content: ProfileContent;
}

type Both = readonly [en: string, ja: string];

/** In the order: who they are, what they do, what they look for. */
export function profile(
  organisation: OrganisationName,
  original: Lang,
  about: { sectors: string[]; size: OrganisationSize; languages: string[]; seeks?: Novelty[] },
  summary: Both,
  does: Both,
  lookingFor: Both,
): DemoProfile {
  const text = ([en, ja]: Both): BilingualText => ({ en, ja, original });
  return {
    organisation,
    content: {
      summary: text(summary),
      description: text([`${summary[0]} ${does[0]}`, `${summary[1]}${does[1]}`]),
      aims: text(aimsOf[organisations[organisation].regionCode.startsWith('JP') ? 'jp' : 'eu']),
      lookingFor: text(lookingFor),
      sectors: about.sectors,
      size: about.size,
      workingLanguages: about.languages,
      website: organisations[organisation].website,
      seeks: about.seeks ?? ['new'],
    },
  };
}

const aimsOf: Record<'eu' | 'jp', Both> = {
  eu: [
    'One cooperation with a Japanese region that lasts longer than a project, begun with something small that both sides can show within a year.',
    '一つのプロジェクトで終わらない日本の地域との協力を目指しています。まずは1年以内に双方が成果を示せる、小さな取り組みから始めたいと考えております。',
  ],
  jp: [
    'A partner region in Europe with which our members meet every year, and at least one joint trial that small firms can take part in.',
    '会員企業が毎年交流できる欧州の地域と連携し、中小企業が参加できる共同実証を少なくとも1件実現することを目指しています。',
  ],
};
