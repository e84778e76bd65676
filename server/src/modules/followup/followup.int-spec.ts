import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CaseView,
  FollowUpItem,
  FunnelRecord,
  FunnelStep,
  FunnelView,
  MeetingView,
  OutcomeInput,
  RegionHeat,
} from '@musubi/contracts';
import { funnelSteps } from '@musubi/contracts';
import { after, ask, meet, type MeetingEvent, newMeetingEvent, wasInRoom } from '../../../test/builders/meetings.js';
import { welcome } from '../../../test/builders/organisations.js';
import { newOrganiser, type TestPerson } from '../../../test/builders/people.js';
import { newParticipant } from '../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

const outcome = (given: Partial<OutcomeInput> = {}): OutcomeInput => ({
  result: 'met',
  followUp: 'agreed',
  nextStep: null,
  nextStepOwner: null,
  nextStepDue: null,
  kind: null,
  note: null,
  ...given,
});
const claim = outcome({
  nextStep: 'A joint test of two sensors',
  nextStepOwner: 'both',
  nextStepDue: '2027-04-01',
  kind: 'joint-project',
});

describe('after the meetings', () => {
  let app: TestApp;
  let scene: MeetingEvent;
  let eventId: string;
  let european: Person;
  let colleague: Person;
  let japanese: Person;
  let other: Person;
  /** Held; one side only; nobody came; cancelled; not over yet. */
  let held: MeetingView;
  let missed: MeetingView;
  let empty: MeetingView;
  let cancelled: MeetingView;
  let coming: MeetingView;

  const tell = (person: TestPerson, meeting: MeetingView, said: OutcomeInput) =>
    app.http(person).put(`/api/meetings/${meeting.meetingId}/outcome`, said);
  const followUp = async (person: TestPerson) =>
    (await app.http(person).get<FollowUpItem[]>(`/api/events/${eventId}/follow-up`)).body;
  const funnel = async () =>
    (await app.http(scene.organiser).get<FunnelView>(`/api/organise/funnel?eventId=${eventId}`)).body;
  const records = async (step: FunnelStep, more = '') =>
    (await app.http(scene.organiser).get<FunnelRecord[]>(`/api/organise/funnel/${step}?eventId=${eventId}${more}`))
      .body;
  const counts = async () => Object.fromEntries((await funnel()).steps.map(({ step, count }) => [step, count]));
  const caseOf = async (person: TestPerson, meeting: MeetingView) =>
    (await followUp(person)).find((item) => item.meeting.meetingId === meeting.meetingId)!.case;

  beforeAll(async () => {
    app = await startApp();
    scene = await newMeetingEvent(app);
    eventId = scene.event.eventId;
    const { slots } = scene;
    european = await newParticipant(app, eventId, 'DE1');
    colleague = await newParticipant(app, eventId, 'DE1', {
      organisation: { choose: 'existing', organisationId: european.organisationId as never },
    });
    await welcome(app, european);
    japanese = await newParticipant(app, eventId, 'JP-27');
    other = await newParticipant(app, eventId, 'JP-23');
    held = await meet(app, eventId, european, japanese, slots[0]!);
    missed = await meet(app, eventId, european, other, slots[1]!);
    empty = await meet(app, eventId, colleague, japanese, slots[2]!);
    cancelled = await meet(app, eventId, colleague, other, slots[3]!);
    coming = await meet(app, eventId, japanese, other, slots[5]!);
    await app.http(other).post(`/api/meetings/${cancelled.meetingId}/cancel`, { reason: 'clash', note: null });
    for (const person of [european, japanese]) {
      await wasInRoom(app, held, person.userId, after(held.startsAt, -2), after(held.startsAt, 18));
    }
    await wasInRoom(app, missed, european.userId, after(missed.startsAt, 0), after(missed.endsAt, 0));
    await app.jumpTo(after(slots[3]!.startsAt, 1));
    await app.jobs.runSweeps();
  });
  afterAll(() => app.close());

  it('presence settles what was held, missed, and nobody came to', async () => {
    const mine = async (person: TestPerson) =>
      (await app.http(person).get<MeetingView[]>(`/api/events/${eventId}/meetings`)).body.map((one) => [
        one.meetingId,
        one.state,
      ]);
    expect(await mine(european)).toEqual([
      [held.meetingId, 'held'],
      [missed.meetingId, 'no_show'],
    ]);
    expect(await mine(colleague)).toEqual([
      [empty.meetingId, 'not_held'],
      [cancelled.meetingId, 'cancelled'],
    ]);
  });

  it('an outcome is asked for until it is given, and the other side is shown once both have answered', async () => {
    expect(await followUp(japanese)).toMatchObject([
      { meeting: { meetingId: empty.meetingId, outcomeDue: true }, mine: null, theirs: null },
      { meeting: { meetingId: held.meetingId, outcomeDue: true }, mine: null, theirs: null, case: null },
    ]);
    expect((await counts())['unanswered']).toBe(1);
    const given = await tell(european, held, claim);
    expect(given).toMatchObject({ status: 200, body: { ...claim, by: european.participantId, corrections: 0 } });
    expect((await followUp(japanese)).at(-1)).toMatchObject({
      mine: null,
      theirs: null,
      meeting: { outcomeDue: true },
    });
    expect((await followUp(european)).at(-1)).toMatchObject({
      mine: { nextStep: claim.nextStep },
      theirs: null,
      meeting: { outcomeDue: false },
    });
    expect((await counts())['unanswered']).toBe(0);
  });

  it('a named step with owner and date claims a case, which is not counted while one side says so', async () => {
    expect(await caseOf(european, held)).toMatchObject({
      status: 'initiated',
      level: 'claimed',
      title: claim.nextStep,
      kind: 'joint-project',
      nextStepDue: '2027-04-01',
      disputed: false,
      mayConfirm: false,
      meetingIds: [held.meetingId],
    });
    expect(await caseOf(japanese, held)).toMatchObject({ level: 'claimed', mayConfirm: true });
    expect((await funnel()).steps.find(({ step }) => step === 'initiated')).toEqual({
      step: 'initiated',
      count: 0,
      levels: { claimed: 1, confirmed: 0, verified: 0 },
      ofHeld: 0,
    });
  });

  it('a colleague does not confirm it; staff do not verify what nobody else confirmed', async () => {
    const { caseId } = (await caseOf(european, held))!;
    const confirm = (person: { cookie: string }) => app.http(person).post(`/api/cases/${caseId}/confirm`);
    expect(await confirm(european)).toMatchObject({ status: 409, body: { code: 'case.same_party' } });
    expect(await confirm(colleague)).toMatchObject({ status: 409, body: { code: 'case.same_party' } });
    expect(await confirm(other)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await app.http(scene.organiser).post(`/api/cases/${caseId}/verify`)).toMatchObject({
      status: 409,
      body: { code: 'case.wrong_state' },
    });
    expect(await app.http(japanese).post(`/api/cases/${caseId}/verify`)).toMatchObject({ status: 404 });
  });

  it('who says that nothing follows disputes it; a correction is kept beside the first answer', async () => {
    await tell(japanese, held, outcome({ followUp: 'none' }));
    expect(await caseOf(european, held)).toMatchObject({ level: 'claimed', disputed: true });
    const corrected = await tell(japanese, held, outcome({ note: 'I had mixed up two meetings' }));
    expect(corrected.body).toMatchObject({ corrections: 1, followUp: 'agreed' });
    expect(await caseOf(european, held)).toMatchObject({ level: 'confirmed', disputed: false });
    const kept = await app.db.query('SELECT follow_up FROM outcome WHERE participant_id = $1 ORDER BY revision', [
      japanese.participantId,
    ]);
    expect(kept).toEqual([{ follow_up: 'none' }, { follow_up: 'agreed' }]);
    expect((await followUp(european)).at(-1)!.theirs).toEqual({
      followUp: 'agreed',
      nextStep: null,
      nextStepOwner: null,
      nextStepDue: null,
      kind: null,
      at: expect.any(String),
    });
  });

  it('confirmed it counts, and staff verify it once', async () => {
    expect(await counts()).toMatchObject({
      requested: 5,
      confirmed: 4,
      held: 1,
      follow_up: 1,
      initiated: 1,
      drafted: 0,
    });
    const { caseId } = (await caseOf(european, held))!;
    const verify = () => app.http(scene.organiser).post<CaseView>(`/api/cases/${caseId}/verify`);
    expect(await verify()).toMatchObject({ status: 200, body: { level: 'verified', mayConfirm: false } });
    expect(await verify()).toMatchObject({ status: 200, body: { level: 'verified' } });
    expect((await funnel()).steps.find(({ step }) => step === 'initiated')!.levels).toEqual({
      claimed: 0,
      confirmed: 0,
      verified: 1,
    });
    expect(await app.http(japanese).post(`/api/cases/${caseId}/confirm`)).toMatchObject({
      status: 409,
      body: { code: 'case.wrong_state' },
    });
  });

  it('both say that they met though the room saw nobody: held, declared apart from measured', async () => {
    await tell(colleague, empty, outcome({ followUp: 'perhaps' }));
    expect(await counts()).toMatchObject({ held: 1 });
    await tell(japanese, empty, claim);
    expect(await counts()).toMatchObject({ held: 2 });
    const settled = await app.db.query('SELECT id, settled_from FROM meeting WHERE id = ANY ($1) ORDER BY id', [
      [held.meetingId, empty.meetingId].sort(),
    ]);
    expect(settled).toEqual(
      [
        { id: held.meetingId, settled_from: 'presence' },
        { id: empty.meetingId, settled_from: 'declaration' },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });

  it('another meeting of the same organisations joins their case', async () => {
    expect(await caseOf(colleague, empty)).toMatchObject({
      caseId: (await caseOf(european, held))!.caseId,
      meetingIds: [held.meetingId, empty.meetingId].sort(),
    });
  });

  it('has as many records behind each number as the number says', async () => {
    for (const { step, count } of (await funnel()).steps)
      expect([step, (await records(step)).length]).toEqual([step, count]);
    expect(await records('initiated')).toMatchObject([
      {
        kind: 'case',
        state: 'initiated verified',
        people: expect.arrayContaining([european.name]),
      },
    ]);
    expect((await records('held')).map(({ id }) => id)).toEqual([held.meetingId, empty.meetingId]);
  });

  it('shows who met whom by region, each number with its records', async () => {
    const { body } = await app.http(scene.organiser).get<RegionHeat>(`/api/organise/heat?eventId=${eventId}`);
    expect(body).toEqual({ eu: ['DE1'], jp: ['JP-27'], cells: [{ eu: 'DE1', jp: 'JP-27', held: 2, cases: 1 }] });
    const behind = async (step: FunnelStep, jp: string) => (await records(step, `&eu=DE1&jp=${jp}`)).length;
    expect([await behind('held', 'JP-27'), await behind('initiated', 'JP-27')]).toEqual([2, 1]);
    expect([await behind('held', 'JP-23'), await behind('initiated', 'JP-23')]).toEqual([0, 0]);
    expect((await app.http(scene.organiser).get('/api/organise/funnel/held?eu=DE1')).status).toBe(400);
  });

  it('another party confirms outside of the meeting’s form, once, and then may not again', async () => {
    const watched = await app.db.query('SELECT count(*)::int AS n FROM case_statement');
    await tell(european, missed, claim);
    const { caseId } = (await caseOf(european, missed))!;
    expect((await records('initiated', '&level=claimed')).map(({ id }) => id)).toEqual([caseId]);
    expect((await records('initiated', '&level=verified')).map(({ id }) => id)).not.toContain(caseId);
    const confirm = () => app.http(other).post<CaseView>(`/api/cases/${caseId}/confirm`);
    expect(await confirm()).toMatchObject({
      status: 200,
      body: { level: 'confirmed', mayConfirm: false, disputed: false },
    });
    expect(await confirm()).toMatchObject({ status: 200, body: { level: 'confirmed' } });
    expect(await app.db.query('SELECT count(*)::int AS n FROM case_statement')).toEqual([{ n: watched[0].n + 1 }]);
    expect((await counts())['initiated']).toBe(2);
    await tell(other, missed, outcome({ result: 'i_was_absent', followUp: 'none' }));
    expect(await caseOf(european, missed)).toMatchObject({ level: 'confirmed', disputed: true });
  });

  it('refuses an outcome before the meeting, of a cancelled one, and of somebody else', async () => {
    expect(await tell(other, coming, claim)).toMatchObject({ status: 409, body: { code: 'outcome.not_yet' } });
    expect(await tell(other, cancelled, claim)).toMatchObject({ status: 409, body: { code: 'outcome.wrong_state' } });
    expect(await tell(other, held, claim)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await tell(scene.organiser, held, claim)).toMatchObject({ status: 404 });
    expect(await tell(european, held, { ...claim, sneaky: 1 } as never)).toMatchObject({ status: 400 });
  });

  it('gives figures to organisers of the event alone', async () => {
    const limited = await newOrganiser(app, eventId);
    const stranger = await newOrganiser(app, randomUUID());
    for (const path of ['funnel', 'funnel/held', 'cases', 'heat']) {
      expect(await app.http(european).get(`/api/organise/${path}?eventId=${eventId}`)).toMatchObject({ status: 404 });
      expect(await app.http().get(`/api/organise/${path}`)).toMatchObject({ status: 401 });
      expect(await app.http(stranger).get(`/api/organise/${path}?eventId=${eventId}`)).toMatchObject({ status: 404 });
      expect(await app.http(limited).get(`/api/organise/${path}`)).toMatchObject({ status: 200 });
    }
    expect(await app.http(scene.organiser).get('/api/organise/funnel/unheard-of')).toMatchObject({ status: 400 });
    const { body } = await app.http(stranger).get<FunnelView>('/api/organise/funnel');
    expect(body.steps.map(({ count }) => count)).toEqual(funnelSteps.map(() => 0));
  });

  it('tells organisers who watch that a number changed', async () => {
    const socket = app.socket(scene.organiser);
    socket.connect();
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    expect(await socket.emitWithAck('topic.watch', `organise:${eventId}`)).toMatchObject({ ok: true });
    const heard = new Promise((resolve) => socket.once('hint.given', resolve));
    await tell(european, missed, outcome({ result: 'partner_absent', followUp: 'none' }));
    expect(await heard).toEqual({ topic: `organise:${eventId}`, kind: 'funnel.changed', ids: { eventId } });
    socket.disconnect();
    const participant = app.socket(european);
    participant.connect();
    await new Promise<void>((resolve) => participant.once('connect', () => resolve()));
    expect(await participant.emitWithAck('topic.watch', `organise:${eventId}`)).toMatchObject({ ok: false });
    participant.disconnect();
  });

  it('still lets nobody ask for a meeting in the past', async () => {
    expect(await ask(app, eventId, european, other, [scene.slots[0]!])).toMatchObject({
      status: 409,
      body: { code: 'meeting.slot_past' },
    });
  });
});
