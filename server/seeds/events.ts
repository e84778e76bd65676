import type { EventInput } from '@musubi/contracts';

/** The fiscal year's events: four webinars and the annual conference. */
export type EventName = 'webinar1' | 'webinar2' | 'webinar3' | 'webinar4' | 'conference';

export interface DemoEvent {
  input: EventInput;
  /** When it was announced. */
  announcedAt: string;
  /** File of its programme. */
  programme: string;
}

const shores = ['Two Shores Foundation / 両岸財団'];
const tandem = ['Brabant Regional Cooperation Office', 'Osaka Bay Green Industry Council / 大阪湾岸グリーン産業協議会'];

interface Webinar {
  slug: string;
  title: [en: string, ja: string];
  lead: [en: string, ja: string];
  zone: string;
  at: [startsAt: string, endsAt: string];
  registration: [opensAt: string, closesAt: string];
  announcedAt: string;
  programme: string;
  matchmaking?: boolean;
}

const webinar = ({
  slug,
  title,
  lead,
  zone,
  at,
  registration,
  announcedAt,
  programme,
  ...more
}: Webinar): DemoEvent => ({
  announcedAt,
  programme,
  input: {
    slug,
    kind: 'webinar',
    title: { en: title[0], ja: title[1], original: 'en' },
    lead: { en: lead[0], ja: lead[1], original: 'en' },
    zone,
    startsAt: utc(at[0]),
    endsAt: utc(at[1]),
    registrationOpensAt: utc(registration[0]),
    registrationClosesAt: utc(registration[1]),
    capacity: 500,
    matchmaking: more.matchmaking ?? false,
    organisedBy: shores,
    supportedBy: tandem,
  },
});

const utc = (instant: string) => new Date(instant).toISOString();

export const demoEvents: Record<EventName, DemoEvent> = {
  webinar1: webinar({
    slug: 'who-does-what',
    title: ['Who does what: regions, prefectures and clusters', '誰が何を担うのか：地域・都道府県・クラスター'],
    lead: [
      'The first webinar of the year: budgets, years and signatures on both sides, drawn on one page, and six clauses to read before the next agreement.',
      '今年度第1回のウェビナーです。双方の予算、年度、署名権限を1枚の図で整理し、次の覚書の前に読み直したい6つの条項を取り上げます。',
    ],
    zone: 'Europe/Brussels',
    at: ['2026-06-11T09:00:00+02:00', '2026-06-11T10:30:00+02:00'],
    registration: ['2026-05-11T09:00:00+02:00', '2026-06-11T09:00:00+02:00'],
    announcedAt: '2026-05-04T10:00:00+02:00',
    programme: 'webinar-1.json',
  }),
  webinar2: webinar({
    slug: 'tourism-that-stays',
    title: ['Tourism that stays: seniors, seasons and small places', '滞在する観光：シニア、季節、小さな地域'],
    lead: [
      'Two coasts and three ski villages on guests who stay for a month, what they cost, and what villages sell in April.',
      '二つの沿岸地域と三つのスキー地域が、1か月滞在のお客様、その費用、そして4月に何を提供しているかをご紹介します。',
    ],
    zone: 'Asia/Tokyo',
    at: ['2026-09-17T16:00:00+09:00', '2026-09-17T17:30:00+09:00'],
    registration: ['2026-08-17T09:00:00+09:00', '2026-09-17T16:00:00+09:00'],
    announcedAt: '2026-08-03T10:00:00+02:00',
    programme: 'webinar-2.json',
  }),
  webinar3: webinar({
    slug: 'hydrogen-valleys',
    title: ['Hydrogen valleys: what a region can start this year', '水素バレー：今年から地域で始められること'],
    lead: [
      'Four decisions in Fukushima, test benches by the day, and three meeting slots afterwards for those who want to go on talking.',
      '福島での4つの決断と、1日単位の試験設備についてお話しします。終了後には、引き続きお話しになりたい方のための面談枠を3つご用意しております。',
    ],
    zone: 'Europe/Brussels',
    at: ['2026-12-10T09:00:00+01:00', '2026-12-10T11:45:00+01:00'],
    registration: ['2026-11-09T09:00:00+01:00', '2026-12-10T09:00:00+01:00'],
    announcedAt: '2026-11-02T10:00:00+01:00',
    programme: 'webinar-3.json',
    matchmaking: true,
  }),
  webinar4: webinar({
    slug: 'people-first',
    title: ['People first: four weeks in each other’s office', '人から始める：互いの職場で過ごす4週間'],
    lead: [
      'What surprised two officers in Osaka, how to host without stopping work, and the call for hosts and guests.',
      '大阪で過ごした2名の職員が驚いたこと、通常業務を止めずに受け入れる方法、そして受入れ機関と派遣者の募集についてご案内します。',
    ],
    zone: 'Asia/Tokyo',
    at: ['2027-03-11T17:00:00+09:00', '2027-03-11T18:30:00+09:00'],
    registration: ['2027-01-11T09:00:00+09:00', '2027-03-11T17:00:00+09:00'],
    announcedAt: '2027-01-08T10:00:00+01:00',
    programme: 'webinar-4.json',
    matchmaking: true,
  }),
  conference: {
    announcedAt: '2026-09-28T10:00:00+02:00',
    programme: 'conference-2026.json',
    input: {
      slug: 'conference-2026',
      kind: 'conference',
      title: {
        en: 'EU-Japan Regional and Clusters Cooperation Conference',
        ja: '日欧地域連携年次会議',
        original: 'en',
      },
      lead: {
        en: 'For two mornings in Europe and two early evenings in Japan, the working days overlap. Hear what keeps a cooperation alive, then sit down with the people you could start one with.',
        ja: '欧州の2日間の朝と、日本の2日間の夕方。双方の勤務時間が重なるひとときに、連携を続けるための秘訣を聞き、これから連携できる相手と向き合ってお話しいただけます。',
        original: 'en',
      },
      zone: 'Asia/Tokyo',
      startsAt: utc('2027-01-26T15:45:00+09:00'),
      endsAt: utc('2027-01-27T19:20:00+09:00'),
      registrationOpensAt: utc('2026-10-01T00:00:00+09:00'),
      registrationClosesAt: utc('2027-01-15T23:59:00+01:00'),
      capacity: 2000,
      matchmaking: true,
      organisedBy: shores,
      supportedBy: [
        ...tandem,
        'Neckar Hydrogen Cluster',
        'Fukushima Hydrogen Forum / 福島水素フォーラム',
        'Basque Smart Grid Cluster',
      ],
    },
  },
};

/** Where the demo's clock stands at first, and where it may jump. */
export const demoStops = {
  booking: '2027-01-12T13:20:00+01:00',
  live: '2027-01-26T09:16:00+01:00',
  followup: '2027-03-25T10:00:00+01:00',
} as const;
