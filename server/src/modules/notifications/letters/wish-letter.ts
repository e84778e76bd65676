import type { Lang } from '@musubi/contracts';
import { formatInZones } from '@musubi/time';
import type { Letter } from '../../../platform/index.js';
import { type Addressee, greetingOf } from '../addressee.js';

export interface WishStory {
  news: 'asked' | 'reminded';
  to: Addressee;
  event: string;
  /** Until when one can answer; null where the organisers have not said. */
  until: Date | null;
  url: string;
}

const words: Record<
  Lang,
  Record<WishStory['news'], { subject: (event: string) => string; paragraphs: (event: string) => string[] }>
> = {
  en: {
    asked: {
      subject: (event) => `Whom would you like to meet at ${event}?`,
      paragraphs: (event) => [
        `The organisers arrange the meetings at ${event} from what the participants wish. Please say whom you would like to meet; two or three answers already help.`,
        'Those people never see what you say about them. The organisers who plan see it, nobody else. You are told once the plan is published.',
      ],
    },
    reminded: {
      subject: (event) => `Still time to say whom you would like to meet at ${event}`,
      paragraphs: (event) => [
        `We have no answer from you yet. The organisers arrange the meetings at ${event} from what people say by the time below.`,
        'If there is nobody whom you wish to meet, there is nothing to do. There is no further reminder.',
      ],
    },
  },
  ja: {
    asked: {
      subject: (event) => `【面談のご希望のお伺い】${event}`,
      paragraphs: (event) => [
        `${event}では、皆様のご希望をもとに、主催者が面談の日程を調整いたします。面談を希望される方をお知らせください。2、3名のご回答でも日程の調整に役立ちます。`,
        'ご回答の内容が先方に表示されることはありません。日程を調整する主催者のみが確認いたします。日程が公開されましたら、あらためてご案内いたします。',
      ],
    },
    reminded: {
      subject: (event) => `【面談のご希望・回答期限のご案内】${event}`,
      paragraphs: (event) => [
        `面談のご希望について、まだご回答をいただいておりません。${event}の面談は、下記の期限までにいただいたご回答をもとに調整いたします。`,
        '面談をご希望でない場合、お手続きは不要です。このご案内を再度お送りすることはありません。',
      ],
    },
  },
};

const labels: Record<Lang, { until: string; link: string }> = {
  en: { until: 'Until', link: 'Say whom you want to meet' },
  ja: { until: '回答期限', link: '面談のご希望を回答する' },
};

/** Asks for wishes, or reminds of it: the same whoever would be met. */
export function wishLetter({ news, to, event, until, url }: WishStory): Letter {
  const { lang, zone } = to;
  const { subject, paragraphs } = words[lang][news];
  return {
    lang,
    subject: subject(event),
    greeting: greetingOf(to),
    paragraphs: paragraphs(event),
    details: until ? [[labels[lang].until, formatInZones(until.toTemporalInstant(), [zone], lang)]] : [],
    link: { label: labels[lang].link, url },
    closing: [],
  };
}
