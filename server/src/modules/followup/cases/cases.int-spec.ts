import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingView, OutcomeInput } from '@musubi/contracts';
import { OneCasePerParties } from '../../../../migrations/1790001800002-one-case-per-parties.js';
import { after, meet, newMeetingEvent } from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { heldBack } from '../../../../test/held-back.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

const claim: OutcomeInput = {
  result: 'met',
  followUp: 'agreed',
  nextStep: 'A joint test of two sensors',
  nextStepOwner: 'both',
  nextStepDue: '2027-04-01',
  kind: 'joint-project',
  note: null,
};

describe('the case of an event and its parties', () => {
  let app: TestApp;
  let eventId: string;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const cases = () =>
    app.db.query(
      `SELECT ARRAY(SELECT meeting_id FROM case_meeting WHERE case_id = one.id ORDER BY meeting_id) AS meetings,
              ARRAY(SELECT organisation_id FROM case_party WHERE case_id = one.id ORDER BY organisation_id) AS parties
       FROM cooperation_case one WHERE event_id = $1`,
      [eventId],
    ) as Promise<object[]>;

  it('is one, though two meetings of theirs are spoken of at the same moment', async () => {
    const { event, slots } = await newMeetingEvent(app);
    ({ eventId } = event);
    const european = await newParticipant(app, eventId, 'DE1');
    const japanese = await newParticipant(app, eventId, 'JP-27');
    const first = await meet(app, eventId, european, japanese, slots[0]!);
    const second = await meet(app, eventId, japanese, european, slots[1]!);
    await app.jumpTo(after(slots[2]!.startsAt, 1));
    const tell = (who: typeof european, { meetingId }: MeetingView) =>
      app.http(who).put(`/api/meetings/${meetingId}/outcome`, claim);
    const answers = await heldBack(app, 'cooperation_case', [
      () => tell(european, first),
      () => tell(japanese, second),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await cases()).toEqual([
      {
        meetings: [first.meetingId, second.meetingId].sort(),
        parties: [european.organisationId, japanese.organisationId].sort(),
      },
    ]);
  });

  it('cannot be written a second time', async () => {
    const again = app.db.query(
      `INSERT INTO cooperation_case
       SELECT (jsonb_populate_record(one, jsonb_build_object('id', uuidv7()))).* FROM cooperation_case one
       WHERE event_id = $1`,
      [eventId],
    );
    await expect(again).rejects.toMatchObject({ driverError: { constraint: 'cooperation_case_of_parties' } });
    expect(await cases()).toHaveLength(1);
  });

  it('was made one where there had been more, which lost nothing', async () => {
    const before = await cases();
    const db = app.db.createQueryRunner();
    await db.startTransaction();
    await new OneCasePerParties().down(db);
    await db.query(
      `WITH later AS (
         INSERT INTO cooperation_case
         SELECT (jsonb_populate_record(one, jsonb_build_object('id', uuidv7()))).* FROM cooperation_case one RETURNING id
       ), parties AS (
         INSERT INTO case_party SELECT later.id, organisation_id FROM later, case_party
       ) UPDATE case_meeting SET case_id = (SELECT id FROM later)
         WHERE meeting_id = (SELECT meeting_id FROM case_meeting ORDER BY meeting_id LIMIT 1)`,
    );
    await new OneCasePerParties().up(db);
    await db.commitTransaction();
    await db.release();
    expect(await cases()).toEqual(before);
  });
});
