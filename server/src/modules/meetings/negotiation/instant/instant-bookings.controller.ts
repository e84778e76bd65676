import { Body, Controller, Param, Post } from '@nestjs/common';
import { EventId, InstantBooking, MeetingView } from '@musubi/contracts';
import { Answers, Cmd, type Command, ForOthers, RateLimited, SignedIn } from '../../../../platform/index.js';
import { InstantBookings } from './instant-bookings.service.js';

/** Each makes somebody a letter. */
const booking = { name: 'booking at once', points: 20, perSeconds: 60, by: 'person', counted: 'here' } as const;

@Controller('events/:eventId/instant-bookings')
@SignedIn()
export class InstantBookingsController {
  constructor(private readonly bookings: InstantBookings) {}

  @Post()
  @Answers(201, MeetingView)
  @RateLimited(booking)
  @ForOthers()
  book(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Body({ schema: InstantBooking }) input: InstantBooking,
    @Cmd() command: Command,
  ) {
    return this.bookings.book(command, eventId, input);
  }
}
