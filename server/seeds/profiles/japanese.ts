import { type DemoProfile, profile } from './profile.ts';

const ja = ['ja', 'en'];

export const japaneseProfiles: readonly DemoProfile[] = [
  profile(
    'shoresTokyo',
    'ja',
    { sectors: ['social-economy'], size: '1-9', languages: ja, seeks: ['new', 'expands'] },
    [
      'We run the Japanese half of the helpdesk, in Japanese and in the hours of Japan.',
      '日欧の地域間協力を支援するヘルプデスクの日本側事務局です。日本語で、日本の時間にご対応します。',
    ],
    [
      'Prefectures, clusters and special zones ask us first; we translate, introduce and follow up.',
      '都道府県、クラスター、特区からのご相談を最初にお受けし、翻訳、ご紹介、その後の支援まで行っております。',
    ],
    [
      'Prefectures that want to begin with Europe and do not know where.',
      '欧州との協力をどこから始めればよいかお悩みの都道府県のご相談をお待ちしております。',
    ],
  ),
  profile(
    'osaka',
    'ja',
    { sectors: ['renewables', 'energy-intensive'], size: '10-49', languages: ja, seeks: ['new', 'expands'] },
    [
      'A council of ninety firms on the bay of Osaka that green their works one by one.',
      '大阪湾岸の企業90社が、事業所の脱炭素化を一つずつ進めている協議会です。',
    ],
    [
      'Fourteen small members are ready to test parts for hydrogen and have no bench near them.',
      '会員のうち中小企業14社が水素関連部品の試験を準備していますが、近隣に試験設備がありません。',
    ],
    [
      'Test benches in Europe by the day, and a cluster office to exchange staff with.',
      '欧州で1日単位で利用できる試験設備と、職員を相互派遣できるクラスター事務局を探しています。',
    ],
  ),
  profile(
    'fukushima',
    'ja',
    { sectors: ['renewables'], size: '50-249', languages: ja },
    [
      'A forum around the large hydrogen site in Fukushima: makers, users and the towns between them.',
      '福島の大規模水素製造拠点を中心に、製造者、利用者、地元自治体が参加するフォーラムです。',
    ],
    [
      'We wrote a safety file that fire brigades understand, and revise it after every drill.',
      '消防の現場で使える安全基準書を作成し、訓練のたびに改訂しています。',
    ],
    [
      'European ports and towns that are about to store hydrogen.',
      'これから水素の貯蔵に取り組まれる欧州の港湾・自治体との連携を希望しています。',
    ],
  ),
  profile(
    'aichi',
    'ja',
    { sectors: ['mobility', 'electronics'], size: '50-249', languages: ja },
    [
      'Three hundred suppliers to the car industry that look for what comes after the engine.',
      'エンジンの次の事業を模索する、自動車部品サプライヤー300社のネットワークです。',
    ],
    [
      'Members machine to a hundredth of a millimetre and deliver by the hour; they have never sold abroad themselves.',
      '100分の1ミリの加工精度と時間単位の納品が強みですが、自社での海外販売の経験がありません。',
    ],
    [
      'Makers of buses, cable cars and boats that need small precise series.',
      '高精度な少量生産を必要とする、バス・ロープウェイ・船舶のメーカーを探しています。',
    ],
  ),
  profile(
    'kyushu',
    'ja',
    { sectors: ['energy-intensive', 'textiles'], size: '10-49', languages: ja },
    [
      'Recyclers of northern Kyushu who take batteries, glass and carbon fibre apart by hand and by robot.',
      '電池、ガラス、炭素繊維を人の手とロボットで分解する、北部九州のリサイクル企業のクラスターです。',
    ],
    [
      'Our towns once had the dirtiest sky of the country; what they learnt is taught to visitors twice a month.',
      'かつて公害に苦しんだ経験を活かし、月2回の視察研修を受け入れています。',
    ],
    [
      'A register of side streams to copy, and fibre waste to try our line with.',
      '副産物の台帳づくりの手法と、当方の設備で試験できる繊維廃棄物を探しています。',
    ],
  ),
  profile(
    'yamanashi',
    'ja',
    { sectors: ['renewables', 'electronics'], size: '10-49', languages: ja },
    [
      'A park where solar power becomes hydrogen and factories come to use it.',
      '太陽光発電で水素を製造し、工場がその場で利用できる実証団地です。',
    ],
    [
      'Electrolysers from five makers stand side by side under the same sun and the same meter.',
      '5社の水電解装置を同じ条件で並べて運転し、比較データを公開しています。',
    ],
    ['A second park in Europe with other weather.', '気象条件の異なる欧州の実証団地との連携を希望しています。'],
  ),
  profile(
    'kanagawa',
    'ja',
    { sectors: ['health', 'electronics', 'digital'], size: '50-249', languages: ja, seeks: ['expands'] },
    [
      'A special zone where robots work beside people before the law has a word for it.',
      '制度に先行して、人とロボットが共に働く環境を実証できる特区です。',
    ],
    [
      'Care homes, farms and a railway station let makers in for three months at a time, with residents on the committee.',
      '介護施設、農場、駅を3か月単位の実証の場として提供し、住民も審査に参加しています。',
    ],
    [
      'Clusters of our partner region that have robots and nowhere to try them.',
      '友好地域のクラスターで、ロボットの実証の場をお探しの企業をお待ちしております。',
    ],
  ),
  profile(
    'hokkaido',
    'ja',
    { sectors: ['agri-food'], size: '10-49', languages: ja },
    [
      'The office that helps the food valley of Hokkaido to sell taste instead of tonnes.',
      '北海道の食産業が、量ではなく価値で選ばれるよう支援する推進室です。',
    ],
    [
      'Dairies, kelp divers and a university share one tasting laboratory and its panel of forty people.',
      '乳業、昆布漁業者、大学が共同で官能評価の施設を運営し、40名の評価者が活動しています。',
    ],
    [
      'Regions that protect a name of origin and would teach us how.',
      '地理的表示の活用に詳しい地域から学びたいと考えています。',
    ],
  ),
  profile(
    'kobe',
    'ja',
    { sectors: ['mobility', 'energy-intensive'], size: '10-49', languages: ja },
    [
      'The office that prepares a quay of the port of Kobe for ships that burn ammonia.',
      '神戸港でアンモニア燃料船の受け入れ準備を進める推進室です。',
    ],
    [
      'Pipes, alarms and neighbours: the plan for all three is public and was changed twice after hearings.',
      '配管、警報、近隣対応の計画をすべて公開し、説明会の意見を受けて2度見直しました。',
    ],
    [
      'Yards and ports in the north of Europe two steps ahead of us.',
      '先行する北欧の造船所や港湾との連携を希望しています。',
    ],
  ),
  profile(
    'hyogo',
    'ja',
    { sectors: ['retail', 'creative'], size: '10-49', languages: ja },
    [
      'The bureau that opens foreign shops to the makers of Hyogo.',
      '兵庫県内の製造者の海外販路開拓を支援する機関です。',
    ],
    [
      'Leather, steel knives and sake travel together: one crate, one invoice, one person who speaks the language.',
      '皮革、刃物、日本酒を一つの荷物、一つの請求書、一人の担当者でお届けする仕組みを整えています。',
    ],
    [
      'Market halls and designers who would keep a shelf for a year.',
      '1年間、常設の棚を設けてくださる市場やデザイナーを探しています。',
    ],
  ),
  profile(
    'miyagi',
    'ja',
    { sectors: ['electronics', 'digital'], size: '10-49', languages: ja },
    [
      'A hub in Sendai for robots that go where people should not.',
      '人が立ち入れない場所で働くロボットを開発する、仙台の拠点です。',
    ],
    [
      'Forty firms and a university train with fire brigades on a site left as the wave left it.',
      '企業40社と大学が、震災遺構を活用した訓練場で消防と合同訓練を行っています。',
    ],
    [
      'Rescue services and makers for a shared course in Europe.',
      '欧州の救助機関や製造者と、共同の訓練課程を設けたいと考えています。',
    ],
  ),
  profile(
    'gifu',
    'ja',
    { sectors: ['textiles', 'creative', 'electronics'], size: '10-49', languages: ja },
    [
      'Workshops of Gifu that make paper, blades and moulds, most of them in the third generation.',
      '和紙、刃物、金型を手がける、三代続く工房を中心とした岐阜のネットワークです。',
    ],
    [
      'Thirty masters take one apprentice each, and one guest from abroad a year.',
      '30名の職人がそれぞれ弟子を1名、海外からの研修生を年1名受け入れています。',
    ],
    [
      'Makers’ networks to send our young people to for a month.',
      '若手職人を1か月派遣できる、海外のものづくりネットワークを探しています。',
    ],
  ),
  profile(
    'okinawa',
    'ja',
    { sectors: ['creative', 'agri-food'], size: '1-9', languages: ja },
    [
      'A council of islands where guests are asked to stay longer and come less often.',
      '「回数より滞在の長さ」を大切にする、沖縄の島々の協議会です。',
    ],
    [
      'Nine islands share a boat, a calendar of quiet weeks and a promise about plastic.',
      '9つの島が船、閑散期の予定表、プラスチック削減の約束を共有しています。',
    ],
    ['Villages in the south of Europe that do the same.', '同じ志を持つ南欧の村々との交流を希望しています。'],
  ),
  profile(
    'toyama',
    'ja',
    { sectors: ['health', 'electronics'], size: '50-249', languages: ja },
    [
      'Makers of medicine and aluminium in Toyama who meet at what goes into the body.',
      '製薬とアルミ加工の技術を組み合わせ、体内で使われる素材を開発する富山のクラスターです。',
    ],
    [
      'Fifty firms hold one clean room and one file of approvals that each may cite.',
      '50社が共同のクリーンルームと、相互に引用できる承認資料を保有しています。',
    ],
    [
      'Hospitals in Lombardy that would read our data with us.',
      'データの評価に協力してくださるロンバルディアの病院を探しています。',
    ],
  ),
];
