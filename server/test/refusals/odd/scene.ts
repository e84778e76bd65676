import type { OpportunityView } from '@musubi/contracts';
import { pdfFile, send } from '../../builders/files.js';
import { ask, newBlock } from '../../builders/meetings.js';
import { publish } from '../../builders/profiles/opportunities.js';
import { newOrganiser } from '../../builders/people.js';
import { newParticipant } from '../../builders/registrations.js';
import type { TestApp } from '../../start-app.js';
import { delegationOf } from '../delegations.js';
import { book, newPair, thingOf } from '../pairs.js';
import { Scene } from '../scene.js';
import type { Ids, OddScene } from './odd.js';

/** A meeting of two with a colleague of the one who was asked, an open request, and things of others that none of it is about. */
export async function oddScene(app: TestApp): Promise<OddScene> {
  const scene = await Scene.set(app, 20);
  const { eventId, slots, bystanders } = scene;
  const pair = await newPair(scene);
  const { asker, asked, guest } = pair;
  await delegationOf(scene, [asked, guest], 'own');
  const meeting = await book(pair);
  const open = await newPair(scene);
  const others = await newPair(scene);
  const theirs = await book(others);
  const withdrawn = await newPair(scene);
  await withdrawn.does(withdrawn.asked, 'post', `/api/events/${eventId}/registration/withdraw`);
  const blocking = await newPair(scene);
  await blocking.does(blocking.asked, 'put', `/api/me/blocks/${asker.userId}`);
  const hidden = await newParticipant(app, eventId, 'DE1', { directory: 'nobody' });
  const { body: foreignBlock } = await newBlock(app, bystanders.organiser, scene.meetings.event, {
    dates: ['2020-01-02'],
  });
  const ids: Ids = {
    withdrawn: withdrawn.asked.participantId,
    blocking: blocking.asked.participantId,
    hidden: hidden.participantId,
    foreign: scene.other.participantId,
    foreignEventId: scene.other.eventId,
    foreignSlotId: scene.other.slotId,
    freeSlotId: slots[3]!.slotId,
    blockId: foreignBlock.blockId,
    openRequestId: open.requestId,
    othersRequestId: others.requestId,
    othersMeetingId: theirs.meetingId,
    othersAsker: others.asker.participantId,
    ...(await thingsOf(scene, others, theirs.meetingId)),
    ...(await ofTwoHouses(scene, asker)),
  };
  const thing = thingOf(pair, { ...ids, meetingId: meeting.meetingId });
  const reviewer = await newOrganiser(app);
  const people = { ...thing.people, reviewer, openAsker: open.asker, openAsked: open.asked, othersAsker: others.asker };
  return { app, thing: { people, ids: thing.ids } };
}

/** What others have written, sent, proposed and called for. */
async function thingsOf(
  scene: Scene,
  { asker, asked, requestId }: Awaited<ReturnType<typeof newPair>>,
  meetingId: string,
) {
  const { app, eventId } = scene;
  const { body: message } = await app
    .http(asker)
    .post(`/api/meeting-requests/${requestId}/messages`, { text: 'A word between the two', fileIds: [] });
  const { body: file } = await send(app, asker, pdfFile(), 'plan.pdf');
  const one = async (sql: string, given: unknown[]) => ((await app.db.query(sql, given)) as { id: string }[])[0]!.id;
  return {
    othersMessageId: message.messageId as string,
    othersFileId: file.fileId as string,
    othersPlanBId: await one(
      `INSERT INTO meeting_plan_b (meeting_id, kind, value, state, proposed_by, at)
       VALUES ($1, 'phone', '+49 30 1234567', 'proposed', $2, domain_now()) RETURNING id`,
      [meetingId, asked.participantId],
    ),
    othersHelpId: await one(
      `INSERT INTO meeting_help_request (event_id, meeting_id, participant_id, about, asked_at)
       VALUES ($1, $2, $3, 'technical', domain_now()) RETURNING id`,
      [eventId, meetingId, asked.participantId],
    ),
  };
}

/** The one who asks belongs to a second organisation, whose things are not what they are here for. */
async function ofTwoHouses(scene: Scene, asker: { userId: string; participantId: string; cookie: string }) {
  const { app } = scene;
  const [, second] = scene.draw();
  const organisationId = await delegationOf(scene, [second!, second!].slice(0, 1), 'pool');
  await app.db.query(
    `INSERT INTO affiliation (user_id, organisation_id, role, state, answered_at) VALUES ($1, $2, 'admin', 'active', domain_now())`,
    [asker.userId, organisationId],
  );
  const opportunity: OpportunityView = await publish(app, { ...asker, organisationId });
  const [third] = scene.draw();
  const asked = await ask(app, scene.eventId, third!, second!, [scene.slots[4]!]);
  return {
    secondOrganisation: organisationId,
    secondMember: second!.participantId,
    secondOpportunityId: opportunity.opportunityId,
    secondRequestId: asked.body.requestId,
  };
}
