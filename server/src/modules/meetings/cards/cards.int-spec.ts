import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import type { MeetingCards, MyCard } from '@musubi/contracts';
import {
  code as coded,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
} from '../../../../test/builders/meetings.js';
import { newOrganiser } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { newKey, startApp, type TestApp } from '../../../../test/start-app.js';

const code = (answer: { status: number; body: object }) => coded(answer).filter(Boolean).join(' ');

type Person = Awaited<ReturnType<typeof newParticipant>>;

let app: TestApp;
let scene: MeetingEvent;
let european: Person;
let japanese: Person;
let meetingId: string;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, scene.event.eventId));
  meetingId = (await meet(app, scene.event.eventId, european, japanese, scene.slots[0]!)).meetingId;
});

const path = (to?: Person) => `/api/meetings/${meetingId}/cards${to ? `/${to.participantId}` : ''}`;
const offer = (by: Person, to: Person, key = newKey()) => app.http(by).put<MeetingCards>(path(to), {}, { key });
const takeBack = (by: Person, to: Person) => app.http(by).delete<MeetingCards>(path(to));
const cards = async (person: Person) => (await app.http(person).get<MeetingCards>(path())).body;
const states = async () =>
  Promise.all([european, japanese].map(async (one) => (await cards(one)).people.map(({ state }) => state).join()));
const vcf = (by: Person, of: Person, version = '3.0') => app.http(by).get(`${path(of)}/card.vcf?version=${version}`);
const sees = async (who: Person, whom: Person) => JSON.stringify((await cards(who)).people).includes(whom.address);
const addCard = (person: Person, card: Partial<MyCard>) =>
  app.http(person).put<MyCard>('/api/me/card', { title: null, phone: null, website: null, ...card });

describe('two people of a meeting', () => {
  it.each([
    ['the one who asked first', () => [european, japanese] as const],
    ['the one who was asked first', () => [japanese, european] as const],
  ])('see each other’s card when both have offered, %s', async (_, order) => {
    const [first, second] = order();
    await addCard(first, { title: 'Head of cooperation', phone: '＋49 711−1234', website: 'https://example.org/' });
    expect(await states()).toEqual(['none', 'none']);
    await offer(first, second);
    expect([(await cards(first)).people[0]!.state, (await cards(second)).people[0]!.state]).toEqual([
      'offered',
      'received',
    ]);
    expect([await sees(first, second), await sees(second, first)]).toEqual([false, false]);
    expect([code(await vcf(first, second)), code(await vcf(second, first))]).toEqual([
      '404 not_found',
      '404 not_found',
    ]);
    await offer(second, first);
    expect(await states()).toEqual(['exchanged', 'exchanged']);
    const [got] = (await cards(second)).people;
    expect(got).toEqual({
      participantId: first.participantId,
      name: got!.name,
      state: 'exchanged',
      open: true,
      card: {
        name: got!.name,
        organisation: expect.objectContaining({ nameLatin: expect.any(String) }),
        department: null,
        title: 'Head of cooperation',
        address: first.address,
        phone: '+49 711-1234',
        website: 'https://example.org/',
      },
      exchangedAt: expect.any(String),
    });
    const file = await vcf(second, first);
    expect([
      file.status,
      file.headers.get('content-type'),
      file.body.replaceAll('\r\n ', '').includes(`:${first.address}\r\n`),
    ]).toEqual([200, 'text/vcard; charset=utf-8', true]);
    expect((await vcf(second, first, '4.0')).body).toContain('VERSION:4.0\r\n');
  });

  it('see title and department in both languages that were given', async () => {
    const titles = {
      ...{ jobTitle: '港湾課長', jobTitleOther: 'Harbour Director' },
      ...{ department: '港湾課', departmentOther: null },
    };
    const officer = await newParticipant(app, scene.event.eventId, 'JP-27', titles);
    const asked = await meet(app, scene.event.eventId, european, officer, scene.slots[1]!);
    const place = (whom: Person) => `/api/meetings/${asked.meetingId}/cards/${whom.participantId}`;
    await app.http(officer).put(place(european));
    await app.http(european).put(place(officer));
    const { body } = await app.http(european).get<MeetingCards>(`/api/meetings/${asked.meetingId}/cards`);
    expect(body.people[0]!.card).toMatchObject({ title: '港湾課長 / Harbour Director', department: '港湾課' });
  });

  it('who offer at one instant exchange; each is told, and each offer counts once', async () => {
    const key = newKey();
    await Promise.all([
      offer(european, japanese, key),
      offer(japanese, european),
      offer(european, japanese, key),
      offer(japanese, european),
    ]);
    expect(await states()).toEqual(['exchanged', 'exchanged']);
    const { entries } = (await app.http(japanese).get('/api/me/feed?after=0')).body;
    expect(entries.filter(({ kind }: { kind: string }) => kind === 'card.changed')).toEqual([
      expect.objectContaining({ ids: { meetingId, eventId: scene.event.eventId } }),
      expect.objectContaining({ ids: { meetingId, eventId: scene.event.eventId } }),
    ]);
  });

  it('take theirs back until the other has it, and not after', async () => {
    await offer(european, japanese);
    expect((await takeBack(european, japanese)).body.people[0]!.state).toBe('none');
    await offer(japanese, european);
    expect(await states()).toEqual(['received', 'offered']);
    await offer(european, japanese);
    expect(code(await takeBack(european, japanese))).toBe('409 card.exchanged');
    expect(await states()).toEqual(['exchanged', 'exchanged']);
  });

  it('one taking back while the other offers: exchanged, or not offered at all', async () => {
    for (let round = 0; round < 20; round++) {
      await app.db.query('DELETE FROM meeting_card');
      await offer(european, japanese);
      const [back, given] = await Promise.all([takeBack(european, japanese), offer(japanese, european)]);
      expect([code(back), ...(await states())]).toEqual(
        back.status === 200 ? ['200', 'received', 'offered'] : ['409 card.exchanged', 'exchanged', 'exchanged'],
      );
      // What was taken back has not been shown either.
      expect(given.body.people[0]!.state).toBe(back.status === 200 ? 'offered' : 'exchanged');
    }
  });

  it('get the card as it was offered, whatever changes later', async () => {
    await addCard(european, { phone: '+49 711 10000' });
    await offer(european, japanese);
    await offer(japanese, european);
    await addCard(european, { phone: '+49 170 555555' });
    expect((await cards(japanese)).people[0]!.card!.phone).toBe('+49 711 10000');
    expect((await cards(european)).mine.phone).toBe('+49 170 555555');
  });
});

describe('a block', () => {
  const block = () => app.http(japanese).put(`/api/me/blocks/${european.userId}`, {});

  it('ends what was only offered, and offers nothing more', async () => {
    await offer(european, japanese);
    await block();
    expect((await app.db.query('SELECT FROM meeting_card WHERE meeting_id = $1', [meetingId])).length).toBe(0);
    expect([code(await offer(japanese, european)), code(await offer(european, japanese))]).toEqual([
      '409 card.closed',
      '409 card.closed',
    ]);
  });

  it('hides what was exchanged, as if it had never been', async () => {
    await offer(european, japanese);
    await offer(japanese, european);
    await block();
    expect([await states(), await sees(european, japanese), code(await vcf(european, japanese))]).toEqual([
      ['none', 'none'],
      false,
      '404 not_found',
    ]);
    expect((await cards(european)).people[0]!.open).toBe(false);
  });

  it('at the instant of the exchange: nobody who is blocked sees a card', async () => {
    await offer(european, japanese);
    await Promise.all([block(), offer(japanese, european)]);
    expect([await sees(european, japanese), await sees(japanese, european)]).toEqual([false, false]);
  });
});

test('a cancelled meeting exchanges none, and keeps what was', async () => {
  await offer(european, japanese);
  await offer(japanese, european);
  await app.http(japanese).post(`/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null });
  expect([code(await offer(european, japanese)), await sees(japanese, european)]).toEqual(['409 card.closed', true]);
});

test('in a meeting of more, cards go from one to one', async () => {
  const third = await newParticipant(app, scene.event.eventId);
  await app.db.query(
    `INSERT INTO meeting_seat (meeting_id, occupant_id, kind, participant_id, side, part, slot_id, during, live)
     SELECT meeting_id, $2, 'user', $3, 2, 'required', slot_id, during, live FROM meeting_seat WHERE meeting_id = $1 LIMIT 1`,
    [meetingId, third.userId, third.participantId],
  );
  await offer(european, japanese);
  await offer(japanese, european);
  await offer(third, japanese);
  expect((await cards(third)).people.map(({ state }) => state)).toEqual(['none', 'offered']);
  expect([await sees(third, japanese), await sees(third, european), await sees(japanese, third)]).toEqual([
    false,
    false,
    false,
  ]);
});

test('nobody else sees, offers or takes: no participant, no organiser; and none goes to somebody who is not there', async () => {
  await offer(european, japanese);
  await offer(japanese, european);
  const other = await newParticipant(app, scene.event.eventId);
  const organiser = await newOrganiser(app, scene.event.eventId);
  for (const person of [other, organiser] as Person[]) {
    const tried = [
      await app.http(person).get(path()),
      await app.http(person).put(path(european)),
      await app.http(person).delete(path(european)),
      await app.http(person).get(`${path(european)}/card.vcf`),
    ];
    expect(tried.map(code)).toEqual(Array(4).fill('404 not_found'));
  }
  expect([code(await offer(european, other)), code(await offer(european, european))]).toEqual([
    '404 not_found',
    '404 not_found',
  ]);
});

test.each([
  ['a phone of letters', { phone: 'call me' }],
  ['a phone of two lines', { phone: '+49 711\n1234' }],
  ['a page that runs', { website: 'javascript:alert(1)' }],
  ['a page of no site', { website: 'example' }],
  ['a title of two lines', { title: 'Head\r\nTEL:1' }],
  ['a title too long', { title: 'x'.repeat(121) }],
])('%s is not taken for a card', async (_, card) => {
  expect(code(await addCard(european, card))).toBe('400 request.invalid');
});
