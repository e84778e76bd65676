import type { Lang, OrganisationCard, ParticipantCard } from '@musubi/contracts';
import { formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../platform/index.js';
import { type Addressee, fullName, greetingOf, organisationName } from '../addressee.js';

export type DelegationNews =
  'nobody_comes' | 'no_backup' | 'assistant_asked' | 'assistant_accepted' | 'assistant_ended' | 'kept_for_you';

export interface DelegationStory {
  news: DelegationNews;
  to: Addressee;
  /** The meeting for which nobody comes. */
  meeting: { startsAt: Date; endsAt: Date; partner: ParticipantCard | null; reason: string } | null;
  /** Whose delegation it is. */
  organisation: OrganisationCard | null;
  /** The colleague who asks, agrees or ends. */
  colleague: ParticipantCard | null;
  url: string;
}

const words: Record<
  Lang,
  Record<DelegationNews, { subject: (about: string) => string; paragraphs: string[]; link: string }>
> = {
  en: {
    nobody_comes: {
      subject: (about) => `Who comes to the meeting with ${about}?`,
      paragraphs: [
        'A colleague of yours no longer comes to the meeting below. It stands, and the other side expects somebody of you.',
        'Any of you can take it. Twelve hours before the start it falls to a backup.',
      ],
      link: 'Open your delegation',
    },
    no_backup: {
      subject: (about) => `A meeting has nobody from ${about}`,
      paragraphs: [
        'The meeting below starts within twelve hours, and nobody of this delegation is free. The other side does not know yet.',
      ],
      link: 'Open the meetings of the event',
    },
    assistant_asked: {
      subject: (about) => `${about} asks you to act for them`,
      paragraphs: [
        'You would answer requests, times and meetings for your colleague; everybody sees that it was you. The room and private messages stay theirs.',
      ],
      link: 'Agree or not',
    },
    assistant_accepted: {
      subject: (about) => `${about} acts for you now`,
      paragraphs: [
        'Your colleague can answer requests, times and meetings for you; everybody sees that it was them. You can end it at any time.',
      ],
      link: 'Open your delegation',
    },
    assistant_ended: {
      subject: (about) => `${about} no longer acts with you`,
      paragraphs: ['From now on each of you acts for yourselves alone. What was done until now stays as it is.'],
      link: 'Open your delegation',
    },
    kept_for_you: {
      subject: (about) => `The organisers changed the delegation of ${about}`,
      paragraphs: [
        'The organisers have changed how your delegation shares what comes in, or who is required, optional or a backup. It is on record.',
      ],
      link: 'Open your delegation',
    },
  },
  ja: {
    nobody_comes: {
      subject: (about) => `【担当者未定】${about}との面談`,
      paragraphs: [
        '下記の面談について、担当の方が出席できなくなりました。面談の予定はそのままで、お相手は貴機関からのご出席をお待ちです。',
        '代表団のどなたでも引き継いでいただけます。開始の12時間前までに決まらない場合は、控えの方にお願いします。',
      ],
      link: '代表団のページを開く',
    },
    no_backup: {
      subject: (about) => `【要対応】面談の担当者がいません：${about}`,
      paragraphs: [
        '下記の面談は12時間以内に始まりますが、代表団に出席できる方がいません。お相手にはまだお知らせしておりません。',
      ],
      link: 'イベントの面談一覧を開く',
    },
    assistant_asked: {
      subject: (about) => `【代理のご依頼】${about}より`,
      paragraphs: [
        '代理として、申込み・日時・面談の手続きを行っていただくご依頼です。代理で行った操作は、その旨が皆様に表示されます。面談ルームへの入室や個別のメッセージは、ご本人のみとなります。',
      ],
      link: '依頼を確認する',
    },
    assistant_accepted: {
      subject: (about) => `【代理の承諾】${about}`,
      paragraphs: [
        '申込み・日時・面談の手続きを代理で行っていただけるようになりました。代理で行われた操作は、その旨が皆様に表示されます。代理はいつでも終了できます。',
      ],
      link: '代表団のページを開く',
    },
    assistant_ended: {
      subject: (about) => `【代理の終了】${about}`,
      paragraphs: [
        '代理は終了いたしました。今後はそれぞれご自身で手続きをお願いいたします。これまでの操作はそのまま残ります。',
      ],
      link: '代表団のページを開く',
    },
    kept_for_you: {
      subject: (about) => `【代表団の設定変更】${about}`,
      paragraphs: [
        '主催者が、代表団での受付方法、または必須・任意・控えの区分を変更いたしました。変更は記録されております。',
      ],
      link: '代表団のページを開く',
    },
  },
};

const labels = {
  en: { when: 'When', who: 'With', organisation: 'Organisation', about: 'About', colleague: 'Colleague' },
  ja: { when: '日時', who: 'お相手', organisation: '所属機関', about: '面談の目的', colleague: 'ご担当者' },
} as const satisfies Record<Lang, Record<string, string>>;

/** The letter about a delegation: a meeting without anybody, who acts for whom, what organisers changed in its place. */
export function delegationLetter({ news, to, meeting, organisation, colleague, url }: DelegationStory): Letter {
  const { lang } = to;
  const label = labels[lang];
  const say = words[lang][news];
  const partner = meeting?.partner ?? null;
  const person = news === 'no_backup' ? null : (colleague ?? partner);
  const called = person ? fullName(person.name, lang) : organisation ? organisationName(organisation, lang) : '';
  const details: [string, string][] = [];
  if (meeting) {
    const during = { start: meeting.startsAt.toTemporalInstant(), end: meeting.endsAt.toTemporalInstant() };
    details.push([label.when, formatRangeInZones(during, partner ? [to.zone, partner.zone] : [to.zone], lang)]);
    if (partner) {
      details.push([label.who, fullName(partner.name, lang)]);
      details.push([label.organisation, organisationName(partner.organisation, lang)]);
    }
    details.push([label.about, meeting.reason]);
  }
  if (colleague) details.push([label.colleague, fullName(colleague.name, lang)]);
  return {
    lang,
    subject: say.subject(called),
    greeting: greetingOf(to),
    paragraphs: say.paragraphs,
    details,
    link: { label: say.link, url },
    closing: [],
  };
}
