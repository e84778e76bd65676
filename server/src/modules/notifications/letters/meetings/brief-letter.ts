import { type BilingualText, type Lang, type MeetingBrief, type ParticipantCard, workTitle } from '@musubi/contracts';
import { formatDate, formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../../platform/index.js';
import { aboutIn } from '../../../meetings/index.js';
import { type Addressee, fullName, greetingOf, organisationName } from '../../addressee.js';
import { interpreterIn, type Interpreting } from '../language-pair.js';

export interface BriefStory {
  to: Addressee;
  brief: MeetingBrief;
  interpreter: Interpreting | null;
  url: string;
}

const words = {
  en: {
    subject: (partner: string) => `Before your meeting with ${partner}`,
    paragraph: 'Your meeting is near. Here is what helps to prepare it, in both languages where both are known.',
    link: 'Open the meeting',
    labels: {
      when: 'When',
      who: 'With',
      reading: 'Reading',
      title: 'Title',
      organisation: 'Organisation',
      language: 'Language',
      interpreter: 'Interpreter',
      about: 'About',
      seeks: 'They offer and seek',
      past: 'Met before',
      agreements: 'Agreements of the regions',
    },
    sought: 'the organisers are looking for one',
    same: 'the two of you',
    colleagues: 'your organisations',
  },
  ja: {
    subject: (partner: string) => `【面談のご案内】${partner}`,
    paragraph: '面談の日時が近づいてまいりました。ご準備のための資料を、分かる範囲で日英両語でお送りいたします。',
    link: '面談のページを開く',
    labels: {
      when: '日時',
      who: 'お相手',
      reading: 'お名前の読み方',
      title: '役職',
      organisation: '所属機関',
      language: '使用言語',
      interpreter: '通訳',
      about: '面談の目的',
      seeks: '先方の提供・募集',
      past: 'これまでの面談',
      agreements: '地域間の協定',
    },
    sought: '主催者が手配中',
    same: 'お二人',
    colleagues: '両機関',
  },
} as const satisfies Record<Lang, unknown>;

type Detail = [string, string | null];
type Side = MeetingBrief['sides'][number];
type Label = keyof (typeof words)['en']['labels'];
const other: Record<Lang, Lang> = { en: 'ja', ja: 'en' };

/** What helps to prepare a meeting. Labels stand in both languages, so that it can be handed on to a colleague. */
export function briefLetter({ to, brief, interpreter, url }: BriefStory): Letter {
  const { lang } = to;
  const mine = brief.sides.find(({ me }) => me)?.participant.organisation.organisationId;
  const others = brief.sides.filter(({ me }) => !me);
  // Every other side; between colleagues alone, them.
  const elsewhere = others.filter(({ participant }) => participant.organisation.organisationId !== mine);
  const [{ participant, published }, ...more] = (elsewhere.length > 0 ? elsewhere : [others[0] ?? brief.sides[0]!]) as [
    Side,
    ...Side[],
  ];
  const say = words[lang];
  const name = fullName(participant.name, lang);
  const label = (key: Label) => `${say.labels[key]} / ${words[other[lang]].labels[key]}`;
  const times = {
    start: new Date(brief.startsAt).toTemporalInstant(),
    end: new Date(brief.endsAt).toTemporalInstant(),
  };
  const called = new Intl.DisplayNames([lang], { type: 'language' });
  // What the meeting is about stands there already.
  const cited = new Set(brief.cited.map(({ opportunityId }) => opportunityId));
  const seek = (of: Side['published']): string | null => {
    const further = of.filter(({ opportunityId }) => !cited.has(opportunityId));
    return further.map(({ title }) => both(title, lang)).join('\n') || null;
  };
  const told = new Set([participant.organisation.organisationId]);
  const who = (card: ParticipantCard): Detail[] => [
    [label('who'), fullName(card.name, lang)],
    [label('reading'), readingOf(card, lang)],
    [label('title'), workTitle(card, lang) || null],
    [label('organisation'), organisationName(card.organisation, lang)],
  ];
  const details: Detail[] = [
    [label('when'), formatRangeInZones(times, [to.zone, participant.zone], lang)],
    ...who(participant),
    [label('language'), called.of(brief.language) ?? brief.language],
    [label('interpreter'), interpreter && interpreterIn(lang, interpreter, say.sought)],
    [label('about'), [aboutIn(lang, brief), ...brief.cited.map(({ title }) => both(title, lang))].join('\n')],
    [label('seeks'), seek(published)],
    ...more.flatMap((side) => {
      const { organisationId } = side.participant.organisation;
      const first = !told.has(organisationId);
      told.add(organisationId);
      return [...who(side.participant), [label('seeks'), first ? seek(side.published) : null] as Detail];
    }),
    [label('past'), brief.past.map((one) => pastLine(one, to)).join('\n') || null],
    [label('agreements'), brief.agreements.map(agreementLine).join('\n') || null],
  ];
  return {
    lang,
    subject: say.subject(name),
    greeting: greetingOf(to),
    paragraphs: [say.paragraph],
    details: details.filter((detail): detail is [string, string] => detail[1] !== null),
    link: { label: say.link, url },
    closing: [],
  };
}

/**
 * How the name is read: kana for Japanese readers, Latin letters for the others. A name that has no characters of its own is
 * read in the order in which it is written; a Japanese reader has both before them already.
 */
function readingOf({ name }: ParticipantCard, lang: Lang): string | null {
  const kana = name.familyLocal
    ? [name.familyKana, name.givenKana].filter(Boolean).join(' ')
    : [name.givenKana, name.familyKana].filter(Boolean).join('・');
  if (!kana || (lang === 'ja' && !name.familyLocal)) return null;
  return `${kana} / ${name.givenLatin} ${name.familyLatin}`;
}

/** In the reader's language first, then as the other side reads it. */
function both(text: BilingualText, lang: Lang): string {
  const found = [text[lang], text[other[lang]]].filter(Boolean);
  return found.join(' / ');
}

function pastLine({ startsAt, eventTitle, same }: MeetingBrief['past'][number], { lang, zone }: Addressee): string {
  const day = formatDate(new Date(startsAt).toTemporalInstant(), zone, lang, { month: 'long', year: true });
  return `${day}: ${both(eventTitle, lang)} (${words[lang][same ? 'same' : 'colleagues']})`;
}

function agreementLine({ eu, jp, instrument, date }: MeetingBrief['agreements'][number]): string {
  return `${eu} · ${jp}: ${instrument}${date ? `, ${date.slice(0, 4)}` : ''}`;
}
