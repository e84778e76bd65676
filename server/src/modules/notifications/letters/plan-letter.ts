import type { Lang, ParticipantCard, StaysEnded } from '@musubi/contracts';
import { formatInZones, formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../platform/index.js';
import { type Addressee, fullName, greetingOf, organisationName } from '../addressee.js';

export interface PlannedStory {
  startsAt: Date;
  endsAt: Date;
  /** Whom one meets; as an interpreter everybody. */
  others: readonly ParticipantCard[];
  interpreting: boolean;
  /** When they were to meet by the plan that was taken back. */
  insteadOf: { startsAt: Date; endsAt: Date } | null;
  /** Of the request that it had answered, once it is taken back: whose answer it waits for again, or why it stays ended. */
  request: { awaits: 'you' | 'them'; answerBy: Date } | { because: StaysEnded } | null;
}

export interface PlanStory {
  news: 'published' | 'rolled_back';
  to: Addressee;
  event: string;
  /** By start. */
  meetings: readonly PlannedStory[];
  url: string;
}

const words: Record<
  Lang,
  Record<PlanStory['news'], { subject: (event: string, count: number) => string; paragraphs: string[]; link: string }>
> = {
  en: {
    published: {
      subject: (event, count) => (count === 1 ? `Your meeting at ${event}` : `Your ${count} meetings at ${event}`),
      paragraphs: [
        'The organisers have arranged meetings from the wishes of all participants. Yours are below, and each is attached as a calendar entry.',
        'Each room opens ten minutes before. Should a time not suit you, please move or cancel the meeting on its page, so that the other side can plan.',
      ],
      link: 'Open your meetings',
    },
    rolled_back: {
      subject: (event) => `The plan of your meetings at ${event} is taken back`,
      paragraphs: [
        'The organisers have taken back the meetings below; your times are free again. The attached entries take them out of your calendar.',
        'You will hear from us when there is a new plan. Meetings that you arranged yourself stand.',
      ],
      link: 'Open your meetings',
    },
  },
  ja: {
    published: {
      subject: (event, count) => `【面談日程のご案内】${event}（${count}件）`,
      paragraphs: [
        '皆様の面談希望をもとに、主催者が面談の日程を調整いたしました。ご自身の面談は下記のとおりです。各面談の予定データを添付しております。',
        '面談ルームには、開始10分前からご入室いただけます。ご都合が合わない場合は、お相手のためにも、お早めに面談のページで日時の変更または取消しをお願いいたします。',
      ],
      link: '面談の一覧を開く',
    },
    rolled_back: {
      subject: (event) => `【面談日程の取消し】${event}`,
      paragraphs: [
        '下記の面談は、主催者により取り消されました。該当の日時は空きに戻りました。添付の予定データにより、カレンダーの予定も取り消されます。',
        '新しい日程が決まりましたら、あらためてご案内いたします。ご自身で設定された面談に変更はありません。',
      ],
      link: '面談の一覧を開く',
    },
  },
};

const before: Record<Lang, (time: string) => string> = {
  en: (time) => ` (instead of ${time})`,
  ja: (time) => `（変更前の日時：${time}）`,
};

const requests: Record<
  Lang,
  { you: (time: string) => string; them: (time: string) => string; ended: Record<StaysEnded, string> }
> = {
  en: {
    you: (time) => `. Your request with them is open again: please answer by ${time}`,
    them: (time) => `. Your request with them is open again and waits for their answer until ${time}`,
    ended: {
      deadline: '. The request does not open again: the time to answer is over',
      not_available: '. The request does not open again: this meeting is not possible any more',
      another_open: '. The request does not open again: another request between you is open',
      phase_closed: '. The request does not open again: its times are closed to requests',
      to_plan: '. The request does not open again: it is given to the organisers for their next plan',
    },
  },
  ja: {
    you: (time) => `。お申込みは回答待ちに戻りました。${time}までにご回答ください`,
    them: (time) => `。お申込みは先方の回答待ちに戻りました（回答期限：${time}）`,
    ended: {
      deadline: '。回答期限を過ぎているため、お申込みは終了しました',
      not_available: '。面談をお受けできなくなったため、お申込みは終了しました',
      another_open: '。別のお申込みが回答待ちのため、このお申込みは終了しました',
      phase_closed: '。お申込みの受付期間が終わっているため、お申込みは終了しました',
      to_plan: '。お申込みは、主催者による次の日程調整の対象となりました',
    },
  },
};

const interpreting: Record<Lang, string> = { en: 'You interpret', ja: '通訳のご担当' };

/** One letter about all of a person's meetings in the organisers' plan. The times stand in both people's zones. */
export function planLetter({ news, to, event, meetings, url }: PlanStory): Letter {
  const { lang } = to;
  const { subject, paragraphs, link } = words[lang][news];
  return {
    lang,
    subject: subject(event, meetings.length),
    greeting: greetingOf(to),
    paragraphs,
    details: meetings.map((one) => [when(one, to), whom(one, lang) + former(one, to) + asked(one, to)]),
    link: { label: link, url },
    closing: [],
  };
}

function when(
  { startsAt, endsAt, others }: Pick<PlannedStory, 'startsAt' | 'endsAt' | 'others'>,
  to: Addressee,
): string {
  const during = { start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() };
  const zones = [...new Set([to.zone, ...others.slice(0, 1).map(({ zone }) => zone)])];
  return formatRangeInZones(during, zones, to.lang);
}

/** Said where the time is another one than it was. */
function former({ insteadOf, others, startsAt }: PlannedStory, to: Addressee): string {
  if (!insteadOf || insteadOf.startsAt.getTime() === startsAt.getTime()) return '';
  return before[to.lang](when({ ...insteadOf, others }, to));
}

/** What became of the request between the two. */
function asked({ request }: PlannedStory, { zone, lang }: Addressee): string {
  if (!request) return '';
  if ('because' in request) return requests[lang].ended[request.because];
  return requests[lang][request.awaits](formatInZones(request.answerBy.toTemporalInstant(), [zone], lang));
}

function whom({ others, ...one }: PlannedStory, lang: Lang): string {
  const people = others.map(({ name, organisation }) => {
    const [person, from] = [fullName(name, lang), organisationName(organisation, lang)];
    return lang === 'ja' ? `${from} ${person}` : `${person}, ${from}`;
  });
  const joined = people.join(lang === 'ja' ? '、' : '; ');
  if (!one.interpreting) return joined;
  return lang === 'ja' ? `${interpreting.ja}：${joined}` : `${interpreting.en}: ${joined}`;
}
