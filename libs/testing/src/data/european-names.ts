/** Latin, katakana as a Japanese partner would write it, and the own script where it is another. */
export type EuropeanName = readonly [latin: string, kana: string, local?: string];

export interface NamesOfCountry {
  /** ISO 639-1 codes of the languages people there work in, the usual first. */
  readonly languages: readonly string[];
  readonly givens: readonly EuropeanName[];
  readonly families: readonly EuropeanName[];
}

const german: Omit<NamesOfCountry, 'languages'> = {
  givens: [
    ['Clara', 'クララ'],
    ['Jonas', 'ヨナス'],
    ['Katharina', 'カタリーナ'],
    ['Lukas', 'ルーカス'],
    ['Martina', 'マルティナ'],
    ['Stefan', 'シュテファン'],
    ['Thomas', 'トーマス'],
    ['Ulrike', 'ウルリケ'],
  ],
  families: [
    ['Weiss', 'ヴァイス'],
    ['Keller', 'ケラー'],
    ['Vogel', 'フォーゲル'],
    ['Berger', 'ベルガー'],
    ['Hartmann', 'ハルトマン'],
    ['Lindner', 'リントナー'],
    ['Brandt', 'ブラント'],
    ['Seidel', 'ザイデル'],
  ],
};

const french: Omit<NamesOfCountry, 'languages'> = {
  givens: [
    ['Camille', 'カミーユ'],
    ['Claire', 'クレール'],
    ['Étienne', 'エティエンヌ'],
    ['Hélène', 'エレーヌ'],
    ['Julien', 'ジュリアン'],
    ['Luc', 'リュック'],
    ['Mathilde', 'マチルド'],
    ['Olivier', 'オリヴィエ'],
  ],
  families: [
    ['Moreau', 'モロー'],
    ['Fontaine', 'フォンテーヌ'],
    ['Lefèvre', 'ルフェーヴル'],
    ['Girard', 'ジラール'],
    ['Chevalier', 'シュヴァリエ'],
    ['Perrin', 'ペラン'],
    ['Roussel', 'ルーセル'],
    ['Marchand', 'マルシャン'],
  ],
};

const dutch: Omit<NamesOfCountry, 'languages'> = {
  givens: [
    ['Anouk', 'アヌーク'],
    ['Bram', 'ブラム'],
    ['Femke', 'フェムケ'],
    ['Jan', 'ヤン'],
    ['Lotte', 'ロッテ'],
    ['Pieter', 'ピーテル'],
    ['Sanne', 'サンネ'],
    ['Wouter', 'ワウテル'],
  ],
  families: [
    ['de Vries', 'デ・フリース'],
    ['Bakker', 'バッカー'],
    ['van Dijk', 'ファン・ダイク'],
    ['Visser', 'フィッセル'],
    ['Smit', 'スミット'],
    ['Mulder', 'ムルデル'],
    ['Willems', 'ウィレムス'],
    ['Claes', 'クラース'],
  ],
};

const greek: Omit<NamesOfCountry, 'languages'> = {
  givens: [
    ['Dimitris', 'ディミトリス', 'Δημήτρης'],
    ['Giorgos', 'ヨルゴス', 'Γιώργος'],
    ['Kostas', 'コスタス', 'Κώστας'],
    ['Nikos', 'ニコス', 'Νίκος'],
  ],
  families: [
    ['Papadakis', 'パパダキス', 'Παπαδάκης'],
    ['Vlachos', 'ヴラホス', 'Βλάχος'],
    ['Samaras', 'サマラス', 'Σαμαράς'],
    ['Lambros', 'ランブロス', 'Λάμπρος'],
  ],
};

/**
 * By ISO 3166-1 country of the EU-27. Common names; any pair of them is nobody in particular. Where family names follow gender, the
 * given names of a country are all of one.
 */
export const europeanNames: Readonly<Record<string, NamesOfCountry>> = {
  AT: { languages: ['de', 'en'], ...german },
  BE: {
    languages: ['fr', 'nl', 'en'],
    givens: [...french.givens.slice(0, 4), ...dutch.givens.slice(0, 4)],
    families: [...french.families.slice(4), ...dutch.families.slice(4)],
  },
  BG: {
    languages: ['bg', 'en'],
    givens: [
      ['Elena', 'エレナ', 'Елена'],
      ['Maria', 'マリア', 'Мария'],
      ['Desislava', 'デシスラヴァ', 'Десислава'],
      ['Iva', 'イヴァ', 'Ива'],
    ],
    families: [
      ['Dimitrova', 'ディミトロヴァ', 'Димитрова'],
      ['Petrova', 'ペトロヴァ', 'Петрова'],
      ['Koleva', 'コレヴァ', 'Колева'],
      ['Marinova', 'マリノヴァ', 'Маринова'],
    ],
  },
  CY: { languages: ['el', 'en'], ...greek },
  CZ: {
    languages: ['cs', 'en'],
    givens: [
      ['Jana', 'ヤナ'],
      ['Marek', 'マレク'],
      ['Petra', 'ペトラ'],
      ['Tomáš', 'トマーシュ'],
    ],
    families: [
      ['Krejčí', 'クレイチー'],
      ['Martinů', 'マルティヌー'],
      ['Janů', 'ヤヌー'],
      ['Petrů', 'ペトルー'],
    ],
  },
  DE: { languages: ['de', 'en'], ...german },
  DK: {
    languages: ['da', 'en'],
    givens: [
      ['Freja', 'フレイヤ'],
      ['Lars', 'ラース'],
      ['Mette', 'メッテ'],
      ['Søren', 'セーレン'],
    ],
    families: [
      ['Jensen', 'イェンセン'],
      ['Holm', 'ホルム'],
      ['Lund', 'ルンド'],
      ['Dahl', 'ダール'],
    ],
  },
  EE: {
    languages: ['et', 'en'],
    givens: [
      ['Kadri', 'カドリ'],
      ['Liis', 'リース'],
      ['Rasmus', 'ラスムス'],
      ['Tanel', 'タネル'],
    ],
    families: [
      ['Tamm', 'タム'],
      ['Saar', 'サール'],
      ['Kask', 'カスク'],
      ['Mägi', 'マギ'],
    ],
  },
  ES: {
    languages: ['es', 'en'],
    givens: [
      ['Ana', 'アナ'],
      ['Carlos', 'カルロス'],
      ['Iñaki', 'イニャキ'],
      ['Lucía', 'ルシア'],
      ['Marta', 'マルタ'],
      ['Pablo', 'パブロ'],
      ['Sofía', 'ソフィア'],
      ['Xabier', 'シャビエル'],
    ],
    families: [
      ['Etxeberria', 'エチェベリア'],
      ['García', 'ガルシア'],
      ['Ibarra', 'イバラ'],
      ['Moreno', 'モレノ'],
      ['Navarro', 'ナバロ'],
      ['Ortega', 'オルテガ'],
      ['Serrano', 'セラーノ'],
      ['Vidal', 'ビダル'],
    ],
  },
  FI: {
    languages: ['fi', 'sv', 'en'],
    givens: [
      ['Anneli', 'アンネリ'],
      ['Eero', 'エーロ'],
      ['Hanna', 'ハンナ'],
      ['Mikko', 'ミッコ'],
    ],
    families: [
      ['Virtanen', 'ヴィルタネン'],
      ['Laine', 'ライネ'],
      ['Koskinen', 'コスキネン'],
      ['Salmi', 'サルミ'],
    ],
  },
  FR: { languages: ['fr', 'en'], ...french },
  GR: { languages: ['el', 'en'], ...greek },
  HR: {
    languages: ['hr', 'en'],
    givens: [
      ['Ivana', 'イヴァナ'],
      ['Luka', 'ルカ'],
      ['Marko', 'マルコ'],
      ['Petra', 'ペトラ'],
    ],
    families: [
      ['Horvat', 'ホルヴァト'],
      ['Kovač', 'コヴァチ'],
      ['Babić', 'バビッチ'],
      ['Jurić', 'ユリッチ'],
    ],
  },
  HU: {
    languages: ['hu', 'en'],
    givens: [
      ['Ágnes', 'アーグネシュ'],
      ['Gábor', 'ガーボル'],
      ['Katalin', 'カタリン'],
      ['László', 'ラースロー'],
    ],
    families: [
      ['Kovács', 'コヴァーチ'],
      ['Szabó', 'サボー'],
      ['Németh', 'ネーメト'],
      ['Farkas', 'ファルカシュ'],
    ],
  },
  IE: {
    languages: ['en', 'ga'],
    givens: [
      ['Aoife', 'イーファ'],
      ['Ciarán', 'キアラン'],
      ['Niamh', 'ニーヴ'],
      ['Patrick', 'パトリック'],
    ],
    families: [
      ['Byrne', 'バーン'],
      ['Kelly', 'ケリー'],
      ['Nolan', 'ノーラン'],
      ['Walsh', 'ウォルシュ'],
    ],
  },
  IT: {
    languages: ['it', 'en'],
    givens: [
      ['Alessandro', 'アレッサンドロ'],
      ['Chiara', 'キアラ'],
      ['Elena', 'エレナ'],
      ['Giulia', 'ジュリア'],
      ['Luca', 'ルカ'],
      ['Marco', 'マルコ'],
      ['Paola', 'パオラ'],
      ['Stefano', 'ステファノ'],
    ],
    families: [
      ['Ferrari', 'フェラーリ'],
      ['Bianchi', 'ビアンキ'],
      ['Colombo', 'コロンボ'],
      ['Conti', 'コンティ'],
      ['Galli', 'ガッリ'],
      ['Marino', 'マリーノ'],
      ['Rinaldi', 'リナルディ'],
      ['Villa', 'ヴィッラ'],
    ],
  },
  LT: {
    languages: ['lt', 'en'],
    givens: [
      ['Jonas', 'ヨナス'],
      ['Tomas', 'トマス'],
      ['Mindaugas', 'ミンダウガス'],
      ['Darius', 'ダリウス'],
    ],
    families: [
      ['Petrauskas', 'ペトラウスカス'],
      ['Žukas', 'ジュカス'],
      ['Balčiūnas', 'バルチューナス'],
      ['Butkus', 'ブトクス'],
    ],
  },
  LU: { languages: ['fr', 'de', 'en'], givens: french.givens, families: german.families },
  LV: {
    languages: ['lv', 'en'],
    givens: [
      ['Ilze', 'イルゼ'],
      ['Kristīne', 'クリスティーネ'],
      ['Līga', 'リーガ'],
      ['Anna', 'アンナ'],
    ],
    families: [
      ['Bērziņa', 'ベールジニャ'],
      ['Kalniņa', 'カルニニャ'],
      ['Ozola', 'オゾラ'],
      ['Liepa', 'リエパ'],
    ],
  },
  MT: {
    languages: ['en', 'mt'],
    givens: [
      ['Karl', 'カール'],
      ['Maria', 'マリア'],
      ['Mark', 'マーク'],
      ['Rita', 'リタ'],
    ],
    families: [
      ['Borg', 'ボルグ'],
      ['Camilleri', 'カミレリ'],
      ['Vella', 'ヴェッラ'],
      ['Zammit', 'ザミット'],
    ],
  },
  NL: { languages: ['nl', 'en'], ...dutch },
  PL: {
    languages: ['pl', 'en'],
    givens: [
      ['Agnieszka', 'アグニェシュカ'],
      ['Ewa', 'エヴァ'],
      ['Marek', 'マレク'],
      ['Piotr', 'ピョートル'],
      ['Tomasz', 'トマシュ'],
      ['Zofia', 'ゾフィア'],
    ],
    families: [
      ['Nowak', 'ノヴァク'],
      ['Wójcik', 'ヴイチク'],
      ['Mazur', 'マズル'],
      ['Krawczyk', 'クラフチク'],
      ['Zając', 'ザヨンツ'],
      ['Wilk', 'ヴィルク'],
    ],
  },
  PT: {
    languages: ['pt', 'en'],
    givens: [
      ['Ana', 'アナ'],
      ['Inês', 'イネス'],
      ['João', 'ジョアン'],
      ['Miguel', 'ミゲル'],
    ],
    families: [
      ['Sousa', 'ソウザ'],
      ['Ferreira', 'フェレイラ'],
      ['Carvalho', 'カルヴァーリョ'],
      ['Teixeira', 'テイシェイラ'],
    ],
  },
  RO: {
    languages: ['ro', 'en'],
    givens: [
      ['Andrei', 'アンドレイ'],
      ['Ioana', 'イオアナ'],
      ['Mihai', 'ミハイ'],
      ['Raluca', 'ラルカ'],
    ],
    families: [
      ['Popa', 'ポパ'],
      ['Ionescu', 'イオネスク'],
      ['Munteanu', 'ムンテアヌ'],
      ['Stan', 'スタン'],
    ],
  },
  SE: {
    languages: ['sv', 'en'],
    givens: [
      ['Erik', 'エリク'],
      ['Ingrid', 'イングリッド'],
      ['Nils', 'ニルス'],
      ['Sofia', 'ソフィア'],
    ],
    families: [
      ['Lindqvist', 'リンドクヴィスト'],
      ['Berg', 'ベリ'],
      ['Nyström', 'ニューストレム'],
      ['Sandberg', 'サンドベリ'],
    ],
  },
  SI: {
    languages: ['sl', 'en'],
    givens: [
      ['Maja', 'マヤ'],
      ['Matej', 'マテイ'],
      ['Nina', 'ニナ'],
      ['Rok', 'ロク'],
    ],
    families: [
      ['Novak', 'ノヴァク'],
      ['Zupan', 'ズパン'],
      ['Kralj', 'クラリ'],
      ['Hribar', 'フリバル'],
    ],
  },
  SK: {
    languages: ['sk', 'en'],
    givens: [
      ['Eva', 'エヴァ'],
      ['Zuzana', 'ズザナ'],
      ['Jana', 'ヤナ'],
      ['Katarína', 'カタリーナ'],
    ],
    families: [
      ['Horváthová', 'ホルヴァートヴァー'],
      ['Vargová', 'ヴァルゴヴァー'],
      ['Hudáková', 'フダーコヴァー'],
      ['Balážová', 'バラージョヴァー'],
    ],
  },
};
