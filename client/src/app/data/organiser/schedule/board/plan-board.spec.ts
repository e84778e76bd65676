import { describe, expect, it } from '@jest/globals';
import { largePlan, plan, planned, planPerson } from '../../../../../testing/schedule-fixtures';
import { narrowedRows, planBoard, wholeBoard } from './plan-board';
import { fitOf } from './plan-fit';

const shown = (rows: ReturnType<typeof planBoard>['rows']) =>
  rows.map(({ person, cells, meetings }) => [
    person.participantId,
    meetings,
    cells.map((one) => one?.plannedId ?? '').join(' '),
  ]);

describe('the board', () => {
  it('has what stands in each slot, by person', () => {
    expect(shown(planBoard(plan()).rows)).toEqual([
      ['clara', 1, 'm1   '],
      ['ben', 1, ' m2  '],
      ['aiko', 1, 'm1   '],
      ['emi', 1, ' m2  '],
    ]);
  });

  it('is narrowed by side, region, organisation, and to who has nothing', () => {
    const { rows } = planBoard(plan({ meetings: [planned('m1', 0, ['clara', 'aiko'])] }));
    const names = (filter: Partial<typeof wholeBoard>) =>
      narrowedRows(rows, { ...wholeBoard, ...filter }).map(({ person }) => person.participantId);
    expect([
      names({ side: 'jp' }),
      names({ region: 'DE1' }),
      names({ organisation: rows[2]!.organisation.organisationId }),
      names({ without: true }),
      names({ side: 'jp', without: true }),
    ]).toEqual([['aiko', 'emi'], ['clara', 'ben'], ['aiko', 'emi'], ['ben', 'emi'], ['emi']]);
  });

  it('leaves out who neither wishes nor meets anybody, until one asks for them', () => {
    const idle = planPerson('dora', { wishes: 0 });
    const { rows } = planBoard(plan({ people: [...plan().people, idle] }));
    const count = (filter: typeof wholeBoard) => narrowedRows(rows, filter).length;
    expect([rows.length, count(wholeBoard), count({ ...wholeBoard, idle: true })]).toEqual([5, 4, 5]);
  });

  it('of 2,000 × 40 is there at once', () => {
    const large = largePlan();
    const from = performance.now();
    expect(planBoard(large).rows).toHaveLength(2000);
    expect(performance.now() - from).toBeLessThan(500);
  });
});

describe('where a meeting fits', () => {
  const view = plan({
    meetings: [
      planned('m1', 0, ['clara', 'aiko']),
      planned('m2', 1, ['ben', 'emi']),
      planned('m3', 2, ['clara', 'emi']),
    ],
  });
  const board = planBoard(view);
  const [m1, m2, m3] = view.meetings as [
    (typeof view.meetings)[0],
    (typeof view.meetings)[0],
    (typeof view.meetings)[0],
  ];

  it('is a slot in which all its people can meet and none does', () => {
    expect([
      fitOf(board, m1, 0, null),
      fitOf(board, m1, 1, null),
      fitOf(board, m1, 2, null),
      fitOf(board, m2, 3, null),
    ]).toEqual(['here', 'free', 'taken', 'free']);
    expect(fitOf(board, m2, 2, null)).toBe('away');
  });

  it('is no free slot in which every room is taken', () => {
    const slots = view.slots.map((slot, at) => ({ ...slot, rooms: at === 1 ? 1 : 2 }));
    const few = planBoard({ ...view, slots });
    expect([[...few.full], fitOf(few, m1, 1, null), fitOf(few, m1, 1, m2), fitOf(few, m3, 3, null)]).toEqual([
      [1],
      'full',
      'swap',
      'free',
    ]);
  });

  it('is another’s slot where each can take the other’s', () => {
    expect([
      fitOf(board, m1, 1, m2),
      fitOf(board, m1, 2, m3),
      fitOf(board, m2, 2, m3),
      fitOf(board, m1, 0, m1),
    ]).toEqual(['swap', 'swap', 'away', 'here']);
  });
});
