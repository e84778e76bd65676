import type { Novelty, OrganisationKind } from '@musubi/contracts';
import type { Labelled } from '@musubi/reference';

export const columnCodes = [
  'name',
  'name_local',
  'name_kana',
  'kind',
  'region',
  'website',
  'size',
  'sectors',
  'languages',
  'seeks',
  'original',
  'summary_en',
  'summary_ja',
  'description_en',
  'description_ja',
  'aims_en',
  'aims_ja',
  'looking_for_en',
  'looking_for_ja',
] as const;
export type ColumnCode = (typeof columnCodes)[number];

export const columnWords: Record<'en' | 'ja', Record<ColumnCode, string>> = {
  en: {
    name: 'Name (Latin letters)',
    name_local: 'Name (own script)',
    name_kana: 'Name (kana)',
    kind: 'Kind',
    region: 'Region',
    website: 'Website',
    size: 'People',
    sectors: 'Sectors',
    languages: 'Working languages',
    seeks: 'Seeks',
    original: 'Original language',
    summary_en: 'Summary (EN)',
    summary_ja: 'Summary (JA)',
    description_en: 'Description (EN)',
    description_ja: 'Description (JA)',
    aims_en: 'Aims (EN)',
    aims_ja: 'Aims (JA)',
    looking_for_en: 'Looking for (EN)',
    looking_for_ja: 'Looking for (JA)',
  },
  ja: {
    name: '名称（ローマ字）',
    name_local: '名称',
    name_kana: '名称（カナ）',
    kind: '種別',
    region: '地域',
    website: 'ウェブサイト',
    size: '人数',
    sectors: '分野',
    languages: '対応言語',
    seeks: '希望する連携',
    original: '原文の言語',
    summary_en: '概要（英語）',
    summary_ja: '概要（日本語）',
    description_en: '紹介文（英語）',
    description_ja: '紹介文（日本語）',
    aims_en: '目的（英語）',
    aims_ja: '目的（日本語）',
    looking_for_en: '求める相手（英語）',
    looking_for_ja: '求める相手（日本語）',
  },
};

export const kindWords = [
  { code: 'region', en: 'Region', ja: '地域' },
  { code: 'prefecture', en: 'Prefecture', ja: '都道府県' },
  { code: 'municipality', en: 'Municipality', ja: '市区町村' },
  { code: 'cluster', en: 'Cluster', ja: 'クラスター' },
  { code: 'network', en: 'Network', ja: 'ネットワーク' },
  { code: 'special-zone', en: 'Special economic zone', ja: '特区' },
  { code: 'agency', en: 'Agency', ja: '支援機関' },
  { code: 'company', en: 'Company', ja: '企業' },
  { code: 'research', en: 'Research', ja: '研究機関' },
  { code: 'other', en: 'Other', ja: 'その他' },
] as const satisfies readonly (Labelled & { code: OrganisationKind })[];

export const seekWords = [
  { code: 'new', en: 'New contacts', ja: '新しい連携先' },
  { code: 'expands', en: 'More from an existing agreement', ja: '既存の協定の拡充' },
] as const satisfies readonly (Labelled & { code: Novelty })[];
