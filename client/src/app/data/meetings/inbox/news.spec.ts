import { describe, expect, it } from '@jest/globals';
import type { MeetingRequestView, MeetingView, ParticipantId, SlotId } from '@musubi/contracts';
import { newsBetween, type MeetingsSeen } from './news';
import { aiko, clara, meeting, request } from '../../../../testing/meeting-fixtures';

const seen = (requests: MeetingRequestView[], meetings: MeetingView[] = []): MeetingsSeen => ({ requests, meetings });
const nothing = seen([]);
const move = (
  by: 'from' | 'to' | 'system' | 'organisers',
  did: MeetingRequestView['state'],
): MeetingRequestView['history'][number] => ({
  by,
  did,
  at: '2027-01-26T08:15:00Z',
  note: null,
});
const mine = request({ mine: 'from', turn: 'to', from: clara, to: aiko });
const kinds = (before: MeetingsSeen, after: MeetingsSeen): string[] =>
  newsBetween(before, after).map(({ kind }) => kind);

describe('news of meetings', () => {
  it('tells a new request with its partner and time', () => {
    expect(newsBetween(nothing, seen([request()]))).toEqual([
      { kind: 'asked', key: 'request', partner: aiko, startsAt: '2027-01-26T08:25:00Z', times: 2 },
    ]);
  });

  it('says nothing of what I did, nor of what was seen before', () => {
    expect(kinds(nothing, seen([mine]))).toEqual([]);
    expect(kinds(seen([request()]), seen([request()]))).toEqual([]);
    const declined = request({ state: 'declined', turn: null, version: 2, history: [move('to', 'declined')] });
    expect(kinds(seen([request()]), seen([declined]))).toEqual([]);
  });

  it.each(['declined', 'expired', 'unavailable', 'withdrawn'] as const)('tells that a request was %s', (state) => {
    const by = state === 'expired' || state === 'unavailable' ? 'system' : 'to';
    const after = { ...mine, state, turn: null, version: 2, history: [move(by, state)] };
    expect(kinds(seen([mine]), seen([after]))).toEqual([state]);
  });

  it('tells a counter-proposal when it is my turn again', () => {
    const countered = {
      ...mine,
      state: 'countered' as const,
      turn: 'from' as const,
      version: 2,
      history: [move('to', 'countered')],
    };
    expect(kinds(seen([mine]), seen([countered]))).toEqual(['countered']);
  });

  it('tells that a request was accepted once, as its meeting', () => {
    const accepted = { ...mine, state: 'accepted' as const, turn: null, version: 2, history: [move('to', 'accepted')] };
    expect(kinds(seen([mine]), seen([accepted], [meeting()]))).toEqual(['accepted']);
    const byMe = request({ state: 'accepted', turn: null, version: 2, history: [move('to', 'accepted')] });
    expect(kinds(seen([request()]), seen([byMe], [meeting()]))).toEqual([]);
  });

  it('tells a meeting of the organisers’ plan as theirs, whether or not one of the two had asked', () => {
    const arranged = (mine: 'from' | 'to') =>
      request({ mine, state: 'accepted', turn: null, version: 2, history: [move('organisers', 'accepted')] });
    for (const mine of ['from', 'to'] as const)
      expect(kinds(nothing, seen([arranged(mine)], [meeting()]))).toEqual(['arranged']);
    expect(kinds(seen([mine]), seen([{ ...mine, ...arranged('from') }], [meeting()]))).toEqual(['arranged']);
    // A reader who has the meeting before the request.
    expect(kinds(nothing, seen([], [meeting({ arranged: 'plan' })]))).toEqual(['arranged']);
  });

  it('tells a time that came free and was taken as such: nobody had asked for it', () => {
    const taken = { ...mine, state: 'accepted' as const, turn: null, version: 2, history: [move('to', 'accepted')] };
    expect(kinds(nothing, seen([taken], [meeting({ arranged: 'gap' })]))).toEqual(['filled']);
  });

  it('tells that a plan was taken back, and what it is arranged anew as', () => {
    const was = seen([], [meeting()]);
    const back = meeting({ state: 'cancelled', cancelledBy: null, cancelledBecause: 'plan-taken-back' });
    expect(kinds(was, seen([], [back]))).toEqual(['taken_back']);
    const anew = meeting({
      meetingId: 'anew' as MeetingView['meetingId'],
      slotId: 'other' as SlotId,
      arranged: 'plan',
    });
    expect(kinds(seen([], [back]), seen([], [back, anew]))).toEqual(['rearranged']);
    // Between two looks both happened: one word.
    expect(kinds(was, seen([], [back, anew]))).toEqual(['rearranged']);
  });

  it('tells that a plan was taken back and the request is open again: one word, to whoever’s turn it is', () => {
    const history = [move('from', 'requested'), move('organisers', 'accepted')];
    for (const one of [mine, request()]) {
      const asked = { ...one, version: 2, state: 'accepted', turn: null, history } as const;
      const was = seen([asked], [meeting()]);
      const back = meeting({
        requestId: 'kept' as MeetingView['requestId'],
        ...{ state: 'cancelled', cancelledBy: null, cancelledBecause: 'plan-taken-back', arranged: 'plan' },
      });
      const open = { ...asked, version: 3, state: 'requested', turn: 'to' } as const;
      const reopened = { ...open, history: [...history, move('organisers', 'requested')] };
      expect(newsBetween(was, seen([reopened], [back]))).toEqual([
        { kind: 'reopened', key: 'request', partner: expect.anything(), startsAt: meeting().startsAt },
      ]);
      const ended = { ...asked, version: 3, state: 'expired' } as const;
      const stays = { ...ended, history: [...history, { ...move('organisers', 'expired'), because: 'deadline' }] };
      expect(kinds(was, seen([stays as MeetingRequestView], [{ ...back, requestId: asked.requestId }]))).toEqual([
        'taken_back',
      ]);
      // Away while it was published and taken back: nothing is new.
      expect(kinds(seen([{ ...open, version: 1 }]), seen([reopened], [back]))).toEqual([]);
    }
  });

  it('tells what happens to a meeting', () => {
    const was = seen([], [meeting()]);
    const cancelled = meeting({ state: 'cancelled', cancelledBy: aiko.participantId });
    expect(kinds(was, seen([], [cancelled]))).toEqual(['cancelled']);
    expect(kinds(was, seen([], [{ ...cancelled, cancelledBy: clara.participantId }]))).toEqual([]);
    const nils = { ...clara, participantId: 'nils' as ParticipantId };
    const sides = [...cancelled.sides, { participant: nils, here: false, side: 1, part: 'required' as const }];
    for (const cancelledBy of [null, nils.participantId])
      expect(kinds(was, seen([], [{ ...cancelled, sides, cancelledBy }]))).toEqual(['called_off']);
    expect(kinds(was, seen([], [meeting({ slotId: 'other' as SlotId })]))).toEqual(['moved']);
    const inside = meeting({ sides: meeting().sides.map((side) => ({ ...side, here: true })) });
    expect(kinds(was, seen([], [inside]))).toEqual(['entered']);
  });

  it('tells that a meeting has moved to whom the move was accepted, not to who accepted it', () => {
    const was = seen([], [meeting()]);
    const { startsAt, endsAt, meetingId } = meeting();
    const asked = request({ state: 'accepted', turn: null, meetingId, movesFrom: { startsAt, endsAt } });
    const told = (by: 'from' | 'to') =>
      kinds(was, seen([{ ...asked, history: [move(by, 'accepted')] }], [meeting({ slotId: 'other' as SlotId })]));
    expect([told('from'), told('to')]).toEqual([['moved'], []]);
  });
});
