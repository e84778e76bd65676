import { describe, expect, it } from '@jest/globals';
import type { ScheduleDiagnosis, ScheduleView } from '@musubi/contracts';
import { aiko } from '../../../../testing/meeting-fixtures';
import { run, runId, scheduleView } from '../../../../testing/schedule-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { ScheduleHome } from './schedule-home';

const path = '/organise/events/event/schedule';
const counted = { people: 4, wishes: 4, slots: 4, fixed: 1, locked: 0, unlocked: 0 };
const fine: ScheduleDiagnosis = { possible: true, ...counted, findings: [], more: 0 };

async function open(
  view: ScheduleView = scheduleView(),
  diagnosis = fine,
  inputs: Record<string, unknown> = {},
  lang: 'en' | 'ja' = 'en',
) {
  const page = await OpenedPage.of(ScheduleHome, {
    areas: ['schedule', 'meetings'],
    now: '2027-01-21T08:00:20Z',
    inputs,
    lang,
  });
  await page.answer(path, view);
  await page.answer(`${path}/diagnosis`, diagnosis);
  return page;
}

/** What is asked once a moment has passed. */
async function asked(page: OpenedPage<ScheduleHome>, at: string) {
  for (;;) {
    const [call] = page.http.match(`/api${at}`);
    if (call) return call;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the schedule', () => {
  it('says what it is made from and what each run reached', async () => {
    const page = await open();
    expect(page.texts('.made li')).toEqual([
      '3 of 4 people answered',
      '2 must, 3 meet, 1 no thanks; 2 pairs wish each other; one open request was given to the plan',
      'Preferences until Wed 20 January, 18:00 CET, Thu 21 January, 02:00 JST',
      'At most 5 must-meets per person, 8 meetings per person',
      'First block: 4 slots, Tue 26 January, 09:00 CET, 17:00 JST',
    ]);
    expect(page.texts('tbody tr')).toEqual([
      '7 whole event, up to 20 s Marie Dubois, Today, 09:00 2 of 4 99.85 % Finished Open the board',
    ]);
  });

  it('looks for what stands against a run before it, and starts one with what was chosen', async () => {
    const page = await open();
    expect(page.texts('musubi-findings')).toEqual([
      'Nothing stands against it 4 people, 4 wishes, 4 slots, 1 meetings that stand.',
    ]);
    await page.fill('Seed', '41');
    await page.press('Start the run');
    const [start] = page.http.match(`/api${path}/runs`);
    expect(start!.request.body).toEqual({ mode: 'whole', basedOn: null, seed: 41, seconds: 5 });
  });

  it('counts what people say once for all who say something, and looks for findings again only where something is missing', async () => {
    const page = await open();
    const calls = () => page.http.match(() => true).map(({ request }) => request.url);
    await page.tell('preferences.changed');
    await page.tell('preferences.changed');
    expect(calls()).toEqual([]);
    const counted = { ...scheduleView().preferences, answered: 4 };
    (await asked(page, `${path}/preferences`)).flush(counted);
    await page.settle();
    expect([page.texts('.made li')[0], calls()]).toEqual(['4 of 4 people answered', []]);
    await page.tell('schedule.changed');
    await page.answer(path, scheduleView({ version: 2 }));
    (await asked(page, `${path}/diagnosis`)).flush({ ...fine, possible: false });
    await page.settle();
    await page.tell('preferences.changed');
    (await asked(page, `${path}/preferences`)).flush(counted);
    await page.settle();
    (await asked(page, `${path}/diagnosis`)).flush(fine);
    await page.settle();
    expect([page.button('Start the run')!.hasAttribute('disabled'), calls()]).toEqual([false, []]);
  });

  it('plans the times whose plan is not published yet, or those that are chosen', async () => {
    const [block] = scheduleView().blocks;
    const published = { ...block!, planPublishedAt: '2027-01-07T09:00:00Z' };
    const next = { ...block!, blockId: 'next' as never, name: { en: 'Second', ja: '' } };
    const page = await open(scheduleView({ blocks: [published, next] }));
    await page.press('Start the run');
    const [start] = page.http.match(`/api${path}/runs`);
    expect(start!.request.body).toMatchObject({ blockIds: ['next'] });
  });

  it('says how many there are beyond those that it names', async () => {
    const one = { code: 'person_without_availability', people: [aiko], interpreters: [], organisations: [], slots: [] };
    const findings = [{ severity: 'warning', ...one }] as ScheduleDiagnosis['findings'];
    const page = await open(scheduleView(), { ...fine, findings, more: 1_980 });
    expect(page.texts('musubi-findings musubi-state')).toEqual(['1981 things worth knowing']);
    expect(page.texts('musubi-findings > .meta')).toContain('and 1980 more of them');
  });

  it('starts nothing that cannot be, and names the cause', async () => {
    const findings: ScheduleDiagnosis['findings'] = [
      {
        severity: 'warning',
        code: 'person_without_availability',
        people: [aiko],
        interpreters: [],
        organisations: [],
        slots: [],
      },
      { severity: 'impossible', code: 'no_wishes', people: [], interpreters: [], organisations: [], slots: [] },
    ];
    const page = await open(scheduleView({ runs: [] }), { ...fine, possible: false, findings });
    expect(page.texts('musubi-findings musubi-state, musubi-findings li')).toEqual([
      'One thing has to be mended first',
      'Nobody has said yet whom they want to meet, and no open request was given to the plan.',
      'No free slot, so no meeting: Aiko Tanaka (Osaka Bay Green Industry Council).',
    ]);
    expect(page.button('Start the run')!.hasAttribute('disabled')).toBe(true);
    expect(page.texts('musubi-run-list')).toEqual(['No run yet. The first takes a few seconds.']);
  });

  it('names people and organisations in the reader’s script', async () => {
    const one = { code: 'person_without_availability', people: [aiko], interpreters: [], organisations: [], slots: [] };
    const findings = [{ severity: 'warning', ...one }] as ScheduleDiagnosis['findings'];
    const page = await open(scheduleView(), { ...fine, findings }, {}, 'ja');
    expect(page.texts('musubi-findings li')[0]).toContain('田中 愛子（大阪湾岸グリーン産業協議会）');
    expect(page.texts('musubi-run-list tbody td')[0]).toContain('マリー・デュボワ');
  });

  it('fills the empty slots of a plan where one comes from there', async () => {
    const page = await open(scheduleView(), fine, { fill: runId });
    await page.press('Start the run');
    const [start] = page.http.match(`/api${path}/runs`);
    expect(start!.request.body).toMatchObject({ mode: 'only_empty', basedOn: runId });
  });

  it.each(['comes from there', 'chooses it'])(
    'mends a plan for its own times and in no time, where one %s',
    async (way) => {
      const [block] = scheduleView().blocks;
      const published = run({ publishedAt: '2027-01-22T08:00:00Z', blockIds: [block!.blockId] });
      const next = { ...block!, blockId: 'next' as never, name: { en: 'Second', ja: '' } };
      const view = scheduleView({
        blocks: [{ ...block!, planPublishedAt: '2027-01-22T08:00:00Z' }, next],
        runs: [run({ runId: 'run-8' as typeof runId, number: 8 }), published],
        publishedRunId: runId,
      });
      const page = await open(view, fine, way === 'chooses it' ? {} : { repair: runId });
      if (way === 'chooses it') page.element.querySelector<HTMLInputElement>('input[value=repair]')!.click();
      await page.settle();
      expect(page.texts('musubi-start-run .options label')).toEqual(['Based on']);
      expect(page.texts('musubi-start-run .options option')).toEqual(['Run 8, 2 meetings', 'Run 7, 2 meetings']);
      await page.press('Start the run');
      const [start] = page.http.match(`/api${path}/runs`);
      expect(start!.request.body).toMatchObject({ mode: 'repair', basedOn: runId, blockIds: [block!.blockId] });
    },
  );

  it('repeats a run with its seed and steps in place of a time', async () => {
    const again = run({
      progress: { ...run().progress, steps: 1812 },
      blockIds: scheduleView().blocks.map(({ blockId }) => blockId),
    });
    const page = await open(scheduleView({ runs: [again] }), fine, { again: runId });
    expect(page.texts('musubi-start-run .options label')).toEqual(['Based on']);
    await page.press('Start the run');
    const [start] = page.http.match(`/api${path}/runs`);
    expect(start!.request.body).toEqual({ mode: 'whole', basedOn: null, seed: 41, steps: 1812, seconds: 600 });
  });

  it('has nothing to mend before there is a plan', async () => {
    const page = await open(scheduleView({ runs: [] }));
    expect(page.element.querySelectorAll('input[name=mode]')).toHaveLength(2);
  });

  it('builds on the plan whose meetings are locked unless another is chosen, and says what becomes of them', async () => {
    const counts = { ...run().counts, locked: 3 };
    const newer = run({ runId: 'run-8' as typeof runId, number: 8 });
    const page = await open(scheduleView({ runs: [newer, run({ counts })] }), { ...fine, locked: 2, unlocked: 1 });
    const said = () => page.texts('musubi-start-run musubi-note');
    expect(said()).toEqual([
      '2 locked meetings of run 7 stay where they are.',
      'A locked meeting cannot be kept: its time, somebody of it or the wish for it is not part of this run. It is planned anew where that is possible.',
    ]);
    await page.fill('Based on', '');
    expect(said()).toEqual([
      'Run 7 has 3 locked meetings. They are planned anew, because this run builds on no earlier plan.',
    ]);
    await page.press('Start the run');
    const [start] = page.http.match(`/api${path}/runs`);
    expect(start!.request.body).toMatchObject({ basedOn: null });
  });

  it('does not build on a plan whose locked meetings are published: they stand anyway', async () => {
    const published = run({ counts: { ...run().counts, locked: 3 }, publishedAt: '2027-01-22T08:00:00Z' });
    const page = await open(scheduleView({ runs: [published] }));
    expect(page.texts('musubi-start-run musubi-note')).toEqual([]);
    await page.press('Start the run');
    const [start] = page.http.match(`/api${path}/runs`);
    expect(start!.request.body).toMatchObject({ basedOn: null });
  });

  it('leads to the run that is under way, and asks for times where there are none', async () => {
    const page = await open(scheduleView({ runs: [run({ state: 'running' })] }));
    expect([page.button('Watch run 7') !== null, page.button('Start the run')]).toEqual([true, null]);
    await page.tell('schedule.changed');
    await page.answer(path, scheduleView({ blocks: [], runs: [] }));
    expect(page.texts('musubi-empty h2')).toEqual(['No times that you plan']);
  });

  it('changes what is asked, by the event’s clock', async () => {
    const page = await open();
    await page.press('Change these settings');
    const until = page.element.querySelectorAll<HTMLInputElement>('input[type=datetime-local]')[1]!;
    expect(until.value).toBe('2027-01-20T18:00');
    until.value = '2027-01-21T12:00';
    until.dispatchEvent(new Event('change', { bubbles: true }));
    await page.press('Save');
    const [save] = page.http.match(`/api${path}/settings`);
    expect(save!.request.body).toEqual({
      ...scheduleView().settings,
      preferencesUntil: '2027-01-21T11:00:00Z',
      version: 1,
    });
  });
});
