import type { Lang, ParticipantCard, PlanBView } from '@musubi/contracts';
import { formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../../platform/index.js';
import { type Addressee, fullName, greetingOf, organisationName } from '../../addressee.js';

export interface RoomStory {
  news: News;
  to: Addressee;
  partner: ParticipantCard;
  startsAt: Date;
  endsAt: Date;
  /** Where the two meet, or might meet, instead; null where the other side waits in the room. */
  elsewhere: PlanBView | null;
  /** Of the room. */
  url: string;
}

type News = 'missing' | 'elsewhere' | 'proposed';

const words: Record<Lang, Record<News, { subject: (partner: string) => string; paragraph: string; link: string }>> = {
  en: {
    missing: {
      subject: (partner) => `${partner} is waiting for you in the meeting room`,
      paragraph: 'Your meeting has begun, and the other side is in the room. You can still come in.',
      link: 'Open the room',
    },
    elsewhere: {
      subject: (partner) => `Your meeting with ${partner} takes place elsewhere`,
      paragraph: 'The meeting is at the same time, but not in the room of this site. Notes and messages stay there.',
      link: 'Open the meeting',
    },
    proposed: {
      subject: (partner) => `${partner} proposes to meet another way`,
      paragraph:
        'The meeting stays at the same time. Instead of the room of this site, the other side proposes what stands below. It holds once you agree; on the page of the meeting you can also say no.',
      link: 'Answer on the page of the meeting',
    },
  },
  ja: {
    missing: {
      subject: (partner) => `【面談開始】${partner}がルームでお待ちです`,
      paragraph: '面談の時間となり、お相手がルームでお待ちになっています。今からでもご入室いただけます。',
      link: 'ルームを開く',
    },
    elsewhere: {
      subject: (partner) => `【面談方法の変更】${partner}`,
      paragraph:
        '日時は変わりませんが、面談は別の方法で行われます。共有メモとメッセージは、引き続きこのサイトでご利用いただけます。',
      link: '面談のページを開く',
    },
    proposed: {
      subject: (partner) => `【面談方法のご提案】${partner}`,
      paragraph:
        '日時は変わりませんが、このサイトのルームに代えて、下記の方法での面談がお相手から提案されています。ご同意いただいた時点で決定となります。面談のページから、ご同意またはお断りいただけます。',
      link: '面談のページで回答する',
    },
  },
};

const labels = {
  en: { when: 'When', who: 'With', organisation: 'Organisation', link: 'Where', phone: 'Telephone' },
  ja: { when: '日時', who: 'お相手', organisation: '所属機関', link: '面談の場所', phone: '電話番号' },
} as const satisfies Record<Lang, Record<string, string>>;

/** What cannot wait: one is awaited, it takes place elsewhere, or one is asked whether it shall. All of it stands in plain words. */
export function roomLetter({ news, to, partner, startsAt, endsAt, elsewhere, url }: RoomStory): Letter {
  const { lang } = to;
  const label = labels[lang];
  const name = fullName(partner.name, lang);
  const { subject, paragraph, link } = words[lang][news];
  const time = { start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() };
  return {
    lang,
    subject: subject(name),
    greeting: greetingOf(to),
    paragraphs: [paragraph],
    details: [
      [label.when, formatRangeInZones(time, [to.zone, partner.zone], lang)],
      [label.who, name],
      [label.organisation, organisationName(partner.organisation, lang)],
      ...(elsewhere ? [[label[elsewhere.kind], elsewhere.value] satisfies [string, string]] : []),
    ],
    link: { label: link, url },
    closing: [],
  };
}
