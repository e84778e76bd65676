import type { Lang, ParticipantCard, VerdictState } from '@musubi/contracts';
import { formatInZones, formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../../platform/index.js';
import { type Addressee, fullName, greetingOf, organisationName } from '../../addressee.js';

export interface VerdictStory {
  /** `measured`: what the room saw, to which both may object; `decided`: what the organisers say. */
  news: 'measured' | 'decided';
  to: Addressee;
  partner: ParticipantCard;
  startsAt: Date;
  endsAt: Date;
  state: VerdictState;
  /** An outage excuses everybody. */
  excluded: boolean;
  /** Until when one may object. */
  finalAt: Date;
  url: string;
}

interface Words {
  subject: Record<VerdictStory['news'], (partner: string) => string>;
  paragraph: Record<VerdictStory['news'], string>;
  what: Record<VerdictState | 'excluded', string>;
  closing: Record<VerdictStory['news'], string>;
  link: string;
}

const words: Record<Lang, Words> = {
  en: {
    subject: {
      measured: (partner) => `How your meeting with ${partner} is recorded`,
      decided: (partner) => `The record of your meeting with ${partner}`,
    },
    paragraph: {
      measured:
        'The meeting is over. From what the room saw, it is recorded for now as below. Nobody needs to explain anything.',
      decided:
        'The organisers have looked at the record of this meeting. It now stands as below. Both sides get this letter.',
    },
    what: {
      held: 'The meeting took place',
      cut_short: 'The two sides were in the room together for less than five minutes',
      no_show: 'One side was not in the room',
      not_held: 'The meeting did not take place; nobody is at fault',
      excluded: 'Technical trouble at that time; the meeting counts for nobody and against nobody',
    },
    closing: {
      measured:
        'Did you meet by phone or elsewhere, or was it otherwise? Both sides can say so on the page until then.',
      decided: 'If something is still not right, please write to the organisers.',
    },
    link: 'Open the meeting',
  },
  ja: {
    subject: {
      measured: (partner) => `【面談の記録】${partner}との面談について`,
      decided: (partner) => `【面談の記録】${partner}との面談の確認結果`,
    },
    paragraph: {
      measured:
        '面談の時間が終了いたしました。面談ルームの入室状況から、現時点では下記のとおり記録しております。ご説明をお願いするものではございません。',
      decided: '主催者がこの面談の記録を確認いたしました。記録は下記のとおりです。本メールは双方にお送りしております。',
    },
    what: {
      held: '面談は実施されました',
      cut_short: '双方が同時に入室していた時間は5分未満でした',
      no_show: '片方の入室を確認できませんでした',
      not_held: '面談は実施されませんでした（いずれの責任でもありません）',
      excluded: '当該時間に技術的な問題が発生したため、集計の対象外といたします',
    },
    closing: {
      measured:
        'お電話など別の方法で面談された場合や、記録が事実と異なる場合は、期限までに面談のページからお知らせください。',
      decided: 'なおご不明な点がございましたら、主催者までお問い合わせください。',
    },
    link: '面談のページを開く',
  },
};

const labels = {
  en: { when: 'When', who: 'With', organisation: 'Organisation', what: 'Recorded as', until: 'Provisional until' },
  ja: { when: '日時', who: 'お相手', organisation: '所属機関', what: '記録', until: '確定予定日時' },
} as const satisfies Record<Lang, Record<string, string>>;

/** The letter that says how a meeting is recorded, in the same words to both sides. */
export function verdictLetter(story: VerdictStory): Letter {
  const { news, to, partner, startsAt, endsAt, state, excluded, finalAt, url } = story;
  const { lang } = to;
  const [say, label] = [words[lang], labels[lang]];
  const name = fullName(partner.name, lang);
  const zones = [to.zone, partner.zone];
  const time = { start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() };
  return {
    lang,
    subject: say.subject[news](name),
    greeting: greetingOf(to),
    paragraphs: [say.paragraph[news]],
    details: [
      [label.when, formatRangeInZones(time, zones, lang)],
      [label.who, name],
      [label.organisation, organisationName(partner.organisation, lang)],
      [label.what, say.what[excluded ? 'excluded' : state]],
      ...(news === 'measured'
        ? [[label.until, formatInZones(finalAt.toTemporalInstant(), zones, lang)] satisfies [string, string]]
        : []),
    ],
    link: { label: say.link, url },
    closing: [say.closing[news]],
  };
}
