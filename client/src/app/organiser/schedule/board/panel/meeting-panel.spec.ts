import { describe, expect, it } from '@jest/globals';
import { plan, planned, planPerson, wished } from '../../../../../testing/schedule-fixtures';
import { OpenedPage } from '../../../../../testing/opened-page';
import { planBoard } from '../../../../data/organiser/schedule/board/plan-board';
import { MeetingPanel } from './meeting-panel';

const whole = plan();
const view = plan({
  people: [...whole.people, planPerson('dora', { family: 'Dorn' }), planPerson('fritz', { family: 'Fuchs' })],
});

async function open(meeting: ReturnType<typeof planned>) {
  const inputs = { plan: view, board: planBoard(view), meeting };
  return OpenedPage.of(MeetingPanel, { areas: ['schedule', 'meetings'], now: '2027-01-21T08:00:20Z', inputs });
}

describe('the chosen meeting', () => {
  it('tells of each side who said it: of a delegation of three the one, not a colleague', async () => {
    const people = ['clara', 'ben', 'dora', 'aiko'];
    const page = await open(planned('m1', 0, people, { origin: wished('must', 'meet', ['dora', 'aiko']) }));
    expect(page.texts('.why li')).toEqual(['Dora Dorn: must', 'Aiko Tanaka: meet']);
  });

  it('of a pool whoever said it, also where somebody else comes', async () => {
    const origin = wished('meet', 'none', ['fritz', 'emi']);
    const page = await open(planned('m1', 0, ['clara', 'aiko'], { origin }));
    expect(page.texts('.why li')).toEqual(['Fritz Fuchs: meet', 'Emi Endo: said nothing']);
  });

  it('and nobody’s word where a request was given to the plan', async () => {
    const origin = { ...wished('meet', 'none', ['clara', 'aiko']), kind: 'request' as const };
    const page = await open(planned('m1', 0, ['clara', 'aiko'], { origin }));
    expect(page.texts('.why li')).toEqual(['An open request that was given to the plan']);
  });
});
