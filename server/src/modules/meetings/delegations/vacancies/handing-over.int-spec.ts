import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  AgendaItem,
  ColleagueChoice,
  DelegationRow,
  DelegationView,
  HandedOver,
  MeetingRequestView,
  MeetingView,
} from '@musubi/contracts';
import { type Delegate, newDelegation } from '../../../../../test/builders/delegations.js';
import {
  accept,
  after,
  code,
  deadlocks,
  doubleBookings,
  meet,
  type MeetingEvent,
  newMeetingEvent,
} from '../../../../../test/builders/meetings.js';
import { newOrganiser } from '../../../../../test/builders/people.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';
import { Vacancies } from './vacancies.service.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let partner: Delegate;
let first: Delegate;
let second: Delegate;
let backup: Delegate;
let meeting: MeetingView;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
});
afterAll(() => app.close());
beforeEach(async () => {
  partner = await newParticipant(app, eventId);
  [first, second, backup] = (await newDelegation(app, eventId, { size: 3, parts: { 2: 'backup' } })) as [
    Delegate,
    Delegate,
    Delegate,
  ];
  meeting = await meet(app, eventId, partner, first, scene.slots[0]!);
});

const handOver = (
  person: Delegate | { cookie: string },
  to: { participantId: string },
  id: string = meeting.meetingId,
) => app.http(person).post<HandedOver>(`/api/meetings/${id}/hand-over`, { to: to.participantId });
const handBack = (person: Delegate | { cookie: string }, id = meeting.meetingId) =>
  app.http(person).post<HandedOver>(`/api/meetings/${id}/hand-back`);
const read = (person: { cookie: string }, id = meeting.meetingId) =>
  app.http(person).get<MeetingView>(`/api/meetings/${id}`);
const comes = async (id = meeting.meetingId) =>
  (await read(partner, id)).body.sides
    .filter(({ side }) => side === 1)
    .map(({ participant }) => participant.participantId);
const agenda = async (person: Delegate) =>
  (await app.http(person).get<AgendaItem[]>(`/api/events/${eventId}/agenda`)).body.map(({ sourceId }) => sourceId);
/** To whom letters about the meeting went since the last look, with what their calendar part does. */
const letters = async () => {
  await app.db.query('DELETE FROM captured_mail');
  return async () => {
    await app.jobs.drain();
    const rows = (await app.db.query(
      `SELECT to_address AS address, calendar->>'method' AS method, subject FROM captured_mail ORDER BY to_address, at`,
    )) as { address: string; method: string | null; subject: string }[];
    return rows;
  };
};

describe('handing over', () => {
  it('is told in the request’s history, to both sides: who was asked first, and who took over; the log says of which meeting', async () => {
    const history = async (person: { cookie: string }) =>
      (await app.http(person).get<MeetingRequestView>(`/api/meeting-requests/${meeting.requestId}`)).body;
    const before = await history(partner);
    expect(before).not.toHaveProperty('standIns');
    await handOver(first, second);
    const { to, standIns } = await history(partner);
    expect(to.participantId).toBe(second.participantId);
    const at = expect.any(String);
    expect(standIns).toEqual([{ side: 'to', from: before.to.name, to: to.name, at }]);
    expect((await history(second)).standIns).toEqual(standIns);
    await handBack(first);
    expect((await history(first)).standIns).toEqual([
      ...standIns!,
      { side: 'to', from: to.name, to: before.to.name, at },
    ]);
    const log = (await app.http(first).get<DelegationView>(`/api/events/${eventId}/delegation`)).body.handovers;
    const { meetingId, startsAt } = meeting;
    expect(log.map((one) => [one.why, one.meetingId, one.startsAt, one.partner])).toEqual([
      ['handed_back', meetingId, startsAt, before.from.name],
      ['handed_over', meetingId, startsAt, before.from.name],
    ]);
  });

  it('keeps time, room, conversation and history; everything of the old one ends, and the new one has it', async () => {
    await app
      .http(partner)
      .post(`/api/meeting-requests/${meeting.requestId}/messages`, { text: 'Shall we bring samples?' });
    const before = (await read(partner)).body;
    const { status, body } = await handOver(first, second);
    expect([status, body.from?.participantId, body.to.participantId]).toEqual([
      200,
      first.participantId,
      second.participantId,
    ]);
    const { meetingId, requestId, startsAt, slotId, reason } = before;
    expect((await read(partner)).body).toMatchObject({
      meetingId,
      requestId,
      startsAt,
      slotId,
      reason,
      state: 'confirmed',
    });
    expect(await comes()).toEqual([second.participantId]);
    expect([await agenda(first), await agenda(second)]).toEqual([[], [meetingId]]);
    for (const path of [
      `meetings/${meetingId}`,
      `meetings/${meetingId}/brief`,
      `meeting-requests/${requestId}/messages`,
    ]) {
      expect([path, (await app.http(first).get(`/api/${path}`)).status]).toEqual([path, 404]);
      expect([path, (await app.http(second).get(`/api/${path}`)).status]).toEqual([path, 200]);
    }
    expect((await app.http(first).post(`/api/meetings/${meetingId}/ticket`)).status).toBe(404);
    const thread = await app.http(second).get(`/api/meeting-requests/${requestId}/messages`);
    expect(thread.body.messages.map(({ text }: { text: string }) => text)).toEqual(['Shall we bring samples?']);
    const { body: history } = await app.http(partner).get<MeetingRequestView>(`/api/meeting-requests/${requestId}`);
    expect(history.history.map(({ did }) => did)).toEqual(['requested', 'accepted']);
  });

  it('ends what the old one watches at once', async () => {
    const socket = app.socket(first);
    const connected = new Promise((resolve) => socket.once('connect', () => resolve(null)));
    socket.connect();
    await connected;
    const watch = () =>
      socket.timeout(2_000).emitWithAck('topic.watch', `meeting:${meeting.meetingId}`) as Promise<{ ok: boolean }>;
    expect((await watch()).ok).toBe(true);
    await handOver(first, second);
    expect((await watch()).ok).toBe(false);
    socket.disconnect();
  });

  it('writes to the three whom it concerns and to nobody else', async () => {
    await app.jobs.drain();
    const look = await letters();
    const sequence = async () =>
      (await app.db.query('SELECT sequence FROM meeting WHERE id = $1', [meeting.meetingId]))[0].sequence as number;
    const before = await sequence();
    await handOver(first, second);
    expect(await sequence()).toBe(before + 1);
    expect((await look()).map(({ address, method }) => [address, method])).toEqual(
      [
        [first.address, 'CANCEL'],
        [partner.address, 'REQUEST'],
        [second.address, 'REQUEST'],
      ].toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
    );
  });

  it('needs a colleague who is free, and names those who are', async () => {
    const other = await newParticipant(app, eventId);
    // The second is engaged then.
    const asked = await meet(app, eventId, other, first, scene.slots[1]!);
    await handOver(first, second, asked.meetingId);
    const late = await meet(app, eventId, await newParticipant(app, eventId), backup, scene.slots[1]!);
    expect(late.state).toBe('confirmed');
    const clash = await meet(app, eventId, await newParticipant(app, eventId), first, scene.slots[2]!);
    const move = await meet(app, eventId, await newParticipant(app, eventId), second, scene.slots[2]!);
    expect(move.state).toBe('confirmed');
    const refused = await handOver(first, second, clash.meetingId);
    expect(code(refused)).toEqual([409, 'handover.not_free']);
    const { alternatives } = (refused.body as never as { data: { alternatives: ColleagueChoice[] } }).data;
    expect(alternatives.map(({ participant, free }) => [participant.participantId, free])).toEqual([
      [backup.participantId, true],
    ]);
    const { body: all } = await app.http(first).get<ColleagueChoice[]>(`/api/meetings/${clash.meetingId}/colleagues`);
    expect(all.map(({ participant, free, part }) => [participant.participantId, free, part])).toEqual([
      [backup.participantId, true, 'backup'],
      [second.participantId, false, 'required'],
    ]);
    expect(await comes(meeting.meetingId)).toEqual([first.participantId]);
  });

  it('can be undone by whoever gave it, by whoever has it and by the administrator', async () => {
    for (const person of [first, second]) {
      await handOver(first, second);
      expect((await handBack(person)).status).toBe(200);
      expect(await comes()).toEqual([first.participantId]);
    }
    expect(code(await handBack(await newParticipant(app, eventId)))).toEqual([404, 'not_found']);
    expect(code(await handBack(partner))).toEqual([409, 'handover.nothing_to_undo']);
    const other = await meet(app, eventId, await newParticipant(app, eventId), second, scene.slots[1]!);
    expect(code(await handBack(second, other.meetingId))).toEqual([409, 'handover.nothing_to_undo']);
  });

  it('is for its people and their delegation alone, and only to a colleague', async () => {
    const stranger = await newParticipant(app, eventId);
    const [other] = (await newDelegation(app, eventId)) as [Delegate];
    const organiser = await newOrganiser(app, eventId);
    for (const person of [stranger, other, organiser]) {
      expect(code(await handOver(person, second))).toEqual([404, 'not_found']);
      expect((await app.http(person).get(`/api/meetings/${meeting.meetingId}/colleagues`)).status).toBe(404);
    }
    expect(code(await handOver(first, other))).toEqual([422, 'handover.unknown_colleague']);
    expect(code(await handOver(first, partner))).toEqual([422, 'handover.unknown_colleague']);
    expect(code(await handOver(first, { participantId: randomUUID() }))).toEqual([422, 'handover.unknown_colleague']);
    expect(code(await handOver(first, { participantId: 'x' }))).toEqual([400, 'request.invalid']);
    expect(code(await handOver(first, second, randomUUID()))).toEqual([404, 'not_found']);
    await app.http(partner).put(`/api/me/blocks/${second.userId}`);
    expect(code(await handOver(first, second))).toEqual([422, 'handover.unknown_colleague']);
    expect(await comes()).toEqual([first.participantId]);
  });

  it('takes an open request to move the meeting along', async () => {
    const asked = await app.http(partner).post<MeetingRequestView>(`/api/meetings/${meeting.meetingId}/reschedule`, {
      slotIds: [scene.slots[3]!.slotId],
      note: null,
    });
    await handOver(first, second);
    expect((await app.http(first).get(`/api/meeting-requests/${asked.body.requestId}`)).status).toBe(200);
    const moved = await accept(app, second, asked.body.requestId, scene.slots[3]!);
    expect([moved.status, moved.body.meetingId, moved.body.slotId]).toEqual([
      201,
      meeting.meetingId,
      scene.slots[3]!.slotId,
    ]);
    expect([await agenda(first), await agenda(second)]).toEqual([[], [meeting.meetingId]]);
  });

  it('beside a cancellation, a move and a block leaves one truth and nobody booked twice', async () => {
    const rounds = await Promise.all(
      scene.slots.slice(1, 5).map(async (slot) => {
        const other = await newParticipant(app, eventId);
        const one = await meet(app, eventId, other, first, slot);
        return { other, id: one.meetingId };
      }),
    );
    for (const { other, id } of rounds) {
      const reschedule = app
        .http(other)
        .post(`/api/meetings/${id}/reschedule`, { slotIds: [scene.slots[5]!.slotId], note: null });
      const cancel = app.http(other).post(`/api/meetings/${id}/cancel`, { reason: 'ill', note: null });
      const block = app.http(second).put(`/api/me/blocks/${other.userId}`);
      const answers = await Promise.all([
        handOver(first, second, id),
        reschedule,
        cancel,
        block,
        handOver(first, backup, id),
      ]);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      const { body } = await read(other, id);
      const seated = body.sides.filter(({ side }) => side === 1).length;
      expect([body.state, seated]).toEqual(['cancelled', 1]);
    }
    const left = (await app.db.query(
      `SELECT count(*)::int AS open FROM meeting_request JOIN meeting_reschedule ON request_id = id
       JOIN meeting ON meeting.id = meeting_id WHERE turn IS NOT NULL AND meeting.state = 'cancelled'`,
    )) as { open: number }[];
    expect([left[0]!.open, await doubleBookings(app), await deadlocks(app)]).toEqual([0, 0, 0]);
  });

  it('to two colleagues at once is won by one', async () => {
    const answers = await Promise.all([handOver(first, second), handOver(second, backup), handBack(first)]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await comes()).toHaveLength(1);
    expect([await doubleBookings(app), await deadlocks(app)]).toEqual([0, 0]);
  });
});

describe('a side without anybody', () => {
  const withdraw = (person: Delegate) => app.http(person).post(`/api/events/${eventId}/registration/withdraw`);
  const unassigned = async () =>
    (await app.http(scene.organiser).get(`/api/organise/events/${eventId}/unassigned`)).body as { meetingId: string }[];

  it('is left by whoever withdraws from a pool: the meeting stands, colleagues and organisers see it', async () => {
    await app.jobs.drain();
    const look = await letters();
    expect((await withdraw(first)).status).toBe(200);
    expect((await read(partner)).body.state).toBe('confirmed');
    expect(await comes()).toEqual([]);
    const { body } = await app.http(second).get(`/api/events/${eventId}/delegation`);
    expect(body.meetings).toMatchObject([{ meetingId: meeting.meetingId, memberId: null, mayHandOver: true }]);
    expect(await unassigned()).toEqual(
      expect.arrayContaining([expect.objectContaining({ meetingId: meeting.meetingId, left: first.name, free: 2 })]),
    );
    const written = await look();
    expect(written.filter(({ address }) => [second.address, backup.address].includes(address))).toHaveLength(2);
    expect(written.filter(({ address }) => address === partner.address)).toEqual([]);
    expect((await handOver(second, second)).status).toBe(200);
    expect(await comes()).toEqual([second.participantId]);
    expect((await unassigned()).map(({ meetingId }) => meetingId)).not.toContain(meeting.meetingId);
  });

  it('is found somebody by organisers, in its place: logged, and told like any other hand-over', async () => {
    const organisationId = first.organisationId;
    const path = `/api/organise/events/${eventId}/delegations/${organisationId}/unassigned/${meeting.meetingId}`;
    const fill = (to: { participantId: string }, person: { cookie: string } = scene.organiser, at = path) =>
      app.http(person).post<HandedOver>(at, { to: to.participantId });
    const lacking = async () =>
      (await app.http(scene.organiser).get<DelegationRow[]>(`/api/organise/events/${eventId}/delegations`)).body.find(
        ({ organisation }) => organisation.organisationId === organisationId,
      );
    // Where somebody comes there is nobody to be found.
    expect([code(await fill(second)), await comes()]).toEqual([[409, 'meeting.wrong_state'], [first.participantId]]);
    await withdraw(first);
    expect(await lacking()).toMatchObject({ mode: 'pool', members: 2, unassigned: 1 });
    const { body: choices } = await app.http(scene.organiser).get<ColleagueChoice[]>(path);
    expect(choices.map(({ participant, free }) => [participant.participantId, free])).toEqual(
      expect.arrayContaining([
        [second.participantId, true],
        [backup.participantId, true],
      ]),
    );
    const other = await newParticipant(app, eventId);
    expect((await fill(second, first)).status).toBe(404);
    expect((await fill(other)).body).toMatchObject({ code: 'handover.unknown_colleague' });
    const elsewhere = path.replace(organisationId, other.organisationId);
    expect((await fill(second, scene.organiser, elsewhere)).status).toBe(409);
    const look = await letters();
    expect(await fill(second)).toMatchObject({
      status: 200,
      body: { from: null, to: { participantId: second.participantId } },
    });
    expect([await comes(), (await lacking())?.unassigned]).toEqual([[second.participantId], 0]);
    expect((await look()).map(({ address }) => address)).toEqual(
      expect.arrayContaining([second.address, partner.address]),
    );
    const logged = (await app.db.query(`SELECT did FROM audit_entry WHERE subject_id = $1`, [
      meeting.meetingId,
    ])) as object[];
    expect(logged).toEqual([{ did: 'meeting.handed_over' }]);
  });

  it('is left by whoever leaves the organisation, too', async () => {
    const { body } = await app.http(second).get('/api/me/organisations');
    const [mine] = body as { mine: { affiliationId: string } }[];
    await handOver(first, second);
    await app.http(second).post(`/api/affiliations/${mine!.mine.affiliationId}/end`);
    expect(await comes()).toEqual([]);
    expect((await read(second)).status).toBe(404);
  });

  it('is moved by nobody until somebody comes', async () => {
    await withdraw(first);
    const move = async () =>
      code(
        await app.http(partner).post(`/api/meetings/${meeting.meetingId}/reschedule`, {
          slotIds: [scene.slots[4]!.slotId],
          note: null,
        }),
      );
    expect(await move()).toEqual([409, 'participant.unavailable']);
    await handOver(second, second);
    expect((await move())[0]).toBe(201);
  });

  it('is cancelled where everybody keeps a calendar of their own', async () => {
    await app.http(first).put(`/api/events/${eventId}/delegation`, { mode: 'own', parts: [] });
    await withdraw(first);
    expect((await read(partner)).body).toMatchObject({ state: 'cancelled' });
  });
});

describe('twelve hours before', () => {
  it('a backup comes; where nobody is free the organisers are told, once', async () => {
    const lone = await newDelegation(app, eventId);
    const alone = await meet(app, eventId, await newParticipant(app, eventId), lone[0]!, scene.slots[5]!);
    await meet(app, eventId, await newParticipant(app, eventId), lone[1]!, scene.slots[5]!);
    for (const person of [first, lone[0]!]) await app.http(person).post(`/api/events/${eventId}/registration/withdraw`);
    const sweep = () => app.transactions.run((tx) => app.app.get(Vacancies).askBackups(tx));
    await app.jumpTo(after(meeting.startsAt, -12 * 60 - 1));
    expect(await sweep()).toBe(0);
    expect(await comes()).toEqual([]);
    await app.jumpTo(after(meeting.startsAt, -12 * 60 + 1));
    await sweep();
    expect(await comes()).toEqual([backup.participantId]);
    await app.jumpTo(after(alone.startsAt, -11 * 60));
    await sweep();
    await sweep();
    await app.jobs.drain();
    const told = await app.db.query(
      `SELECT count(*)::int AS told FROM captured_mail WHERE to_address = $1 AND subject LIKE '%nobody%'`,
      [scene.organiser.address],
    );
    expect(told).toEqual([{ told: 1 }]);
  });
});
