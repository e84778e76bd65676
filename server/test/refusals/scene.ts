import type { BlockView, SlotView } from '@musubi/contracts';
import { crowd, type MeetingEvent, newBlock, newMeetingEvent, type TestParticipant } from '../builders/meetings.js';
import { newOrganiser, newPerson } from '../builders/people.js';
import { newParticipant } from '../builders/registrations.js';
import type { TestApp } from '../start-app.js';

/** Who has nothing to do with a thing, each in their own way. */
export const outsiders = ['third', 'stranger', 'elsewhere'] as const;

/** One event, its times, and people enough that nobody is in two things. */
export class Scene {
  private used = 0;

  private constructor(
    readonly app: TestApp,
    readonly meetings: MeetingEvent,
    readonly instant: BlockView,
    private readonly crowds: readonly (readonly TestParticipant[])[],
    readonly bystanders: Record<(typeof outsiders)[number] | 'organiser', { cookie: string; userId: string }>,
    /** Another event with a time of its own, and somebody who takes part in it alone. */
    readonly other: { eventId: string; slotId: string; participantId: string },
  ) {}

  static async set(app: TestApp, things: number): Promise<Scene> {
    const meetings = await newMeetingEvent(app, { capacity: 10_000 });
    const { event, organiser } = meetings;
    const { body: instant } = await newBlock(app, organiser, event, { from: '19:00', until: '20:30', mode: 'instant' });
    const other = await newMeetingEvent(app);
    const away = await newParticipant(app, other.event.eventId);
    const bystanders = {
      third: await newParticipant(app, event.eventId),
      stranger: await newPerson(app),
      elsewhere: await newOrganiser(app, other.event.eventId),
      organiser: await newOrganiser(app, event.eventId),
    };
    const crowds = [
      await crowd(app, event.eventId, things),
      await crowd(app, event.eventId, things),
      await crowd(app, event.eventId, things),
    ];
    // Places that a crowd has not asked for are given back, too.
    await app.db.query('UPDATE event_capacity SET taken = taken + $2 WHERE event_id = $1', [event.eventId, 3 * things]);
    const { eventId } = other.event;
    const rest = { eventId, slotId: other.slots[0]!.slotId, participantId: away.participantId };
    return new Scene(app, meetings, instant, crowds, bystanders, rest);
  }

  get eventId(): string {
    return this.meetings.event.eventId;
  }

  get slots(): readonly SlotView[] {
    return this.meetings.slots;
  }

  /** People of three organisations whom nobody has met. */
  draw(): TestParticipant[] {
    const people = this.crowds.map((crowd) => crowd[this.used]!);
    this.used += 1;
    return people;
  }
}
