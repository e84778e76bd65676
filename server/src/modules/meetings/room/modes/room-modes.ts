import { Injectable } from '@nestjs/common';
import type { MeetingRoomView, ParticipantId, RoomMode } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../../../platform/index.js';
import type { MeetingRow, SideRow } from '../../booked/views/meeting-rows.js';
import { MeetingRoomModeEntity } from './meeting-room-mode.entity.js';

/** What people send in a meeting's room, as they chose before or during it: the others know what to expect. */
@Injectable()
export class RoomModes {
  async choose(tx: Tx, meeting: MeetingRow, { participantId }: SideRow, mode: RoomMode): Promise<void> {
    await tx.em.upsert(
      MeetingRoomModeEntity,
      { meetingId: meeting.id, participantId, mode },
      { conflictPaths: ['meetingId', 'participantId'] },
    );
  }

  async of(em: EntityManager, meetingId: string): Promise<MeetingRoomView['modes']> {
    const rows = await em.find(MeetingRoomModeEntity, { where: { meetingId }, order: { participantId: 'ASC' } });
    return rows.map(({ participantId, mode }) => ({ participantId: participantId as ParticipantId, mode }));
  }
}
