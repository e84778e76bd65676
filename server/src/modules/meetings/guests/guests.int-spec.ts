import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  AgendaItem,
  GroupSlot,
  GuestInvitation,
  GuestView,
  MeetingRequestView,
  MeetingView,
} from '@musubi/contracts';
import {
  accept,
  ask,
  code as statusAndCode,
  doubleBookings,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  requestInput,
} from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

const code = (answer: { status: number; body: unknown }) => statusAndCode(answer as never).join(' ');

type Person = Awaited<ReturnType<typeof newParticipant>>;

describe('further people', () => {
  let app: TestApp;
  let scene: MeetingEvent;
  let eventId: string;
  let european: Person;
  let japanese: Person;
  let third: Person;
  beforeAll(async () => {
    app = await startApp();
    scene = await newMeetingEvent(app);
    eventId = scene.event.eventId;
  }, 60_000);
  afterAll(() => app.close());
  beforeEach(async () => {
    ({ european, japanese } = await newPair(app, eventId));
    third = await newParticipant(app, eventId, 'FR1');
  });

  const askWith = (slots: number[], people: { participantId: string; part: string }[]) =>
    app.http(european).post<MeetingRequestView>(
      `/api/events/${eventId}/meeting-requests`,
      requestInput(
        japanese,
        slots.map((slot) => scene.slots[slot]!),
        { people } as never,
      ),
    );
  const asked = (person: Person, part = 'required') => ({ participantId: person.participantId, part });
  const invitations = async (person: Person) =>
    (await app.http(person).get<GuestInvitation[]>(`/api/events/${eventId}/guest-invitations`)).body;
  const answer = async (person: Person, verb: 'accept' | 'decline', guestId?: string) =>
    app
      .http(person)
      .post<GuestInvitation>(`/api/guests/${guestId ?? (await invitations(person))[0]!.guestId}/${verb}`, {});
  const invite = (by: Person, requestId: string, people: object[]) =>
    app.http(by).post<GuestView[]>(`/api/meeting-requests/${requestId}/guests`, { people });
  const guests = async (person: Person, requestId: string) =>
    (await app.http(person).get<GuestView[]>(`/api/meeting-requests/${requestId}/guests`)).body.map(
      ({ participant, side, part, state }) => [participant.participantId, side, part, state],
    );
  const seen = async (person: Person, meetingId: string) =>
    (await app.http(person).get<MeetingView>(`/api/meetings/${meetingId}`)).body;
  const seats = ({ sides }: MeetingView) => sides.map(({ participant, side }) => [participant.participantId, side]);
  const agenda = async (person: Person) =>
    (await app.http(person).get<AgendaItem[]>(`/api/events/${eventId}/agenda`)).body.map(({ sourceId, startsAt }) => [
      sourceId,
      startsAt,
    ]);

  it('named in a request accept first, and are booked with it', async () => {
    const { status, body } = await askWith([0, 1], [asked(third)]);
    expect(status).toBe(201);
    const [invitation] = await invitations(third);
    expect(invitation).toMatchObject({
      state: 'invited',
      side: 2,
      part: 'required',
      meeting: null,
      from: { participantId: european.participantId },
      to: { participantId: japanese.participantId },
      slots: [{ open: true }, { open: true }],
    });
    expect((await answer(third, 'accept')).body).toMatchObject({ state: 'accepted', meeting: null });
    const booked = await accept(app, japanese, body.requestId, scene.slots[1]!);
    expect(booked.status).toBe(201);
    expect(seats(booked.body)).toEqual([
      [european.participantId, 0],
      [japanese.participantId, 1],
      [third.participantId, 2],
    ]);
    for (const person of [european, japanese, third])
      expect(await agenda(person)).toEqual([[booked.body.meetingId, scene.slots[1]!.startsAt]]);
    expect((await invitations(third))[0]).toMatchObject({ meeting: { meetingId: booked.body.meetingId }, slots: [] });
  });

  it('read their invitations in as many queries for one as for three, whatever became of them', async () => {
    const askedBy = async (from: Person, to: Person, slots: number[]) => {
      const proposed = slots.map((slot) => scene.slots[slot]!);
      const path = `/api/events/${eventId}/meeting-requests`;
      const sent = await app
        .http(from)
        .post<MeetingRequestView>(path, requestInput(to, proposed, { people: [asked(third)] } as never));
      expect(sent.status).toBe(201);
      return sent.body;
    };
    const others = [await newPair(app, eventId), await newPair(app, eventId)] as const;
    await askedBy(european, japanese, [0, 1]);
    const count = () => countQueries(app, () => invitations(third));
    const one = await count();
    await askedBy(others[0].european, others[0].japanese, [2]);
    const last = await askedBy(others[1].japanese, others[1].european, [3, 1]);
    expect(await count()).toBe(one);
    const all = await invitations(third);
    expect(all.map(({ from, slots }) => [from.participantId, slots.map(({ slotId }) => slotId)])).toEqual([
      [others[1].japanese.participantId, last.slots.map(({ slotId }) => slotId)],
      [others[0].european.participantId, [scene.slots[2]!.slotId]],
      [european.participantId, [scene.slots[0]!.slotId, scene.slots[1]!.slotId]],
    ]);
    // Each is read by itself as it stands in the list.
    for (const each of all) {
      expect((await app.http(third).get<GuestInvitation>(`/api/guests/${each.guestId}`)).body).toEqual(each);
    }
  });

  it('without whom it is not booked make the slot taken when they are elsewhere, and all are told other times that suit everybody', async () => {
    const { body } = await askWith([0, 1], [asked(third)]);
    await answer(third, 'accept');
    const other = await newParticipant(app, eventId, 'JP-13');
    await meet(app, eventId, third, other, scene.slots[0]!);
    await meet(app, eventId, await newParticipant(app, eventId, 'DE1'), third, scene.slots[2]!);
    const refused = await accept(app, japanese, body.requestId, scene.slots[0]!);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'meeting.slot_taken', data: { slotId: scene.slots[0]!.slotId, cannot: [third.participantId] } },
    });
    const { alternatives } = (refused.body as unknown as { data: { alternatives: { slotId: string }[] } }).data;
    expect(alternatives).toHaveLength(3);
    expect(alternatives.map(({ slotId }) => slotId)).not.toContain(scene.slots[2]!.slotId);
    expect((await accept(app, japanese, body.requestId, scene.slots[1]!)).status).toBe(201);
  });

  it('who need not be there do not stand in the way: the meeting is booked and they are told', async () => {
    const { body } = await askWith([0], [asked(third, 'observer')]);
    await answer(third, 'accept');
    await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[0]!);
    const booked = await accept(app, japanese, body.requestId, scene.slots[0]!);
    expect(seats(booked.body)).toEqual([
      [european.participantId, 0],
      [japanese.participantId, 1],
    ]);
    expect(await guests(european, body.requestId)).toEqual([[third.participantId, 2, 'observer', 'expired']]);
  });

  it('have to suit the times that are proposed', async () => {
    await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[0]!);
    expect(await askWith([0], [asked(third)])).toMatchObject({
      status: 409,
      body: { code: 'meeting.slot_taken', data: { cannot: [third.participantId] } },
    });
    expect((await askWith([0], [asked(third, 'optional')])).status).toBe(201);
  });

  it('have to suit what is proposed instead of it: its times are those of everybody without whom it is not booked', async () => {
    const { body } = await askWith([1, 2], [asked(third)]);
    await answer(third, 'accept');
    await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[0]!);
    const slots = `/api/meeting-requests/${body.requestId}/slots`;
    for (const one of [european, japanese]) {
      const { body: seen } = await app.http(one).get<GroupSlot[]>(slots);
      expect(seen.slice(0, 2).map(({ state, cannot }) => [state === 'busy', cannot])).toEqual([
        [true, [third.participantId]],
        [false, []],
      ]);
    }
    expect((await app.http(third).get(slots)).status).toBe(404);
  });

  it('see and are seen in the slots that suit all, never why', async () => {
    await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[0]!);
    const ids = [japanese, third].map(({ participantId }) => participantId).join(',');
    const { body } = await app.http(european).get<GroupSlot[]>(`/api/events/${eventId}/group-slots?with=${ids}`);
    expect(body.slice(0, 2).map(({ state, cannot }) => [state, cannot])).toEqual([
      ['busy', [third.participantId]],
      [expect.stringMatching(/free|late/), []],
    ]);
  });

  describe('of a meeting that stands', () => {
    let meeting: MeetingView;
    beforeEach(async () => {
      meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
    });

    it('are invited by either side, take their seat, and may leave; the meeting goes on', async () => {
      expect((await invite(japanese, meeting.requestId, [asked(third)])).status).toBe(201);
      expect((await answer(third, 'accept')).body).toMatchObject({
        state: 'accepted',
        meeting: { meetingId: meeting.meetingId },
      });
      expect(seats(await seen(european, meeting.meetingId))).toEqual([
        [european.participantId, 0],
        [japanese.participantId, 1],
        [third.participantId, 2],
      ]);
      expect((await answer(third, 'decline')).body).toMatchObject({ state: 'declined' });
      expect(seats(await seen(european, meeting.meetingId))).toHaveLength(2);
      expect(await agenda(third)).toEqual([]);
      expect(await guests(european, meeting.requestId)).toEqual([[third.participantId, 2, 'required', 'declined']]);
      expect((await seen(european, meeting.meetingId)).state).toBe('confirmed');
    });

    it('a colleague comes on the side of their organisation', async () => {
      const colleague = await newParticipant(app, eventId, 'JP-27', {
        organisation: { choose: 'existing', organisationId: japanese.organisationId as never },
      });
      await invite(japanese, meeting.requestId, [asked(colleague)]);
      await answer(colleague, 'accept');
      expect(seats(await seen(european, meeting.meetingId))[2]).toEqual([colleague.participantId, 1]);
    });

    it('may not cancel it, move it or invite others, and say no for themselves alone', async () => {
      await invite(japanese, meeting.requestId, [asked(third)]);
      const [{ guestId }] = (await invitations(third)) as [GuestInvitation];
      expect(code(await answer(european, 'accept', guestId))).toBe('404 not_found');
      await answer(third, 'accept');
      const post = (path: string, body: object) => app.http(third).post(`/api/${path}`, body);
      expect([
        code(await post(`meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null })),
        code(await post(`meetings/${meeting.meetingId}/reschedule`, { slotIds: [scene.slots[3]!.slotId], note: null })),
        code(
          await post(`meeting-requests/${meeting.requestId}/guests`, {
            people: [asked(await newParticipant(app, eventId))],
          }),
        ),
      ]).toEqual(['409 meeting.guests_leave', '409 meeting.guests_leave', '409 meeting.guests_leave']);
    });

    it('are asked once, and refused without a word why where they cannot be reached', async () => {
      const hidden = await newParticipant(app, eventId, 'FR1', { directory: 'nobody' });
      const blocked = await newParticipant(app, eventId, 'FR1');
      await app.db.query('INSERT INTO person_block (by_user_id, user_id) VALUES ($1, $2)', [
        blocked.userId,
        japanese.userId,
      ]);
      const elsewhere = await newParticipant(app, (await newMeetingEvent(app)).event.eventId);
      await invite(japanese, meeting.requestId, [asked(third)]);
      const answers = [];
      for (const person of [third, japanese, hidden, blocked, elsewhere])
        answers.push(code(await invite(european, meeting.requestId, [asked(person)])));
      expect(answers).toEqual([
        '409 guest.duplicate',
        '409 guest.duplicate',
        '409 participant.unavailable',
        '409 participant.unavailable',
        '409 participant.unavailable',
      ]);
      expect(code(await invite(third, meeting.requestId, [asked(third)]))).toBe('404 not_found');
      expect(await guests(european, meeting.requestId)).toHaveLength(1);
    });

    it('are asked not to come by the two, and are free again', async () => {
      await invite(japanese, meeting.requestId, [asked(third)]);
      await answer(third, 'accept');
      const [{ guestId }] = (await invitations(third)) as [GuestInvitation];
      const withdrawn = await app.http(european).post<GuestView[]>(`/api/guests/${guestId}/withdraw`, {});
      expect(withdrawn).toMatchObject({ status: 200, body: [{ state: 'withdrawn' }] });
      expect(await agenda(third)).toEqual([]);
      expect(code(await answer(third, 'accept', guestId))).toBe('409 guest.wrong_state');
    });

    it('move with it, and who cannot is said', async () => {
      await invite(japanese, meeting.requestId, [asked(third)]);
      await answer(third, 'accept');
      await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[3]!);
      const move = (slot: number) =>
        app.http(european).post<MeetingRequestView>(`/api/meetings/${meeting.meetingId}/reschedule`, {
          slotIds: [scene.slots[slot]!.slotId],
          note: null,
        });
      expect(await move(3)).toMatchObject({ status: 409, body: { data: { cannot: [third.participantId] } } });
      const { body } = await move(4);
      expect((await accept(app, japanese, body.requestId, scene.slots[4]!)).status).toBe(201);
      for (const person of [european, japanese])
        expect(await agenda(person)).toEqual([[meeting.meetingId, scene.slots[4]!.startsAt]]);
      expect(await agenda(third)).toContainEqual([meeting.meetingId, scene.slots[4]!.startsAt]);
    });

    it('have to suit what is proposed instead, by whichever side; the times to move it are those of all', async () => {
      await invite(japanese, meeting.requestId, [asked(third)]);
      await answer(third, 'accept');
      await meet(app, eventId, third, await newParticipant(app, eventId, 'JP-13'), scene.slots[3]!);
      for (const [by, other] of [
        [european, japanese],
        [japanese, european],
      ] as const) {
        const { body: choices } = await app.http(by).get<GroupSlot[]>(`/api/meetings/${meeting.meetingId}/slots`);
        expect(choices).toHaveLength(scene.slots.length);
        expect(choices[3]).toMatchObject({ state: 'busy', cannot: [third.participantId] });
        expect(choices[4]).toMatchObject({ state: expect.stringMatching(/free|late/), cannot: [] });
        const sent = await app.http(by).post<MeetingRequestView>(`/api/meetings/${meeting.meetingId}/reschedule`, {
          slotIds: [scene.slots[4]!.slotId],
          note: null,
        });
        const instead = (slot: number) =>
          app.http(other).post<MeetingRequestView>(`/api/meeting-requests/${sent.body.requestId}/counter`, {
            slotIds: [scene.slots[slot]!.slotId],
            note: null,
          });
        const refused = await instead(3);
        expect(code(refused)).toBe('409 meeting.slot_taken');
        expect(refused.body).toMatchObject({
          data: { cannot: [third.participantId], alternatives: [{ cannot: [] }, { cannot: [] }, { cannot: [] }] },
        });
        expect((await instead(5)).status).toBe(200);
        await app.http(by).post(`/api/meeting-requests/${sent.body.requestId}/withdraw`);
      }
    });

    it('are counted when times are offered for one that was lost, without the meeting itself', async () => {
      await app.http(japanese).put(`/api/events/${eventId}/availability/limits`, {
        gapMinutes: 0,
        perDay: 1,
        quietUntil: null,
        quiet: false,
      });
      const sent = await app.http(european).post<MeetingRequestView>(`/api/meetings/${meeting.meetingId}/reschedule`, {
        slotIds: [scene.slots[4]!.slotId],
        note: null,
      });
      expect(sent.status).toBe(201);
      await meet(app, eventId, european, await newParticipant(app, eventId, 'JP-13'), scene.slots[4]!);
      const late = await accept(app, japanese, sent.body.requestId, scene.slots[4]!);
      expect(code(late)).toBe('409 meeting.slot_taken');
      expect(late.body).toMatchObject({ data: { alternatives: [{}, {}, {}] } });
    });

    it('are free when it is cancelled, and whoever had not answered is asked no more', async () => {
      const fourth = await newParticipant(app, eventId, 'DE2');
      await invite(japanese, meeting.requestId, [asked(third), asked(fourth)]);
      await answer(third, 'accept');
      await app.http(european).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null });
      expect(await agenda(third)).toEqual([]);
      expect(await guests(european, meeting.requestId)).toEqual([
        [third.participantId, 2, 'required', 'expired'],
        [fourth.participantId, 3, 'required', 'expired'],
      ]);
      expect(code(await answer(fourth, 'accept'))).toBe('409 guest.wrong_state');
    });

    it('do not come when one of the people blocks them, without a word', async () => {
      await invite(japanese, meeting.requestId, [asked(third)]);
      await answer(third, 'accept');
      const blocked = await app.http(european).put(`/api/me/blocks/${third.userId}`, {});
      if (blocked.status >= 300) throw new Error(`${blocked.status} ${JSON.stringify(blocked.body)}`);
      expect(seats(await seen(japanese, meeting.meetingId))).toHaveLength(2);
      expect(await agenda(third)).toEqual([]);
    });

    it('who leave the event leave the meeting, and it goes on', async () => {
      await invite(japanese, meeting.requestId, [asked(third)]);
      await answer(third, 'accept');
      await app.http(third).post(`/api/events/${eventId}/registration/withdraw`, {});
      expect(seats(await seen(japanese, meeting.meetingId))).toHaveLength(2);
      expect((await seen(japanese, meeting.meetingId)).state).toBe('confirmed');
    });

    it('asked to two meetings at one time come to one of them', async () => {
      const pair = await newPair(app, eventId);
      const beside = await meet(app, eventId, pair.european, pair.japanese, scene.slots[0]!);
      await invite(japanese, meeting.requestId, [asked(third)]);
      await invite(pair.japanese, beside.requestId, [asked(third)]);
      const ids = (await invitations(third)).map(({ guestId }) => guestId);
      const answers = await Promise.all(ids.map((id) => answer(third, 'accept', id)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await agenda(third)).toHaveLength(1);
      expect(await doubleBookings(app)).toBe(0);
    });
  });

  it('who accept while the request is accepted are booked with it or take their seat after, never lost', async () => {
    for (let round = 0; round < 6; round++) {
      const pair = await newPair(app, eventId);
      const guest = await newParticipant(app, eventId, 'FR1');
      const slot = scene.slots[round % scene.slots.length]!;
      const sent = await app
        .http(pair.european)
        .post<MeetingRequestView>(
          `/api/events/${eventId}/meeting-requests`,
          requestInput(pair.japanese, [slot], { people: [asked(guest)] } as never),
        );
      const [{ guestId }] = (await invitations(guest)) as [GuestInvitation];
      const [come, booked] = await Promise.all([
        answer(guest, 'accept', guestId),
        accept(app, pair.japanese, sent.body.requestId, slot),
      ]);
      expect([come.status, booked.status]).toEqual([200, 201]);
      expect(seats(await seen(pair.european, booked.body.meetingId))).toHaveLength(3);
      expect(await agenda(guest)).toEqual([[booked.body.meetingId, slot.startsAt]]);
    }
  }, 60_000);

  describe('of two who ask each other', () => {
    // Many people: an event takes in only so many.
    beforeAll(async () => {
      scene = await newMeetingEvent(app);
      eventId = scene.event.eventId;
    });
    const askBack = (from: Person, to: Person, slots: number[], given: object) =>
      app.http(from).post<MeetingRequestView>(
        `/api/events/${eventId}/meeting-requests`,
        requestInput(
          to,
          slots.map((slot) => scene.slots[slot]!),
          given as never,
        ),
      );
    const wanted = async (person: Person, requestId: string) =>
      (await app.http(person).get(`/api/meeting-requests/${requestId}/interpretation`)).body.languages;

    it('are asked to come to the meeting, whoever was second, at once or one after the other; an interpreter is wanted', async () => {
      for (let round = 0; round < 6; round++) {
        const [one, other, another] = [await newPair(app, eventId), await newPair(app, eventId), third];
        const { european: mine, japanese: theirs } = other;
        const both = [
          { people: [asked(mine), asked(another, 'optional')] },
          { people: [asked(theirs), asked(another)] },
        ];
        const [first, second] = [
          () => askBack(one.european, one.japanese, [round], { ...both[0], interpretation: ['en', 'ja'] }),
          () => askBack(one.japanese, one.european, [round], { ...both[1], interpretation: ['de', 'ja'] }),
        ];
        const answers = round % 2 ? await Promise.all([first(), second()]) : [await first(), await second()];
        expect(answers.map(({ status }) => status)).toEqual([201, 201]);
        const { requestId, meetingId } = answers.find(({ body }) => body.meetingId)!.body;
        const named = (await guests(one.european, requestId)).map(([id]) => id);
        expect(named.toSorted()).toEqual([mine, theirs, another].map(({ participantId }) => participantId).toSorted());
        const languages = await wanted(one.japanese, requestId);
        expect(
          round % 2
            ? [
                ['en', 'ja'],
                ['de', 'ja'],
              ]
            : [['en', 'ja']],
        ).toContainEqual(languages);
        expect(await invitations(theirs)).toMatchObject([{ meeting: { meetingId } }]);
        expect((await answer(theirs, 'accept')).status).toBe(200);
        expect(seats(await seen(one.european, meetingId!)).map(([id]) => id)).toContain(theirs.participantId);
      }
      expect(await doubleBookings(app)).toBe(0);
    }, 60_000);

    it('choose the common time that suits whom the second needs, and say whom none does', async () => {
      const { european: elsewhere, japanese: partner } = await newPair(app, eventId);
      await meet(app, eventId, elsewhere, partner, scene.slots[0]!);
      await askWith([0, 1], []);
      const back = await askBack(japanese, european, [0, 1], { people: [asked(elsewhere)] });
      const booked = await seen(european, back.body.meetingId!);
      expect(booked.slotId).toBe(scene.slots[1]!.slotId);
      const { european: again, japanese: asking } = await newPair(app, eventId);
      await ask(app, eventId, again, asking, [scene.slots[0]!]);
      const refused = await askBack(asking, again, [0], { people: [asked(elsewhere)] });
      expect(code(refused)).toBe('409 meeting.slot_taken');
      expect(refused.body).toMatchObject({ data: { cannot: [elsewhere.participantId] } });
    });
  });

  it('whoever is asked, is asked once: a plain request has none', async () => {
    const { body } = await ask(app, eventId, european, japanese, [scene.slots[5]!]);
    expect(await guests(european, body.requestId)).toEqual([]);
  });
});
