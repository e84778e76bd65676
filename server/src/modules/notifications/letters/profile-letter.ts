import type { BilingualText, Lang, OrganisationCard } from '@musubi/contracts';
import { formatInZones } from '@musubi/time';
import type { Letter } from '../../../platform/index.js';
import { type Addressee, greetingOf, organisationName } from '../addressee.js';

/** To the people of an organisation: organisers read its text, or something of it ends soon. */
export type ProfileStory = {
  to: Addressee;
  organisation: OrganisationCard;
  url: string;
} & (
  | { news: 'approved'; title: BilingualText | null }
  | { news: 'sent_back'; title: BilingualText | null; because: string }
  | { news: 'ends_soon'; endings: readonly { title: BilingualText | null; endsAt: Date }[] }
);

interface Words {
  subject: (what: string, organisation: string) => string;
  paragraphs: (what: string, organisation: string) => string[];
  link: string;
  closing: string[];
}

const english: Record<ProfileStory['news'], Words> = {
  approved: {
    subject: (what, organisation) => `${what} of ${organisation} is published`,
    paragraphs: (what, organisation) => [
      `The helpdesk has read ${small(what)} of ${organisation} and published it. It stays public for twelve months; we write to you before that time ends.`,
    ],
    link: 'Open it',
    closing: [],
  },
  sent_back: {
    subject: (what, organisation) => `Please change ${small(what)} of ${organisation}`,
    paragraphs: (what, organisation) => [
      `The helpdesk has read ${small(what)} of ${organisation} and asks you to change something before it is published. Your text is kept; change it and hand it in again.`,
      'What was public before stays public as it was.',
    ],
    link: 'Open the text',
    closing: ['If the reason is not clear, please answer this mail.'],
  },
  ends_soon: {
    subject: (_, organisation) => `Published texts of ${organisation} end soon`,
    paragraphs: (_, organisation) => [
      `What ${organisation} has published stays public for twelve months at a time. What is listed below ends soon. If it still holds, renew it with one button.`,
    ],
    link: 'Look and renew',
    closing: [
      'The link leads to a page with a button; opening it renews nothing yet.',
      'Nothing is deleted when it ends.',
    ],
  },
};

const japanese: Record<ProfileStory['news'], Words> = {
  approved: {
    subject: (what, organisation) => `【公開のお知らせ】${organisation}の${what}`,
    paragraphs: (what, organisation) => [
      `${organisation}の${what}を、ヘルプデスクが確認のうえ公開いたしました。公開期間は12か月です。期限が近づきましたら、改めてご連絡いたします。`,
    ],
    link: '公開内容を開く',
    closing: [],
  },
  sent_back: {
    subject: (what, organisation) => `【修正のお願い】${organisation}の${what}`,
    paragraphs: (what, organisation) => [
      `${organisation}の${what}を拝見しました。公開の前に、下記の点について修正をお願いいたします。ご記入いただいた内容は保存されていますので、修正のうえ改めてご提出ください。`,
      'すでに公開されている内容は、そのまま公開されます。',
    ],
    link: '内容を開く',
    closing: ['ご不明な点がございましたら、このメールにご返信ください。'],
  },
  ends_soon: {
    subject: (_, organisation) => `【更新のお願い】${organisation}の公開期限が近づいています`,
    paragraphs: (_, organisation) => [
      `${organisation}が公開されている内容の公開期間は12か月です。下記の内容は、まもなく公開期限を迎えます。引き続き有効な場合は、ページのボタンから更新をお願いいたします。`,
    ],
    link: '内容を確認して更新する',
    closing: [
      'リンク先のページでボタンを押すまで、更新は行われません。',
      '期限を過ぎても、内容が削除されることはございません。',
    ],
  },
};

const words: Record<Lang, Record<ProfileStory['news'], Words>> = { en: english, ja: japanese };

const labels = {
  en: { organisation: 'Organisation', what: 'Text', because: 'What to change', profile: 'The cooperation profile' },
  ja: { organisation: '所属機関', what: '対象', because: '修正をお願いする点', profile: '連携希望プロフィール' },
} as const;

export function profileLetter(story: ProfileStory): Letter {
  const { to, organisation, url, news } = story;
  const { lang } = to;
  const name = organisationName(organisation, lang);
  const what = news === 'ends_soon' ? '' : titled(story.title, lang);
  const { subject, paragraphs, link, closing } = words[lang][news];
  return {
    lang,
    subject: subject(what, name),
    greeting: greetingOf(to),
    paragraphs: paragraphs(what, name),
    details: [[labels[lang].organisation, name], ...detailsOf(story)],
    link: { label: link, url },
    closing,
  };
}

function detailsOf(story: ProfileStory): [string, string][] {
  const { lang, zone } = story.to;
  const label = labels[lang];
  switch (story.news) {
    case 'approved':
      return [[label.what, titled(story.title, lang)]];
    case 'sent_back':
      return [
        [label.what, titled(story.title, lang)],
        [label.because, story.because],
      ];
    case 'ends_soon':
      return story.endings.map(({ title, endsAt }) => [
        titled(title, lang),
        formatInZones(endsAt.toTemporalInstant(), [zone], lang),
      ]);
  }
}

/** `“Test benches”`; `「試験設備の提供」`; without a title it is the profile. */
function titled(title: BilingualText | null, lang: Lang): string {
  if (!title) return labels[lang].profile;
  const text = title[lang] ?? title[title.original] ?? '';
  return lang === 'ja' ? `「${text}」` : `“${text}”`;
}

/** Inside a sentence. */
function small(what: string): string {
  return what.replace(/^The /, 'the ');
}
