import { Controller, Get } from '@nestjs/common';
import { VideoState } from '@musubi/contracts';
import { Answers, Public } from '../../platform/index.js';
import { Rooms } from './rooms.service.js';

@Controller('video')
export class RoomsController {
  constructor(private readonly rooms: Rooms) {}

  /** Whether video is on: where it is off, everything else works and the page says so. */
  @Get()
  @Answers(200, VideoState)
  @Public()
  state(): VideoState {
    return this.rooms.video();
  }
}
