import type { Lang, ParticipantCard } from '@musubi/contracts';
import type { Letter } from '../../../../platform/index.js';
import { type Addressee, fullName, greetingOf, organisationName } from '../../addressee.js';

export interface MessageStory {
  to: Addressee;
  partner: ParticipantCard;
  /** What the request or meeting is about. */
  about: string;
  text: string;
  /** Names of the documents that came with it. */
  files: readonly string[];
  url: string;
}

const words = {
  en: {
    subject: (partner: string) => `${partner} has written to you`,
    paragraph: (partner: string) =>
      `${partner} has written to you about your meeting. You get one letter until you have read it on the page.`,
    who: 'From',
    organisation: 'Organisation',
    about: 'About',
    said: 'Message',
    files: 'Documents',
    link: 'Read and answer',
    closing: 'Please answer on the page: a reply to this mail does not reach the other side.',
  },
  ja: {
    subject: (partner: string) => `【メッセージ】${partner}より`,
    paragraph: (partner: string) =>
      `${partner}より、面談についてメッセージが届いております。ページでお読みいただくまで、続けて届いたメッセージのお知らせはお送りいたしません。`,
    who: '差出人',
    organisation: '所属機関',
    about: '面談の目的',
    said: 'メッセージ',
    files: '添付資料',
    link: 'メッセージを読む・返信する',
    closing: 'ご返信はページからお願いいたします。本メールにご返信いただいても、お相手には届きません。',
  },
} as const satisfies Record<Lang, unknown>;

/** The letter that somebody wrote in the thread of a request or meeting. */
export function messageLetter({ to, partner, about, text, files, url }: MessageStory): Letter {
  const { lang } = to;
  const say = words[lang];
  const name = fullName(partner.name, lang);
  return {
    lang,
    subject: say.subject(name),
    greeting: greetingOf(to),
    paragraphs: [say.paragraph(name)],
    details: [
      [say.who, name],
      [say.organisation, organisationName(partner.organisation, lang)],
      [say.about, about],
      ...(text ? [[say.said, text] as const] : []),
      ...(files.length > 0 ? [[say.files, files.join(', ')] as const] : []),
    ],
    link: { label: say.link, url },
    closing: [say.closing],
  };
}
