import type { Lang } from '@musubi/contracts';
import type { Sheet } from '../../../platform/index.js';
import { type ColumnCode, columnCodes, columnWords } from './import-columns.words.js';

/** An invented organisation, so that nobody wonders how a cell is written. */
const example: Record<Lang, Record<ColumnCode, string>> = {
  en: {
    name: 'Example Valley Cluster',
    name_local: '',
    name_kana: 'エグザンプルバレークラスター',
    kind: 'Cluster',
    region: 'DE1',
    website: 'https://cluster.example',
    size: '10-49',
    sectors: 'renewables | digital',
    languages: 'English | German',
    seeks: 'New contacts',
    original: 'English',
    summary_en: 'Forty firms that build storage for wind and sun, looking for partners in Kansai.',
    summary_ja: '風力・太陽光の蓄電に取り組む40社のクラスターです。関西の連携先を探しています。',
    description_en:
      'Say in a few sentences who you are, what your members do, and what you have done with partners abroad so far.',
    description_ja: '',
    aims_en: '',
    aims_ja: '',
    looking_for_en: 'A cluster that tests small storage in real networks.',
    looking_for_ja: '',
  },
  ja: {
    name: 'Rei Industry Council',
    name_local: '例示産業協議会',
    name_kana: 'レイジサンギョウキョウギカイ',
    kind: 'クラスター',
    region: '大阪府',
    website: 'https://council.example',
    size: '10-49',
    sectors: '再生可能エネルギー、デジタル',
    languages: '日本語、英語',
    seeks: '新しい連携先',
    original: '日本語',
    summary_en: 'Fourteen small firms in Osaka that look for places to test their parts in Europe.',
    summary_ja: '大阪の中小企業14社の協議会です。欧州での部品の試験先を探しています。',
    description_en: '',
    description_ja: '貴機関の概要、会員の事業内容、これまでの海外連携の実績を数文でご記入ください。',
    aims_en: '',
    aims_ja: '',
    looking_for_en: '',
    looking_for_ja: '試験設備を貸し出せるクラスターを探しています。',
  },
};

/** Headings and one row to write over. */
export function templateSheet(lang: Lang): Sheet {
  return {
    name: columnWords[lang].name,
    columns: columnCodes.map((code) => ({ heading: columnWords[lang][code], width: 24 })),
    rows: [columnCodes.map((code) => example[lang][code])],
  };
}
