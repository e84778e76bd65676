import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Action,
  actions,
  may,
  moves,
  next,
  publishing,
  reminderDue,
  revisionOf,
  type Standing,
  standingOf,
  standings,
  stateOf,
  waits,
  writing,
} from './life.rules.js';

const standing = fc.constantFrom(...standings);

describe('the life of a profile and of an opportunity', () => {
  it('is this table, read aloud', () => {
    const told = standings.map((from) => {
      const to = Object.entries(moves[from]).map(([action, where]) => `${action} → ${where}`);
      return `${from}: ${to.join(', ')}`;
    });
    expect(told).toEqual([
      'draft: submit → submitted, publish → published, archive → archived',
      'submitted: publish → published, approve → published, send_back → draft, withdraw → draft, archive → archived',
      'published: revise → published+draft, renew → published, expire → expired, withdraw → draft, archive → archived',
      'published+draft: submit → published+submitted, publish → published, renew → published+draft, expire → expired+draft, withdraw → draft, archive → archived',
      'published+submitted: publish → published, approve → published, send_back → published+draft, renew → published+submitted, expire → expired+submitted, withdraw → published+draft, archive → archived',
      'expired: revise → expired+draft, renew → published, publish → published, withdraw → draft, archive → archived',
      'expired+draft: submit → expired+submitted, publish → published, renew → published+draft, withdraw → draft, archive → archived',
      'expired+submitted: publish → published, approve → published, send_back → expired+draft, renew → published+submitted, withdraw → expired+draft, archive → archived',
      'archived: restore → draft',
    ]);
  });

  it('refuses every other step, and says in which state it is', () => {
    for (const from of standings) {
      for (const action of actions.filter((one) => !may(from, one))) {
        expect(() => next('profile', from, action)).toThrow(
          expect.objectContaining({ code: 'profile.wrong_state', data: { state: stateOf(from) } }),
        );
      }
    }
  });

  it('is written as a state and what stands beside it, and read back', () => {
    fc.assert(
      fc.property(standing, (one) => standingOf({ state: stateOf(one), revisionState: revisionOf(one) }) === one),
    );
  });

  it('never makes public under review what nobody has read', () => {
    const steps = fc.array(fc.constantFrom<Action | 'press' | 'write'>(...actions, 'press', 'write'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, (all) => {
        let at: Standing = 'draft';
        // Which text is public, which is being written, and which were read: texts are numbers.
        let [text, open, read] = [1, 0, 0];
        for (const step of all) {
          if (step === 'publish' || step === 'revise') continue;
          if (step === 'write') {
            if (at === 'archived') continue;
            at = writing('profile', at, true).to;
            text++;
            continue;
          }
          const action = step === 'press' ? publishing(at, true) : step;
          if (!action || !may(at, action)) continue;
          if (action === 'approve') read = text;
          at = next('profile', at, action);
          if (action === 'approve') open = text;
          if (stateOf(at) !== 'published' && stateOf(at) !== 'expired') open = 0;
          if (stateOf(at) === 'published') expect(open).toBeLessThanOrEqual(read);
          if (stateOf(at) === 'published' && !revisionOf(at)) expect(open).toBe(text);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('leads everywhere back to a draft, from where it can be published', () => {
    fc.assert(
      fc.property(standing, (from) => {
        let at: Standing = from;
        for (let steps = 0; at !== 'draft' && steps < 3; steps++) {
          at = next('profile', at, at === 'archived' ? 'restore' : 'withdraw');
        }
        return at === 'draft' && publishing(at, false) === 'publish' && publishing(at, true) === 'submit';
      }),
    );
  });

  it('asks staff to read exactly what was handed in', () => {
    expect(standings.filter(waits)).toEqual(['submitted', 'published+submitted', 'expired+submitted']);
    for (const one of standings) expect(may(one, 'approve')).toBe(waits(one));
  });
});

describe('letters before the end', () => {
  it('leave at 30 and at 7 days, each once', () => {
    const days = [40, 31, 30, 29, 8, 7, 6, 1, 0, -1];
    let reminded: number | null = null;
    const sent = days.flatMap((left) => {
      const due = reminderDue(left, reminded);
      reminded = due ?? reminded;
      return due === null ? [] : [[left, due]];
    });
    expect(sent).toEqual([
      [30, 30],
      [7, 7],
    ]);
  });

  it('leave once where a jump of the clock has passed the first', () => {
    expect(reminderDue(5, null)).toBe(7);
    expect(reminderDue(5, 7)).toBeNull();
  });
});
