import type { OrganisationKind } from '@musubi/contracts';

/** English, Japanese, reading: words that make a name nobody bears. */
type Byname = readonly [en: string, ja: string, kana: string];

export const japaneseBynames: readonly Byname[] = [
  ['Wakaba', '若葉', 'ワカバ'],
  ['Mirai', '未来', 'ミライ'],
  ['Akatsuki', '暁', 'アカツキ'],
  ['Aozora', '青空', 'アオゾラ'],
  ['Kakehashi', '架橋', 'カケハシ'],
  ['Hinode', '日の出', 'ヒノデ'],
  ['Shiokaze', '潮風', 'シオカゼ'],
  ['Midori', '緑', 'ミドリ'],
  ['Hoshizora', '星空', 'ホシゾラ'],
  ['Asanagi', '朝凪', 'アサナギ'],
];

/** The reading is the katakana itself. */
export const europeanBynames: readonly Byname[] = [
  ['Lighthouse', 'ライトハウス', 'ライトハウス'],
  ['Two Rivers', 'ツーリバーズ', 'ツーリバーズ'],
  ['Northgate', 'ノースゲート', 'ノースゲート'],
  ['Evergreen', 'エバーグリーン', 'エバーグリーン'],
  ['Open Shore', 'オープンショア', 'オープンショア'],
  ['Old Mill', 'オールドミル', 'オールドミル'],
  ['Silver Birch', 'シルバーバーチ', 'シルバーバーチ'],
  ['Crossroads', 'クロスロード', 'クロスロード'],
  ['Red Brick', 'レッドブリック', 'レッドブリック'],
  ['Blue Valley', 'ブルーバレー', 'ブルーバレー'],
];

/** English, Japanese and its reading, katakana as in a foreign name, sector code of the reference data. */
export const themes: readonly (readonly [en: string, ja: string, kana: string, katakana: string, sector: string])[] = [
  ['Hydrogen', '水素', 'スイソ', 'ハイドロジェン', 'renewables'],
  ['Offshore Wind', '洋上風力', 'ヨウジョウフウリョク', 'オフショアウィンド', 'renewables'],
  ['Robotics', 'ロボット', 'ロボット', 'ロボティクス', 'electronics'],
  ['Battery', '蓄電池', 'チクデンチ', 'バッテリー', 'electronics'],
  ['Mobility', 'モビリティ', 'モビリティ', 'モビリティ', 'mobility'],
  ['Aerospace', '航空宇宙', 'コウクウウチュウ', 'エアロスペース', 'aerospace-defence'],
  ['Life Sciences', '生命科学', 'セイメイカガク', 'ライフサイエンス', 'health'],
  ['Medical Technology', '医療機器', 'イリョウキキ', 'メドテック', 'health'],
  ['Food', '食品', 'ショクヒン', 'フード', 'agri-food'],
  ['Timber', '木材', 'モクザイ', 'ティンバー', 'construction'],
  ['Textile', '繊維', 'センイ', 'テキスタイル', 'textiles'],
  ['Circular Materials', '循環素材', 'ジュンカンソザイ', 'サーキュラーマテリアル', 'energy-intensive'],
  ['Digital', 'デジタル', 'デジタル', 'デジタル', 'digital'],
  ['Slow Tourism', '滞在型観光', 'タイザイガタカンコウ', 'スローツーリズム', 'tourism'],
  ['Craft', '工芸', 'コウゲイ', 'クラフト', 'creative'],
];

/** As the themes, with the kind that the organisation is. */
export const forms: readonly (readonly [
  en: string,
  ja: string,
  kana: string,
  katakana: string,
  kind: OrganisationKind,
])[] = [
  ['Cluster', 'クラスター', 'クラスター', 'クラスター', 'cluster'],
  ['Council', '協議会', 'キョウギカイ', 'カウンシル', 'cluster'],
  ['Network', 'ネットワーク', 'ネットワーク', 'ネットワーク', 'network'],
  ['Forum', 'フォーラム', 'フォーラム', 'フォーラム', 'network'],
  ['Agency', '推進機構', 'スイシンキコウ', 'エージェンシー', 'agency'],
  ['Research Centre', '研究センター', 'ケンキュウセンター', 'リサーチセンター', 'research'],
];
