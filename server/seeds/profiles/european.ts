import { type DemoProfile, profile } from './profile.ts';

const de = ['en', 'de'];

export const europeanProfiles: readonly DemoProfile[] = [
  profile(
    'shores',
    'en',
    { sectors: ['social-economy'], size: '10-49', languages: ['en', 'fr', 'nl'], seeks: ['new', 'expands'] },
    [
      'We run the European half of the helpdesk for cooperation between regions of Europe and Japan.',
      '日欧の地域間協力を支援するヘルプデスクの、欧州側の事務局です。',
    ],
    [
      'From Brussels we answer questions, prepare webinars and the annual conference, and introduce partners to each other by name.',
      'ブリュッセルを拠点に、ご質問への回答、ウェビナーや年次会議の開催、連携先のご紹介を行っております。',
    ],
    [
      'Regions that have never worked with Japan, and those whose agreement has gone quiet.',
      '日本との協力が初めての地域や、協定の活用が進んでいない地域のご参加をお待ちしております。',
    ],
  ),
  profile(
    'neckar',
    'en',
    { sectors: ['renewables', 'energy-intensive'], size: '10-49', languages: de },
    [
      'Forty-two hydrogen firms and institutes between Stuttgart and Lake Constance, with test benches to lend.',
      'シュトゥットガルトからボーデン湖にかけての水素関連企業・研究機関42団体のクラスターです。試験設備を貸し出しています。',
    ],
    [
      'Since 2014 we have tested electrolysers and fuel cells together; eleven members open their benches to guests by the day, with a technician.',
      '2014年から水電解装置と燃料電池の試験を共同で行っており、会員11社の試験設備を技術者付きで1日単位からご利用いただけます。',
    ],
    [
      'A cluster in Kansai or Tohoku whose small firms wait for a bench, and colleagues who would change offices for a month.',
      '試験設備をお探しの中小企業を抱える関西・東北のクラスターと、職員の相互派遣にご関心のある機関を探しています。',
    ],
  ),
  profile(
    'baden',
    'en',
    { sectors: ['social-economy', 'digital'], size: '10-49', languages: ['en', 'de', 'fr'], seeks: ['expands'] },
    [
      'The office that looks after the partnerships of the Upper Rhine, and knows its forty clusters by name.',
      'オーバーライン地域の国際連携を担当し、域内40のクラスターと日常的にやり取りしている事務局です。',
    ],
    [
      'Our region has had a Japanese partner since 1989. We bring the people who sign together with those who do the work.',
      '当地域には1989年から日本の友好提携先があります。協定を結ぶ方々と、現場で事業を担う方々をつなぐ役割を担っています。',
    ],
    [
      'A first cluster project inside our existing partnership with Kanagawa.',
      '神奈川県との既存の友好提携のもとで、初めてのクラスター間事業に取り組みたいと考えています。',
    ],
  ),
  profile(
    'ruhr',
    'en',
    { sectors: ['energy-intensive', 'construction'], size: '10-49', languages: de, seeks: ['expands', 'new'] },
    [
      'Nine steel and chemical sites and six cities that want to heat homes with what their works give off.',
      '製鉄・化学の9事業所と6都市が、工場排熱を地域の暖房に活用するために設立した連合です。',
    ],
    [
      'We share engineers, contracts and mistakes; two district networks are being built, four are on paper.',
      '技術者、契約書、失敗の経験までを共有しています。2つの地域熱供給網を建設中で、さらに4件を計画しております。',
    ],
    [
      'An industrial zone that has made waste heat pay, to compare tariffs and guarantees with.',
      '排熱利用を採算に乗せた工業地域と、料金や保証の仕組みについて意見交換をしたいと考えています。',
    ],
  ),
  profile(
    'kiel',
    'en',
    { sectors: ['renewables', 'mobility'], size: '10-49', languages: ['en', 'de', 'da'] },
    [
      'Ports and suppliers on the fjord that have handled offshore wind parts for fifteen years.',
      '15年にわたり洋上風力の部材を取り扱ってきた、フィヨルド沿いの港湾と関連企業のクラスターです。',
    ],
    [
      'Three ports, sixty suppliers and a training centre work on one thing: getting large parts safely over the quay.',
      '3つの港湾、60社の関連企業、訓練施設が、大型部材の安全な荷役という一つの課題に取り組んでいます。',
    ],
    [
      'Ports in Hokkaido and Kyushu that are about to begin.',
      'これから洋上風力に取り組まれる北海道・九州の港湾との連携を希望しています。',
    ],
  ),
  profile(
    'lombardy',
    'en',
    { sectors: ['health'], size: '50-249', languages: ['en', 'it'], seeks: ['new', 'expands'] },
    [
      'Two hundred medical technology firms and nine hospitals around Milan that bring devices to the bedside.',
      'ミラノ周辺の医療技術企業200社と9病院からなるネットワークで、医療機器の実用化に取り組んでいます。',
    ],
    [
      'We hold a joint stand at the autumn fair, prepare small firms for foreign markets, and test with nurses before we test with money.',
      '秋の見本市での共同出展、中小企業の海外展開支援、看護の現場での試用を重視した開発支援を行っております。',
    ],
    [
      'One Japanese region to share our stand with, and a host in Osaka for two of our officers.',
      '共同出展のパートナーとなる日本の地域と、大阪で職員2名を受け入れてくださる機関を探しています。',
    ],
  ),
  profile(
    'basque',
    'en',
    {
      sectors: ['renewables', 'electronics', 'digital'],
      size: '10-49',
      languages: ['en', 'es'],
      seeks: ['new', 'expands'],
    },
    [
      'A cluster of grid firms with a real low-voltage network of 300 households to test devices in.',
      '300世帯が接続する実際の低圧系統を実証フィールドとして持つ、電力系統関連企業のクラスターです。',
    ],
    [
      'Forty members build meters, converters and the software between them; guests test for six months and take their data home.',
      '会員40社が計測器、変換器、制御ソフトウェアを開発しています。外部の機器は6か月間の実証が可能で、データはお持ち帰りいただけます。',
    ],
    [
      'Two regions for a network of three, and a site for seasonal storage.',
      '3者連携を組む2つの地域と、季節間蓄エネルギーの実証場所を探しています。',
    ],
  ),
  profile(
    'sol',
    'en',
    { sectors: ['creative', 'retail'], size: '1-9', languages: ['en', 'es'] },
    [
      'Villages in the south of Spain that receive guests who stay three weeks instead of three days.',
      '3日ではなく3週間滞在する旅行者を迎える、南スペインの村々のネットワークです。',
    ],
    [
      'Twenty-six places share bookings, doctors on call and a kitchen garden rule: what is served grew within an hour.',
      '26の地域が予約、往診の医師、そして「車で1時間以内の食材を使う」という約束を共有しています。',
    ],
    [
      'A slow-travel region in Japan to exchange hosts with in the quiet season.',
      '閑散期に受け入れ側の人材を交換できる、日本の滞在型観光の地域を探しています。',
    ],
  ),
  profile(
    'alpes',
    'en',
    { sectors: ['mobility', 'digital'], size: '50-249', languages: ['en', 'fr'] },
    [
      'A hundred and twenty firms in the French Alps that make buses, cable cars and what steers them.',
      'フランス・アルプス地方で、バスやロープウェイ、その制御技術を手がける120社のクラスターです。',
    ],
    [
      'We test driverless shuttles on gradients and in snow, on a public road with a signed safety case.',
      '勾配や積雪のある公道で、安全性評価を経た自動運転シャトルの実証を行っています。',
    ],
    [
      'Suppliers and a mountain municipality that would run the same line for a winter.',
      '一冬を通じて同じ路線を運行してくださる山間部の自治体と、部品メーカーを探しています。',
    ],
  ),
  profile(
    'silesia',
    'en',
    { sectors: ['energy-intensive', 'renewables'], size: '10-49', languages: ['en', 'pl'], seeks: ['expands'] },
    [
      'Former coal towns and thirty firms that measure the air and change how homes are heated.',
      '旧炭鉱都市と30社の企業が、大気の測定と住宅暖房の転換に取り組むクラスターです。',
    ],
    [
      'Four thousand boilers were replaced in three winters; every street has a sensor that residents can read.',
      '3度の冬で4,000台のボイラーを更新し、住民が数値を確認できるセンサーを各通りに設置しました。',
    ],
    [
      'Partners in Kyushu who went from smoke to blue sky before us.',
      '公害を克服した経験をお持ちの九州の地域から学びたいと考えています。',
    ],
  ),
  profile(
    'brabant',
    'en',
    { sectors: ['electronics', 'agri-food', 'digital'], size: '10-49', languages: ['en', 'nl'] },
    [
      'The region’s office for cooperation: high technology, food and the firms between the two.',
      'ハイテク産業と食産業、その間で活動する企業を支援する、州の国際連携窓口です。',
    ],
    [
      'We open doors at campuses and farms alike, and pay for the first three meetings of any small firm.',
      '研究キャンパスから農場まで幅広くご紹介し、中小企業の最初の3回の商談費用を負担しています。',
    ],
    [
      'Prefectures with small electronics makers that serve farming.',
      '農業分野の電子機器を手がける中小企業がある都道府県との連携を希望しています。',
    ],
  ),
  profile(
    'westsweden',
    'en',
    { sectors: ['mobility', 'renewables'], size: '50-249', languages: ['en', 'sv'] },
    [
      'Shipyards, ports and universities on the west coast of Sweden that take ships off oil.',
      '船舶の脱石油を進める、スウェーデン西海岸の造船所・港湾・大学のクラスターです。',
    ],
    [
      'Members run two ferries on batteries and one on methanol, and publish what breaks.',
      '会員は電池フェリー2隻とメタノール船1隻を運航し、不具合の情報も公開しています。',
    ],
    [
      'A port that will bunker ammonia, and yards that weld for it.',
      'アンモニア燃料の供給に取り組む港湾と、関連設備を製造する造船所を探しています。',
    ],
  ),
  profile(
    'finland',
    'en',
    { sectors: ['energy-intensive', 'construction'], size: '10-49', languages: ['en', 'fi', 'sv'] },
    [
      'A cluster that turns the side streams of paper, metal and fish into raw material.',
      '製紙・金属・水産業の副産物を原料に変える循環経済のクラスターです。',
    ],
    [
      'Sixty firms list what they throw away in one register, with price and chemistry; half of it finds a taker within a month.',
      '60社が廃棄物の成分と価格を共通の台帳に登録し、その半分は1か月以内に引き取り先が見つかります。',
    ],
    [
      'Materials people who work on battery and fibre recycling.',
      '電池や繊維のリサイクルに取り組む素材分野の機関を探しています。',
    ],
  ),
  profile(
    'norte',
    'en',
    { sectors: ['textiles', 'health'], size: '10-49', languages: ['en', 'pt'] },
    [
      'Weavers and engineers in northern Portugal who put sensors into cloth that can be washed.',
      '洗濯できるセンサー付き生地を開発する、ポルトガル北部の織物業者と技術者のネットワークです。',
    ],
    [
      'Seventy mills, most with fewer than fifty people, share one laboratory and one sales office abroad.',
      '従業員50人未満を中心とする70の工場が、一つの研究所と海外営業所を共有しています。',
    ],
    [
      'Care homes and fibre makers for a trial with older people.',
      '高齢者向けの実証に協力いただける介護施設と繊維メーカーを探しています。',
    ],
  ),
  profile(
    'aegean',
    'en',
    { sectors: ['renewables', 'construction'], size: '1-9', languages: ['en', 'el'] },
    [
      'The energy agency of thirteen islands that want to stop burning oil for light and water.',
      '13の島々で、石油に頼らない電力と水の供給を目指すエネルギー機関です。',
    ],
    [
      'Two islands already run on wind and batteries through the winter; the summer is the problem we work on.',
      '2つの島は冬季を風力と蓄電池で賄っており、夏季の需要への対応に取り組んでいます。',
    ],
    [
      'Islands of Okinawa and Kyushu with the same summers.',
      '同じ夏の課題を抱える沖縄・九州の離島との連携を希望しています。',
    ],
  ),
  profile(
    'shannon',
    'en',
    { sectors: ['health', 'digital'], size: '50-249', languages: ['en'] },
    [
      'Eighty firms and three hospitals in the west of Ireland that care for people at home.',
      'アイルランド西部で在宅医療に取り組む、企業80社と3病院のクラスターです。',
    ],
    [
      'Nurses, not sales people, decide which device enters our trial flats; what they refuse goes back with a note.',
      '実証住宅に導入する機器は看護師が選定し、採用しない場合も改善点をお伝えしています。',
    ],
    [
      'Regions with many people over eighty, and firms that listen.',
      '80歳以上の住民が多い地域と、現場の声に耳を傾ける企業を探しています。',
    ],
  ),
  profile(
    'moravia',
    'en',
    { sectors: ['digital', 'electronics'], size: '1-9', languages: ['en', 'cs'] },
    [
      'Workshops in Moravia that make one of something, then ten, then a thousand.',
      '1個の試作から10個、1,000個の量産まで対応する、モラビア地方の工房のネットワークです。',
    ],
    [
      'Thirty small makers share machines and a quality office that signs for all of them together.',
      '30の小規模事業者が設備を共有し、品質保証の窓口を一本化しています。',
    ],
    [
      'Makers in Gifu and Nagano to trade methods with.',
      '岐阜・長野のものづくり企業と、技術や手法の交流を行いたいと考えています。',
    ],
  ),
];
