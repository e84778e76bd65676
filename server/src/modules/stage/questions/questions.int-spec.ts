import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView, QuestionInput, QuestionView, SessionView, StageView } from '@musubi/contracts';
import { crowd } from '../../../../test/builders/meetings.js';
import { newPerson, newOrganiser, type TestPerson } from '../../../../test/builders/people.js';
import { newTalk } from '../../../../test/builders/programmes.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { newKey, startApp, type TestApp } from '../../../../test/start-app.js';
import { askedAtMost } from './question.rules.js';

let app: TestApp;
let event: EventView;
let organiser: TestPerson;
let speaker: TestPerson;
let session: SessionView;
let [ann, ben]: TestPerson[] = [];
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function freshTalk(): Promise<void> {
  ({ event, organiser, speaker, session } = await newTalk(app));
  ann = await newParticipant(app, event.eventId);
  ben = await newParticipant(app, event.eventId);
}
type Person = { cookie: string };
/** A question, or the code of a refusal. */
type Answered = QuestionView & { code?: string };
const ask = (person: Person, text: string, given: Partial<QuestionInput> = {}) =>
  app.http(person).post<Answered>(`/api/sessions/${session.sessionId}/questions`, { text, anonymous: false, ...given });
const vote = (person: Person, { questionId }: QuestionView, key?: string) =>
  app.http(person).put<Answered>(`/api/questions/${questionId}/vote`, {}, key ? { key } : {});
const withdraw = (person: Person, { questionId }: QuestionView) =>
  app.http(person).delete<Answered>(`/api/questions/${questionId}/vote`);
const put = (person: Person, { questionId }: QuestionView, state: string, pinned = false) =>
  app.http(person).put<Answered>(`/api/questions/${questionId}/state`, { state, pinned });
const takeBack = (person: Person, { questionId }: QuestionView) =>
  app.http(person).delete(`/api/questions/${questionId}`);
const seenBy = async (person: Person) =>
  (await app.http(person).get<StageView>(`/api/sessions/${session.sessionId}/stage`)).body.questions;
const texts = async (person: Person) => (await seenBy(person)).map(({ text }) => text);
const moveStage = (to: 'live' | 'end') => app.http(organiser).post(`/api/sessions/${session.sessionId}/stage/${to}`);
const moderateQuestions = (moderate: boolean) =>
  app.http(organiser).put(`/api/events/${event.eventId}/stage-settings`, { moderateQuestions: moderate });

describe('asking', () => {
  it('is seen by all at once, with the name unless it was asked anonymously', async () => {
    await freshTalk();
    const { status, body } = await ask(ann!, 'How long did it take?');
    expect({ status, ...body }).toEqual({
      status: 201,
      questionId: expect.any(String),
      text: 'How long did it take?',
      author: `${ann!.name.givenLatin} ${ann!.name.familyLatin}`,
      askedAt: expect.any(String),
      state: 'visible',
      pinned: false,
      votes: 0,
      voted: false,
      mine: true,
    });
    await ask(ben!, 'Who paid for it?', { anonymous: true });
    const authors = async (person: Person) => (await seenBy(person)).map(({ author, mine }) => [author, mine]);
    const [nameOfAnn, nameOfBen] = [ann!, ben!].map(({ name }) => `${name.givenLatin} ${name.familyLatin}`);
    expect(await authors(ann!)).toEqual([
      [nameOfAnn, true],
      [null, false],
    ]);
    expect(await authors(ben!)).toEqual([
      [nameOfAnn, false],
      [null, true],
    ]);
    expect(await authors(organiser)).toEqual([
      [nameOfAnn, false],
      [nameOfBen, false],
    ]);
    expect(await authors(speaker)).toEqual([
      [nameOfAnn, false],
      [null, false],
    ]);
  });

  it('waits for a moderator where the event says so', async () => {
    await freshTalk();
    expect((await moderateQuestions(true)).body).toEqual({ moderateQuestions: true });
    const { body: question } = await ask(ann!, 'May I?');
    expect(question.state).toBe('queued');
    expect([await texts(ann!), await texts(ben!), await texts(organiser)]).toEqual([['May I?'], [], ['May I?']]);
    expect((await vote(ben!, question)).status).toBe(404);
    expect((await vote(ann!, question)).body.code).toBe('question.wrong_state');
    await put(organiser, question, 'visible');
    expect(await texts(ben!)).toEqual(['May I?']);
  });

  it('is over with the session, and so is voting', async () => {
    await freshTalk();
    const { body: question } = await ask(ann!, 'Before the start?');
    await moveStage('live');
    expect((await ask(ann!, 'While it is live?')).status).toBe(201);
    await moveStage('end');
    expect((await ask(ann!, 'Too late?')).body.code).toBe('stage.wrong_state');
    expect((await vote(ben!, question)).body.code).toBe('stage.wrong_state');
    expect((await withdraw(ben!, question)).body.code).toBe('stage.wrong_state');
  });

  it('asks once however often the button is pressed', async () => {
    await freshTalk();
    const key = newKey();
    const path = `/api/sessions/${session.sessionId}/questions`;
    const send = (text: string) => app.http(ann!).post<Answered>(path, { text, anonymous: false }, { key });
    const [one, two] = await Promise.all([send('Once?'), send('Once?')]);
    expect(one!.body).toEqual(two!.body);
    expect((await send('Another?')).body).toMatchObject({ code: 'idempotency.key_reused' });
    expect(await texts(ben!)).toEqual(['Once?']);
  });

  it('refuses what is no question, and people who do not take part', async () => {
    await freshTalk();
    const path = `/api/sessions/${session.sessionId}/questions`;
    const bodies = [
      { text: 'Hi', anonymous: false },
      { text: '   ', anonymous: false },
      { text: 'x'.repeat(501), anonymous: false },
      { text: 'a bell \u0007 rings', anonymous: false },
      { text: 'What?', anonymous: 'no' },
      { text: 'What?' },
      { text: 'What?', anonymous: false, state: 'answered' },
    ];
    for (const body of bodies) expect((await app.http(ann!).post(path, body)).body.code).toBe('request.invalid');
    const stranger = await newPerson(app);
    expect((await ask(stranger, 'May I?')).body.code).toBe('registration.required');
    expect((await app.http().post(path, bodies[0])).body.code).toBe('login.required');
    const nowhere = `/api/sessions/${crypto.randomUUID()}/questions`;
    expect((await app.http(ann!).post(nowhere, { text: 'What?', anonymous: false })).body.code).toBe('not_found');
    expect(await seenBy(ann!)).toEqual([]);
  });

  it('can be taken back by its author alone', async () => {
    await freshTalk();
    const { body: question } = await ask(ann!, 'A mistake?');
    await vote(ben!, question);
    expect([(await takeBack(ben!, question)).status, (await takeBack(organiser, question)).status]).toEqual([404, 404]);
    expect((await takeBack(ann!, question)).status).toBe(204);
    expect((await takeBack(ann!, question)).status).toBe(404);
    expect(await seenBy(ben!)).toEqual([]);
  });
});

describe('voting', () => {
  it('counts one vote per person, which can be withdrawn', async () => {
    await freshTalk();
    const { body: question } = await ask(ann!, 'Worth it?');
    expect((await vote(ben!, question)).body).toMatchObject({ votes: 1, voted: true, mine: false });
    expect((await vote(ben!, question)).body).toMatchObject({ votes: 1, voted: true });
    expect((await vote(speaker, question)).body).toMatchObject({ votes: 2 });
    expect((await withdraw(ben!, question)).body).toMatchObject({ votes: 1, voted: false });
    expect((await withdraw(ben!, question)).body).toMatchObject({ votes: 1, voted: false });
  });

  it('orders questions alike for everybody: pinned, then by votes, then the older', async () => {
    await freshTalk();
    const questions: QuestionView[] = [];
    for (const text of ['First', 'Second', 'Third', 'Fourth']) questions.push((await ask(ann!, text)).body);
    await vote(ben!, questions[2]!);
    await vote(ann!, questions[2]!);
    await vote(ben!, questions[1]!);
    await put(organiser, questions[3]!, 'visible', true);
    const order = ['Fourth', 'Third', 'Second', 'First'];
    for (const person of [ann!, ben!, speaker, organiser]) expect(await texts(person)).toEqual(order);
  });

  it('loses and doubles nothing when a hundred vote, withdraw and vote again at once', async () => {
    await freshTalk();
    const { body: question } = await ask(ann!, 'Everybody?');
    const people = await crowd(app, event.eventId, 100);
    const answers = await Promise.all(
      people.flatMap((person, i) => {
        const key = newKey();
        // Two devices, one button: the same key twice; every fourth also changes their mind.
        const presses = [vote(person, question, key), vote(person, question, key)];
        return i % 4 === 0 ? [...presses, withdraw(person, question)] : presses;
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const [{ n }] = await app.db.query('SELECT count(*)::int AS n FROM question_vote WHERE question_id = $1', [
      question.questionId,
    ]);
    const own = await Promise.all(people.map(async (person) => (await seenBy(person))[0]!));
    expect(own.filter(({ voted }) => voted)).toHaveLength(n);
    expect(new Set(own.map(({ votes }) => votes))).toEqual(new Set([n]));
    expect(n).toBeGreaterThanOrEqual(75);
    await Promise.all(people.map((person) => vote(person, question)));
    expect((await seenBy(ann!))[0]!.votes).toBe(100);
  }, 60_000);

  it('tells watchers soon, and rarely however many vote', async () => {
    await freshTalk();
    const { body: question } = await ask(ann!, 'Who hears?');
    const people = await crowd(app, event.eventId, 20);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const socket = app.socket(ben!).connect();
    const hints: string[] = [];
    socket.on('hint.given', ({ kind }) => hints.push(kind));
    try {
      await socket.emitWithAck('topic.watch', `session:${session.sessionId}`);
      await Promise.all(people.map((person) => vote(person, question)));
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    } finally {
      socket.close();
    }
    expect(new Set(hints)).toEqual(new Set(['questions.changed']));
    expect(hints.length).toBeGreaterThanOrEqual(2);
    expect(hints.length).toBeLessThanOrEqual(3);
  });

  it('costs the same number of statements for one question and for many', async () => {
    await freshTalk();
    await ask(ann!, 'One?');
    const look = () => countQueries(app, () => seenBy(ben!));
    await look();
    const few = await look();
    for (let i = 0; i < 5; i++) await ask(i % 2 ? ann! : ben!, `More ${i}?`);
    expect(await look()).toBe(few);
  });
});

describe('moderating', () => {
  it('answers, puts away and brings back, and refuses other moves', async () => {
    await freshTalk();
    const moderator = await newOrganiser(app, event.eventId, 'moderator');
    const { body: question } = await ask(ann!, 'Moderate me?');
    expect((await put(moderator, question, 'visible', true)).body).toMatchObject({ state: 'visible', pinned: true });
    expect((await put(moderator, question, 'answered', true)).body).toMatchObject({ state: 'answered', pinned: false });
    expect((await vote(ben!, question)).body.code).toBe('question.wrong_state');
    expect((await put(moderator, question, 'queued')).body.code).toBe('question.wrong_state');
    expect((await put(moderator, question, 'archived')).body.state).toBe('archived');
    expect([await texts(ann!), await texts(moderator)]).toEqual([[], ['Moderate me?']]);
    expect((await put(moderator, question, 'answered')).body.code).toBe('question.wrong_state');
    expect((await put(moderator, question, 'visible')).body.state).toBe('visible');
  });

  it('is for moderators of this event', async () => {
    await freshTalk();
    const { body: question } = await ask(ann!, 'Who may?');
    const here = { event, session };
    const { event: elsewhere } = await newTalk(app);
    ({ event, session } = here);
    const foreign = await newOrganiser(app, elsewhere.eventId, 'moderator');
    const answers = await Promise.all(
      [ann!, ben!, speaker, foreign].map((person) => put(person, question, 'archived')),
    );
    expect(answers.map(({ body }) => body.code)).toEqual([
      'forbidden',
      'forbidden',
      'forbidden',
      'registration.required',
    ]);
    expect((await seenBy(ann!))[0]!.state).toBe('visible');
    const malformed = await app
      .http(organiser)
      .put(`/api/questions/${question.questionId}/state`, { state: 'gone', pinned: 1 });
    expect(malformed.body.code).toBe('request.invalid');
    const unknown = await put(organiser, { ...question, questionId: crypto.randomUUID() as never }, 'visible');
    expect(unknown.status).toBe(404);
  });

  it('is switched on by organisers alone', async () => {
    await freshTalk();
    const path = `/api/events/${event.eventId}/stage-settings`;
    expect((await app.http(organiser).get(path)).body).toEqual({ moderateQuestions: false });
    expect((await app.http(ann!).put(path, { moderateQuestions: true })).status).toBe(404);
    expect((await app.http(organiser).put(path, { moderateQuestions: 'yes' })).body.code).toBe('request.invalid');
    const nowhere = `/api/events/${crypto.randomUUID()}/stage-settings`;
    expect((await app.http(organiser).put(nowhere, { moderateQuestions: true })).status).toBe(404);
  });
});

describe('one person', () => {
  it('asks so many questions in a session and no more, also at once; others may still, and one that is taken back makes room', async () => {
    await freshTalk();
    const { body: first } = await ask(ann!, 'The first of many');
    await app.db.query(
      `INSERT INTO question (session_id, event_id, user_id, text, anonymous, state, asked_at)
       SELECT session_id, event_id, user_id, text || ' ' || n, anonymous, state, asked_at
       FROM question CROSS JOIN generate_series(2, $2) AS n WHERE id = $1`,
      [first.questionId, askedAtMost - 1],
    );
    const answers = await Promise.all(['How?', 'When?', 'Why?'].map((text) => ask(ann!, `${text} And by whom?`)));
    expect(answers.map(({ body }) => body.code ?? 'asked').sort()).toEqual([
      'asked',
      'question.too_many',
      'question.too_many',
    ]);
    expect((await ask(ben!, 'Mine as well?')).status).toBe(201);
    await takeBack(ann!, first);
    expect((await ask(ann!, 'And now?')).status).toBe(201);
  });
});
