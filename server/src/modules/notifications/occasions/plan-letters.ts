import { Injectable } from '@nestjs/common';
import type { ParticipantCard } from '@musubi/contracts';
import type { CalendarEntry } from '../../../platform/index.js';
import type { EventEntity } from '../../events/index.js';
import type { User } from '../../identity/index.js';
import {
  aboutIn,
  calendarUid,
  interpretingTitle,
  type MeetingRow,
  Meetings,
  meetingTitle,
  othersOf,
  PlannedEndings,
  type RequestAfter,
} from '../../meetings/index.js';
import { Participants } from '../../registration/index.js';
import type { LetterOrder } from '../letter-order.js';
import { planLetter, type PlannedStory } from '../letters/plan-letter.js';
import type { Written } from '../written.js';

type Cards = ReadonlyMap<string, ParticipantCard>;

/** One letter to each person of a plan, with a calendar entry for each of their meetings. */
@Injectable()
export class PlanLetters {
  constructor(
    private readonly meetings: Meetings,
    private readonly endings: PlannedEndings,
    private readonly participants: Participants,
  ) {}

  /** What changed meanwhile has a letter of its own; where nothing is left there is none. */
  async compose(
    { news, meetingIds }: Extract<LetterOrder, { about: 'plan' }>,
    to: User,
    event: EventEntity,
    page: string,
  ): Promise<Written | null> {
    const found = [...(await this.meetings.byIds(meetingIds)).values()];
    const told = found.filter((meeting) => (meeting.state === 'cancelled') === (news === 'rolled_back'));
    const mine = told.filter((meeting) => isOf(meeting, to.id) || news === 'rolled_back' || interprets(meeting, to.id));
    if (mine.length === 0) return null;
    const cards = await this.participants.cards(
      mine.flatMap(({ sides }) => sides.map(({ participantId }) => participantId)),
    );
    const before = await this.endings.takenBackBefore(mine.map(({ id }) => id));
    const after = await this.endings.requestsAfter(mine.map(({ id }) => id));
    const meetings = mine.map((meeting) => {
      const { startsAt, endsAt } = meeting;
      return {
        startsAt,
        endsAt,
        others: othersIn(meeting, to.id, cards),
        interpreting: !isOf(meeting, to.id),
        insteadOf: before.get(meeting.id) ?? null,
        request: requestOf(after.get(meeting.id), to.id),
      };
    });
    const title = event.title[to.lang] ?? event.title[event.title.original] ?? '';
    return {
      letter: planLetter({ news, to, event: title, meetings, url: `${page}/meetings` }),
      entries: mine.map((meeting) => entry(meeting, { to, event, page, cards, cancelled: news === 'rolled_back' })),
    };
  }
}

const isOf = ({ sides }: MeetingRow, userId: string): boolean => sides.some((side) => side.userId === userId);
const interprets = ({ interpretation }: MeetingRow, userId: string): boolean =>
  interpretation?.interpreter?.userId === userId;

const othersIn = ({ sides }: MeetingRow, userId: string, cards: Cards): ParticipantCard[] =>
  (sides.some((side) => side.userId === userId) ? othersOf(sides, userId) : sides).flatMap(
    ({ participantId }) => cards.get(participantId) ?? [],
  );

/** Only its two sides are told of it. */
function requestOf(after: RequestAfter | undefined, userId: string): PlannedStory['request'] {
  if (!after?.userIds.includes(userId)) return null;
  const { because, awaitedUserId, answerBy } = after;
  if (because) return { because };
  return { awaits: awaitedUserId === userId ? 'you' : 'them', answerBy: answerBy! };
}

interface About {
  to: User;
  event: EventEntity;
  page: string;
  cards: Cards;
  cancelled: boolean;
}

/** The same entry as a letter about this one meeting would carry, so that later ones change it. */
function entry(meeting: MeetingRow, { to, event, page, cards, cancelled }: About): Omit<CalendarEntry, 'invitation'> {
  const { id, startsAt, endsAt, sequence, bookedAt } = meeting;
  const meets = isOf(meeting, to.id);
  const others = othersIn(meeting, to.id, cards);
  const url = cancelled ? `${page}/meetings` : `${page}/meetings/${id}`;
  return {
    uid: calendarUid(id),
    sequence: meets ? sequence : 2 * sequence + (cancelled ? 2 : 1),
    stamp: bookedAt,
    startsAt,
    endsAt,
    zone: event.zone,
    summary: (meets ? meetingTitle(others) : interpretingTitle(others))[to.lang],
    url,
    location: url,
    description: `${aboutIn(to.lang, meeting)}\n${url}`,
    cancelled,
  };
}
