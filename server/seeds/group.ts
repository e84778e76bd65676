import type { InterpreterInput, PersonName } from '@musubi/contracts';
import type { DemoStory } from '../src/modules/identity/index.js';
import type { DemoKit } from '../src/demo/demo-kit.js';
import type { Cast } from './cast.ts';
import { meetingOf } from './papers.ts';
import type { PersonKey } from './people.ts';
import { staysIn, type Taking } from './stays.ts';

const named = (
  givenLatin: string,
  familyLatin: string,
  [givenLocal, familyLocal]: [string, string],
  [givenKana, familyKana]: [string, string],
): PersonName => ({ givenLatin, familyLatin, givenLocal, familyLocal, givenKana, familyKana });

/** Two who interpret at the conference; nobody of them exists. */
const interpreters: readonly InterpreterInput[] = [
  {
    address: 'mika.ogawa@interpreters.example',
    name: named('Mika', 'Ogawa', ['美香', '小川'], ['ミカ', 'オガワ']),
    pairs: [
      ['en', 'ja'],
      ['de', 'ja'],
    ],
    available: [],
    inARow: 2,
    breakMinutes: 20,
  },
  {
    address: 'jun.kitamura@interpreters.example',
    name: named('Jun', 'Kitamura', ['純', '北村'], ['ジュン', 'キタムラ']),
    pairs: [
      ['en', 'ja'],
      ['fr', 'ja'],
    ],
    available: [],
    inARow: 3,
    breakMinutes: 15,
  },
];

/** Three organisations at one table, on the first day. */
const three = { from: 'elodie', to: 'emi', guest: 'kenichi', slot: 4 } as const satisfies Record<
  string,
  PersonKey | number
>;

/** The interpreters, a meeting of three organisations with one of them, one that still lacks an interpreter, and an invitation that waits. */
export async function meetInGroups(kit: DemoKit, cast: Cast, eventId: string): Promise<void> {
  for (const interpreter of interpreters) await kit.interpreters.add(await cast.by('thomas'), eventId, interpreter);
  const participants = new Map((await kit.participants.ofEvent(eventId)).map((one) => [one.userId, one.participantId]));
  const participant = (key: PersonKey) => participants.get(cast.user(key)) as never;
  const slots = (await kit.blocks.ofEvent(eventId)).flatMap((block) => block.slots);
  const slotId = slots.sort((a, b) => a.startsAt.localeCompare(b.startsAt))[three.slot]!.slotId;
  const { requestId } = await kit.sending.send(await cast.by(three.from), eventId, {
    to: participant(three.to),
    reason:
      'Lyon, Kofu and Koriyama each tested a refuelling point through a winter. Let us put the three logs side by side.',
    opportunityIds: [],
    slotIds: [slotId],
    language: 'en',
    people: [{ participantId: participant(three.guest), part: 'required' }],
    interpretation: ['en', 'ja'],
  });
  const guest = await cast.by(three.guest);
  const [invitation] = await kit.guests.mine(guest.actor, eventId);
  await kit.guests.accept(guest, invitation!.guestId);
  await kit.answering.accept(await cast.by(three.to), requestId, { slotId });
  const lacking = await meetingOf(kit, cast, eventId, ['miyu', 'carmen']);
  if (lacking) await kit.interpreters.want(await cast.by('miyu'), lacking.requestId, ['es', 'ja']);
  const asked = await meetingOf(kit, cast, eventId, ['martina', 'sakura']);
  if (asked) {
    await kit.guests.invite(await cast.by('martina'), asked.requestId, [
      { participantId: participant('clara'), part: 'optional' },
    ]);
  }
}

/** The three are in their room. */
export async function groupsMeet(kit: DemoKit, cast: Cast, eventId: string, takes: Taking): Promise<void> {
  const meeting = await meetingOf(kit, cast, eventId, [three.from, three.to]);
  if (meeting?.state !== 'confirmed' || !takes(meeting)) return;
  const seen = await kit.rooms.presence('meeting', [meeting.id]);
  if (seen.get(meeting.id)!.length > 0 || (await kit.wordsOf([meeting.id])).get(meeting.id)!.length > 0) return;
  await kit.inTx((tx) => kit.rooms.remember(tx, ...staysIn(meeting, undefined)));
}

/** The interpreter whom the demo's door shows. */
export async function interpreterOf(kit: DemoKit, eventId: string): Promise<DemoStory['people']> {
  const [first] = (await kit.interpreters.ofEvent(eventId)).interpreters;
  if (!first) return [];
  return [
    {
      userId: first.userId,
      organisation: '',
      side: 'jp',
      role: 'interpreter',
      about: {
        en: 'Interprets between English, German and Japanese; has a meeting of three organisations on the first day.',
        ja: '英語・ドイツ語と日本語の通訳です。第1日に3組織の面談を担当します。',
      },
    },
  ];
}
