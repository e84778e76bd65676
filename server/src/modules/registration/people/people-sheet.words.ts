import type { DirectoryChoice, Lang, OrganisationKind, RegistrationState, Side } from '@musubi/contracts';

interface SheetWords {
  title: string;
  comma: string;
  familyLatin: string;
  givenLatin: string;
  familyLocal: string;
  givenLocal: string;
  familyKana: string;
  givenKana: string;
  organisationLatin: string;
  organisationLocal: string;
  department: string;
  jobTitle: string;
  kind: string;
  side: string;
  region: string;
  address: string;
  languages: string;
  access: string;
  directory: string;
  state: string;
  registeredAt: (zone: string) => string;
  kinds: Record<OrganisationKind, string>;
  sides: Record<Side, string>;
  directories: Record<DirectoryChoice, string>;
  states: Record<RegistrationState, string>;
}

const english: SheetWords = {
  title: 'People',
  comma: ', ',
  familyLatin: 'Family name',
  givenLatin: 'Given name',
  familyLocal: 'Family name, local script',
  givenLocal: 'Given name, local script',
  familyKana: 'Family name, kana',
  givenKana: 'Given name, kana',
  organisationLatin: 'Organisation',
  organisationLocal: 'Organisation, local script',
  department: 'Department',
  jobTitle: 'Title',
  kind: 'Kind of organisation',
  side: 'Side',
  region: 'Region',
  address: 'E-mail',
  languages: 'Working languages',
  access: 'Access needs',
  directory: 'Directory',
  state: 'State',
  registeredAt: (zone) => `Registered (${zone})`,
  kinds: {
    region: 'Region',
    prefecture: 'Prefecture',
    municipality: 'Municipality',
    cluster: 'Cluster',
    network: 'Network',
    'special-zone': 'Special economic zone',
    agency: 'Agency',
    company: 'Company',
    research: 'Research institute or university',
    other: 'Other',
  },
  sides: { eu: 'EU', jp: 'Japan', third: 'Third country' },
  directories: { nobody: 'Not listed', participants: 'Participants', public: 'The public' },
  states: {
    draft: 'Begun',
    pending: 'Waits for you',
    complete: 'Registered',
    waitlisted: 'Waiting list',
    offered: 'Place offered',
    offer_expired: 'Offer lapsed',
    rejected: 'Not admitted',
    withdrawn: 'Withdrawn',
  },
};

const japanese: SheetWords = {
  title: '参加者',
  comma: '、',
  familyLatin: '姓（ローマ字）',
  givenLatin: '名（ローマ字）',
  familyLocal: '姓',
  givenLocal: '名',
  familyKana: 'セイ',
  givenKana: 'メイ',
  organisationLatin: '所属機関（英語）',
  organisationLocal: '所属機関',
  department: '部署',
  jobTitle: '役職',
  kind: '機関の種別',
  side: '欧州・日本の別',
  region: '地域',
  address: 'メールアドレス',
  languages: '使用言語',
  access: 'ご要望',
  directory: '参加者名簿への掲載',
  state: '状態',
  registeredAt: (zone) => `登録日時（${zone}）`,
  kinds: {
    region: '州・地域政府',
    prefecture: '都道府県',
    municipality: '市区町村',
    cluster: 'クラスター',
    network: 'ネットワーク',
    'special-zone': '特区',
    agency: '支援機関',
    company: '企業',
    research: '研究機関・大学',
    other: 'その他',
  },
  sides: { eu: 'EU', jp: '日本', third: '第三国' },
  directories: { nobody: '掲載しない', participants: '参加者に公開', public: '一般に公開' },
  states: {
    draft: '入力中',
    pending: '承認待ち',
    complete: '登録済み',
    waitlisted: 'キャンセル待ち',
    offered: '空席案内済み',
    offer_expired: '案内期限切れ',
    rejected: '不承認',
    withdrawn: '取り下げ',
  },
};

export const sheetWords: Record<Lang, SheetWords> = { en: english, ja: japanese };
