import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import type {
  DelegationRow,
  DemoPerson,
  DemoState,
  EventView,
  MeetingView,
  MyOrganisation,
  ProgrammeView,
  RecommendationView,
  ScheduleView,
} from '@musubi/contracts';
import { phases, type Phase, type Role } from './options.ts';

/** The running demo as the photographer needs it: who is who, the clock, and ids for addresses. */
export class DemoSite {
  readonly address: string;
  readonly state: DemoState;

  private constructor(address: string, state: DemoState) {
    this.address = address;
    this.state = state;
  }

  static async open(address: string): Promise<DemoSite> {
    return new DemoSite(address, (await (await fetch(`${address}api/demo`)).json()) as DemoState);
  }

  person(role: Role): DemoPerson | null {
    const { people } = this.state;
    const taker = (side: string): DemoPerson | undefined =>
      people.find((one) => one.role === 'participant' && one.side === side);
    if (role === 'european') return taker('eu') ?? null;
    if (role === 'japanese') return taker('jp') ?? null;
    if (role === 'organiser') return people.find((one) => one.role === 'owner') ?? null;
    return null;
  }

  async signIn(request: APIRequestContext, person: DemoPerson): Promise<void> {
    await this.#post(request, 'demo/sign-in', { userId: person.userId });
  }

  /** Moves the clock to the phase's stop; the demo names one for each, in order. */
  async goTo(phase: Phase, request: APIRequestContext): Promise<void> {
    const stop = this.state.stops[phases.indexOf(phase)];
    if (!stop) return;
    const { now } = (await (await request.get(`${this.address}api/clock`)).json()) as { now: string };
    if (new Date(now) < new Date(stop.at)) await this.#post(request, 'demo/clock', { to: stop.at });
  }

  /** What the placeholders in addresses stand for, in the eyes of whoever `request` is signed in as. */
  async placeholders(request: APIRequestContext): Promise<Record<string, string | undefined>> {
    const slug = this.state.conferenceSlug;
    const event = await this.#get<EventView>(request, `events/${slug}`);
    const under = `events/${event?.eventId}`;
    const programme = await this.#get<ProgrammeView>(request, `${under}/programme`);
    const { now } = (await this.#get<{ now: string }>(request, 'clock')) ?? { now: '' };
    const sessions = (programme?.sessions ?? []).filter(({ online }) => online);
    const recommendations = await this.#get<RecommendationView[]>(request, `${under}/recommendations`);
    const organised = `organise/${under}`;
    const meetings =
      (await this.#get<MeetingView[]>(request, `${under}/meetings`)) ??
      (await this.#get<MeetingView[]>(request, `${organised}/meetings`));
    const [mine] = (await this.#get<MyOrganisation[]>(request, 'me/organisations')) ?? [];
    const [delegation] = (await this.#get<DelegationRow[]>(request, `${organised}/delegations`)) ?? [];
    const schedule = await this.#get<ScheduleView>(request, `${organised}/schedule`);
    return {
      slug,
      run: schedule?.runs.find(({ hasPlan }) => hasPlan)?.runId,
      session: (sessions.find((one) => one.startsAt <= now && now < one.endsAt) ?? sessions[0])?.sessionId,
      participant: recommendations?.[0]?.participant.participantId,
      organisation: (delegation ?? mine)?.organisation.organisationId,
      meeting: (meetings?.find(({ endsAt }) => now < endsAt) ?? meetings?.[0])?.meetingId,
    };
  }

  async #get<T>(request: APIRequestContext, path: string): Promise<T | null> {
    const response = await request.get(`${this.address}api/${path}`);
    return response.ok() ? ((await response.json()) as T) : null;
  }

  async #post(request: APIRequestContext, path: string, data: object): Promise<void> {
    const headers = { origin: new URL(this.address).origin, 'idempotency-key': randomUUID() };
    const response = await request.post(`${this.address}api/${path}`, { data, headers });
    if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
  }
}
