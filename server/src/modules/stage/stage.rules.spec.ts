import { describe, expect, it } from '@jest/globals';
import { questionStates, stageStates } from '@musubi/contracts';
import { DomainError } from '../../platform/index.js';
import { isReadBy, moveQuestion } from './questions/question.rules.js';
import { assertDoorOpen, moveStage, stageAccess, type StageClaims } from './stage.rules.js';

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'fine';
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('a stage', () => {
  it('goes from backstage to live to ended, and nowhere else', () => {
    const fine = stageStates.flatMap((from) =>
      stageStates.filter((to) => codeOf(() => moveStage(from, to)) === 'fine').map((to) => `${from} → ${to}`),
    );
    expect(fine).toEqual(['backstage → backstage', 'backstage → live', 'live → live', 'live → ended', 'ended → ended']);
    expect(codeOf(() => moveStage('ended', 'live'))).toBe('stage.wrong_state');
  });

  it('gives everybody the strongest role that fits, and strangers none', () => {
    const none: StageClaims = {
      organises: false,
      hosts: false,
      moderates: false,
      speaks: false,
      interprets: false,
      participates: false,
    };
    const all = Object.fromEntries(Object.keys(none).map((key) => [key, true])) as unknown as StageClaims;
    expect(stageAccess(all)).toEqual({ role: 'host', mayPublish: true, mayModerate: true });
    expect(stageAccess({ ...none, moderates: true, participates: true })).toEqual({
      role: 'moderator',
      mayPublish: true,
      mayModerate: true,
    });
    expect(stageAccess({ ...none, speaks: true, participates: true })).toEqual({
      role: 'speaker',
      mayPublish: true,
      mayModerate: false,
    });
    expect(stageAccess({ ...none, interprets: true, participates: true })?.role).toBe('interpreter');
    expect(stageAccess({ ...none, participates: true })).toEqual({
      role: 'participant',
      mayPublish: false,
      mayModerate: false,
    });
    expect(stageAccess(none)).toBeNull();
  });

  it('opens its door backstage to those who publish, live to all, at the end to nobody', () => {
    const speaker = { role: 'speaker', mayPublish: true, mayModerate: false } as const;
    const participant = { role: 'participant', mayPublish: false, mayModerate: false } as const;
    const doors = stageStates.map((state) =>
      [speaker, participant].map((who) => codeOf(() => assertDoorOpen(state, who))),
    );
    expect(doors).toEqual([
      ['fine', 'stage.not_live'],
      ['fine', 'fine'],
      ['room.closed', 'room.closed'],
    ]);
  });
});

describe('a question', () => {
  it('moves as moderators need it, and never back into the queue', () => {
    const fine = questionStates.flatMap((from) =>
      questionStates
        .filter((to) => from !== to && codeOf(() => moveQuestion(from, to)) === 'fine')
        .map((to) => `${from} → ${to}`),
    );
    expect(fine).toEqual([
      'queued → visible',
      'queued → answered',
      'queued → archived',
      'visible → answered',
      'visible → archived',
      'answered → visible',
      'answered → archived',
      'archived → visible',
    ]);
  });

  it('is read by all once it is visible, before by staff and its author, and when put away by staff alone', () => {
    const readers = (state: (typeof questionStates)[number]) =>
      [
        { mayModerate: true, isAuthor: false },
        { mayModerate: false, isAuthor: true },
        { mayModerate: false, isAuthor: false },
      ].map((viewer) => isReadBy(state, viewer));
    expect(Object.fromEntries(questionStates.map((state) => [state, readers(state)]))).toEqual({
      queued: [true, true, false],
      visible: [true, true, true],
      answered: [true, true, true],
      archived: [true, false, false],
    });
  });
});
