import type { Lang, OrganisationCard, PersonName } from '@musubi/contracts';
import { formatInZones } from '@musubi/time';
import type { Letter } from '../../../platform/index.js';
import { type Addressee, fullName, greetingOf, organisationName } from '../addressee.js';

/** To an admin: somebody says to belong to the organisation. To that person: what was answered, and what became of the place. */
export type AffiliationNews = 'requested' | 'approved' | 'declined' | 'made_admin' | 'ended';

export interface AffiliationStory {
  news: AffiliationNews;
  to: Addressee;
  /** Who says to belong to the organisation. */
  person: { name: PersonName | null; address: string };
  organisation: OrganisationCard;
  answerBy: Date | null;
  url: string;
}

interface Words {
  subject: (person: string, organisation: string) => string;
  paragraphs: (person: string, organisation: string) => string[];
  link: string;
  closing: string[];
}

const english: Record<AffiliationNews, Words> = {
  requested: {
    subject: (person, organisation) => `${person} says they belong to ${organisation}`,
    paragraphs: (person, organisation) => [
      `${person} has registered as one of the people of ${organisation}. As its administrator, please say whether that is so.`,
      'Once you approve, they can write its offers and requests. Their registration for events stands either way.',
    ],
    link: 'Approve or decline',
    closing: [
      'After the time above, the helpdesk can decide for you.',
      'The link leads to a page with buttons; opening it answers nothing yet.',
    ],
  },
  approved: {
    subject: (_, organisation) => `You now speak for ${organisation}`,
    paragraphs: (_, organisation) => [
      `You have been approved as one of the people of ${organisation}. You can now write what it offers and seeks.`,
    ],
    link: 'Open your organisation',
    closing: [],
  },
  declined: {
    subject: (_, organisation) => `About your place in ${organisation}`,
    paragraphs: (_, organisation) => [
      `You have not been approved as one of the people of ${organisation}, so you cannot write its offers and requests. Your registrations for events stand.`,
      'If you chose the wrong organisation, you can choose another one on your registration. If this is a mistake, please speak with your colleagues there.',
    ],
    link: 'Open your organisation',
    closing: [],
  },
  made_admin: {
    subject: (_, organisation) => `You are now the administrator of ${organisation}`,
    paragraphs: (_, organisation) => [
      `The role of administrator of ${organisation} is now yours. You answer who else belongs to it, and keep its entry up to date.`,
      'If this is a mistake, you can hand the role to a colleague on the page of your organisation.',
    ],
    link: 'Open your organisation',
    closing: [],
  },
  ended: {
    subject: (_, organisation) => `You no longer belong to ${organisation}`,
    paragraphs: (_, organisation) => [
      `Its administrator has ended your place among the people of ${organisation}. You can no longer write its offers and requests. Your registrations for events stand.`,
      'If this is a mistake, please speak with your colleagues there. You can ask to belong to it again when you register for an event.',
    ],
    link: 'Open your organisation',
    closing: [],
  },
};

const japanese: Record<AffiliationNews, Words> = {
  requested: {
    subject: (person, organisation) => `【承認のお願い】${person}が${organisation}への所属を申請されました`,
    paragraphs: (person, organisation) => [
      `${person}が、${organisation}の所属として登録されました。管理者として、ご所属に間違いがないかご確認をお願いいたします。`,
      'ご承認いただくと、貴機関の提供・募集の内容を登録できるようになります。イベントへの参加登録は、ご回答にかかわらず有効です。',
    ],
    link: '内容を確認して回答する',
    closing: [
      '上記の期限を過ぎた場合は、ヘルプデスクが代わりに判断することがございます。',
      'リンク先のページでボタンを押すまで、回答は送信されません。',
    ],
  },
  approved: {
    subject: (_, organisation) => `【承認のお知らせ】${organisation}へのご所属`,
    paragraphs: (_, organisation) => [
      `${organisation}へのご所属が承認されました。貴機関の提供・募集の内容をご登録いただけます。`,
    ],
    link: '所属機関のページを開く',
    closing: [],
  },
  declined: {
    subject: (_, organisation) => `${organisation}へのご所属について`,
    paragraphs: (_, organisation) => [
      `誠に恐れ入りますが、${organisation}へのご所属は承認されませんでした。同機関の提供・募集の内容はご登録いただけませんが、イベントへの参加登録は引き続き有効です。`,
      '所属機関を誤って選択された場合は、参加登録の内容を変更してください。お心当たりがない場合は、同機関のご担当者にご確認をお願いいたします。',
    ],
    link: '所属機関のページを開く',
    closing: [],
  },
  made_admin: {
    subject: (_, organisation) => `【管理者の引き継ぎ】${organisation}`,
    paragraphs: (_, organisation) => [
      `${organisation}の管理者を引き継がれました。今後は、所属申請への回答と機関情報の更新をお願いいたします。`,
      'お心当たりがない場合は、所属機関のページから、ほかの方に管理者を引き継ぐことができます。',
    ],
    link: '所属機関のページを開く',
    closing: [],
  },
  ended: {
    subject: (_, organisation) => `${organisation}へのご所属の終了`,
    paragraphs: (_, organisation) => [
      `管理者の操作により、${organisation}へのご所属が終了しました。同機関の提供・募集の内容はご登録いただけなくなりますが、イベントへの参加登録は引き続き有効です。`,
      'お心当たりがない場合は、同機関のご担当者にご確認ください。イベントの参加登録の際に、改めて所属を申請いただけます。',
    ],
    link: '所属機関のページを開く',
    closing: [],
  },
};

const words: Record<Lang, Record<AffiliationNews, Words>> = { en: english, ja: japanese };

const labels = {
  en: { who: 'Name', address: 'Mail address', organisation: 'Organisation', by: 'Answer by' },
  ja: { who: 'お名前', address: 'メールアドレス', organisation: '所属機関', by: '回答期限' },
} as const satisfies Record<Lang, Record<string, string>>;

/** The letter about somebody's place in an organisation. Only an admin reads the address: colleagues are known by it. */
export function affiliationLetter({ news, to, person, organisation, answerBy, url }: AffiliationStory): Letter {
  const { lang } = to;
  const label = labels[lang];
  const name = person.name ? fullName(person.name, lang) : person.address;
  const organisationWritten = organisationName(organisation, lang);
  const { subject, paragraphs, link, closing } = words[lang][news];
  const asks = news === 'requested';
  return {
    lang,
    subject: subject(name, organisationWritten),
    greeting: greetingOf(to),
    paragraphs: paragraphs(name, organisationWritten),
    details: [
      ...(asks
        ? ([
            [label.who, name],
            [label.address, person.address],
          ] as [string, string][])
        : []),
      [label.organisation, organisationWritten],
      ...(asks && answerBy
        ? ([[label.by, formatInZones(answerBy.toTemporalInstant(), [to.zone], lang)]] as [string, string][])
        : []),
    ],
    link: { label: link, url },
    closing,
  };
}
