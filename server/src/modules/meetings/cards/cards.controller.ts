import { Body, Controller, Delete, Get, Param, Put, Query, Res } from '@nestjs/common';
import { CardQuery, MeetingCards, MeetingId, MyCard, Nothing, ParticipantId } from '@musubi/contracts';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  disposition,
  SignedIn,
} from '../../../platform/index.js';
import { Cards } from './cards.service.js';
import { OwnCards } from './own-cards.service.js';
import { vcard } from './vcard.js';

@Controller()
@SignedIn()
export class CardsController {
  constructor(
    private readonly cards: Cards,
    private readonly own: OwnCards,
  ) {}

  @Get('me/card')
  @Answers(200, MyCard)
  mine(@CurrentActor() actor: Actor) {
    return this.own.get(actor);
  }

  @Put('me/card')
  @Answers(200, MyCard)
  keep(@Body({ schema: MyCard }) card: MyCard, @Cmd() command: Command) {
    return this.own.put(command, card);
  }

  @Get('meetings/:meetingId/cards')
  @Answers(200, MeetingCards)
  view(@Param('meetingId', { schema: MeetingId }) meetingId: string, @CurrentActor() actor: Actor) {
    return this.cards.view(actor, meetingId);
  }

  @Put('meetings/:meetingId/cards/:participantId')
  @Answers(200, MeetingCards)
  offer(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @Body({ schema: Nothing }) _: object,
    @Cmd() command: Command,
  ) {
    return this.cards.offer(command, meetingId, participantId);
  }

  @Delete('meetings/:meetingId/cards/:participantId')
  @Answers(200, MeetingCards)
  takeBack(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @Cmd() command: Command,
  ) {
    return this.cards.takeBack(command, meetingId, participantId);
  }

  @Get('meetings/:meetingId/cards/:participantId/card.vcf')
  @Answers(200, 'text/vcard')
  async download(
    @Param('meetingId', { schema: MeetingId }) meetingId: string,
    @Param('participantId', { schema: ParticipantId }) participantId: string,
    @Query({ schema: CardQuery }) { version }: CardQuery,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const card = await this.cards.exchanged(actor, meetingId, participantId);
    const { givenLatin, familyLatin } = card.name;
    void reply
      .type('text/vcard; charset=utf-8')
      .header('content-disposition', disposition('attachment', `${givenLatin} ${familyLatin}.vcf`));
    return vcard(card, version, actor.lang);
  }
}
