import type { Cancellation, Lang, ParticipantCard, PersonName } from '@musubi/contracts';
import { formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../../platform/index.js';
import { type Addressee, fullName, greetingOf, inPlaceOf, organisationName, peopleOf } from '../../addressee.js';
import { interpreterIn, type Interpreting } from '../language-pair.js';

export interface Canceller {
  name: PersonName;
  /** Belongs to the reader's side. */
  ofMine: boolean;
  /** Who pressed the button. */
  through: PersonName | null;
}

export interface MeetingStory {
  news: 'booked' | 'joined' | 'moved' | 'left' | 'left_behind' | 'other_comes' | 'cancelled';
  to: Addressee;
  partner: ParticipantCard;
  startsAt: Date;
  endsAt: Date;
  /** When it stood before it was moved. */
  movedFrom: { startsAt: Date; endsAt: Date } | null;
  reason: string;
  /** Everybody else whom one meets there. */
  company: readonly ParticipantCard[];
  interpreter: Interpreting | null;
  /** Who was to come before. */
  insteadOf: PersonName | null;
  /** Who cancelled: oneself, the organisers, or somebody by name, perhaps in another's place. */
  cancelledBy: 'me' | 'organisers' | Canceller;
  cancelledBecause: Cancellation | null;
  note: string | null;
  url: string;
}

const words: Record<
  Lang,
  Record<MeetingStory['news'], { subject: (partner: string) => string; paragraphs: string[]; link: string }>
> = {
  en: {
    booked: {
      subject: (partner) => `Your meeting with ${partner} is confirmed`,
      paragraphs: [
        'Your meeting is confirmed; the calendar entry is attached.',
        'The room opens ten minutes before. You need a browser, and a camera and microphone if you like.',
      ],
      link: 'Open the meeting',
    },
    joined: {
      subject: (partner) => `You take part in a meeting with ${partner}`,
      paragraphs: [
        'You take part in the meeting below; the calendar entry is attached.',
        'The room opens ten minutes before. You need a browser, and a camera and microphone if you like.',
      ],
      link: 'Open the meeting',
    },
    left: {
      subject: (partner) => `You no longer take part in the meeting with ${partner}`,
      paragraphs: [
        'The meeting below goes on without you, and your time is free again. This mail takes the entry out of your calendar.',
      ],
      link: 'Open your meetings',
    },
    left_behind: {
      subject: (partner) => `The meeting with ${partner} has moved, without you`,
      paragraphs: [
        'The meeting below has another time, at which you are not free. You need not be there, so it takes place without you. This mail takes the entry out of your calendar.',
        'If that time becomes free and you would like to come, ask the two who meet to invite you again.',
      ],
      link: 'Open your meetings',
    },
    other_comes: {
      subject: (partner) => `${partner} comes to your meeting`,
      paragraphs: [
        'A colleague comes to the meeting below. Time, room and messages stay; the attached entry brings the name in your calendar up to date.',
      ],
      link: 'Open the meeting',
    },
    moved: {
      subject: (partner) => `Your meeting with ${partner} has another time`,
      paragraphs: ['You both agreed on another time. The attached entry moves the meeting in your calendar.'],
      link: 'Open the meeting',
    },
    cancelled: {
      subject: (partner) => `Your meeting with ${partner} is cancelled`,
      paragraphs: [
        'The meeting below is cancelled, and the time is free again. This mail takes the entry out of your calendar.',
      ],
      link: 'Open your meetings',
    },
  },
  ja: {
    booked: {
      subject: (partner) => `【面談確定】${partner}`,
      paragraphs: [
        '面談が確定いたしました。予定データを添付しておりますので、日時をご確認ください。',
        '面談ルームには、開始10分前からご入室いただけます。ブラウザーのみでご参加いただけ、カメラとマイクのご利用は任意です。',
      ],
      link: '面談のページを開く',
    },
    joined: {
      subject: (partner) => `【面談へのご参加】${partner}`,
      paragraphs: [
        '下記の面談にご参加いただくことになりました。予定データを添付しておりますので、日時をご確認ください。',
        '面談ルームには、開始10分前からご入室いただけます。ブラウザーのみでご参加いただけ、カメラとマイクのご利用は任意です。',
      ],
      link: '面談のページを開く',
    },
    left: {
      subject: (partner) => `【面談参加の取消し】${partner}`,
      paragraphs: [
        '下記の面談には、ご参加いただかないことになりました。面談自体は予定どおり行われます。本メールにより、カレンダーの予定は取り消されます。',
      ],
      link: '面談の一覧を開く',
    },
    left_behind: {
      subject: (partner) => `【面談日時の変更に伴う参加の取消し】${partner}`,
      paragraphs: [
        '下記の面談の日時が変更となりました。新しい日時には別のご予定などがあるため、任意参加としてお招きしていた面談へのご参加は取消しとさせていただきました。面談は、ほかの参加者により行われます。本メールにより、カレンダーの予定も取り消されます。',
        'ご都合がつき、改めてご参加をご希望の場合は、面談を行うお二方のいずれかに、再度の招待をご依頼ください。',
      ],
      link: '面談の一覧を開く',
    },
    other_comes: {
      subject: (partner) => `【面談のご担当変更】${partner}`,
      paragraphs: [
        'お相手のご担当が、同じ機関の方に変わりました。日時・面談ルーム・メッセージはそのままです。添付の予定データにより、カレンダーのお名前も更新されます。',
      ],
      link: '面談のページを開く',
    },
    moved: {
      subject: (partner) => `【面談日時の変更】${partner}`,
      paragraphs: ['面談の日時が変更となりました。添付の予定データにより、カレンダーの予定も新しい日時に変わります。'],
      link: '面談のページを開く',
    },
    cancelled: {
      subject: (partner) => `【面談取消】${partner}`,
      paragraphs: [
        '下記の面談は取り消しとなりました。この日時は空きに戻りました。本メールにより、カレンダーの予定も取り消されます。',
      ],
      link: '面談の一覧を開く',
    },
  },
};

const labels = {
  en: {
    when: 'When',
    was: 'Before',
    who: 'With',
    insteadOf: 'Instead of',
    organisation: 'Organisation',
    company: 'Also there',
    interpreter: 'Interpreter',
    sought: 'being looked for',
    about: 'About',
    by: 'Cancelled by',
    why: 'Reason',
    said: 'Message',
  },
  ja: {
    when: '日時',
    was: '変更前の日時',
    who: 'お相手',
    insteadOf: '変更前のご担当',
    organisation: '所属機関',
    company: 'ほかのご参加者',
    interpreter: '通訳',
    sought: '手配中',
    about: '面談の目的',
    by: '取消しのお申出',
    why: '理由',
    said: 'メッセージ',
  },
} as const satisfies Record<Lang, Record<string, string>>;

const reasons: Record<Lang, Record<Cancellation, string>> = {
  en: {
    ill: 'Illness',
    clash: 'Another obligation at that time',
    'no-longer-needed': 'The matter is settled',
    technical: 'Technical trouble',
    other: 'Another reason',
    'plan-taken-back': 'The organisers took their plan back',
  },
  ja: {
    ill: '体調不良のため',
    clash: '他の予定と重なったため',
    'no-longer-needed': 'ご用件が解決したため',
    technical: '技術的な問題のため',
    other: 'その他の事情のため',
    'plan-taken-back': '主催者が面談日程を取り下げたため',
  },
};

const organisers: Record<Lang, string> = { en: 'The organisers', ja: '主催者' };

/** The letter that a meeting stands, or no longer does. The time stands in both people's zones. */
export function meetingLetter(story: MeetingStory): Letter {
  const { news, to, partner, movedFrom, reason, url } = story;
  const { lang } = to;
  const label = labels[lang];
  const name = fullName(partner.name, lang);
  const { subject, paragraphs, link } = words[lang][news];
  const onBothWalls = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
    formatRangeInZones(
      { start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() },
      [to.zone, partner.zone],
      lang,
    );
  return {
    lang,
    subject: subject(name),
    greeting: greetingOf(to),
    paragraphs,
    details: [
      [label.when, onBothWalls(story)],
      ...(movedFrom ? [[label.was, onBothWalls(movedFrom)] satisfies [string, string]] : []),
      [label.who, name],
      ...(story.insteadOf ? [[label.insteadOf, fullName(story.insteadOf, lang)] satisfies [string, string]] : []),
      [label.organisation, organisationName(partner.organisation, lang)],
      ...(news === 'cancelled' || news === 'left' || news === 'left_behind' ? [] : alsoThere(story)),
      [label.about, reason],
      ...(news === 'cancelled' ? cancellation(story) : []),
    ],
    link: { label: link, url },
    closing: [],
  };
}

/** Whoever comes beside the two, and who interprets. */
function alsoThere({ to: { lang }, company, interpreter }: MeetingStory): [string, string][] {
  const label = labels[lang];
  const details: [string, string][] = [];
  if (company.length > 0) details.push([label.company, peopleOf(company, lang)]);
  if (interpreter) details.push([label.interpreter, interpreterIn(lang, interpreter, label.sought)]);
  return details;
}

function cancellation({ to, cancelledBy, cancelledBecause, note }: MeetingStory): [string, string][] {
  const label = labels[to.lang];
  const details: [string, string][] = [];
  if (cancelledBy === 'organisers') details.push([label.by, organisers[to.lang]]);
  else if (cancelledBy !== 'me') details.push([label.by, calledBy(cancelledBy, to.lang)]);
  if (cancelledBecause) details.push([label.why, reasons[to.lang][cancelledBecause]]);
  if (note) details.push([label.said, note]);
  return details;
}

/** `Aiko Tanaka for Clara Weiss`; `Nils Berg, of your organisation`. */
function calledBy({ name, ofMine, through }: Canceller, lang: Lang): string {
  const whole = fullName(name, lang);
  const who = through ? inPlaceOf(fullName(through, lang), whole, lang) : whole;
  return ofMine ? colleague[lang](who) : who;
}

const colleague: Record<Lang, (who: string) => string> = {
  en: (who) => `${who}, of your organisation`,
  ja: (who) => `${who}（貴機関）`,
};
