import { describe, expect, it } from '@jest/globals';
import { OutcomeForm, type OutcomeDraft } from './outcome-form';

const form = (...answers: Partial<OutcomeDraft>[]): OutcomeForm => {
  const one = new OutcomeForm();
  for (const answer of answers) one.set(answer);
  return one;
};

describe('the outcome form', () => {
  it('asks one thing after the other', () => {
    const one = form();
    expect([one.gaps(), one.asksFollowUp(), one.asksStep()]).toEqual([['result'], false, false]);
    one.set({ result: 'met' });
    expect([one.gaps(), one.asksFollowUp()]).toEqual([['followUp'], true]);
    one.set({ followUp: 'agreed' });
    expect([one.gaps(), one.asksStep(), one.claimsCase()]).toEqual([[], true, false]);
  });

  it('needs nothing more of those who did not meet', () => {
    const one = form({
      result: 'partner_absent',
      followUp: 'agreed',
      nextStep: 'forgotten',
      kind: 'trade',
      note: ' waited ',
    });
    expect(one.submit()).toEqual({
      result: 'partner_absent',
      followUp: 'none',
      nextStep: null,
      nextStepOwner: null,
      nextStepDue: null,
      kind: null,
      note: 'waited',
    });
  });

  it('claims a case by a step with owner and date, and asks for what a half-named step lacks', () => {
    const one = form({ result: 'met', followUp: 'agreed', nextStep: ' Send the stack sizes ' });
    expect([one.submit(), [...one.errors()]]).toEqual([null, ['nextStepOwner', 'nextStepDue']]);
    one.set({ nextStepOwner: 'both', nextStepDue: '2027-02-12', kind: 'joint-project' });
    expect(one.claimsCase()).toBe(true);
    expect(one.submit()).toEqual({
      result: 'met',
      followUp: 'agreed',
      nextStep: 'Send the stack sizes',
      nextStepOwner: 'both',
      nextStepDue: '2027-02-12',
      kind: 'joint-project',
      note: null,
    });
    const noWords = form({ result: 'met', followUp: 'agreed', nextStepOwner: 'me' });
    expect(noWords.gaps()).toEqual(['nextStep', 'nextStepDue']);
  });

  it('shows no error before the first try, and starts again from an earlier answer', () => {
    const one = form();
    expect([...one.errors()]).toEqual([]);
    one.submit();
    expect([...one.errors()]).toEqual(['result']);
    one.take({
      result: 'met',
      followUp: 'perhaps',
      nextStep: '',
      nextStepOwner: null,
      nextStepDue: '',
      kind: null,
      note: '',
    });
    expect([[...one.errors()], one.submit()?.followUp]).toEqual([[], 'perhaps']);
  });
});
