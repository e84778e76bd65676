import type { DemoRole, DemoStory } from '../src/modules/identity/index.js';
import type { Cast } from './cast.ts';
import { demoStops } from './events.ts';
import { organisations } from './organisations.ts';
import { people, type PersonKey } from './people.ts';

type Row = readonly [key: PersonKey, role: DemoRole['role'], en: string, ja: string];

/** Whom the demo's door shows, and what each of them is about to do. */
const rows: readonly Row[] = [
  [
    'clara',
    'participant',
    'Has test benches to lend and looks for a partner in Osaka. Ask Aiko Tanaka for a meeting.',
    '試験設備の貸出先を大阪で探しています。田中愛子さんに面談を申し込んでみてください。',
  ],
  [
    'aiko',
    'participant',
    'Works in Japanese, looks for test benches for fourteen small firms. Answers what waits for her.',
    '日本語で利用しています。中小企業14社のための試験設備を探しており、届いた申し込みに回答します。',
  ],
  [
    'kenichi',
    'participant',
    'Meets Clara on the second day, and has proposed another time to somebody in the Ruhr.',
    '第2日にクララ・ヴァイスさんと面談します。ルール地方の方には別の日時を提案しています。',
  ],
  [
    'giulia',
    'participant',
    'Offers half a stand in Milan; waits for an answer from Osaka.',
    'ミラノの共同ブースを提供しており、大阪からの回答を待っています。',
  ],
  [
    'haruka',
    'participant',
    'Wrote a safety file that European ports want to read. At the conference she meets Clara first.',
    '欧州の港湾が注目する安全基準を作成しました。年次会議では、まずクララ・ヴァイスさんと面談します。',
  ],
  [
    'sakura',
    'participant',
    'Works in Japanese and has asked Stuttgart for a first talk in English.',
    '日本語で利用しています。シュトゥットガルトに英語での面談を申し込みました。',
  ],
  [
    'misaki',
    'participant',
    'Shares meetings with a colleague in Hokkaido: one was handed over, and he acts for her.',
    '北海道の同僚と面談を分担しています。1件は引き継ぎ済みで、同僚が代理を務めます。',
  ],
  [
    'sho',
    'participant',
    'Works in Japanese and acts for Misaki Kobayashi: requests, times and meetings.',
    '日本語で利用しています。小林美咲さんの代理として、申込み・日時・面談の手続きを行います。',
  ],
  [
    'jan',
    'participant',
    'A colleague has left, and nobody comes to her meeting yet. Choose who does.',
    '同僚が参加を取りやめ、面談の担当者が決まっていません。担当者を選んでみてください。',
  ],
  ['naoko', 'speaker', 'Speaks on the first day: keynote and open stage.', '第1日の基調講演と公開質問会に登壇します。'],
  [
    'thomas',
    'organiser',
    'Runs the event: people, programme, stage and meetings.',
    '運営担当です。参加者、プログラム、配信、面談を管理します。',
  ],
  [
    'marie',
    'owner',
    'Heads the helpdesk on the European side; follows what comes of it all.',
    'ヘルプデスク責任者（EU側）です。その後の成果を確認します。',
  ],
  [
    'yumi',
    'owner',
    'Heads the helpdesk on the Japanese side, with the same rights.',
    'ヘルプデスク責任者（日本側）です。EU側と同じ権限を持っています。',
  ],
];

export function storyOf(cast: Cast, conferenceSlug: string): DemoStory {
  return {
    conferenceSlug,
    people: rows.map(([key, role, en, ja]) => {
      const { nameLatin, regionCode } = organisations[people[key].organisation];
      const side = regionCode.startsWith('JP') ? 'jp' : 'eu';
      return { userId: cast.user(key), organisation: nameLatin, side, role, about: { en, ja } };
    }),
    stops: [
      {
        at: new Date(demoStops.booking).toISOString(),
        label: { en: 'Two weeks before: requests and answers', ja: '2週間前：申し込みと回答' },
      },
      {
        at: new Date(demoStops.live).toISOString(),
        label: { en: 'First day of the conference, 09:16 in Brussels', ja: '年次会議第1日 17時16分（日本時間）' },
      },
      {
        at: new Date(demoStops.followup).toISOString(),
        label: { en: 'Two months later: what came of it', ja: '2か月後：その後の成果' },
      },
    ],
  };
}
