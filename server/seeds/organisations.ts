import type { OrganisationInput } from '@musubi/contracts';
import { zoneOfRegion } from '@musubi/reference';

/** An invented organisation of the demo, in a region that is real. */
export interface DemoOrganisation extends OrganisationInput {
  /** Second-level name of its people's addresses; nothing under `.example` ever receives mail. */
  domain: string;
}

type Kind = OrganisationInput['kind'];
type Row = readonly [
  domain: string,
  regionCode: string,
  kind: Kind,
  latin: string,
  local: string | null,
  kana: string | null,
];

/** European ones carry the katakana that Japanese partners write. */
const rows = {
  shores: ['two-shores', 'BE10', 'network', 'Two Shores Foundation', '両岸財団', 'リョウガンザイダン'],
  shoresTokyo: [
    'two-shores-tokyo',
    'JP-13',
    'network',
    'Two Shores Foundation Tokyo Office',
    '両岸財団 東京事務所',
    'リョウガンザイダントウキョウジムショ',
  ],

  neckar: ['neckar-h2', 'DE1', 'cluster', 'Neckar Hydrogen Cluster', null, 'ネッカースイソクラスター'],
  baden: [
    'baden-partners',
    'DE1',
    'agency',
    'Upper Rhine Partnership Office',
    null,
    'オーバーライン・パートナーシップ・オフィス',
  ],
  ruhr: ['ruhr-heat', 'DEA', 'network', 'Ruhr Green Heat Alliance', null, 'ルール・グリーンヒート・アライアンス'],
  kiel: [
    'fjord-wind',
    'DEF',
    'cluster',
    'Fjord Wind and Ports Cluster',
    null,
    'フィヨルド・ウィンド・ポーツ・クラスター',
  ],
  lombardy: [
    'lombardy-life',
    'ITC4',
    'network',
    'Lombardy Life Sciences Network',
    null,
    'ロンバルディア・ライフサイエンス・ネットワーク',
  ],
  basque: ['basque-grid', 'ES21', 'cluster', 'Basque Smart Grid Cluster', null, 'バスク・スマートグリッド・クラスター'],
  sol: ['slow-south', 'ES61', 'network', 'Slow South Tourism Network', null, 'スローサウス・ツーリズム・ネットワーク'],
  alpes: ['alpes-mobility', 'FRK', 'cluster', 'Alpes Mobility Valley', null, 'アルプ・モビリティ・バレー'],
  silesia: [
    'clean-air-silesia',
    'PL22',
    'cluster',
    'Silesia Clean Air Cluster',
    null,
    'シロンスク・クリーンエア・クラスター',
  ],
  brabant: [
    'brabant-cooperation',
    'NL41',
    'agency',
    'Brabant Regional Cooperation Office',
    null,
    'ブラバント・リージョナルコーポレーション・オフィス',
  ],
  westsweden: [
    'vast-maritime',
    'SE23',
    'cluster',
    'West Sweden Maritime Cluster',
    null,
    'ウエストスウェーデン・マリタイム・クラスター',
  ],
  finland: [
    'circular-west',
    'FI19',
    'cluster',
    'Western Finland Circular Economy Cluster',
    null,
    'ウエスタンフィンランド・サーキュラーエコノミー・クラスター',
  ],
  norte: [
    'norte-textiles',
    'PT11',
    'network',
    'Norte Smart Textiles Network',
    null,
    'ノルテ・スマートテキスタイル・ネットワーク',
  ],
  aegean: [
    'aegean-energy',
    'EL42',
    'agency',
    'Aegean Islands Energy Agency',
    'Ενεργειακό Γραφείο Νήσων Αιγαίου',
    'エーゲ・アイランズ・エナジー・エージェンシー',
  ],
  shannon: [
    'shannon-health',
    'IE05',
    'cluster',
    'Shannon Digital Health Cluster',
    null,
    'シャノン・デジタルヘルス・クラスター',
  ],
  moravia: [
    'moravia-makers',
    'CZ06',
    'network',
    'Moravian Makers Network',
    null,
    'モラビアン・メーカーズ・ネットワーク',
  ],

  osaka: [
    'osaka-bay',
    'JP-27',
    'cluster',
    'Osaka Bay Green Industry Council',
    '大阪湾岸グリーン産業協議会',
    'オオサカワンガングリーンサンギョウキョウギカイ',
  ],
  fukushima: [
    'fukushima-h2',
    'JP-07',
    'cluster',
    'Fukushima Hydrogen Forum',
    '福島水素フォーラム',
    'フクシマスイソフォーラム',
  ],
  aichi: [
    'aichi-mobility',
    'JP-23',
    'network',
    'Aichi Mobility Suppliers',
    '愛知モビリティ・サプライヤーズ',
    'アイチモビリティサプライヤーズ',
  ],
  kyushu: [
    'kyushu-circular',
    'JP-40',
    'cluster',
    'Kyushu Circular Materials',
    '九州サーキュラーマテリアルズ',
    'キュウシュウサーキュラーマテリアルズ',
  ],
  yamanashi: [
    'yamanashi-ptg',
    'JP-19',
    'special-zone',
    'Yamanashi Power-to-Gas Park',
    '山梨パワー・ツー・ガスパーク',
    'ヤマナシパワーツーガスパーク',
  ],
  kanagawa: [
    'kanagawa-robot',
    'JP-14',
    'special-zone',
    'Kanagawa Robotics Special Zone',
    '神奈川ロボティクス特区',
    'カナガワロボティクストック',
  ],
  hokkaido: [
    'hokkaido-food',
    'JP-01',
    'agency',
    'Hokkaido Food Valley Office',
    '北海道フードバレー推進室',
    'ホッカイドウフードバレースイシンシツ',
  ],
  kobe: [
    'kobe-ammonia',
    'JP-28',
    'agency',
    'Kobe Ammonia Port Office',
    '神戸アンモニア港推進室',
    'コウベアンモニアコウスイシンシツ',
  ],
  hyogo: ['hyogo-trade', 'JP-28', 'agency', 'Hyogo Trade Bureau', '兵庫貿易推進局', 'ヒョウゴボウエキスイシンキョク'],
  miyagi: [
    'miyagi-robotics',
    'JP-04',
    'cluster',
    'Miyagi Robotics Hub',
    '宮城ロボティクスハブ',
    'ミヤギロボティクスハブ',
  ],
  gifu: [
    'gifu-precision',
    'JP-21',
    'network',
    'Gifu Precision Crafts Network',
    '岐阜精密ものづくりネットワーク',
    'ギフセイミツモノヅクリネットワーク',
  ],
  okinawa: [
    'okinawa-slow',
    'JP-47',
    'network',
    'Okinawa Slow Travel Council',
    '沖縄スローツーリズム協議会',
    'オキナワスローツーリズムキョウギカイ',
  ],
  toyama: [
    'toyama-medical',
    'JP-16',
    'cluster',
    'Toyama Medical Materials Cluster',
    '富山医療素材クラスター',
    'トヤマイリョウソザイクラスター',
  ],
} as const satisfies Record<string, Row>;

export type OrganisationName = keyof typeof rows;

export const organisationNames = Object.keys(rows) as OrganisationName[];

export const organisations = Object.fromEntries(
  Object.entries(rows).map(
    ([name, [domain, regionCode, kind, nameLatin, nameLocal, nameKana]]): [string, DemoOrganisation] => [
      name,
      {
        domain: `${domain}.example`,
        regionCode,
        kind,
        nameLatin,
        nameLocal,
        nameKana,
        zone: zoneOfRegion(regionCode)!,
        website: `https://www.${domain}.example`,
      },
    ],
  ),
) as Record<OrganisationName, DemoOrganisation>;
