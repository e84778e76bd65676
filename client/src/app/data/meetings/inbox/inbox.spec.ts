import { describe, expect, it } from '@jest/globals';
import { inboxGroups, inboxOf, nextMeeting, openRequestsOf, stateOfMeeting, type Inbox } from './inbox';
import { clara, meeting, request, slot } from '../../../../testing/meeting-fixtures';
import type { MeetingId, MeetingRequestId, MeetingRequestView } from '@musubi/contracts';

const now = Temporal.Instant.from('2027-01-26T08:16:00Z');
const rid = (text: string): MeetingRequestId => text as MeetingRequestId;
const mid = (text: string): MeetingId => text as MeetingId;

const read = (inbox: Inbox): unknown =>
  Object.fromEntries(
    inboxGroups.map((group) => [group, inbox[group].map(({ key, tie, state }) => `${key} ${tie} ${state}`)]),
  );

describe('the inbox', () => {
  it('groups everything by whose turn it is and draws its state as a tie', () => {
    const sent: Partial<MeetingRequestView> = { mine: 'from', turn: 'to', from: clara };
    const requests = [
      request({ requestId: rid('in') }),
      request({ requestId: rid('countered'), state: 'countered', answerBy: '2027-01-26T08:20:00Z' }),
      request({ requestId: rid('out'), ...sent }),
      request({ requestId: rid('out-countered'), ...sent, state: 'countered', turn: 'to' }),
      request({ requestId: rid('declined'), state: 'declined', turn: null }),
      request({ requestId: rid('expired'), state: 'expired', turn: null, sentAt: '2027-01-19T08:00:00Z', history: [] }),
      request({ requestId: rid('accepted'), state: 'accepted', turn: null, meetingId: mid('room') }),
    ];
    const meetings = [
      meeting({ meetingId: mid('room'), requestId: rid('accepted') }),
      meeting({
        meetingId: mid('later'),
        startsAt: '2027-01-27T08:00:00Z',
        endsAt: '2027-01-27T08:20:00Z',
        roomOpensAt: '2027-01-27T07:50:00Z',
      }),
      meeting({ meetingId: mid('live'), live: true, startsAt: '2027-01-26T08:10:00Z' }),
      meeting({ meetingId: mid('held'), state: 'held', endsAt: '2027-01-14T08:20:00Z' }),
      meeting({ meetingId: mid('cancelled'), state: 'cancelled', endsAt: '2027-01-13T08:20:00Z' }),
    ];
    expect(read(inboxOf(requests, meetings, now))).toEqual({
      waiting: ['countered counter answer', 'in in answer'],
      confirmed: ['live live live', 'room confirmed room_open', 'later confirmed confirmed'],
      awaiting: ['out out awaiting', 'out-countered counter awaiting'],
      ended: ['declined broken declined', 'expired broken expired', 'held held held', 'cancelled broken cancelled'],
    });
  });

  it('shows an accepted request until its meeting is known', () => {
    const accepted = request({ state: 'accepted', turn: null, meetingId: mid('unknown') });
    expect(read(inboxOf([accepted], [], now))).toMatchObject({ confirmed: ['request confirmed confirmed'] });
    // One that ended when the organisers' plan was taken back is told by its meeting.
    const ended = { ...accepted, state: 'expired' as const };
    const back = meeting({ state: 'cancelled', requestId: ended.requestId });
    expect(Object.values(inboxOf([ended], [back], now)).flat()).toHaveLength(1);
    const justNow = request({ requestId: rid('asked'), state: 'accepted', turn: null, meetingId: null });
    const made = meeting({ meetingId: mid('made'), requestId: rid('asked'), startsAt: '2027-01-26T09:15:00Z' });
    expect(inboxOf([justNow], [made], now).confirmed.map(({ key }) => key)).toEqual(['made']);
  });

  it('says of no time that it is taken once the request is over', () => {
    const slots = [slot('2027-01-26T08:25:00Z', false)];
    const [entry] = inboxOf([request({ state: 'declined', turn: null, slots })], [], now).ended;
    expect(entry?.times.map(({ open }) => open)).toEqual([true]);
  });

  it('offers the first proposal that is still open', () => {
    const slots = [slot('2027-01-26T08:25:00Z', false), slot('2027-01-26T09:15:00Z')];
    const [entry] = inboxOf([request({ slots })], [], now).waiting;
    expect(entry?.time?.startsAt).toBe('2027-01-26T09:15:00Z');
    const [taken] = inboxOf([request({ slots: slots.map((one) => ({ ...one, open: false })) })], [], now).waiting;
    expect(taken?.time).toMatchObject({ startsAt: '2027-01-26T08:25:00Z', open: false });
  });

  it('counts what I asked and nobody answered yet', () => {
    const sent = { mine: 'from', turn: 'to' } as const;
    expect(
      openRequestsOf([
        request(sent),
        request({ ...sent, state: 'countered' }),
        request({ ...sent, state: 'expired' }),
        request(),
      ]),
    ).toBe(2);
  });

  it('reads a meeting by clock and presence', () => {
    const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
    expect(stateOfMeeting(meeting(), at('2027-01-26T08:14:59Z'))).toBe('confirmed');
    expect(stateOfMeeting(meeting(), at('2027-01-26T08:15:00Z'))).toBe('room_open');
    expect(stateOfMeeting(meeting({ live: true }), at('2027-01-26T08:50:00Z'))).toBe('live');
    expect(stateOfMeeting(meeting(), at('2027-01-26T08:45:00Z'))).toBe('over');
    expect(stateOfMeeting(meeting({ state: 'no_show' }), at('2027-01-26T08:45:00Z'))).toBe('no_show');
  });

  it('finds the next meeting that is not over', () => {
    const later = meeting({
      meetingId: mid('later'),
      startsAt: '2027-01-26T09:40:00Z',
      endsAt: '2027-01-26T10:00:00Z',
    });
    expect(nextMeeting([later, meeting()], now)?.meetingId).toBe('meeting');
    expect(nextMeeting([later, meeting({ state: 'cancelled' })], now)?.meetingId).toBe('later');
    expect(nextMeeting([meeting()], Temporal.Instant.from('2027-01-26T08:45:00Z'))).toBeNull();
  });
});
