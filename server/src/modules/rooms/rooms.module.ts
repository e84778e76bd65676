import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Attendance } from './attendance/attendance.service.js';
import { PresenceIntervalEntity } from './attendance/presence-interval.entity.js';
import { Evictions } from './evictions.service.js';
import { LiveRoomEntity } from './live-room.entity.js';
import { OutageEntity, SignOfLifeEntity } from './outages/outage.entity.js';
import { Outages } from './outages/outages.service.js';
import { RoomAdmissionEntity } from './room-admission.entity.js';
import { RoomsController } from './rooms.controller.js';
import { Rooms } from './rooms.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      LiveRoomEntity,
      RoomAdmissionEntity,
      PresenceIntervalEntity,
      OutageEntity,
      SignOfLifeEntity,
    ]),
  ],
  controllers: [RoomsController],
  providers: [Rooms, Attendance, Evictions, Outages],
  exports: [Rooms, Outages],
})
export class RoomsModule {}
