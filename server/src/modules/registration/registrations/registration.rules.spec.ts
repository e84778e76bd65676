import { describe, expect, it } from '@jest/globals';
import { type ConsentText, type FormQuestion, registrationStates } from '@musubi/contracts';
import {
  assertChangeable,
  assertOpen,
  changedConsents,
  checkAnswers,
  consentRecords,
  moveRegistration,
  registrationMoves,
  withheld,
} from './registration.rules.js';

describe('the states of a registration', () => {
  it('allows the moves of the table and no other', () => {
    const allowed = registrationStates.flatMap((from) =>
      registrationStates
        .filter((to) => {
          try {
            return moveRegistration(from, to) === to;
          } catch {
            return false;
          }
        })
        .map((to) => `${from} → ${to}`),
    );
    expect(allowed.sort()).toEqual(
      Object.entries(registrationMoves)
        .flatMap(([from, tos]) => tos.map((to) => `${from} → ${to}`))
        .sort(),
    );
  });
});

describe('when one may register', () => {
  const event = {
    state: 'published' as const,
    registrationOpensAt: new Date('2026-10-01T00:00:00Z'),
    registrationClosesAt: new Date('2027-01-15T22:59:00Z'),
    endsAt: new Date('2027-01-27T10:20:00Z'),
  };
  const on = (instant: string) => () => assertOpen(event, new Date(instant));

  it('is from the opening up to the closing', () => {
    expect(on('2026-09-30T23:59:59Z')).toThrow('event.not_open');
    expect(on('2026-10-01T00:00:00Z')).not.toThrow();
    expect(on('2027-01-15T22:58:59Z')).not.toThrow();
    expect(on('2027-01-15T22:59:00Z')).toThrow('registration.closed');
  });

  it('is never for a cancelled event or a draft', () => {
    const now = new Date('2026-12-01T00:00:00Z');
    expect(() => assertOpen({ ...event, state: 'cancelled' }, now)).toThrow('event.cancelled');
    expect(() => assertOpen({ ...event, state: 'draft' }, now)).toThrow('event.not_open');
  });

  it('may be changed after the closing, until the event is over', () => {
    expect(() => assertChangeable(event, new Date('2027-01-26T08:00:00Z'))).not.toThrow();
    expect(() => assertChangeable(event, event.endsAt)).toThrow('registration.closed');
  });
});

const words = { en: 'text', ja: '本文' };
const texts: ConsentText[] = [
  { purpose: 'directory', version: 1, title: words, text: words },
  { purpose: 'recording', version: 3, title: words, text: words },
];

describe('consents', () => {
  it('are written down one per text, the directory by its own choice', () => {
    const records = consentRecords(texts, {
      directory: 'participants',
      consents: [{ purpose: 'recording', version: 3, given: false }],
    });
    expect(records).toEqual([
      { purpose: 'directory', version: 1, given: true, directory: 'participants' },
      { purpose: 'recording', version: 3, given: false, directory: null },
    ]);
  });

  it('are refused where an older text was on the screen, or none', () => {
    const older = [
      { purpose: 'directory' as const, version: 2, given: true },
      { purpose: 'recording' as const, version: 2, given: true },
    ];
    for (const [consents, purposes] of [
      [older, ['directory', 'recording']],
      [[], ['recording']],
    ] as const) {
      expect(() => consentRecords(texts, { directory: 'nobody', consents: [...consents] })).toThrow(
        expect.objectContaining({ code: 'registration.consent_outdated', data: { purposes } }),
      );
    }
  });

  it('are refused where one is said twice or nobody asked', () => {
    const recording = { purpose: 'recording' as const, version: 3, given: true };
    const twice = { directory: 'nobody' as const, consents: [recording, { ...recording, given: false }] };
    const unasked = {
      directory: 'nobody' as const,
      consents: [recording, { ...recording, purpose: 'newsletter' as const }],
    };
    expect(() => consentRecords(texts, twice)).toThrow('request.invalid');
    expect(() => consentRecords(texts, unasked)).toThrow('request.invalid');
  });

  it('are added to only where something else is said', () => {
    const last = consentRecords(texts, {
      directory: 'nobody',
      consents: [{ purpose: 'recording', version: 3, given: true }],
    });
    const now = consentRecords(texts, {
      directory: 'public',
      consents: [{ purpose: 'recording', version: 3, given: true }],
    });
    expect(changedConsents(last, last)).toEqual([]);
    expect(changedConsents(now, last)).toEqual([
      { purpose: 'directory', version: 1, given: true, directory: 'public' },
    ]);
    expect(changedConsents(now, [])).toEqual(now);
  });
});

describe('answers to an event’s own questions', () => {
  const label = { en: 'Question', ja: '質問' };
  const questions: FormQuestion[] = [
    { key: 'aim', kind: 'text', required: true, label, choices: [] },
    { key: 'lunch', kind: 'choice', required: false, label, choices: [{ value: 'yes', label }] },
    { key: 'rules', kind: 'consent', required: true, label, choices: [] },
  ];

  it('are kept without the empty ones', () => {
    expect(checkAnswers(questions, { aim: 'To meet', lunch: '', rules: true })).toEqual({
      aim: 'To meet',
      rules: true,
    });
  });

  it('name every required one that is missing; a required yes is not a no', () => {
    expect(() => checkAnswers(questions, { aim: '', rules: false })).toThrow(
      expect.objectContaining({ code: 'registration.answer_missing', data: { keys: ['aim', 'rules'] } }),
    );
  });

  it.each([
    [{ aim: true }, 'answers.aim'],
    [{ lunch: 'no' }, 'answers.lunch'],
    [{ rules: 'yes' }, 'answers.rules'],
    [{ elsewhere: 'x' }, 'answers.elsewhere'],
  ])('refuse what does not fit: %j', (answers, path) => {
    expect(() => checkAnswers(questions, answers as Record<string, string | boolean>)).toThrow(
      expect.objectContaining({ code: 'request.invalid', issues: [expect.objectContaining({ path })] }),
    );
  });
});

it('tells no number under five', () => {
  expect([0, 1, 4, 5, 12].map(withheld)).toEqual([null, null, null, 5, 12]);
});
