import { describe, expect, it } from '@jest/globals';
import { named, refusal, seatsOf, type TestGuest } from '../../../../../test/builders/guests/desk.js';
import { guestScene } from '../../../../../test/builders/guests/scene.js';
import { ask, doubleBookings, meet, newPair } from '../../../../../test/builders/meetings.js';

const set = guestScene();

describe('further people of two who ask each other', () => {
  const wanted = async (person: TestGuest, requestId: string) =>
    (await set.app.http(person).get(`/api/meeting-requests/${requestId}/interpretation`)).body.languages;

  it('are asked to come to the meeting, whoever was second, at once or one after the other; an interpreter is wanted', async () => {
    const { app, eventId, desk, third } = set;
    for (let round = 0; round < 6; round++) {
      const [one, other, another] = [await newPair(app, eventId), await newPair(app, eventId), third];
      const { european: mine, japanese: theirs } = other;
      const both = [{ people: [named(mine), named(another, 'optional')] }, { people: [named(theirs), named(another)] }];
      const [first, second] = [
        () => desk.ask(one.european, one.japanese, [round], { ...both[0], interpretation: ['en', 'ja'] }),
        () => desk.ask(one.japanese, one.european, [round], { ...both[1], interpretation: ['de', 'ja'] }),
      ];
      const answers = round % 2 ? await Promise.all([first(), second()]) : [await first(), await second()];
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      const { requestId, meetingId } = answers.find(({ body }) => body.meetingId)!.body;
      const invited = (await desk.of(one.european, requestId)).map(([id]) => id);
      expect(invited.toSorted()).toEqual([mine, theirs, another].map(({ participantId }) => participantId).toSorted());
      const languages = await wanted(one.japanese, requestId);
      expect(
        round % 2
          ? [
              ['en', 'ja'],
              ['de', 'ja'],
            ]
          : [['en', 'ja']],
      ).toContainEqual(languages);
      expect(await desk.invitations(theirs)).toMatchObject([{ meeting: { meetingId } }]);
      expect((await desk.answer(theirs, 'accept')).status).toBe(200);
      expect(seatsOf(await desk.seen(one.european, meetingId!)).map(([id]) => id)).toContain(theirs.participantId);
    }
    expect(await doubleBookings(app)).toBe(0);
  }, 60_000);

  it('choose the common time that suits whom the second needs, and say whom none does', async () => {
    const { app, scene, eventId, desk, european, japanese } = set;
    const { european: elsewhere, japanese: partner } = await newPair(app, eventId);
    await meet(app, eventId, elsewhere, partner, scene.slots[0]!);
    await desk.ask(european, japanese, [0, 1]);
    const back = await desk.ask(japanese, european, [0, 1], { people: [named(elsewhere)] });
    const booked = await desk.seen(european, back.body.meetingId!);
    expect(booked.slotId).toBe(scene.slots[1]!.slotId);
    const { european: again, japanese: asking } = await newPair(app, eventId);
    await ask(app, eventId, again, asking, [scene.slots[0]!]);
    const refused = await desk.ask(asking, again, [0], { people: [named(elsewhere)] });
    expect(refusal(refused)).toBe('409 meeting.slot_taken');
    expect(refused.body).toMatchObject({ data: { cannot: [elsewhere.participantId] } });
  });
});
