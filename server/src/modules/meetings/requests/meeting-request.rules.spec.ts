import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MeetingRequestState, meetingRequestStates } from '@musubi/contracts';
import { DomainError } from '../../../platform/index.js';
import { decide } from '../../../../test/model/life-cycle.js';
import { newWorld, people } from '../../../../test/model/world.js';
import {
  acceptRequest,
  closeRequest,
  counterRequest,
  declineRequest,
  expireRequest,
  newRequest,
  withdrawRequest,
  type MeetingRequest,
  type RequestSide,
} from './meeting-request.rules.js';

const minute = 60_000;
const at = (minutes: number) => new Date(Date.UTC(2027, 0, 26, 8) + minutes * minute);
const slot = (n: number) => ({ slotId: `slot-${n}`, startsAt: at(n * 25) });
const fresh = (slots = [slot(2), slot(3)], answerBy = at(40)) => newRequest(slots, { at: at(0), answerBy });
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
};

/** Said once more: the rules are not asked about themselves. */
const openStates: readonly MeetingRequestState[] = ['requested', 'countered'];
const overStates = meetingRequestStates.filter((state) => !openStates.includes(state));

describe('a meeting request', () => {
  it('waits for the side that was asked', () => {
    expect(fresh()).toEqual({
      state: 'requested',
      turn: 'to',
      version: 1,
      answerBy: at(40),
      slots: [slot(2), slot(3)],
      declinedBecause: null,
      note: null,
    });
  });

  it('is accepted for a slot that was proposed', () => {
    expect(acceptRequest(fresh(), { slotId: 'slot-3', by: 'to', at: at(10) })).toEqual({
      ...fresh(),
      state: 'accepted',
      turn: null,
      version: 2,
    });
  });

  it('is declined with a reason', () => {
    expect(
      declineRequest(fresh(), { reason: 'no-time', note: 'Next year, gladly', by: 'to', at: at(1) }),
    ).toMatchObject({ state: 'declined', turn: null, declinedBecause: 'no-time', note: 'Next year, gladly' });
  });

  it('is proposed anew by whoever proposed it, too, once none of its times can be taken any more', () => {
    const gone = (...open: boolean[]) => ({
      ...fresh(),
      slots: [slot(2), slot(3)].map((one, n) => ({ ...one, open: open[n]! })),
    });
    const counter = (request: MeetingRequest, minutes = 1) =>
      counterRequest(request, { slots: [slot(4)], note: null, answerBy: at(60), by: 'from', at: at(minutes) });
    expect(counter(gone(false, false))).toMatchObject({ state: 'countered', turn: 'to', version: 2, slots: [slot(4)] });
    expect([
      refusal(() => counter(gone(false, true))),
      refusal(() => counter(gone(false, false), 40)),
      refusal(() => counter({ ...gone(false, false), state: 'declined', turn: null })),
    ]).toEqual(['meeting_request.not_your_turn', 'meeting_request.expired', 'meeting_request.wrong_state']);
  });

  it('is countered any number of times, each time asking the other side anew', () => {
    const once = counterRequest(fresh(), { slots: [slot(4)], note: null, answerBy: at(60), by: 'to', at: at(1) });
    const twice = counterRequest(once, { slots: [slot(5)], note: 'Later?', answerBy: at(70), by: 'from', at: at(2) });
    expect([once, twice]).toEqual([
      { ...fresh(), state: 'countered', turn: 'from', version: 2, answerBy: at(60), slots: [slot(4)] },
      { ...fresh(), state: 'countered', turn: 'to', version: 3, answerBy: at(70), slots: [slot(5)], note: 'Later?' },
    ]);
  });

  it('is taken back by its sender only, whoever is to answer', () => {
    const countered = counterRequest(fresh(), { slots: [slot(4)], note: null, answerBy: at(60), by: 'to', at: at(1) });
    expect(withdrawRequest(fresh(), { by: 'from', at: at(1) }).state).toBe('withdrawn');
    expect(withdrawRequest(countered, { by: 'from', at: at(2) }).state).toBe('withdrawn');
    expect(refusal(() => withdrawRequest(fresh(), { by: 'to', at: at(1) }))).toBe('forbidden');
  });

  it.each([
    [
      'accepted by the wrong side',
      () => acceptRequest(fresh(), { slotId: 'slot-2', by: 'from', at: at(1) }),
      'meeting_request.not_your_turn',
    ],
    [
      'accepted for a slot nobody proposed',
      () => acceptRequest(fresh(), { slotId: 'slot-9', by: 'to', at: at(1) }),
      'meeting_request.slot_not_proposed',
    ],
    [
      'accepted for a slot that has begun',
      () => acceptRequest(fresh([slot(2)], at(90)), { slotId: 'slot-2', by: 'to', at: at(50) }),
      'meeting.slot_past',
    ],
    [
      'accepted at the deadline',
      () => acceptRequest(fresh(), { slotId: 'slot-2', by: 'to', at: at(40) }),
      'meeting_request.expired',
    ],
    [
      'accepted after it expired',
      () => acceptRequest({ ...fresh(), state: 'expired', turn: null }, { slotId: 'slot-2', by: 'to', at: at(1) }),
      'meeting_request.expired',
    ],
    [
      'sent for a slot that has begun',
      () => newRequest([slot(2), slot(0)], { at: at(0), answerBy: at(9) }),
      'meeting.slot_past',
    ],
    [
      'countered with a slot that has begun',
      () => counterRequest(fresh(), { slots: [slot(0)], note: null, answerBy: at(9), by: 'to', at: at(5) }),
      'meeting.slot_past',
    ],
    ['expired before its deadline', () => expireRequest(fresh(), { at: at(39) }), 'meeting_request.wrong_state'],
  ])('is not %s', (_, work, code) => {
    expect(refusal(work)).toBe(code);
  });

  it.each(overStates)('refuses every move once it is %s', (state) => {
    const request: MeetingRequest = { ...fresh(), state, turn: null };
    const code = state === 'expired' ? 'meeting_request.expired' : 'meeting_request.wrong_state';
    expect([
      refusal(() => acceptRequest(request, { slotId: 'slot-2', by: 'to', at: at(1) })),
      refusal(() => declineRequest(request, { reason: 'other', note: null, by: 'to', at: at(1) })),
      refusal(() => counterRequest(request, { slots: [slot(4)], note: null, answerBy: at(9), by: 'to', at: at(1) })),
      refusal(() => withdrawRequest(request, { by: 'from', at: at(1) })),
    ]).toEqual([code, code, code, code]);
    expect([refusal(() => expireRequest(request, { at: at(99) })), refusal(() => closeRequest(request))]).toEqual([
      'meeting_request.wrong_state',
      'meeting_request.wrong_state',
    ]);
  });
});

describe('any sequence of commands', () => {
  const side = fc.constantFrom<RequestSide>('from', 'to');
  const command = fc.oneof(
    fc.record({ do: fc.constant('accept' as const), by: side, slot: fc.integer({ min: 0, max: 6 }) }),
    fc.record({ do: fc.constant('counter' as const), by: side, slot: fc.integer({ min: 0, max: 6 }) }),
    fc.record({ do: fc.constantFrom('decline', 'withdraw', 'expire', 'close', 'wait'), by: side }),
  );
  type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

  const apply = (request: MeetingRequest, command: Command, now: Date): MeetingRequest => {
    const move = { by: command.by, at: now };
    switch (command.do) {
      case 'accept':
        return acceptRequest(request, { ...move, slotId: slot(command.slot).slotId });
      case 'counter':
        return counterRequest(request, {
          ...move,
          slots: [slot(command.slot)],
          note: null,
          answerBy: new Date(now.getTime() + 30 * minute),
        });
      case 'decline':
        return declineRequest(request, { ...move, reason: 'other', note: null });
      case 'withdraw':
        return withdrawRequest(request, move);
      case 'expire':
        return expireRequest(request, move);
      case 'close':
        return closeRequest(request);
      default:
        return request;
    }
  };

  /** Every rule that a step broke, by name. */
  const brokenBy = (command: Command, before: MeetingRequest, next: MeetingRequest): string[] => {
    const holds: [string, boolean][] = [
      ['only what is open moves', openStates.includes(before.state)],
      ['the version rises by one', next.version === before.version + 1],
      ['a turn exactly while open', openStates.includes(next.state) === (next.turn !== null)],
      [
        'a counter asks the other side',
        command.do !== 'counter' || next.turn === { from: 'to', to: 'from' }[command.by],
      ],
      [
        'only whose turn it is answers',
        !['accept', 'counter', 'decline'].includes(command.do) || before.turn === command.by,
      ],
      [
        'only a proposed slot',
        command.do !== 'accept' || before.slots.some((one) => one.slotId === `slot-${command.slot}`),
      ],
    ];
    return holds.filter(([, held]) => !held).map(([rule]) => rule);
  };

  it('moves only what is open, keeps a turn exactly while it is open, and changes nothing when it refuses', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        let request = fresh();
        let now = at(0);
        for (const command of commands) {
          if (command.do === 'wait') {
            now = new Date(now.getTime() + 7 * minute);
            continue;
          }
          const before = JSON.stringify(request);
          try {
            const next = apply(request, command, now);
            const broken = brokenBy(command, request, next);
            if (broken.length > 0) throw new Error(`${JSON.stringify(command)} broke: ${broken.join(', ')}`);
            request = next;
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
            if (JSON.stringify(request) !== before) throw new Error('a refusal changed the request', { cause: error });
          }
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('is what the life cycle says, step by step', () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constantFrom('accept', 'counter'),
        by: fc.constantFrom(...people),
        slot: fc.integer({ min: 2, max: 5 }),
      }),
      fc.record({ do: fc.constantFrom('decline', 'withdraw', 'expire', 'block'), by: fc.constantFrom(...people) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const world = newWorld([2, 3]);
        let request = fresh();
        for (const one of steps) {
          const before = JSON.stringify(world.requests);
          const decided = decide(world, one);
          const same = JSON.stringify(world.requests) === before;
          const by = one.by === 'ada' ? 'from' : 'to';
          const expected = same && decided === null ? 'meeting_request.wrong_state' : (decided ?? 'none');
          const command = one.do === 'block' ? { do: 'close' as const, by } : { ...one, by };
          // Time passes only for what runs out; a refused step leaves the request as it was.
          const now = one.do === 'expire' ? at(40) : at(1);
          const code = refusal(() => void (request = apply(request, command as Command, now)));
          if (code !== expected) throw new Error(`${JSON.stringify(one)} of ${before}: ${code}, not ${expected}`);
          const { state, version, turn, slots } = world.requests[0]!;
          expect([request.state, request.version, request.turn, request.slots.map(({ slotId }) => slotId)]).toEqual([
            ...[state, version, turn && { ada: 'from', bo: 'to' }[turn]],
            slots.map((place) => `slot-${place}`),
          ]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
