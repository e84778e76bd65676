import type { GuestInvitation, Lang, SeatPart } from '@musubi/contracts';
import { formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../../platform/index.js';
import { aboutIn } from '../../../meetings/index.js';
import { type Addressee, fullName, greetingOf, organisationName } from '../../addressee.js';

export type GuestNews = 'invited' | 'accepted' | 'declined' | 'withdrawn';

export interface GuestLetterStory {
  news: GuestNews;
  to: Addressee;
  invitation: GuestInvitation;
  url: string;
}

const words: Record<Lang, Record<GuestNews, { subject: (name: string) => string; paragraph: string; link: string }>> = {
  en: {
    invited: {
      subject: (name) => `${name} asks you to join a meeting`,
      paragraph: 'You are asked to come to the meeting below. Please say whether you come; it is one click.',
      link: 'Answer the invitation',
    },
    accepted: {
      subject: (name) => `${name} comes to your meeting`,
      paragraph: 'Whom you asked has accepted.',
      link: 'Open the meeting',
    },
    declined: {
      subject: (name) => `${name} does not come to your meeting`,
      paragraph: 'Whom you asked does not come. The meeting stands as it is.',
      link: 'Open the meeting',
    },
    withdrawn: {
      subject: (name) => `${name} no longer asks you to come`,
      paragraph: 'You are no longer asked to come to the meeting below. Your time is free.',
      link: 'Open your meetings',
    },
  },
  ja: {
    invited: {
      subject: (name) => `【面談へのご招待】${name}`,
      paragraph: '下記の面談へのご参加をお願いしております。ご参加の可否を、リンク先のページでお知らせください。',
      link: '招待に回答する',
    },
    accepted: {
      subject: (name) => `【招待へのご回答】${name}：ご参加`,
      paragraph: 'ご招待された方が、面談に参加されます。',
      link: '面談のページを開く',
    },
    declined: {
      subject: (name) => `【招待へのご回答】${name}：ご不参加`,
      paragraph: 'ご招待された方は、参加されません。面談自体は予定どおり行われます。',
      link: '面談のページを開く',
    },
    withdrawn: {
      subject: (name) => `【招待の取消し】${name}`,
      paragraph: '下記の面談への招待は取り消されました。この時間は空きに戻りました。',
      link: '面談の一覧を開く',
    },
  },
};

const labels: Record<Lang, Record<'when' | 'proposed' | 'between' | 'guest' | 'about' | 'part', string>> = {
  en: { when: 'When', proposed: 'Proposed', between: 'Between', guest: 'Guest', about: 'About', part: 'You come' },
  ja: {
    when: '日時',
    proposed: '候補日時',
    between: '面談の当事者',
    guest: '招待された方',
    about: '面談の目的',
    part: 'ご参加の形',
  },
};

const parts: Record<Lang, Record<SeatPart, string>> = {
  en: { required: 'as somebody who is needed', optional: 'if you can', observer: 'to listen' },
  ja: { required: '必須のご参加', optional: '任意のご参加', observer: 'オブザーバー' },
};

/** The letter that asks somebody further to come, or tells what they said. Times stand on the reader's and the asker's walls. */
export function guestLetter({ news, to, invitation, url }: GuestLetterStory): Letter {
  const { lang } = to;
  const label = labels[lang];
  const { participant, from, to: asked, meeting, slots, part } = invitation;
  const inviter = invitation.invitedBy === asked.participantId ? asked : from;
  const about = news === 'invited' || news === 'withdrawn' ? inviter : participant;
  const person = (card: typeof from) => `${fullName(card.name, lang)}, ${organisationName(card.organisation, lang)}`;
  const walls = [to.zone, inviter.zone];
  const range = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
    formatRangeInZones({ start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) }, walls, lang);
  const { subject, paragraph, link } = words[lang][news];
  return {
    lang,
    subject: subject(fullName(about.name, lang)),
    greeting: greetingOf(to),
    paragraphs: [paragraph],
    details: [
      ...(meeting
        ? [[label.when, range(meeting)] as const]
        : slots.map((slot): [string, string] => [label.proposed, range(slot)])),
      [label.between, `${person(from)}; ${person(asked)}`],
      ...(about === participant ? [[label.guest, person(participant)] as const] : []),
      [label.about, aboutIn(lang, invitation)],
      ...(news === 'invited' ? [[label.part, parts[lang][part]] as const] : []),
    ],
    link: { label: link, url },
    closing: [],
  };
}
