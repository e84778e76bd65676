import type { MeetingRequestView, MeetingView, ParticipantCard } from '@musubi/contracts';
import { isMyTurn, isReopened, otherSide, partnerOf } from './inbox';
import { movesOf } from './thread-steps';

/** What the other side, or time, did since the last look: worth a mark on the row and a word aloud. */
export type NewsKind =
  | 'asked'
  | 'countered'
  | 'accepted'
  | 'filled'
  | 'arranged'
  | 'rearranged'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'unavailable'
  | 'cancelled'
  | 'called_off'
  | 'taken_back'
  | 'reopened'
  | 'moved'
  | 'entered';

export interface News {
  kind: NewsKind;
  /** The row that changed: a request's or meeting's id. */
  key: string;
  partner: ParticipantCard;
  /** The time that it is about. */
  startsAt: string | null;
  /** How many times are proposed, where there are several. */
  times?: number;
}

export interface MeetingsSeen {
  requests: readonly MeetingRequestView[];
  meetings: readonly MeetingView[];
}

/** What became different between two looks, without what I did myself. */
export function newsBetween(before: MeetingsSeen, after: MeetingsSeen): News[] {
  const requestsBefore = new Map(before.requests.map((request) => [request.requestId as string, request]));
  const meetingsBefore = new Map(before.meetings.map((meeting) => [meeting.meetingId as string, meeting]));
  const news: News[] = [];

  for (const request of after.requests) {
    const was = requestsBefore.get(request.requestId);
    const move = request.history.at(-1);
    if (was && was.version >= request.version) continue;
    if (move?.by === request.mine) continue;
    // Told as what becomes of its meeting.
    if (move?.by === 'organisers') continue;
    const about = { key: request.requestId, partner: partnerOf(request), startsAt: request.slots[0]?.startsAt ?? null };
    const times = request.slots.length > 1 ? { times: request.slots.length } : {};
    if (isMyTurn(request))
      news.push({ kind: request.state === 'countered' ? 'countered' : 'asked', ...about, ...times });
    else if (was && was.state !== request.state && isEnd(request.state)) news.push({ kind: request.state, ...about });
  }

  const takenBack = partnersOf(after.meetings, ({ cancelledBecause }) => cancelledBecause === 'plan-taken-back');
  const arrangedAnew = partnersOf(
    after.meetings,
    ({ state, meetingId }) => state === 'confirmed' && !meetingsBefore.has(meetingId),
  );
  const reopened = new Map(
    after.requests.filter(isReopened).map((request) => [partnerOf(request).participantId, request]),
  );
  for (const meeting of after.meetings) {
    const was = meetingsBefore.get(meeting.meetingId);
    const { participant, here } = otherSide(meeting);
    const about = { key: meeting.meetingId, partner: participant, startsAt: meeting.startsAt };
    const request = after.requests.find(({ requestId }) => requestId === meeting.requestId);
    if (!was) {
      const mineWas = requestsBefore.get(meeting.requestId);
      if (
        meeting.state === 'confirmed' &&
        (request ? request.history.at(-1)?.by === 'organisers' : meeting.arranged === 'plan')
      ) {
        news.push({ kind: takenBack.has(participant.participantId) ? 'rearranged' : 'arranged', ...about });
        continue;
      }
      const byThem = request ? request.history.at(-1)?.by !== request.mine : mineWas ? !isMyTurn(mineWas) : false;
      // Of a time that came free nobody was asked.
      if (meeting.state === 'confirmed' && byThem)
        news.push({ kind: meeting.arranged === 'gap' ? 'filled' : 'accepted', ...about });
      continue;
    }
    if (was.state === 'confirmed' && meeting.state === 'cancelled' && meeting.cancelledBy !== meeting.me) {
      const by = meeting.sides.find((one) => one.participant.participantId === meeting.cancelledBy);
      const mine = meeting.sides.find((one) => one.participant.participantId === meeting.me);
      // The organisers or a colleague: it is not the other side's doing.
      if (meeting.cancelledBecause === 'plan-taken-back') {
        // Where they meet after all, at another time, that is the news; or that the request is open again.
        if (arrangedAnew.has(participant.participantId)) continue;
        const open = reopened.get(participant.participantId);
        news.push(open ? { ...about, kind: 'reopened', key: open.requestId } : { kind: 'taken_back', ...about });
      } else if (!by || by.side === mine?.side) news.push({ kind: 'called_off', ...about });
      else news.push({ kind: 'cancelled', ...about, partner: by.participant });
    } else if (meeting.state === 'confirmed' && was.slotId !== meeting.slotId) {
      const move = movesOf(after.requests, meeting.meetingId).findLast(({ state }) => state === 'accepted');
      if (!move || move.history.at(-1)?.by !== move.mine) news.push({ kind: 'moved', ...about });
    } else if (here && !otherSide(was).here) {
      news.push({ kind: 'entered', ...about });
    }
  }
  return news;
}

function partnersOf(meetings: readonly MeetingView[], which: (meeting: MeetingView) => boolean): Set<string> {
  return new Set(meetings.filter(which).map((meeting) => otherSide(meeting).participant.participantId));
}

type End = 'declined' | 'withdrawn' | 'expired' | 'unavailable';

function isEnd(state: MeetingRequestView['state']): state is End {
  return state === 'declined' || state === 'withdrawn' || state === 'expired' || state === 'unavailable';
}
