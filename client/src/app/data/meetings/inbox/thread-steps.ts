import type { MeetingRequestState, MeetingRequestView, PersonName, StaysEnded } from '@musubi/contracts';
import type { InboxEntry } from './inbox';

/** One thing that happened between the two. */
export interface ThreadStep {
  readonly by: 'you' | 'them' | 'system' | 'organisers';
  readonly did: MeetingRequestState | 'handed_over' | 'reopened' | `stays_ended_${StaysEnded}`;
  /** Asked to move the meeting, which stood meanwhile. */
  readonly moving: boolean;
  readonly at: string;
  readonly note: string | null;
  /** The times that it was about; none where they are not known any more. */
  readonly times: readonly string[];
  /** Where somebody acted for another: an assistant, or a colleague of a shared pool. */
  readonly voice?: { readonly by: PersonName; readonly for: PersonName };
  /** Who stood for that side then, where somebody else comes to the meeting now. */
  readonly then?: PersonName;
  /** Who came to stand for that side, and in whose place. */
  readonly handedOver?: { readonly from: PersonName; readonly to: PersonName };
}

/** The requests to move this meeting, as they were sent. */
export function movesOf(requests: readonly MeetingRequestView[], meetingId: string | undefined): MeetingRequestView[] {
  return requests
    .filter((request) => request.movesFrom && request.meetingId === meetingId)
    .sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt));
}

/** How a request, or a meeting with all that was asked to move it, went so far: oldest first. */
export function threadSteps(
  { request, meeting }: Pick<InboxEntry, 'request' | 'meeting'>,
  moves: readonly MeetingRequestView[],
): ThreadStep[] {
  const told = request ? [request, ...moves.filter((move) => move !== request)] : [...moves];
  const accepted = told.filter(({ state }) => state === 'accepted');
  return told
    .flatMap((one) => {
      // Where it was moved afterwards, it was agreed for the time from which it was moved.
      const later = accepted[accepted.indexOf(one) + 1];
      const agreed = later?.movesFrom?.startsAt ?? meeting?.startsAt;
      return stepsOf(one, agreed, meeting);
    })
    .concat(told[0] ? handOversOf(told[0]) : [])
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Who came in whose place. What asks to move the meeting went along. */
function handOversOf({ mine, standIns = [], history }: MeetingRequestView): ThreadStep[] {
  // Whoever answered in the place of the one who comes is named there.
  const named = (at: string): boolean => history.some((move) => move.at === at && move.voice);
  return standIns
    .filter(({ at }) => !named(at))
    .map(({ side, from, to, at }) => ({
      by: side === mine ? 'you' : 'them',
      did: 'handed_over',
      moving: false,
      at,
      note: null,
      times: [],
      handedOver: { from, to },
    }));
}

function stepsOf(
  request: MeetingRequestView,
  agreed: string | undefined,
  meeting: InboxEntry['meeting'],
): ThreadStep[] {
  const { history, mine, slots, movesFrom, standIns = [] } = request;
  const then = ({ by, at }: MeetingRequestView['history'][number]): PersonName | null => {
    const next = standIns.find(({ side, at: since }) => side === by && Date.parse(since) > Date.parse(at));
    if (next) return next.from;
    if (by === 'system' || by === 'organisers' || !meeting) return null;
    const { participantId, name } = request[by];
    const comes = meeting.sides.some(({ participant }) => participant.participantId === participantId);
    return comes ? null : name;
  };
  const proposed = slots.map(({ startsAt }) => startsAt);
  const proposes = (did: MeetingRequestState): boolean => did === 'requested' || did === 'countered';
  const last = history.findLastIndex(({ did }) => proposes(did));
  // What the organisers had arranged is the time of another meeting, which they have taken back.
  const gone = (move: MeetingRequestView['history'][number]): boolean =>
    move.by === 'organisers' && history.indexOf(move) < last;
  return history.map((move, index) => {
    const { by, did, at, note, voice, because } = move;
    return {
      by: by === 'system' || by === 'organisers' ? by : by === mine ? 'you' : 'them',
      did: because ? (`stays_ended_${because}` as const) : by === 'organisers' && proposes(did) ? 'reopened' : did,
      moving: movesFrom !== null,
      at,
      note,
      times: did === 'accepted' ? (gone(move) ? [] : agreed ? [agreed] : proposed) : index === last ? proposed : [],
      ...(voice ? { voice } : {}),
      ...(then(move) ? { then: then(move)! } : {}),
    };
  });
}
