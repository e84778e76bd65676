import { describe, expect, it } from '@jest/globals';
import { signal } from '@angular/core';
import type { OpportunityCard, OpportunityId } from '@musubi/contracts';
import { AskForm } from './ask-form';
import { aiko, choice, clara } from '../../../../testing/meeting-fixtures';

const card = (id: string): OpportunityCard => ({
  opportunityId: id as OpportunityId,
  kind: 'offer',
  title: { en: id, ja: null, original: 'en' },
  dimension: 'innovation',
  topic: 'research',
});
const choices = [choice('2027-01-26T08:00:00Z'), choice('2027-01-26T08:25:00Z')];
const [first, second] = choices.map(({ slotId }) => slotId);
const pair = { mine: card('mine'), theirs: card('theirs') };
const form = (): AskForm => new AskForm(signal(choices), signal([pair]), signal(['en', 'ja']));

describe('a request while it is written', () => {
  it('needs a reason and a time, and says so only after the first try', () => {
    const ask = form();
    expect([ask.errors().size, ask.begun()]).toEqual([0, false]);
    expect([ask.submit(aiko.participantId), [...ask.errors()]]).toEqual([null, ['reason', 'slots']]);
    ask.write('x'.repeat(401));
    expect([...ask.errors()]).toEqual(['reason_long', 'slots']);
  });

  it('sends both sides of each chosen pair, the times in order and the language', () => {
    const ask = form();
    ask.write('  Test hours for stacks. ');
    ask.cite(pair, true);
    ask.slots.toggle(second!);
    ask.slots.toggle(first!);
    expect(ask.submit(aiko.participantId)).toEqual({
      to: 'aiko',
      reason: 'Test hours for stacks.',
      opportunityIds: ['mine', 'theirs'],
      slotIds: [second, first],
      language: 'en',
    });
    ask.cite(pair, false);
    ask.speak('ja');
    expect(ask.submit(aiko.participantId)).toMatchObject({ opportunityIds: [], language: 'ja' });
  });

  it('comes back from its draft', () => {
    const ask = form();
    ask.write('Kept');
    ask.cite(pair, true);
    ask.slots.toggle(first!);
    ask.bring([{ participant: clara, part: 'optional' }]);
    ask.interpret(['de', 'ja']);
    expect(ask.draft()).toMatchObject({
      people: [{ participantId: 'clara', part: 'optional' }],
      interpretation: ['de', 'ja'],
    });
    const again = form();
    again.take(JSON.parse(JSON.stringify(ask.draft())), ask.people());
    expect([again.reason(), again.cites(pair), again.slots.slotIds(), again.begun()]).toEqual([
      'Kept',
      true,
      [first],
      true,
    ]);
    expect(again.submit(aiko.participantId)).toEqual(ask.submit(aiko.participantId));
    again.clear();
    expect([again.begun(), again.alone(), again.cites(pair), again.errors().size]).toEqual([false, true, false, 0]);
  });

  it('is begun with whoever is to come along', () => {
    const ask = form();
    ask.bring([{ participant: clara, part: 'required' }]);
    expect([ask.begun(), ask.alone()]).toEqual([true, false]);
  });
});
