import { describe, expect, it } from '@jest/globals';
import type {
  MeetingId,
  MeetingRequestId,
  MeetingRequestView,
  MeetingSide,
  MeetingView,
  ParticipantId,
} from '@musubi/contracts';
import { meeting, request, slot } from '../../../../testing/meeting-fixtures';
import { movesOf, threadSteps } from './thread-steps';

const [first, second, third] = ['2027-01-26T08:25:00Z', '2027-01-26T09:15:00Z', '2027-01-27T08:00:00Z'] as const;
const meetingId = 'meeting' as MeetingId;
const asked = request({
  state: 'accepted',
  turn: null,
  meetingId,
  history: [
    { by: 'from', did: 'requested', at: '2027-01-20T08:00:00Z', note: null },
    { by: 'to', did: 'accepted', at: '2027-01-20T09:00:00Z', note: null },
  ],
});
/** Clara asks to move it, at the hour of the day. */
const move = (hour: string, from: string, to: string, more: Partial<MeetingRequestView> = {}): MeetingRequestView =>
  request({
    requestId: `move-${hour}` as MeetingRequestId,
    mine: 'from',
    meetingId,
    movesFrom: { startsAt: from, endsAt: from },
    slots: [slot(to)],
    sentAt: `2027-01-21T${hour}:00:00Z`,
    history: [{ by: 'from', did: 'requested', at: `2027-01-21T${hour}:00:00Z`, note: null }],
    ...more,
  });
const ended = (hour: string, from: string, to: string, did: 'accepted' | 'withdrawn'): MeetingRequestView => {
  const open = move(hour, from, to);
  const by = did === 'accepted' ? 'to' : 'from';
  const history = [...open.history, { by, did, at: `2027-01-21T${hour}:30:00Z`, note: null } as const];
  return { ...open, state: did, turn: null, history };
};
const told = (meetingAt: string, moves: readonly MeetingRequestView[]) =>
  threadSteps({ request: asked, meeting: meeting({ startsAt: meetingAt }) }, moves).map(({ by, did, moving, times }) =>
    `${by} ${moving ? 'move ' : ''}${did} ${times.join(' ')}`.trim(),
  );

describe('how it went so far', () => {
  it('names the organisers where they arranged it, and nobody of the two', () => {
    const arranged = {
      ...asked,
      history: [{ by: 'organisers', did: 'accepted', at: '2027-01-20T09:00:00Z', note: null }],
    };
    const steps = threadSteps({ request: arranged as MeetingRequestView, meeting: meeting({ startsAt: first }) }, []);
    expect(steps).toMatchObject([{ by: 'organisers', did: 'accepted', times: [first] }]);
    expect(steps[0]).not.toHaveProperty('then');
  });

  it('tells that it is open again after a plan, for what was proposed; or with its meeting why it is not', () => {
    const at = '2027-01-20T09:00:00Z';
    const arranged = [asked.history[0]!, { by: 'organisers', did: 'accepted', at, note: null } as const];
    const by = { by: 'organisers', at, note: null } as const;
    const open = request({ meetingId: null, history: [...arranged, { ...by, did: 'requested' }] });
    const ended = {
      ...asked,
      state: 'expired',
      history: [...arranged, { ...by, did: 'expired', because: 'deadline' }],
    };
    const steps = (of: MeetingRequestView, its: MeetingView | null) =>
      threadSteps({ request: of, meeting: its }, []).map(({ by: who, did, times }) => [who, did, ...times].join(' '));
    expect(steps(open, null)).toEqual([
      'them requested',
      'organisers accepted',
      `organisers reopened ${open.slots.map(({ startsAt }) => startsAt).join(' ')}`,
    ]);
    const again = { ...asked, history: [...open.history, { by: 'to', did: 'accepted', at, note: null }] };
    expect(
      steps(again as MeetingRequestView, meeting({ startsAt: second })).filter((step) => / accepted/.test(step)),
    ).toEqual(['organisers accepted', `you accepted ${second}`]);
    expect(steps(ended as MeetingRequestView, meeting({ startsAt: third }))).toEqual([
      `them requested ${first} ${second}`,
      `organisers accepted ${third}`,
      'organisers stays_ended_deadline',
    ]);
  });

  it('tells every wish to move the meeting, those that came to nothing too', () => {
    const moves = [
      ended('10', first, third, 'withdrawn'),
      ended('12', first, second, 'accepted'),
      move('14', second, third),
    ];
    expect(told(second, moves)).toEqual([
      `them requested ${first} ${second}`,
      `you accepted ${first}`,
      `you move requested ${third}`,
      'you move withdrawn',
      `you move requested ${second}`,
      `them move accepted ${second}`,
      `you move requested ${third}`,
    ]);
  });

  it('names who asked where somebody else comes now, and nobody where they come themselves', () => {
    const names = (sides: MeetingView['sides']) =>
      threadSteps({ request: asked, meeting: meeting({ sides }) }, []).map(({ then }) => then?.familyLatin ?? null);
    const [one, other] = meeting().sides as [MeetingSide, MeetingSide];
    const nils = { ...one, participant: { ...one.participant, participantId: 'nils' as ParticipantId } };
    expect([names([one, other]), names([nils, other])]).toEqual([
      [null, null],
      [one.participant.name.familyLatin, null],
    ]);
  });

  it('tells who took over from whom, and names whoever stood there before', () => {
    const [clara, aiko] = [asked.from.name, asked.to.name];
    const standIns = [{ side: 'from', from: clara, to: aiko, at: '2027-01-20T08:30:00Z' }] as const;
    const steps = threadSteps({ request: { ...asked, standIns: [...standIns] }, meeting: meeting() }, []);
    expect(steps.map(({ by, did, then, handedOver }) => [by, did, then ?? handedOver ?? null])).toEqual([
      ['them', 'requested', clara],
      ['them', 'handed_over', { from: clara, to: aiko }],
      ['you', 'accepted', null],
    ]);
    // Whoever answered for the one who comes has been named.
    const [sent, accepted] = asked.history as [(typeof asked.history)[number], (typeof asked.history)[number]];
    const answered = { ...asked, history: [sent, { ...accepted, voice: { by: aiko, for: clara } }] };
    const assigned = { side: 'to', from: aiko, to: clara, at: accepted.at } as const;
    expect(
      threadSteps({ request: { ...answered, standIns: [assigned] }, meeting: meeting() }, []).map(({ did }) => did),
    ).toEqual(['requested', 'accepted']);
  });

  it('keeps the times in mind of the last proposal alone', () => {
    const countered = move('10', first, third, {
      state: 'countered',
      history: [
        { by: 'from', did: 'requested', at: '2027-01-21T10:00:00Z', note: null },
        { by: 'to', did: 'countered', at: '2027-01-21T11:00:00Z', note: 'Later?' },
      ],
    });
    expect(told(first, [countered]).slice(2)).toEqual(['you move requested', `them move countered ${third}`]);
  });

  it('finds the wishes of this meeting, the first one first', () => {
    const [early, late] = [move('10', first, third), move('12', first, second)];
    const other = { ...early, meetingId: 'other' as MeetingId };
    expect(movesOf([late, asked, other, early], meetingId)).toEqual([early, late]);
    expect(movesOf([asked], undefined)).toEqual([]);
  });
});
