import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CapturedMail, CapturedMailSummary, OpportunityView } from '@musubi/contracts';
import { opportunityInput, publish } from '../../../../test/builders/profiles/opportunities.js';
import { newOrganisation } from '../../../../test/builders/organisations.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { profilePath, publishProfile } from '../../../../test/builders/profiles/profiles.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let organiser: TestPerson;
beforeAll(async () => {
  app = await startApp();
  organiser = await newOrganiser(app);
});
afterAll(() => app.close());

const day = 86_400_000;

async function newProfile() {
  const person = await newPerson(app);
  const its = { ...person, organisationId: await newOrganisation(app, person) };
  const { expiresAt } = await publishProfile(app, its, organiser);
  await publish(app, its);
  return { ...its, endsAt: new Date(expiresAt!) };
}
const letters = async ({ address }: TestPerson) => {
  await app.jobs.drain();
  const { body } = await app.http().get<CapturedMailSummary[]>(`/api/mail?to=${encodeURIComponent(address)}`);
  const mails = await Promise.all(body.map(({ id }) => app.http().get<CapturedMail>(`/api/mail/${id}`)));
  return mails.map((mail) => mail.body).filter(({ subject }) => /end soon|更新のお願い/.test(subject));
};
const state = async (of: { cookie: string; organisationId: string }) =>
  (await app.http(of).get(profilePath(of))).body.state as string;

describe('what comes to its end', () => {
  it('is told 30 and 7 days before in one letter each, ends, and is renewed with one button', async () => {
    const its = await newProfile();
    await app.jumpTo(new Date(its.endsAt.getTime() - 31 * day));
    await app.jobs.runSweeps();
    expect(await letters(its)).toEqual([]);
    await app.jumpTo(new Date(its.endsAt.getTime() - 29 * day));
    for (let twice = 0; twice < 2; twice++) await app.jobs.runSweeps();
    const [first, ...more] = await letters(its);
    expect(more).toEqual([]);
    expect(first!.text).toContain(`/app/organisation/renew/${its.organisationId}`);
    expect(first!.text).toContain(opportunityInput().title[its.lang]);
    await app.jumpTo(new Date(its.endsAt.getTime() - 6 * day));
    for (let twice = 0; twice < 2; twice++) await app.jobs.runSweeps();
    expect(await letters(its)).toHaveLength(2);

    await app.jumpTo(new Date(its.endsAt.getTime() + 1_000));
    await app.jobs.runSweeps();
    expect(await state(its)).toBe('expired');
    const { status, body } = await app.http(its).post(`/api/organisations/${its.organisationId}/renew`);
    expect(status).toBe(200);
    expect(body.profile.state).toBe('published');
    expect(body.opportunities.map((one: OpportunityView) => one.state)).toEqual(['published']);
    expect(Date.parse(body.profile.expiresAt)).toBeGreaterThan(its.endsAt.getTime() + 364 * day);
    const again = await app.http(its).post(`/api/organisations/${its.organisationId}/renew`);
    expect(again.body).toMatchObject({ profile: { expiresAt: body.profile.expiresAt }, opportunities: [], over: [] });
  });

  it('has its letter and twelve months more where its own last day comes later still, and none where that ends it', async () => {
    const person = await newPerson(app);
    const its = { ...person, organisationId: await newOrganisation(app, person) };
    const [{ now }] = (await app.db.query('SELECT domain_now() AS now')) as [{ now: Date }];
    const dayIn = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10);
    const title = (en: string) => ({ en, ja: null, original: 'en' as const });
    const far = await publish(app, its, { title: title('A trial of three years'), deadline: dayIn(500) });
    const near = await publish(app, its, { title: title('A trial of this year'), deadline: dayIn(300) });
    await app.jumpTo(new Date(Date.parse(near.expiresAt!) - 5 * day));
    await app.jobs.runSweeps();
    expect(await letters(its)).toEqual([]);
    await app.jumpTo(new Date(Date.parse(far.expiresAt!) - 5 * day));
    await app.jobs.runSweeps();
    const [letter, ...more] = await letters(its);
    expect(more).toEqual([]);
    expect(letter!.text).toContain('A trial of three years');
    expect(letter!.text).not.toContain('A trial of this year');
    const { body } = await app.http(its).post(`/api/organisations/${its.organisationId}/renew`);
    expect(body.over).toEqual([near.opportunityId]);
    expect(body.opportunities).toMatchObject([{ opportunityId: far.opportunityId, state: 'published' }]);
    // Now its own last day comes first.
    const [renewed] = body.opportunities as OpportunityView[];
    expect(renewed!.expiresAt!.slice(0, 10) <= dayIn(501)).toBe(true);
    await app.jumpTo(new Date(Date.parse(renewed!.expiresAt!) - 5 * day));
    await app.jobs.runSweeps();
    expect(await letters(its)).toHaveLength(1);
    const again = await app.http(its).post(`/api/organisations/${its.organisationId}/renew`);
    expect(again.body).toMatchObject({ opportunities: [] });
  });

  it('ends renewed, whether the sweep or the button was first', async () => {
    const all: Awaited<ReturnType<typeof newProfile>>[] = [];
    for (let n = 0; n < 4; n++) all.push(await newProfile());
    await app.jumpTo(new Date(Math.max(...all.map(({ endsAt }) => endsAt.getTime())) + 1_000));
    const renew = (its: (typeof all)[number]) => app.http(its).post(`/api/organisations/${its.organisationId}/renew`);
    const [, ...renewed] = await Promise.all([app.jobs.runSweeps(), ...all.map(renew)]);
    await app.jobs.runSweeps();
    expect(renewed.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const its of all) {
      expect(await state(its)).toBe('published');
      const { body } = await app
        .http(its)
        .get<OpportunityView[]>(`/api/organisations/${its.organisationId}/opportunities`);
      expect(body.map((one) => one.state)).toEqual(['published']);
    }
  });

  it('is renewed by nobody else, and an opportunity whose last day is over is named instead', async () => {
    const its = await newProfile();
    expect((await app.http(organiser).post(`/api/organisations/${its.organisationId}/renew`)).status).toBe(404);
    const now = await app.http(its).get<OpportunityView[]>(`/api/organisations/${its.organisationId}/opportunities`);
    const deadline = new Date(its.endsAt.getTime() - 100 * day).toISOString().slice(0, 10);
    const { opportunityId } = now.body[0]!;
    await app.http(its).put(`/api/opportunities/${opportunityId}`, opportunityInput({ deadline }));
    await app.jumpTo(new Date(its.endsAt.getTime() - 20 * day));
    await app.jobs.runSweeps();
    const { body } = await app.http(its).post(`/api/organisations/${its.organisationId}/renew`);
    expect(body).toMatchObject({ profile: { state: 'published' }, opportunities: [], over: [opportunityId] });
  });
});
