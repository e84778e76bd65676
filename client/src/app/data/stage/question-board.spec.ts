import { describe, expect, it } from '@jest/globals';
import { signal } from '@angular/core';
import type { QuestionView } from '@musubi/contracts';
import { question } from '../../../testing/session-fixtures';
import { QuestionBoard } from './question-board';

const named = (text: string, votes: number, minute: number, more: Partial<QuestionView> = {}): QuestionView =>
  question({ text, votes, askedAt: `2027-01-26T08:${String(minute).padStart(2, '0')}:00Z`, ...more });
const texts = (questions: readonly QuestionView[]): string[] => questions.map(({ text }) => text);

describe('the questions of a stage', () => {
  const first = named('first', 2, 1);
  const second = named('second', 5, 2);
  const third = named('third', 2, 3);

  it('stand by votes, the earlier first among equals, or the newest first; pinned ones on top', () => {
    const all = signal([third, first, second]);
    const board = new QuestionBoard(all);
    expect(texts(board.open())).toEqual(['second', 'first', 'third']);
    board.sort('newest');
    expect(texts(board.open())).toEqual(['third', 'second', 'first']);
    all.set([third, { ...first, pinned: true }, second]);
    expect(texts(board.open())).toEqual(['first', 'third', 'second']);
  });

  it('are apart once answered or archived', () => {
    const board = new QuestionBoard(
      signal([first, { ...second, state: 'answered' as const }, { ...third, state: 'archived' as const }]),
    );
    expect([texts(board.open()), texts(board.answered()), texts(board.archived())]).toEqual([
      ['first'],
      ['second'],
      ['third'],
    ]);
  });

  it('keep their places while the list is held, and count their votes there', () => {
    const all = signal([first, second]);
    const board = new QuestionBoard(all);
    board.hold();
    all.set([{ ...first, votes: 9 }, second, third]);
    expect([board.open().map(({ text, votes }) => `${text} ${votes}`), board.waiting()]).toEqual([
      ['second 5', 'first 9'],
      1,
    ]);
    all.set([{ ...first, votes: 9 }, { ...second, state: 'answered' as const }, third]);
    expect([texts(board.open()), board.waiting()]).toEqual([['first'], 1]);
    board.release();
    expect([texts(board.open()), board.waiting()]).toEqual([['first', 'third'], 0]);
  });
});
