import { type DemoOpportunity, opportunity } from './opportunity.ts';

export const japaneseOpportunities: readonly DemoOpportunity[] = [
  opportunity(
    'osaka',
    'ja',
    'request',
    ['innovation', 'research'],
    {
      en: [
        'Test partner for PEM stacks of Osaka SMEs',
        'Fourteen small firms build stacks of 5 to 20 kW and six of them need a bench in 2027. We look for a European cluster that lends benches by the day and can say what its reports cover.',
      ],
      ja: [
        '大阪の中小企業によるPEMスタックの試験先を募集',
        '中小企業14社が5〜20kWのスタックを製造しており、うち6社が2027年に試験設備を必要としております。1日単位で設備をお借りでき、試験報告の範囲をお示しいただける欧州のクラスターを探しております。',
      ],
    },
    { regions: ['DE1'], deadline: '2027-06-30' },
  ),
  opportunity('osaka', 'ja', 'offer', ['people-jobs', 'mobility'], {
    en: [
      'Host for EU cluster managers, autumn 2027',
      'We receive two cluster managers from Europe for four to six weeks in Osaka and Kobe, each with a member firm and a weekly day in our office. Simple Japanese is welcome, English is enough.',
    ],
    ja: [
      '欧州クラスターマネージャーの受入れ（2027年秋）',
      '欧州のクラスターマネージャー2名を、大阪・神戸で4〜6週間受け入れます。会員企業での実務に加え、週1日は当協議会で執務していただきます。英語で対応可能です。',
    ],
  }),
  opportunity(
    'osaka',
    'ja',
    'request',
    ['trade', 'market-entry'],
    {
      en: [
        'Six medical device makers look for a shared stand',
        'Six members would like to show at a European fair in 2027 together. We look for a network that shares a stand and arranges first meetings with buyers.',
      ],
      ja: [
        '医療機器の共同出展先を募集',
        '会員企業6社が、2027年に欧州の見本市への共同出展を希望しております。ブースを共有し、バイヤーとの商談の機会を設けてくださるネットワークを探しております。',
      ],
    },
    { regions: ['ITC4'], novelty: 'expands', agreement: 'A01', frameworks: ['epa'] },
  ),
  opportunity(
    'fukushima',
    'ja',
    'request',
    ['innovation', 'research'],
    {
      en: [
        'Test capacity for field electrolysers in winter',
        'Our research field runs at minus fifteen degrees. We look for partners whose benches can repeat our winter profiles, and who would put a stack of theirs into our field in return.',
      ],
      ja: [
        '寒冷期の水電解試験に関する共同研究先を募集',
        '当フォーラムの実証フィールドは、冬季に氷点下15度まで下がります。同じ条件を再現できる試験設備をお持ちの機関と、双方の設備で相互に試験を行いたいと考えております。',
      ],
    },
    { regions: ['DE1', 'DEA'], novelty: 'expands' },
  ),
  opportunity(
    'fukushima',
    'ja',
    'offer',
    ['innovation', 'green-digital'],
    {
      en: [
        'How small firms came to buy hydrogen by the kilogram',
        'Tariff, contract and the delivery round for forty customers under 50 kg a month: we hand over all three, with what we would do differently.',
      ],
      ja: [
        '小口水素販売の仕組みと経験の提供',
        '月50kg未満の需要家40社に向けた料金表、契約書、配送計画をすべてご提供します。いまなら変えたいと思う点もあわせてお伝えします。',
      ],
    },
    { form: 'one-to-network', regions: ['ES21', 'DEA'], novelty: 'expands' },
  ),
  opportunity(
    'aichi',
    'ja',
    'offer',
    ['industry', 'sme-startups'],
    {
      en: [
        'Fuel-cell forklifts and light lorries for trials',
        'Two makers lend six fuel-cell forklifts and two light lorries for a season. Training and spare parts come with them; we ask for running data from cold or steep places.',
      ],
      ja: [
        '燃料電池フォークリフト・小型トラックの試用機を提供',
        '2社が、燃料電池フォークリフト6台と小型トラック2台を一季節お貸しします。研修と補修部品を含みます。寒冷地や勾配のある場所での運行データをご提供いただければ幸いです。',
      ],
    },
    { regions: ['FRK', 'DE1'] },
  ),
  opportunity(
    'aichi',
    'ja',
    'request',
    ['trade', 'market-entry'],
    {
      en: [
        'First European customers for four parts makers',
        'Four suppliers of thermal and sensor parts would like to meet vehicle makers that are not their customers’ competitors. A regional cluster that knows both is what we look for.',
      ],
      ja: [
        '欧州での初取引先を探す部品メーカー4社のご紹介先を募集',
        '熱部品・センサー部品のメーカー4社が、既存の取引先と競合しない車両メーカーとの面談を希望しております。双方の事情に通じた地域クラスターのお力添えをお願いしたく存じます。',
      ],
    },
    { regions: ['DE1', 'FRK', 'ITC4'] },
  ),
  opportunity(
    'kyushu',
    'ja',
    'request',
    ['innovation', 'research'],
    {
      en: [
        'Pilot line for recycled membranes',
        'We make membranes from recovered fluoropolymer and need a pilot line of ten metres, and a bench to run the result for a thousand hours.',
      ],
      ja: [
        '再生膜のパイロットラインを募集',
        '回収したフッ素樹脂から膜を製造しており、10メートル規模のパイロットラインと、1,000時間の連続試験ができる設備を探しております。',
      ],
    },
    { regions: ['DE1', 'FI19'] },
  ),
  opportunity(
    'kyushu',
    'ja',
    'offer',
    ['industry', 'sme-startups'],
    {
      en: [
        'Makers who test recovered battery materials',
        'Three cell makers in our cluster test outside materials on small lines and answer in writing within six weeks. Five kilograms are enough.',
      ],
      ja: [
        '回収電池材料の評価を行うメーカーをご紹介',
        '当クラスターの電池メーカー3社が、少量ラインで外部材料を評価し、6週間以内に書面で回答いたします。試料は5kgから承ります。',
      ],
    },
    { regions: ['FI19'] },
  ),
  opportunity(
    'yamanashi',
    'ja',
    'request',
    ['innovation', 'green-digital'],
    {
      en: [
        'A third partner for a storage demonstration',
        'Our park stores solar power as hydrogen and heat, 1.5 MW. For a joint European bid we look for a grid operator who would run the same controls on a network of their own.',
      ],
      ja: [
        '蓄エネルギー実証の第三のパートナーを募集',
        '当パークでは、太陽光の電力を水素と熱として貯蔵しております（1.5MW）。欧州での共同提案に向け、同じ制御を自らの系統で運用してくださる事業者を探しております。',
      ],
    },
    { regions: ['ES21', 'DE1'], deadline: '2027-04-15' },
  ),
  opportunity(
    'yamanashi',
    'ja',
    'offer',
    ['innovation', 'green-digital'],
    {
      en: [
        'A site above 1 MWh for seasonal storage trials',
        'Two foundations with power, water and permits stand empty until March 2029. Partners bring their device; we bring operators who speak German and English.',
      ],
      ja: [
        '季節間貯蔵の実証用地（1MWh超）を提供',
        '電力、水、許認可の整った基礎2区画を、2029年3月までご利用いただけます。機器をお持ち込みいただければ、ドイツ語・英語に対応する運転員が支援いたします。',
      ],
    },
    { regions: ['ES21'] },
  ),
  opportunity(
    'kanagawa',
    'ja',
    'offer',
    ['innovation', 'smart-specialisation'],
    {
      en: [
        'Robots in ordinary factories: the rules that allowed it',
        'Our zone changed eleven rules in ten years so that robots may work beside people and on public roads. We share each change, the objections and the accident record.',
      ],
      ja: [
        '一般の工場でロボットを活用するための規制改革の経験を提供',
        '当特区では10年間で11の規制を見直し、人と協働するロボットや公道での走行を可能にしました。見直しの内容、寄せられた意見、事故の記録まで共有いたします。',
      ],
    },
    { regions: ['NL41', 'DE1'], novelty: 'expands' },
  ),
  opportunity(
    'kanagawa',
    'ja',
    'request',
    ['industry', 'clusters'],
    {
      en: [
        'A first cluster project with our partner region',
        'The partnership is thirty-eight years old and has seen choirs, students and ministers, but no cluster project. We look for one robotics or sensor cluster with two firms ready to begin.',
      ],
      ja: [
        '友好提携先との初のクラスター共同事業を募集',
        '提携から38年、合唱団、学生、閣僚の交流はございましたが、クラスターの共同事業はまだございません。すぐに始められる2社をお持ちのロボット・センサー分野のクラスターを探しております。',
      ],
    },
    { regions: ['DE1'], novelty: 'expands' },
  ),
  opportunity(
    'hokkaido',
    'ja',
    'request',
    ['innovation', 'green-digital'],
    {
      en: [
        'Cold chain on green hydrogen',
        'Twelve food processors want to replace diesel generators of their cold stores. We look for a region that has supplied hydrogen to users this small, and for its tariff.',
      ],
      ja: [
        'グリーン水素による低温物流の連携先を募集',
        '食品加工会社12社が、冷凍倉庫のディーゼル発電機の転換を希望しております。同程度の小口需要家への水素供給の実績と、料金の仕組みをお持ちの地域を探しております。',
      ],
    },
    { regions: ['DE1', 'DEF'] },
  ),
  opportunity(
    'hokkaido',
    'ja',
    'offer',
    ['tourism', 'sustainable'],
    {
      en: [
        'Winter villages that keep their guests in spring',
        'Three ski villages built a farm and food season around April and May. Bookings, menus and what did not work, for mountain regions with the same gap.',
      ],
      ja: [
        'スキー地域における春季の滞在づくりの経験を提供',
        '3つのスキー地域で、4月・5月に農と食の滞在企画をつくりました。予約状況、献立、うまくいかなかった点を、同じ課題をお持ちの山岳地域にご提供します。',
      ],
    },
    { regions: ['FRK', 'FI19'] },
  ),
  opportunity(
    'kobe',
    'ja',
    'offer',
    ['innovation', 'green-digital'],
    {
      en: [
        'A port’s safety file for ammonia, reviewed line by line',
        'Our file for bunkering passed its authority in 2026 after three rounds. We review the files of other ports against ours, in English, and bring the officer who wrote it.',
      ],
      ja: [
        '港湾におけるアンモニア安全基準の相互確認を提供',
        '燃料供給に関する当室の安全基準は、3回の審査を経て2026年に承認されました。作成担当者が同席し、他港の基準と英語で一つずつ照合いたします。',
      ],
    },
    { regions: ['SE23', 'DEF', 'NL41'] },
  ),
  opportunity(
    'hyogo',
    'ja',
    'request',
    ['trade', 'market-entry'],
    {
      en: [
        'A shared stand in Hannover and Kobe',
        'We offer a stand in Kobe in November and look for one in Hannover in April, eight firms each way, hydrogen and machinery.',
      ],
      ja: [
        'ハノーバーと神戸での共同出展先を募集',
        '11月の神戸でのブースをご提供する代わりに、4月のハノーバーでの共同出展先を探しております。水素・機械分野で双方8社ずつを想定しております。',
      ],
    },
    { regions: ['DE'], deadline: '2027-03-31' },
  ),
  opportunity(
    'hyogo',
    'ja',
    'offer',
    ['investment', 'inward'],
    {
      en: [
        'First office in Kobe for European firms',
        'Rent is free for six months, registration is done with you, and an adviser who worked in Rotterdam answers the telephone.',
      ],
      ja: [
        '欧州企業向けに神戸での最初のオフィスを提供',
        '6か月間の賃料無料、登記手続きの同行、ロッテルダム勤務経験のある担当者による相談対応をご用意しております。',
      ],
    },
    { regions: ['NL', 'DE', 'SE'] },
  ),
  opportunity(
    'miyagi',
    'ja',
    'offer',
    ['innovation', 'innovation'],
    {
      en: [
        'Service robots in care homes: a place to try',
        'Nine care homes receive outside robots for eight weeks, with night staff who write honest reports. Ethics approval is in place.',
      ],
      ja: [
        '介護施設におけるサービスロボットの実証の場を提供',
        '9つの介護施設で、外部のロボットを8週間試用いたします。夜勤職員が率直な報告書を作成し、倫理審査も承認済みです。',
      ],
    },
    { regions: ['IE', 'NL41', 'FI'] },
  ),
  opportunity(
    'miyagi',
    'ja',
    'request',
    ['people-jobs', 'skills'],
    {
      en: [
        'A curriculum for robot technicians in care',
        'We train twenty technicians a year and would like to compare our lessons with a European school that does the same.',
      ],
      ja: [
        '介護ロボット技術者の教育課程の連携先を募集',
        '年間20名の技術者を育成しております。同様の取組みをされている欧州の教育機関と、教育内容を比較したいと考えております。',
      ],
    },
    { stage: 'running' },
  ),
  opportunity(
    'gifu',
    'ja',
    'request',
    ['industry', 'clusters'],
    {
      en: [
        'A network of small makers like ours',
        'Eighty workshops for knives, moulds and gauges look for a European network of the same size to open each other’s doors. We begin with five and five.',
      ],
      ja: [
        '同規模のものづくりネットワークとの連携を募集',
        '刃物、金型、測定具をつくる80の工房が、互いの販路を開く同規模の欧州のネットワークを探しております。まずは5社ずつから始めたいと存じます。',
      ],
    },
    { form: 'one-to-network', regions: ['CZ06', 'PT11'] },
  ),
  opportunity(
    'okinawa',
    'ja',
    'offer',
    ['tourism', 'seniors'],
    {
      en: [
        'Long stays on the longevity islands',
        'Village hosts, a clinic and a weekly programme for guests over sixty-five, one month or more. We look for partners who would send theirs in our summer rain and receive ours in their mild winter.',
      ],
      ja: [
        '長寿の島での長期滞在プログラムを提供',
        '65歳以上の方を対象に、民泊、診療所、週ごとの活動を組み合わせた1か月以上の滞在をご用意しております。双方の閑散期に相互に送客できる連携先を探しております。',
      ],
    },
    { regions: ['ES61', 'EL42'] },
  ),
  opportunity(
    'toyama',
    'ja',
    'request',
    ['trade', 'market-entry'],
    {
      en: [
        'A way into European hospitals for wound dressings',
        'Two makers have approval in Japan and data on four hundred patients. We look for a network that knows who buys, and what certificate comes first.',
      ],
      ja: [
        '創傷被覆材の欧州病院への販路開拓',
        '国内承認と400症例のデータを持つ企業が2社ございます。購買の仕組みと、まず必要となる認証についてご教示くださるネットワークを探しております。',
      ],
    },
    { regions: ['ITC4', 'IE05'] },
  ),
  opportunity(
    'toyama',
    'ja',
    'offer',
    ['trade', 'trade'],
    {
      en: [
        'Medical-grade fibres in small lots',
        'Bio-based fibres certified for contact with skin, from 20 kg. Weavers who would try them receive a first lot free.',
      ],
      ja: [
        '医療用繊維の小口供給',
        '皮膚接触の認証を取得したバイオ由来繊維を20kgからお届けします。試織してくださる織物工場には、初回分を無償でご提供します。',
      ],
    },
    { regions: ['PT11'] },
  ),
];
