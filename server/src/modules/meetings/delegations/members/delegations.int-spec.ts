import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DelegationPut, DelegationView } from '@musubi/contracts';
import { type Delegate, newDelegation } from '../../../../../test/builders/delegations.js';
import { code, meet, type MeetingEvent, newMeetingEvent } from '../../../../../test/builders/meetings.js';
import { newOrganiser } from '../../../../../test/builders/people.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { countQueries } from '../../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let admin: Delegate;
let colleague: Delegate;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
});
afterAll(() => app.close());
beforeEach(async () => {
  [admin, colleague] = (await newDelegation(app, eventId)) as [Delegate, Delegate];
});

const of = async (person: Delegate) =>
  (await app.http(person).get<DelegationView>(`/api/events/${eventId}/delegation`)).body;
const put = (person: { cookie: string }, input: unknown, path = `/api/events/${eventId}/delegation`) =>
  app.http(person).put<DelegationView>(path, input);
const everyone: DelegationPut = { mode: 'everyone', parts: [] };

describe('a delegation', () => {
  it('shows its people with what they have to do and when they are free, never why', async () => {
    // 16:00 to 16:20 in Tokyo: office hours of the member.
    await meet(app, eventId, await newParticipant(app, eventId), colleague, scene.slots[0]!);
    const view = await of(admin);
    expect(view).toMatchObject({
      mode: 'pool',
      belongs: true,
      mayKeep: true,
      changed: { by: admin.name, organiser: false },
    });
    const mine = view.members.find(({ participant }) => participant.participantId === colleague.participantId)!;
    expect(mine).toMatchObject({ part: 'required', me: false, meetings: 1, minutes: 20, unsocialMinutes: 0 });
    expect(mine.busy).toEqual([{ startsAt: scene.slots[0]!.startsAt, endsAt: scene.slots[0]!.endsAt }]);
    expect(view.meetings).toMatchObject([{ memberId: colleague.participantId, mayHandOver: true, handBackTo: null }]);
    expect(await of(colleague)).toMatchObject({ mayKeep: false, belongs: true });
  });

  it('counts the minutes outside of office hours on the member’s own clock', async () => {
    const [abroad] = (await newDelegation(app, eventId, { region: 'DE1' })) as [Delegate];
    const night = await newMeetingEvent(app, {}, { from: '12:00', until: '13:00' });
    expect(night.slots.length).toBeGreaterThan(0);
    await meet(app, eventId, await newParticipant(app, eventId, 'JP-27'), abroad, scene.slots[0]!);
    const { members } = await of(abroad);
    expect(members.map(({ minutes, unsocialMinutes }) => [minutes, unsocialMinutes])).toEqual(
      expect.arrayContaining([[20, 0]]),
    );
  });

  it('is kept by its administrators', async () => {
    const parts = [{ participantId: colleague.participantId, part: 'backup' as const }];
    const { status, body } = await put(admin, { mode: 'everyone', parts });
    expect([status, body.mode, body.members.map(({ part }) => part).sort()]).toEqual([
      200,
      'everyone',
      ['backup', 'required'],
    ]);
    expect(code(await put(colleague, everyone))).toEqual([403, 'delegation.not_keeper']);
    const feed = await app.http(colleague).get('/api/me/feed?after=0');
    expect(feed.body.entries.map(({ kind }: { kind: string }) => kind)).toContain('delegation.changed');
  });

  it('is kept by organisers in its place: on record, and its people are told', async () => {
    const organiser = await newOrganiser(app, eventId);
    const path = `/api/organise/events/${eventId}/delegations/${admin.organisationId}`;
    expect((await put(organiser, everyone, path)).body).toMatchObject({ mode: 'everyone', belongs: false });
    expect((await of(admin)).changed).toMatchObject({ by: organiser.name, organiser: true });
    const log = await app.db.query('SELECT did, subject_id AS of FROM audit_entry WHERE actor_id = $1', [
      organiser.userId,
    ]);
    expect(log).toEqual([{ did: 'delegation.changed', of: admin.organisationId }]);
    await app.jobs.drain();
    const mail = (await app.db.query(
      'SELECT to_address AS to FROM captured_mail WHERE to_address = ANY ($1) AND subject LIKE $2',
      [[admin.address, colleague.address], '%changed%'],
    )) as { to: string }[];
    const japanese = (await app.db.query(
      'SELECT to_address AS to FROM captured_mail WHERE to_address = ANY ($1) AND subject LIKE $2',
      [[admin.address, colleague.address], '%設定変更%'],
    )) as { to: string }[];
    expect([...mail, ...japanese].map(({ to }) => to).sort()).toEqual([admin.address, colleague.address].sort());
    for (const person of [admin, await newOrganiser(app, randomUUID())])
      expect(code(await put(person, everyone, path))).toEqual([404, 'not_found']);
    expect(code(await put(organiser, everyone, path.replace(admin.organisationId, randomUUID())))).toEqual([
      404,
      'not_found',
    ]);
  });

  it('refuses what does not fit and changes nothing', async () => {
    const before = await of(admin);
    const stranger = await newParticipant(app, eventId);
    const part = (participantId: string, value = 'backup') => ({
      mode: 'own',
      parts: [{ participantId, part: value }],
    });
    expect(code(await put(admin, part(stranger.participantId)))).toEqual([422, 'delegation.unknown_member']);
    expect(code(await put(admin, part(randomUUID())))).toEqual([422, 'delegation.unknown_member']);
    const twice = { participantId: colleague.participantId, part: 'backup' };
    for (const input of [
      part(colleague.participantId, 'chief'),
      { mode: 'all', parts: [] },
      { mode: 'own' },
      { mode: 'own', parts: [twice, twice] },
    ])
      expect(code(await put(admin, input))).toEqual([400, 'request.invalid']);
    expect(await of(admin)).toEqual(before);
  });

  it('is nothing to somebody whom no administrator has agreed to, and to nobody who does not take part', async () => {
    const organisation = { choose: 'existing', organisationId: admin.organisationId as never } as const;
    const newcomer = await newParticipant(app, eventId, 'JP-27', { organisation });
    expect(await of(newcomer)).toMatchObject({
      belongs: false,
      mayKeep: false,
      members: [],
      meetings: [],
      handovers: [],
    });
    const other = await newMeetingEvent(app);
    expect(code(await app.http(admin).get(`/api/events/${other.event.eventId}/delegation`))).toEqual([
      403,
      'registration.required',
    ]);
  });

  it('under calendars of their own shows a member only what is theirs to hand over', async () => {
    await put(admin, { mode: 'own', parts: [] });
    await meet(app, eventId, await newParticipant(app, eventId), admin, scene.slots[0]!);
    expect([(await of(admin)).meetings.length, (await of(colleague)).meetings.length]).toEqual([1, 0]);
    await meet(app, eventId, await newParticipant(app, eventId), colleague, scene.slots[1]!);
    expect([(await of(admin)).meetings.length, (await of(colleague)).meetings.length]).toEqual([2, 1]);
  });

  it('costs the same number of queries for two and for four', async () => {
    const large = await newDelegation(app, eventId, { size: 4 });
    for (const [place, person] of large.entries())
      await meet(app, eventId, await newParticipant(app, eventId), person, scene.slots[place]!);
    await meet(app, eventId, await newParticipant(app, eventId), admin, scene.slots[0]!);
    await of(admin);
    const small = await countQueries(app, () => of(admin));
    expect(await countQueries(app, () => of(large[0]!))).toBe(small);
  });
});
