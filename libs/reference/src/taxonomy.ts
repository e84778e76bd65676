/** The languages of the platform. */
export type Lang = 'en' | 'ja';

/** A word of a closed list in both languages. */
export interface Labelled {
  readonly code: string;
  readonly en: string;
  readonly ja: string;
}

/** The six cooperation dimensions of the helpdesk: the first level of everything. */
export const dimensions = [
  { code: 'industry', en: 'Industry', ja: '産業' },
  { code: 'trade', en: 'Trade', ja: '貿易' },
  { code: 'investment', en: 'Investment', ja: '投資' },
  { code: 'innovation', en: 'Innovation', ja: 'イノベーション' },
  { code: 'tourism', en: 'Tourism', ja: '観光' },
  { code: 'people-jobs', en: 'People and jobs', ja: '人材・雇用' },
] as const satisfies readonly Labelled[];

export type DimensionCode = (typeof dimensions)[number]['code'];

/** A second-level topic; the one whose code is its dimension's stands for the dimension as a whole. */
export interface Topic extends Labelled {
  readonly dimension: DimensionCode;
}

/** The second level. Codes are unique over all dimensions. */
export const topics = [
  { dimension: 'industry', code: 'industry', en: 'Industrial cooperation', ja: '産業協力' },
  { dimension: 'industry', code: 'clusters', en: 'Cluster-to-cluster cooperation', ja: 'クラスター間連携' },
  { dimension: 'industry', code: 'sme-startups', en: 'SMEs and start-ups', ja: '中小企業・スタートアップ' },
  { dimension: 'trade', code: 'trade', en: 'Trade', ja: '貿易' },
  { dimension: 'trade', code: 'market-entry', en: 'Market entry', ja: '市場参入' },
  { dimension: 'trade', code: 'epa', en: 'Use of the Economic Partnership Agreement', ja: '日EU経済連携協定の活用' },
  { dimension: 'investment', code: 'investment', en: 'Investment', ja: '投資' },
  { dimension: 'investment', code: 'inward', en: 'Inward investment', ja: '対内投資' },
  { dimension: 'investment', code: 'zones', en: 'Special economic zones', ja: '経済特区' },
  { dimension: 'innovation', code: 'innovation', en: 'Innovation', ja: 'イノベーション' },
  { dimension: 'innovation', code: 'research', en: 'Joint research and development', ja: '共同研究開発' },
  {
    dimension: 'innovation',
    code: 'smart-specialisation',
    en: 'Smart specialisation',
    ja: 'スマート・スペシャリゼーション',
  },
  { dimension: 'innovation', code: 'green-digital', en: 'Green and digital transition', ja: 'グリーン・デジタル移行' },
  { dimension: 'tourism', code: 'tourism', en: 'Tourism', ja: '観光' },
  { dimension: 'tourism', code: 'seniors', en: 'Tourism for seniors', ja: 'シニア向け観光' },
  { dimension: 'tourism', code: 'sustainable', en: 'Sustainable tourism', ja: '持続可能な観光' },
  { dimension: 'people-jobs', code: 'people-jobs', en: 'People and jobs', ja: '人材・雇用' },
  { dimension: 'people-jobs', code: 'mobility', en: 'Exchange of staff and managers', ja: '人材・担当者の交流' },
  { dimension: 'people-jobs', code: 'skills', en: 'Skills and education', ja: '技能・教育' },
] as const satisfies readonly Topic[];

export type TopicCode = (typeof topics)[number]['code'];

/** The policy frameworks that a cooperation may serve. */
export const frameworks = [
  { code: 'epa', en: 'Economic Partnership Agreement', ja: '日EU経済連携協定（EPA）' },
  { code: 'connectivity', en: 'Connectivity Partnership', ja: '連結性パートナーシップ' },
  { code: 'green-alliance', en: 'Green Alliance', ja: 'グリーン・アライアンス' },
  { code: 'digital-partnership', en: 'Digital Partnership', ja: 'デジタル・パートナーシップ' },
] as const satisfies readonly Labelled[];

/** The 14 industrial ecosystems of the European Commission's industrial strategy. */
export const sectors = [
  { code: 'aerospace-defence', en: 'Aerospace and defence', ja: '航空宇宙・防衛' },
  { code: 'agri-food', en: 'Agri-food', ja: '農業・食品' },
  { code: 'construction', en: 'Construction', ja: '建設' },
  { code: 'creative', en: 'Cultural and creative industries', ja: '文化・クリエイティブ産業' },
  { code: 'digital', en: 'Digital', ja: 'デジタル' },
  { code: 'electronics', en: 'Electronics', ja: 'エレクトロニクス' },
  { code: 'energy-intensive', en: 'Energy-intensive industries', ja: 'エネルギー多消費産業' },
  { code: 'renewables', en: 'Renewable energy', ja: '再生可能エネルギー' },
  { code: 'health', en: 'Health', ja: 'ヘルスケア・医療' },
  { code: 'mobility', en: 'Mobility, transport and automotive', ja: 'モビリティ・輸送・自動車' },
  { code: 'social-economy', en: 'Proximity, social economy and civil security', ja: '地域・社会的経済・市民安全' },
  { code: 'retail', en: 'Retail', ja: '小売' },
  { code: 'textiles', en: 'Textiles', ja: '繊維' },
  { code: 'tourism', en: 'Tourism', ja: '観光' },
] as const satisfies readonly Labelled[];

export type SectorCode = (typeof sectors)[number]['code'];

/** The word for a code of one of the lists; the code itself where the list does not have it. */
export function labelOf(list: readonly Labelled[], code: string, lang: Lang): string {
  return list.find((one) => one.code === code)?.[lang] ?? code;
}

/** The topics of a dimension, its general one first. */
export function topicsOf(dimension: string): readonly Topic[] {
  return topics.filter((topic) => topic.dimension === dimension);
}

/** The dimension that a topic belongs to, or null. */
export function dimensionOf(topic: string): DimensionCode | null {
  return topics.find(({ code }) => code === topic)?.dimension ?? null;
}

/** Whether the topic exists and belongs to the dimension. */
export function isTopicOf(topic: string, dimension: string): boolean {
  return dimensionOf(topic) === dimension;
}
