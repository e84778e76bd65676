import { type DemoOpportunity, opportunity } from './opportunity.ts';

export const europeanOpportunities: readonly DemoOpportunity[] = [
  opportunity(
    'neckar',
    'en',
    'offer',
    ['innovation', 'research'],
    {
      en: [
        'Electrolyser test capacity, 5–50 kW',
        'Eleven of our member firms can lend test benches by the day from April 2027, with a technician and measured reports. We would like to open a shared booking calendar with a partner who has small firms waiting for a bench.',
      ],
      ja: [
        '水電解試験設備（5〜50kW）の提供',
        '2027年4月より、会員企業11社の試験設備を技術者付きで1日単位からご利用いただけます。試験設備をお探しの中小企業を抱える地域と、共同の予約カレンダーを設けたいと考えております。',
      ],
    },
    { regions: ['JP-27', 'JP-07'] },
  ),
  opportunity(
    'neckar',
    'en',
    'request',
    ['people-jobs', 'mobility'],
    {
      en: [
        'Exchange of cluster staff, four to six weeks',
        'Two of our cluster managers would like to work inside a Japanese cluster office in autumn 2027, and we would receive two colleagues in return. Desk, mentor and housing in Stuttgart are arranged.',
      ],
      ja: [
        'クラスター職員の相互派遣（4〜6週間）',
        '2027年秋に、当クラスターの職員2名を日本のクラスター事務局で受け入れていただきたく、代わりに貴機関の職員2名をお迎えいたします。シュトゥットガルトでの執務場所、指導担当者、住居は当方でご用意します。',
      ],
    },
    { regions: ['JP-27'], stage: 'idea' },
  ),
  opportunity(
    'baden',
    'en',
    'offer',
    ['industry', 'clusters'],
    {
      en: [
        'Introductions to clusters of a partner region',
        'Our region has had a Japanese partner since 1989, but no joint cluster project yet. We know forty clusters between Mannheim and Lake Constance by name and will introduce yours to the three that fit, in person.',
      ],
      ja: [
        '友好地域のクラスターのご紹介',
        '当地域は1989年から日本の友好提携先がありますが、クラスター間の共同事業はまだございません。マンハイムからボーデン湖までの40のクラスターの中から、貴クラスターに合う3団体を直接ご紹介いたします。',
      ],
    },
    { regions: ['JP-14'], novelty: 'expands', form: 'one-to-network' },
  ),
  opportunity(
    'ruhr',
    'en',
    'request',
    ['innovation', 'green-digital'],
    {
      en: [
        'Industrial waste heat: who has made it pay?',
        'Nine steel and chemical sites want to feed waste heat into district networks. We look for a Japanese industrial zone that has done the contracts, not only the pipes, and would compare tariffs and guarantees with us.',
      ],
      ja: [
        '工場排熱の地域熱供給に関する知見を募集',
        '鉄鋼・化学の9事業所で、排熱を地域熱供給に活用する計画を進めております。配管だけでなく契約や料金の仕組みまで実現された工業地域と、料金体系や保証のあり方について意見交換をお願いしたく存じます。',
      ],
    },
    { regions: ['JP-07', 'JP-23'], novelty: 'expands' },
  ),
  opportunity(
    'kiel',
    'en',
    'offer',
    ['industry', 'clusters'],
    {
      en: [
        'Quayside experience with offshore wind components',
        'Three of our ports have handled turbine blades and foundations for fifteen years. We offer plans, safety rules and a two-day visit on the quay to ports that are about to begin.',
      ],
      ja: [
        '洋上風力部材の港湾荷役に関する経験の提供',
        '当クラスターの3港は、15年にわたり風車のブレードや基礎部材を取り扱ってまいりました。これから取り組まれる港湾に、計画図、安全基準、2日間の現地視察をご提供いたします。',
      ],
    },
    { regions: ['JP-01', 'JP-40'] },
  ),
  opportunity(
    'lombardy',
    'en',
    'offer',
    ['trade', 'market-entry'],
    {
      en: [
        'A joint stand at the Milan medical fair',
        'We hold 120 square metres at the autumn fair and give half of it to partners from one Japanese region, with matched buyer meetings on two days. Six firms can be received; interpreting is included.',
      ],
      ja: [
        'ミラノ医療見本市の共同ブースを提供',
        '秋の見本市に120平方メートルの区画を確保しており、その半分を日本の一つの地域の皆様にご提供します。2日間の商談設定と通訳を含み、6社まで受け入れ可能です。',
      ],
    },
    { regions: ['JP-27', 'JP-16'], deadline: '2027-09-30' },
  ),
  opportunity(
    'lombardy',
    'en',
    'request',
    ['people-jobs', 'mobility'],
    {
      en: [
        'Short placement in Osaka for two network officers',
        'Two of our officers would like to spend four weeks with an Osaka organisation in autumn 2027, to learn how small medical firms are prepared for export.',
      ],
      ja: [
        '大阪での短期派遣先を希望',
        '2027年秋に職員2名を4週間、大阪の団体で受け入れていただきたく存じます。中小の医療機器企業の海外展開をどのように支援されているかを学ばせていただきたいと考えております。',
      ],
    },
    { regions: ['JP-27'], novelty: 'expands', agreement: 'A01' },
  ),
  opportunity(
    'basque',
    'en',
    'offer',
    ['innovation', 'research'],
    {
      en: [
        'A test network for storage and small grids',
        'A real low-voltage network with 300 households, batteries and a control room is open to outside devices for six-month trials. We seek two regions to form a network of three.',
      ],
      ja: [
        '蓄電・小規模系統の実証フィールドを提供',
        '300世帯、蓄電池、監視室を備えた実際の低圧系統で、外部機器の6か月の実証を受け入れております。2地域にご参加いただき、3者の連携体制をつくりたいと考えております。',
      ],
    },
    {
      form: 'one-to-network',
      regions: ['JP-07', 'JP-27'],
      novelty: 'expands',
      agreement: 'A03',
      frameworks: ['green-alliance'],
    },
  ),
  opportunity(
    'basque',
    'en',
    'request',
    ['innovation', 'green-digital'],
    {
      en: [
        'Partners for a joint bid on seasonal storage',
        'We prepare a bid on storing summer power for winter and need a Japanese site with hydrogen or heat storage above 1 MWh. The concept is written; the partner shapes the demonstration.',
      ],
      ja: [
        '季節間エネルギー貯蔵の共同提案パートナーを募集',
        '夏の電力を冬に活用する実証の共同提案を準備しております。1MWh以上の水素または蓄熱設備をお持ちの拠点を探しております。構想は作成済みで、実証の内容はご一緒に決めていきたいと存じます。',
      ],
    },
    { regions: ['JP-19', 'JP-07'], deadline: '2027-04-15' },
  ),
  opportunity(
    'sol',
    'en',
    'request',
    ['tourism', 'seniors'],
    {
      en: [
        'Winter guests who stay for a month',
        'Thirty small hotels between Málaga and Almería are half empty from November to March. We look for a Japanese partner to design month-long stays for active people over sixty-five, with a doctor who speaks their language.',
      ],
      ja: [
        '冬季1か月滞在プログラムの共同企画',
        'マラガからアルメリアにかけての30の小規模ホテルは、11月から3月が閑散期となります。65歳以上の元気な方々を対象に、日本語で相談できる医師を備えた1か月滞在の企画をご一緒に考えてくださる団体を探しております。',
      ],
    },
    { regions: ['JP-47', 'JP-13'] },
  ),
  opportunity(
    'alpes',
    'en',
    'request',
    ['industry', 'sme-startups'],
    {
      en: [
        'Fuel-cell vehicles for mountain logistics, trial partner',
        'Our valley operators want to try light fuel-cell lorries and forklifts through one winter. We pay for fuel and drivers and share all data with the maker.',
      ],
      ja: [
        '山岳物流での燃料電池車両の実証パートナーを募集',
        '渓谷地域の運送事業者が、小型の燃料電池トラックとフォークリフトをひと冬試用したいと希望しております。燃料費と運転者は当方で負担し、データはすべてメーカーと共有いたします。',
      ],
    },
    { regions: ['JP-23'] },
  ),
  opportunity('alpes', 'en', 'offer', ['trade', 'epa'], {
    en: [
      'A desk for first exports under the agreement',
      'We help firms with fewer than fifty people through rules of origin and first declarations under the Economic Partnership Agreement, in French, English and Japanese.',
    ],
    ja: [
      '経済連携協定を活用した初めての輸出の相談窓口',
      '従業員50名未満の企業を対象に、日EU経済連携協定に基づく原産地規則や初回の申告を、仏・英・日の3言語でお手伝いしております。',
    ],
  }),
  opportunity(
    'silesia',
    'en',
    'request',
    ['innovation', 'green-digital'],
    {
      en: [
        'Port and rail yards without diesel',
        'Our rail yards and inland ports must cut diesel by 2030. We look for a Japanese port that has changed its machines over and would let our operators watch for a week.',
      ],
      ja: [
        '港湾・操車場の脱炭素化に関する知見を募集',
        '当地域の操車場と内陸港は、2030年までに軽油の使用を削減しなければなりません。荷役機械の転換を進められた日本の港湾で、現場担当者を1週間受け入れていただける先を探しております。',
      ],
    },
    { regions: ['JP-27', 'JP-28', 'JP-40'] },
  ),
  opportunity(
    'brabant',
    'en',
    'offer',
    ['investment', 'inward'],
    {
      en: [
        'Soft landing for small firms from Japan',
        'An office, a bilingual bookkeeper and introductions to suppliers for six months at cost, for firms that want to try Europe before they found a company.',
      ],
      ja: [
        '日本の中小企業向け進出準備オフィスの提供',
        '欧州での法人設立前にまず試してみたい企業の皆様に、オフィス、日英対応の会計担当者、取引先のご紹介を6か月間、実費でご提供します。',
      ],
    },
    { regions: ['JP'], form: 'one-to-network' },
  ),
  opportunity(
    'brabant',
    'en',
    'request',
    ['innovation', 'smart-specialisation'],
    {
      en: [
        'A sister strategy for photonics and robotics',
        'We would like to lay our regional innovation strategy beside that of a Japanese zone, chapter by chapter, and find two topics to fund together.',
      ],
      ja: [
        'フォトニクス・ロボティクス分野の戦略連携先を募集',
        '当地域のイノベーション戦略を日本の特区の戦略と章ごとに照らし合わせ、共同で支援できるテーマを2つ見つけたいと考えております。',
      ],
    },
    { regions: ['JP-14', 'JP-04'], stage: 'idea' },
  ),
  opportunity(
    'westsweden',
    'en',
    'request',
    ['innovation', 'green-digital'],
    {
      en: [
        'Hydrogen and ammonia at the quay: the safety file',
        'Two of our ports write their first safety file for ammonia bunkering. We look for a port authority that is a step ahead and would review ours against theirs.',
      ],
      ja: [
        '港湾における水素・アンモニアの安全基準の相互確認',
        '当地域の2港で、アンモニア燃料供給の安全基準を初めて作成しております。一歩先を進まれている港湾管理者に、双方の基準を照らし合わせていただきたいと存じます。',
      ],
    },
    { regions: ['JP-28', 'JP-27'] },
  ),
  opportunity(
    'finland',
    'en',
    'offer',
    ['people-jobs', 'mobility'],
    {
      en: [
        'Trainees in both directions, materials and repair',
        'Our member firms receive four trainees a year in recycling, repair and wood chemistry, for three months, with a tutor. We would send four back.',
      ],
      ja: [
        '研修生の相互受入れ（素材・修繕分野）',
        '会員企業では、リサイクル、修繕、木質化学の分野で年間4名の研修生を3か月間、指導者付きで受け入れております。同数の研修生を日本でも受け入れていただければ幸いです。',
      ],
    },
    { regions: ['JP-27', 'JP-40'] },
  ),
  opportunity(
    'finland',
    'en',
    'request',
    ['industry', 'sme-startups'],
    {
      en: [
        'Buyers for recovered battery materials',
        'Three start-ups recover lithium and graphite from used packs and have samples of every grade. We seek makers who would test them and say what is missing.',
      ],
      ja: [
        '回収電池材料の評価先を募集',
        'スタートアップ3社が、使用済み電池からリチウムと黒鉛を回収しております。各等級の試料をご用意しておりますので、評価していただけるメーカーを探しております。',
      ],
    },
    { regions: ['JP-40', 'JP-27'] },
  ),
  opportunity(
    'norte',
    'en',
    'offer',
    ['trade', 'trade'],
    {
      en: [
        'Small runs of technical fabrics, from 200 metres',
        'Sixty mills weave flame-resistant, medical and outdoor fabrics in small runs that larger makers refuse. Samples within ten days.',
      ],
      ja: [
        '機能性生地の小ロット生産（200メートルから）',
        '60の織物工場が、難燃、医療用、アウトドア用の生地を小ロットで製造しております。大手では対応の難しい数量にも応じ、試料は10日以内にお届けします。',
      ],
    },
    { regions: ['JP-16', 'JP-21'] },
  ),
  opportunity(
    'aegean',
    'en',
    'request',
    ['innovation', 'green-digital'],
    {
      en: [
        'Small islands that run on their own power',
        'Four islands under a thousand people want to switch their diesel sets off for good. We look for islands in Japan on the same way, to share failures as well as plans.',
      ],
      ja: [
        '小規模離島の電力自立に関する連携先を募集',
        '人口千人未満の4島で、ディーゼル発電からの完全な転換を目指しております。同じ道を歩む日本の離島と、計画だけでなく失敗も共有したいと考えております。',
      ],
    },
    { regions: ['JP-47', 'JP'] },
  ),
  opportunity(
    'shannon',
    'en',
    'offer',
    ['innovation', 'innovation'],
    {
      en: [
        'Hospitals that try digital tools with patients',
        'Two hospitals and twelve general practices try outside software with real patients within the rules, in twelve weeks. We look for makers of remote care for older people.',
      ],
      ja: [
        '遠隔ケア機器の実証病院をご紹介',
        '2病院と12診療所で、規則に沿って実際の患者さんとともに外部のソフトウェアを12週間試用しております。高齢者向け遠隔ケアの開発企業を探しております。',
      ],
    },
    { regions: ['JP-16', 'JP-04'] },
  ),
  opportunity(
    'moravia',
    'en',
    'request',
    ['industry', 'clusters'],
    {
      en: [
        'Precision parts: a partner network for fairs and buyers',
        'Our hundred small makers of precision parts know Germany by heart and Japan not at all. We look for a network like ours to share buyers in both directions.',
      ],
      ja: [
        '精密部品分野の相互連携ネットワークを募集',
        '精密部品をつくる100社の中小企業は、ドイツ市場には精通しておりますが、日本市場は未経験です。双方向で取引先を紹介し合える、同じようなネットワークを探しております。',
      ],
    },
    { form: 'one-to-network', regions: ['JP-21'] },
  ),
];
