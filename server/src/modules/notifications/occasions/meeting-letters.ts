import { Injectable } from '@nestjs/common';
import type { ParticipantCard, PersonName } from '@musubi/contracts';
import type { EventEntity } from '../../events/index.js';
import { type User, Users } from '../../identity/index.js';
import {
  aboutIn,
  Briefs,
  calendarUid,
  MeetingRequests,
  type MeetingRow,
  Meetings,
  meetingTitle,
  othersOf,
  PlansB,
  type RequestRow,
  type SideRow,
  Threads,
  VerdictStandings,
} from '../../meetings/index.js';
import { Participants } from '../../registration/index.js';
import type { LetterOrder } from '../letter-order.js';
import { GuestLetters } from './guest-letters.js';
import { InterpreterLetters } from './interpreter-letters.js';
import { briefLetter } from '../letters/meetings/brief-letter.js';
import { type Canceller, meetingLetter } from '../letters/meetings/meeting-letter.js';
import { messageLetter } from '../letters/meetings/message-letter.js';
import { roomLetter } from '../letters/meetings/room-letter.js';
import { requestLetter } from '../letters/requests/request-letter.js';
import { verdictLetter } from '../letters/meetings/verdict-letter.js';
import type { Written } from '../written.js';

type About =
  'guest' | 'interpreting' | 'request' | 'message' | 'meeting' | 'move' | 'seat' | 'brief' | 'room' | 'verdict';
type Order<A extends About> = Extract<LetterOrder, { about: A }>;

/** What is written about requests, the meetings that come of them, and what the two sides say to each other. */
@Injectable()
export class MeetingLetters {
  constructor(
    private readonly users: Users,
    private readonly participants: Participants,
    private readonly requests: MeetingRequests,
    private readonly meetings: Meetings,
    private readonly threads: Threads,
    private readonly briefs: Briefs,
    private readonly guests: GuestLetters,
    private readonly interpreting: InterpreterLetters,
    private readonly plans: PlansB,
    private readonly verdicts: VerdictStandings,
  ) {}

  /** @param page address of the event's pages for participants */
  async compose(order: Order<About>, to: User, event: EventEntity, page: string): Promise<Written | null> {
    switch (order.about) {
      case 'request':
        return this.aboutRequest(order, to, page);
      case 'message':
        return this.aboutMessage(order, to, page);
      case 'guest':
        return this.guests.compose(order, to, page);
      case 'interpreting':
        return this.interpreting.compose(order, to, event);
      case 'brief':
        return this.aboutBrief(order, to, page);
      case 'verdict':
        return this.aboutVerdict(order, to, page);
      case 'room':
        return this.aboutRoom(order, to, page);
      case 'meeting':
      case 'move':
      case 'seat':
        return this.aboutMeeting(order, to, event, page);
    }
  }

  private async aboutRequest({ news, requestId }: Order<'request'>, to: User, page: string): Promise<Written | null> {
    const request = await this.requests.find(requestId);
    if (!request) return null;
    const partner = await this.partnerOf(request, to);
    if (!partner) return null;
    const { note, declinedBecause, slots, answerBy, movesFrom, interpretation } = request;
    const url = `${page}/${news === 'declined' && !movesFrom ? 'matchmaking' : `meetings/${requestId}`}`;
    const voice = await this.requests.lastVoice(request);
    const reason = aboutIn(to.lang, request);
    const story = { news, to, partner, reason, interpretation, note, declinedBecause, slots, answerBy, movesFrom, url };
    return { letter: requestLetter({ ...story, voice }) };
  }

  /** Whoever has read it meanwhile needs no letter. */
  private async aboutMessage(
    { requestId, messageId }: Order<'message'>,
    to: User,
    page: string,
  ): Promise<Written | null> {
    const message = await this.threads.waiting(messageId, to.id);
    const request = message && (await this.requests.find(requestId));
    const writer = message && (await this.participants.cards([message.by])).get(message.by);
    if (!request || !writer) return null;
    const url = `${page}/meetings/${request.meetingId ?? requestId}`;
    return {
      letter: messageLetter({
        to,
        partner: writer,
        about: aboutIn(to.lang, request),
        text: message.text,
        files: message.files,
        url,
      }),
    };
  }

  /** A meeting that was cancelled meanwhile needs no preparation. */
  private async aboutBrief({ meetingId }: Order<'brief'>, to: User, page: string): Promise<Written | null> {
    const meeting = (await this.meetings.byIds([meetingId])).get(meetingId);
    if (meeting?.state !== 'confirmed') return null;
    const brief = await this.briefs.of(meeting, to.id);
    // Interpreters prepare for it as well; their page is another.
    const isOfIt = meeting.sides.some(({ userId }) => userId === to.id);
    const url = isOfIt ? `${page}/meetings/${meetingId}` : this.interpreting.page;
    const wanted = meeting.interpretation;
    const interpreter = wanted && { name: wanted.interpreter?.name ?? null, languages: wanted.languages };
    return { letter: briefLetter({ to, brief, interpreter, url }) };
  }

  /** Whoever came in meanwhile is not missed any more; what was set may have been undone. */
  private async aboutRoom({ news, meetingId }: Order<'room'>, to: User, page: string): Promise<Written | null> {
    const meeting = (await this.meetings.byIds([meetingId])).get(meetingId);
    if (meeting?.state !== 'confirmed') return null;
    const elsewhere = await (news === 'proposed' ? this.plans.proposed(meetingId) : this.plans.holding(meetingId));
    const [view] = await this.meetings.show([meeting], to.id);
    const me = view!.sides.find(({ participant }) => participant.userId === to.id);
    const other = othersOf(meeting.sides, to.id)[0];
    const partner = view!.sides.find(({ participant }) => participant.participantId === other?.participantId);
    if (!me || !partner || (news === 'missing' ? me.here || elsewhere : !elsewhere)) return null;
    const { startsAt, endsAt } = meeting;
    const url = `${page}/meetings/${meetingId}${news === 'proposed' ? '' : '/room'}`;
    return { letter: roomLetter({ news, to, partner: partner.participant, startsAt, endsAt, elsewhere, url }) };
  }

  /** A verdict that was changed meanwhile has a later letter. */
  private async aboutVerdict(
    { meetingId, news, place }: Order<'verdict'>,
    to: User,
    page: string,
  ): Promise<Written | null> {
    const meeting = (await this.meetings.byIds([meetingId])).get(meetingId);
    const standing = (await this.verdicts.of([meetingId])).get(meetingId);
    if (!meeting || standing?.place !== place) return null;
    const otherId = othersOf(meeting.sides, to.id)[0]?.participantId ?? meeting.principalIds[1];
    const partner = (await this.participants.cards([otherId])).get(otherId);
    if (!partner) return null;
    const { startsAt, endsAt } = meeting;
    const { state, excluded, finalAt } = standing;
    const url = `${page}/meetings/${meetingId}`;
    return { letter: verdictLetter({ news, to, partner, startsAt, endsAt, state, excluded, finalAt, url }) };
  }

  private async aboutMeeting(
    order: Order<'meeting'> | Order<'move'> | Order<'seat'>,
    to: User,
    event: EventEntity,
    page: string,
  ): Promise<Written | null> {
    const { meetingId } = order;
    const meeting = (await this.meetings.byIds([meetingId])).get(meetingId);
    if (!meeting) return null;
    const me = meeting.sides.find((side) => side.userId === to.id);
    const left = isLeaving(order);
    // Whoever came back, or left again meanwhile, has a later letter that says so.
    if (left === (me !== undefined)) return null;
    // Whoever left has no side any more: theirs is told with the order, so that a colleague who came instead is not taken for whom they met.
    const sides = left ? meeting.sides.filter(({ side }) => side !== order.side) : meeting.sides;
    const others = othersOf(sides, to.id).map(({ participantId }) => participantId);
    const otherId = others[0] ?? meeting.principalIds.find((id) => id !== me?.participantId)!;
    const cards = await this.participants.cards([otherId, ...others]);
    const partner = cards.get(otherId);
    if (!partner) return null;
    const { startsAt, endsAt, cancelledBecause, cancelledNote: note } = meeting;
    const reason = aboutIn(to.lang, meeting);
    const movedBy = order.about === 'move' ? order.requestId : isLeaving(order) ? order.movedBy : undefined;
    const move = movedBy ? await this.requests.find(movedBy) : null;
    const news = order.about === 'move' ? 'moved' : left && move ? 'left_behind' : order.news;
    const cancelled = news === 'cancelled';
    const url = `${page}/meetings${cancelled || left ? '' : `/${meetingId}`}`;
    const letter = meetingLetter({
      news,
      to,
      partner,
      startsAt,
      endsAt,
      movedFrom: move?.movesFrom ?? null,
      reason,
      company: others.slice(1).map((id) => cards.get(id)!),
      interpreter: meeting.interpretation && {
        name: meeting.interpretation.interpreter?.name ?? null,
        languages: meeting.interpretation.languages,
      },
      insteadOf: await this.predecessorOf(order),
      cancelledBy: await this.cancellerOf(meeting, me),
      cancelledBecause,
      note,
      url,
    });
    const entry = {
      uid: calendarUid(meetingId),
      // A letter that is written late, when the meeting is cancelled already, is about the meeting as it stood.
      sequence: meeting.sequence - (meeting.state === 'cancelled' && !cancelled ? 1 : 0),
      stamp: move?.history.at(-1)?.at ?? meeting.bookedAt,
      startsAt,
      endsAt,
      zone: event.zone,
      summary: meetingTitle(others.length > 0 ? others.map((id) => cards.get(id)!) : [partner])[to.lang],
      url,
      cancelled: cancelled || left,
    };
    return { letter, entry: { ...entry, description: `${reason}\n${url}`, location: url } };
  }

  private async predecessorOf(order: Order<'meeting'> | Order<'move'> | Order<'seat'>): Promise<PersonName | null> {
    const userId = order.about === 'seat' && order.news === 'other_comes' ? order.insteadOf : null;
    return (userId && (await this.users.cards([userId])).get(userId)?.name) || null;
  }

  /** Whoever did it for somebody is named with them, to that one too. */
  private async cancellerOf(
    { cancelledBy, cancelledThrough, sides }: MeetingRow,
    me: SideRow | undefined,
  ): Promise<'me' | 'organisers' | Canceller> {
    const card = cancelledBy && (await this.participants.cards([cancelledBy])).get(cancelledBy);
    if (!card) return 'organisers';
    if (cancelledBy === me?.participantId && !cancelledThrough) return 'me';
    const side = sides.find(({ participantId }) => participantId === cancelledBy)?.side;
    const deputies = cancelledThrough ? await this.users.cards([cancelledThrough]) : null;
    const through = (cancelledThrough && deputies?.get(cancelledThrough)?.name) || null;
    return { name: card.name, ofMine: side !== undefined && side === me?.side, through };
  }

  private async partnerOf(request: RequestRow, to: User): Promise<ParticipantCard | undefined> {
    const partnerId = request.fromUserId === to.id ? request.toParticipantId : request.fromParticipantId;
    return (await this.participants.cards([partnerId])).get(partnerId);
  }
}

const isLeaving = (
  order: Order<'meeting'> | Order<'move'> | Order<'seat'>,
): order is Extract<Order<'seat'>, { news: 'left' }> => order.about === 'seat' && order.news === 'left';
