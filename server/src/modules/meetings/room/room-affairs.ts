import { Injectable } from '@nestjs/common';
import type { HelpInput, MeetingId, MeetingRoomView, PlanBInput, RoomMode } from '@musubi/contracts';
import {
  type Actor,
  type Command,
  DomainError,
  PolicyRegistry,
  Transactions,
  type Tx,
} from '../../../platform/index.js';
import { meetingById, type MeetingRow, type SideRow } from '../booked/views/meeting-rows.js';
import { notesOpenUntil } from '../notes/notes.rules.js';
import { Extensions } from './extension/extensions.js';
import { HelpDesk } from './help/help-desk.js';
import { MeetingDoor } from './meeting-door.js';
import { RoomModes } from './modes/room-modes.js';
import { PlansB } from './plan-b/plans-b.js';

type Act = (tx: Tx, meeting: MeetingRow, side: SideRow) => Promise<void>;

/**
 * What people do in a meeting's room beside seeing and hearing each other. Each command holds the meeting's row, so that
 * what two do at once happens one after the other, and answers with how everything stands.
 */
@Injectable()
export class RoomAffairs {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: PolicyRegistry,
    private readonly door: MeetingDoor,
    private readonly extensions: Extensions,
    private readonly help: HelpDesk,
    private readonly modes: RoomModes,
    private readonly plans: PlansB,
  ) {}

  /** @throws DomainError `not_found` for anybody but its people and the event's organisers */
  async view(actor: Actor, meetingId: string): Promise<MeetingRoomView> {
    return this.transactions.run(async (tx) => {
      const meeting = await meetingById(tx.em, meetingId);
      if (!meeting) throw new DomainError('not_found');
      this.policies.assertCan(actor, 'meeting.see', meeting);
      const view = await this.viewOf(tx, meeting);
      const me = meeting.sides.find(({ userId }) => userId === actor.userId);
      return me && (await this.isShut(tx, meeting, me)) ? ofOnesOwn(view, me) : view;
    });
  }

  chooseMode(command: Command, meetingId: string, mode: RoomMode): Promise<MeetingRoomView> {
    return this.act(command, meetingId, (tx, meeting, side) => this.modes.choose(tx, meeting, side, mode));
  }

  extend(command: Command, meetingId: string): Promise<MeetingRoomView> {
    return this.actInside(command, meetingId, (tx, meeting, side) => this.extensions.ask(tx, meeting, side));
  }

  refuseExtension(command: Command, meetingId: string): Promise<MeetingRoomView> {
    return this.actInside(command, meetingId, (tx, meeting) => this.extensions.refuse(tx, meeting));
  }

  callHelp(command: Command, meetingId: string, input: HelpInput): Promise<MeetingRoomView> {
    return this.actInside(command, meetingId, (tx, meeting, side) => this.help.call(tx, meeting, side, input));
  }

  /** A side proposes it, an organiser sets it. */
  planB(command: Command, meetingId: string, input: PlanBInput): Promise<MeetingRoomView> {
    return this.act(
      command,
      meetingId,
      (tx, meeting, side) => this.plans.propose(tx, meeting, side, input),
      (tx, meeting) => this.plans.set(tx, meeting, command.actor, input),
    );
  }

  agreePlanB(command: Command, meetingId: string, planBId: string): Promise<MeetingRoomView> {
    return this.act(command, meetingId, (tx, meeting, side) => this.plans.agree(tx, meeting, side, planBId));
  }

  /** A side takes back or declines what is proposed; an organiser undoes what holds, too. */
  endPlanB(command: Command, meetingId: string): Promise<MeetingRoomView> {
    return this.act(
      command,
      meetingId,
      (tx, meeting, side) => this.plans.withdraw(tx, meeting, side),
      (tx, meeting) => this.plans.clear(tx, meeting),
    );
  }

  /**
   * Before the room opens, too, until it closes.
   * @param byOrganiser what an organiser does who is none of its people
   */
  private act(
    { actor, ...command }: Command,
    meetingId: string,
    act: Act,
    byOrganiser?: (tx: Tx, meeting: MeetingRow) => Promise<void>,
  ): Promise<MeetingRoomView> {
    return this.transactions.command({ actor, ...command }, async (tx) => {
      const held = await hold(tx, meetingId);
      if (byOrganiser && this.isOrganiserOnly(actor, held)) {
        if (held.state === 'cancelled') throw new DomainError('meeting.wrong_state', { state: held.state });
        await this.assertNotClosed(tx, held);
        await byOrganiser(tx, held);
      } else {
        const { meeting, side } = await this.door.belong(tx, actor, meetingId);
        await this.assertNotClosed(tx, meeting);
        await act(tx, meeting, side);
      }
      return this.done(tx, meetingId);
    });
  }

  private async assertNotClosed(tx: Tx, meeting: MeetingRow): Promise<void> {
    const { closesAt } = await this.door.window(meeting, tx.em);
    if (closesAt <= tx.now) throw new DomainError('room.closed', { closesAt: closesAt.toISOString() });
  }

  /** Only while the room is open. */
  private actInside(command: Command, meetingId: string, act: Act): Promise<MeetingRoomView> {
    return this.transactions.command(command, async (tx) => {
      await hold(tx, meetingId);
      const { meeting, side } = await this.door.enter(tx, command.actor, meetingId);
      await act(tx, meeting, side);
      return this.done(tx, meetingId);
    });
  }

  /** Cancelled, or a block stands between this person and another: they come in no more. */
  private async isShut(tx: Tx, meeting: MeetingRow, { userId }: SideRow): Promise<boolean> {
    return meeting.state === 'cancelled' || (await this.door.isApart(meeting, userId, tx.em));
  }

  private isOrganiserOnly(actor: Actor, meeting: MeetingRow): boolean {
    return (
      !meeting.sides.some(({ userId }) => userId === actor.userId) &&
      this.policies.can(actor, 'event.organise', meeting)
    );
  }

  private async done(tx: Tx, meetingId: string): Promise<MeetingRoomView> {
    const meeting = (await meetingById(tx.em, meetingId))!;
    for (const topic of [`meeting:${meetingId}`, `organise:${meeting.eventId}`] as const)
      tx.hint(topic, 'room.changed', { meetingId });
    return this.viewOf(tx, meeting);
  }

  private async viewOf(tx: Tx, meeting: MeetingRow): Promise<MeetingRoomView> {
    const { closesAt } = await this.door.window(meeting, tx.em);
    return {
      meetingId: meeting.id as MeetingId,
      modes: await this.modes.of(tx.em, meeting.id),
      extension: await this.extensions.view(tx, meeting),
      ...(await this.plans.view(tx.em, meeting.id)),
      help: await this.help.newest(tx.em, meeting.id),
      closesAt: closesAt.toISOString(),
      notesOpenUntil: notesOpenUntil(meeting).toISOString(),
    };
  }
}

/** What is left of a room for whoever comes in no more: nothing that the others said or did there. */
const ofOnesOwn = (view: MeetingRoomView, { participantId }: SideRow): MeetingRoomView => ({
  ...view,
  modes: view.modes.filter((one) => one.participantId === participantId),
  extension: { ...view.extension, askedBy: [], possible: false },
  planB: null,
  proposal: null,
  help: view.help?.by === participantId ? view.help : null,
});

/** Held until the transaction ends. */
async function hold(tx: Tx, meetingId: string): Promise<MeetingRow> {
  await tx.em.query('SELECT id FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [meetingId]);
  const meeting = await meetingById(tx.em, meetingId);
  if (!meeting) throw new DomainError('not_found');
  return meeting;
}
