import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditPage, EventView, OfficeDayInput, OfficeDayView, SlotView } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { ask, newBlock } from '../../../../test/builders/meetings.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { newParticipant, register } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

/** A Tuesday morning in Japan, in weeks without holidays there. */
const now = '2031-03-04T01:00:00Z';
const openTo = { startsAt: '2031-04-14T00:00:00Z', endsAt: '2031-04-16T00:00:00Z' };
const registration = { registrationOpensAt: '2031-01-01T00:00:00Z', registrationClosesAt: '2031-04-10T00:00:00Z' };

type Participant = Awaited<ReturnType<typeof newParticipant>>;
let app: TestApp;
let organiser: TestPerson;
let owner: TestPerson;
let event: EventView;
let slots: SlotView[];
let osaka: Participant;
let asker: Participant;
beforeAll(async () => {
  app = await startApp();
  await app.jumpTo(new Date(now));
  ({ event, organiser } = await newEvent(app, { ...openTo, ...registration }));
  owner = await newOrganiser(app, null, 'owner');
  slots = (await newBlock(app, organiser, event)).body.slots;
  osaka = await newParticipant(app, event.eventId, 'JP-27');
  asker = await newParticipant(app, event.eventId, 'DE1');
});
afterAll(() => app.close());
beforeEach(() => app.db.query('TRUNCATE office_day'));

const path = '/api/organise/office-days';
const region = (regionCode: string) => ({ kind: 'region', regionCode }) as const;
const input = (given: Partial<OfficeDayInput> = {}): OfficeDayInput => ({
  whose: region('JP-27'),
  from: '2031-03-10',
  until: '2031-03-10',
  works: false,
  reason: 'Foundation day',
  ...given,
});
const write = (given: Partial<OfficeDayInput> = {}, who = organiser) =>
  app.http(who).post<OfficeDayView>(path, input(given));
const list = async () => (await app.http(organiser).get<OfficeDayView[]>(path)).body;

/** The day in Osaka until which somebody there has to answer: five working days from Tuesday. */
const dueOn = async () => {
  const { body, status } = await ask(app, event.eventId, asker, osaka, [slots[0]!]);
  expect(status).toBe(201);
  await app.http(asker).post(`/api/meeting-requests/${body.requestId}/withdraw`);
  return new Date(Date.parse(body.answerBy) + 9 * 3_600_000).toISOString().slice(0, 10);
};

describe('the organisers’ own days', () => {
  it('are read a hundred at a time, without a gap where several begin on one day', async () => {
    await app.db.query(
      `INSERT INTO office_day (region_code, first_on, last_on, works)
       SELECT region, '2031-03-10'::date + day, '2031-03-10'::date + day, false
       FROM generate_series(1, 52) AS day, unnest(ARRAY['FR', 'IT']) AS region`,
    );
    const first = await list();
    const after = (id: string) => app.http(organiser).get<OfficeDayView[]>(`${path}?after=${id}`);
    const { body: rest } = await after(first.at(-1)!.officeDayId);
    expect([first.length, rest.length]).toEqual([100, 4]);
    const all = [...first, ...rest];
    expect(new Set(all.map(({ officeDayId }) => officeDayId)).size).toBe(104);
    expect(all.map(({ from }) => from)).toEqual(all.map(({ from }) => from).toSorted());
    expect((await after(rest.at(-1)!.officeDayId)).body).toEqual([]);
    await app.db.query('DELETE FROM office_day WHERE id = $1', [rest[0]!.officeDayId]);
    expect((await after(rest[0]!.officeDayId)).status).toBe(404);
  });

  it('are listed, the earliest first, until a month after; what was done is in the log', async () => {
    const first = (await write()).body;
    const whose = { kind: 'organisation', organisationId: osaka.organisationId as never } as const;
    const second = (await write({ whose, from: '2031-03-05', until: '2031-03-07', works: true, reason: null })).body;
    await app.db.query(
      `INSERT INTO office_day (region_code, first_on, last_on, works) VALUES ('FR', '2031-01-06', '2031-01-31', false)`,
    );
    expect(first).toEqual({ officeDayId: first.officeDayId, ...input() });
    expect(second.whose).toMatchObject({ organisation: { organisationId: osaka.organisationId } });
    expect(await list()).toEqual([second, first]);
    expect((await app.http(organiser).delete(`${path}/${first.officeDayId}`)).status).toBe(204);
    expect(await list()).toEqual([second]);
    expect((await app.http(organiser).delete(`${path}/${first.officeDayId}`)).status).toBe(404);
    const { entries } = (await app.http(owner).get<AuditPage>(`/api/organise/audit?did=office_day.removed`)).body;
    expect(entries).toMatchObject([
      {
        actor: { userId: organiser.userId },
        subject: { kind: 'office_day', id: first.officeDayId },
        before: { whose: 'JP-27', from: '2031-03-10', until: '2031-03-10', works: false },
      },
    ]);
  });

  it('are written once, also when they arrive twice or at the same time', async () => {
    const key = '00000000-0000-4000-8000-0000000000aa';
    const again = () => app.http(organiser).post<OfficeDayView>(path, input(), { key });
    expect((await again()).body).toEqual((await again()).body);
    const days = { from: '2031-05-01', until: '2031-05-20' };
    const told = await Promise.all([1, 2, 3].map(() => write(days)));
    expect(told.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(told.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'office_day.written' });
    expect((await write({ ...days, whose: region('JP-14') })).status).toBe(201);
    expect(await list()).toHaveLength(3);
  });

  it('are refused where they make no sense', async () => {
    const told = async (given: Partial<OfficeDayInput>) => {
      const { status, body } = await write(given);
      return [status, (body as unknown as { code: string }).code];
    };
    expect(await told({ from: '2031-03-11' })).toEqual([400, 'request.invalid']);
    expect(await told({ until: '2031-04-10' })).toEqual([400, 'request.invalid']);
    expect(await told({ from: '2031-02-30', until: '2031-02-30' })).toEqual([400, 'request.invalid']);
    expect(await told({ whose: region('JP-99') })).toEqual([422, 'organisation.region_unknown']);
    const whose = { kind: 'organisation', organisationId: '00000000-0000-4000-8000-000000000000' as never } as const;
    expect(await told({ whose })).toEqual([422, 'organisation.unknown']);
    expect(await list()).toEqual([]);
  });

  it('are read by who organises one event, and written by who organises all', async () => {
    const local = await newOrganiser(app, event.eventId);
    expect((await app.http(local).get(path)).status).toBe(200);
    expect((await write({}, local)).status).toBe(404);
    expect((await app.http(await newPerson(app)).get(path)).status).toBe(404);
  });

  it('cost as many queries for one as for three', async () => {
    const whose = { kind: 'organisation', organisationId: osaka.organisationId as never } as const;
    await write({ whose });
    const one = await countQueries(app, list);
    await write();
    await write({ whose: region('JP') });
    expect(await countQueries(app, list)).toBe(one);
  });
});

describe('an answer is due', () => {
  it('after working days of the office: its own, its region’s, its country’s', async () => {
    expect(await dueOn()).toBe('2031-03-11');
    await write();
    expect(await dueOn()).toBe('2031-03-12');
    await write({ whose: region('JP'), from: '2031-03-11', until: '2031-03-12' });
    expect(await dueOn()).toBe('2031-03-14');
    await write({ whose: region('DE1'), from: '2031-03-05', until: '2031-03-20' });
    expect(await dueOn()).toBe('2031-03-14');
    const whose = { kind: 'organisation', organisationId: osaka.organisationId as never } as const;
    await write({ whose, from: '2031-03-08', until: '2031-03-12', works: true });
    expect(await dueOn()).toBe('2031-03-09');
  });

  it('before the last slot, however long an office is closed', async () => {
    await write({ whose: region('JP'), from: '2031-03-04', until: '2031-04-03' });
    await write({ whose: region('JP'), from: '2031-04-04', until: '2031-05-04' });
    const due = await dueOn();
    expect(due).toBe(new Date(Date.parse(slots[0]!.startsAt) + 9 * 3_600_000).toISOString().slice(0, 10));
  });

  it('later from an organisation, too, that is asked whether somebody belongs to it', async () => {
    await write({ from: '2031-03-05', until: '2031-03-07' });
    const newcomer = await newPerson(app, 'JP-27');
    await register(app, event.eventId, newcomer, {
      organisation: { choose: 'existing', organisationId: osaka.organisationId as never },
    });
    const [row] = (await app.db.query(`SELECT answer_by FROM affiliation WHERE user_id = $1`, [newcomer.userId])) as {
      answer_by: Date;
    }[];
    expect(row!.answer_by.toISOString().slice(0, 10)).toBe('2031-03-12');
  });
});
