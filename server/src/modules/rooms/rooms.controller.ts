import { Controller, Get } from '@nestjs/common';
import type { VideoState } from '@musubi/contracts';
import { Public } from '../../platform/index.js';
import { Rooms } from './rooms.service.js';

@Controller('video')
export class RoomsController {
  constructor(private readonly rooms: Rooms) {}

  /** Whether video is on: where it is off, everything else works and the page says so. */
  @Get()
  @Public()
  state(): VideoState {
    return this.rooms.video();
  }
}
