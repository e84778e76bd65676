import type { Lang, PersonName } from '@musubi/contracts';
import { addressOf } from '@musubi/testing';
import { type OrganisationName, organisations } from './organisations.ts';

/** Somebody of the demo. Nobody of them exists. */
export interface DemoIndividual {
  name: PersonName;
  address: string;
  organisation: OrganisationName;
  lang: Lang;
  zone: string;
  workingLanguages: string[];
  department: string | null;
  jobTitle: string;
}

type Names = readonly [
  given: string,
  family: string,
  givenLocal: string | null,
  familyLocal: string | null,
  givenKana: string,
  familyKana: string,
];
type Row = readonly [
  organisation: OrganisationName,
  names: Names,
  languages: string,
  department: string | null,
  jobTitle: string,
];

const eu = (given: string, family: string, givenKana: string, familyKana: string): Names => [
  given,
  family,
  null,
  null,
  givenKana,
  familyKana,
];
/** As on a Japanese card: family name first. */
const jp = (
  family: string,
  given: string,
  familyLocal: string,
  givenLocal: string,
  familyKana: string,
  givenKana: string,
): Names => [given, family, givenLocal, familyLocal, givenKana, familyKana];

const rows = {
  marie: ['shores', eu('Marie', 'Dubois', 'マリー', 'デュボワ'), 'fr en', 'Helpdesk', 'Head of the helpdesk, EU side'],
  thomas: ['shores', eu('Thomas', 'Berger', 'トーマス', 'ベルガー'), 'de en ja', 'Helpdesk', 'Matchmaking officer'],
  yumi: [
    'shoresTokyo',
    jp('Ogawa', 'Yumi', '小川', '由美', 'オガワ', 'ユミ'),
    'ja en',
    'ヘルプデスク',
    'ヘルプデスク責任者（日本側）',
  ],

  clara: [
    'neckar',
    eu('Clara', 'Weiss', 'クララ', 'ヴァイス'),
    'de en',
    'International Clusters',
    'Head of International Clusters',
  ],
  jonas: ['neckar', eu('Jonas', 'Keller', 'ヨナス', 'ケラー'), 'de en', 'Test benches', 'Technical adviser'],
  martina: ['baden', eu('Martina', 'Vogel', 'マルティナ', 'フォーゲル'), 'de en ja', 'Partner regions', 'Director'],
  ulrike: ['ruhr', eu('Ulrike', 'Brandt', 'ウルリケ', 'ブラント'), 'de en', null, 'Managing director'],
  lars: ['kiel', eu('Lars', 'Petersen', 'ラース', 'ペーターゼン'), 'de en da', 'Ports', 'Cluster manager'],
  giulia: [
    'lombardy',
    eu('Giulia', 'Ferrari', 'ジュリア', 'フェラーリ'),
    'it en',
    'International',
    'Head of international relations',
  ],
  paolo: ['lombardy', eu('Paolo', 'Riva', 'パオロ', 'リーヴァ'), 'it en', 'Trade fairs', 'Trade fair manager'],
  inaki: ['basque', eu('Iñaki', 'Etxeberria', 'イニャキ', 'エチェベリア'), 'es eu en', 'Networks', 'Cluster manager'],
  carmen: ['sol', eu('Carmen', 'Ruiz', 'カルメン', 'ルイス'), 'es en', null, 'Coordinator'],
  elodie: ['alpes', eu('Élodie', 'Martin', 'エロディ', 'マルタン'), 'fr en', 'Hydrogen mobility', 'Programme director'],
  marek: ['silesia', eu('Marek', 'Nowak', 'マレク', 'ノヴァク'), 'pl en', null, 'President of the board'],
  jan: ['brabant', eu('Jan', 'de Vries', 'ヤン', 'デ・フリース'), 'nl en de', 'Asia desk', 'Senior adviser'],
  sofia: ['westsweden', eu('Sofia', 'Lindqvist', 'ソフィア', 'リンドクヴィスト'), 'sv en', 'Ports', 'Process leader'],
  anneli: ['finland', eu('Anneli', 'Virtanen', 'アンネリ', 'ヴィルタネン'), 'fi en', null, 'Cluster manager'],
  ana: ['norte', eu('Ana', 'Sousa', 'アナ', 'ソウザ'), 'pt en', 'Innovation', 'Innovation manager'],
  eleni: ['aegean', ['Eleni', 'Papadaki', 'Ελένη', 'Παπαδάκη', 'エレニ', 'パパダキ'], 'el en', null, 'Energy planner'],
  aoife: ['shannon', eu('Aoife', 'Byrne', 'イーファ', 'バーン'), 'en', 'Partnerships', 'Partnership lead'],
  petr: ['moravia', eu('Petr', 'Dvořák', 'ペトル', 'ドヴォルジャーク'), 'cs en de', null, 'Network coordinator'],

  aiko: ['osaka', jp('Tanaka', 'Aiko', '田中', '愛子', 'タナカ', 'アイコ'), 'ja en', '国際連携部', '事務局長'],
  ryoN: ['osaka', jp('Nakajima', 'Ryo', '中島', '亮', 'ナカジマ', 'リョウ'), 'ja en', '技術部', '技術担当'],
  kenichi: ['fukushima', jp('Sato', 'Kenichi', '佐藤', '健一', 'サトウ', 'ケンイチ'), 'ja en', '水素事業部', '部長'],
  sakura: [
    'aichi',
    jp('Yamamoto', 'Sakura', '山本', 'さくら', 'ヤマモト', 'サクラ'),
    'ja en',
    '海外展開支援課',
    '課長',
  ],
  ryoM: ['aichi', jp('Matsumoto', 'Ryo', '松本', '涼', 'マツモト', 'リョウ'), 'ja en', '実証推進課', '主査'],
  hiroshi: [
    'kyushu',
    jp('Nakamura', 'Hiroshi', '中村', '浩', 'ナカムラ', 'ヒロシ'),
    'ja en',
    '事業推進部',
    'クラスターマネージャー',
  ],
  emi: ['yamanashi', jp('Watanabe', 'Emi', '渡辺', '恵美', 'ワタナベ', 'エミ'), 'ja de en', '共同研究室', '室長'],
  naoko: ['kanagawa', jp('Takahashi', 'Naoko', '高橋', '直子', 'タカハシ', 'ナオコ'), 'ja en', '国際課', '国際課長'],
  takumi: ['kanagawa', jp('Hayashi', 'Takumi', '林', '拓海', 'ハヤシ', 'タクミ'), 'ja', '特区推進課', '主任'],
  misaki: ['hokkaido', jp('Kobayashi', 'Misaki', '小林', '美咲', 'コバヤシ', 'ミサキ'), 'ja en', '販路開拓係', '係長'],
  sho: ['hokkaido', jp('Ito', 'Sho', '伊藤', '翔', 'イトウ', 'ショウ'), 'ja en', '企画係', '主事'],
  haruka: ['kobe', jp('Fujii', 'Haruka', '藤井', '遥', 'フジイ', 'ハルカ'), 'ja en', '港湾エネルギー課', '課長補佐'],
  daisuke: [
    'hyogo',
    jp('Suzuki', 'Daisuke', '鈴木', '大輔', 'スズキ', 'ダイスケ'),
    'ja en',
    '欧州担当',
    '国際コーディネーター',
  ],
  naoki: ['miyagi', jp('Kimura', 'Naoki', '木村', '直樹', 'キムラ', 'ナオキ'), 'ja en', '実証支援室', '室長'],
  takashi: [
    'gifu',
    jp('Shimizu', 'Takashi', '清水', '隆', 'シミズ', 'タカシ'),
    'ja en',
    '海外販路開拓室',
    '事務局次長',
  ],
  miyu: ['okinawa', jp('Higa', 'Miyu', '比嘉', '美優', 'ヒガ', 'ミユ'), 'ja en', '観光交流課', '主任'],
  kazuya: [
    'toyama',
    jp('Maeda', 'Kazuya', '前田', '和也', 'マエダ', 'カズヤ'),
    'ja en',
    '産学連携部',
    'コーディネーター',
  ],
  lotte: ['brabant', eu('Lotte', 'van Dijk', 'ロッテ', 'ファンダイク'), 'nl en', 'Hydrogen', 'Programme manager'],
  bram: ['brabant', eu('Bram', 'Jansen', 'ブラム', 'ヤンセン'), 'nl en', 'Hydrogen', 'Project officer'],
} as const satisfies Record<string, Row>;

export type PersonKey = keyof typeof rows;

export const people = Object.fromEntries(
  Object.entries(rows).map(
    ([key, [organisation, names, languages, department, jobTitle]]): [string, DemoIndividual] => {
      const [givenLatin, familyLatin, givenLocal, familyLocal, givenKana, familyKana] = names;
      const name = { givenLatin, familyLatin, givenLocal, familyLocal, givenKana, familyKana };
      const { zone, domain } = organisations[organisation];
      return [
        key,
        {
          name,
          address: addressOf(name, domain),
          organisation,
          lang: zone === 'Asia/Tokyo' ? 'ja' : 'en',
          zone,
          workingLanguages: languages.split(' '),
          department,
          jobTitle,
        },
      ];
    },
  ),
) as Record<PersonKey, DemoIndividual>;

export const personKeys = Object.keys(rows) as PersonKey[];
