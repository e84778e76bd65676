import type { OutcomeInput } from '@musubi/contracts';
import type { DemoKit } from '../src/demo/demo-kit.js';
import type { Cast } from './cast.ts';
import type { DemoDispute } from './requests/disputes.ts';
import { isAsSeeded } from './requests/lived.ts';
import type { DemoRequest } from './requests/request.ts';
import type { PersonKey } from './people.ts';
import { staysIn, type Taking } from './stays.ts';

/** They met; nothing more is said. */
export const plainOutcome: OutcomeInput = {
  result: 'met',
  followUp: 'agreed',
  nextStep: null,
  nextStepOwner: null,
  nextStepDue: null,
  kind: null,
  note: null,
};

/** As {@link DemoKit.wordsOf} writes them. */
const wordOf = (participantId: string, { result, followUp }: OutcomeInput): string =>
  `${participantId} ${result} ${followUp}`;

interface Sent {
  request: DemoRequest;
  requestId: string;
  meetingId: string | null;
}

/** Who asks whom at one event, what the other answers, and what both say afterwards. */
export class Encounters {
  private readonly sent: Sent[] = [];
  private readonly kit: DemoKit;
  private readonly cast: Cast;
  private readonly eventId: string;
  private readonly slotIds: readonly string[];
  private readonly participants: ReadonlyMap<string, string>;

  private constructor(
    kit: DemoKit,
    cast: Cast,
    eventId: string,
    slotIds: readonly string[],
    participants: ReadonlyMap<string, string>,
  ) {
    this.kit = kit;
    this.cast = cast;
    this.eventId = eventId;
    this.slotIds = slotIds;
    this.participants = participants;
  }

  static async at(kit: DemoKit, cast: Cast, eventId: string): Promise<Encounters> {
    const blocks = await kit.blocks.ofEvent(eventId);
    const slots = blocks.flatMap((block) => block.slots).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    const participants = await kit.participants.ofEvent(eventId);
    return new Encounters(
      kit,
      cast,
      eventId,
      slots.map(({ slotId }) => slotId),
      new Map(participants.map(({ userId, participantId }) => [userId, participantId])),
    );
  }

  async ask(requests: readonly DemoRequest[]): Promise<void> {
    for (const request of requests) {
      const { from, to, reason, cited, slots, language } = request;
      const { requestId } = await this.kit.sending.send(await this.cast.by(from), this.eventId, {
        to: this.participants.get(this.cast.user(to)) as never,
        reason,
        opportunityIds: cited.map((key) => this.cast.opportunities.get(key)! as never),
        slotIds: slots.map((slot) => this.slotIds[slot]! as never),
        language,
      });
      this.sent.push({ request, requestId, meetingId: null });
    }
  }

  /** Those asked by somebody who has no meeting with the other; what the rules refuse stays unasked. */
  async askUnlessMeeting(requests: readonly DemoRequest[]): Promise<void> {
    const meetings = (await this.kit.meetings.forFollowup([this.eventId])).filter(({ state }) => state !== 'cancelled');
    for (const request of requests) {
      const pair = [this.cast.users.get(request.from), this.cast.users.get(request.to)];
      const isMeeting = meetings.some(
        ({ sides }) => sides.length > 1 && sides.every(({ userId }) => pair.includes(userId)),
      );
      if (!isMeeting && !pair.includes(undefined)) await this.kit.ifAllowed(() => this.ask([request]));
    }
  }

  /** What has been agreed on from these requests and still stands, or took place while an earlier jump passed over it. */
  async recall(requests: readonly DemoRequest[]): Promise<void> {
    const meetings = await this.kit.meetings.forFollowup([this.eventId]);
    for (const request of requests) {
      const pair = [this.cast.users.get(request.from), this.cast.users.get(request.to)].join();
      const agreed = meetings.find(
        ({ state, sides }) => state !== 'cancelled' && sides.map(({ userId }) => userId).join() === pair,
      );
      if (agreed) this.sent.push({ request, requestId: agreed.requestId, meetingId: agreed.id });
    }
  }

  /** Their people are in the rooms of these meetings, where nobody has been and of which nobody has said anything. */
  async meet(takes: Taking): Promise<void> {
    const ids = this.sent.flatMap(({ meetingId }) => meetingId ?? []);
    const meetings = await this.kit.meetings.byIds(ids);
    const presence = await this.kit.rooms.presence('meeting', ids);
    const words = await this.kit.wordsOf(ids);
    await this.kit.inTx(async (tx) => {
      for (const { request, meetingId } of this.sent) {
        const meeting = meetings.get(meetingId ?? '');
        if (meeting?.state !== 'confirmed' || !takes(meeting)) continue;
        if (presence.get(meeting.id)!.length === 0 && words.get(meeting.id)!.length === 0)
          await this.kit.rooms.remember(tx, ...staysIn(meeting, request.room));
      }
    });
  }

  /** What the others make of the requests that wait for them. */
  async answer(requests: readonly DemoRequest[]): Promise<void> {
    for (const sent of this.sent.filter(({ request }) => requests.includes(request))) {
      const { request, requestId } = sent;
      const answering = this.kit.answering;
      const by = async (key: PersonKey) => this.cast.by(key);
      switch (request.then?.did) {
        case 'accepted': {
          const slotId = this.slotIds[request.then.slot]! as never;
          sent.meetingId = (await answering.accept(await by(request.to), requestId, { slotId })).meetingId;
          break;
        }
        case 'declined':
          await answering.decline(await by(request.to), requestId, request.then);
          break;
        case 'countered': {
          const slotIds = request.then.slots.map((slot) => this.slotIds[slot]! as never);
          await answering.counter(await by(request.to), requestId, { slotIds, note: request.then.note });
          break;
        }
        case 'withdrawn':
          await answering.withdraw(await by(request.from), requestId);
          break;
        case undefined:
      }
    }
  }

  /** The open ones that the two agree on after all. */
  async agreeLater(): Promise<void> {
    for (const sent of this.sent) {
      const { request, requestId } = sent;
      if (!request.later) continue;
      const slotId = this.slotIds[request.later.slot]! as never;
      const command = await this.cast.by(request[request.later.by]);
      sent.meetingId = (await this.kit.answering.accept(command, requestId, { slotId })).meetingId;
    }
  }

  /** What people say of the meetings that are over. */
  async say(): Promise<void> {
    for (const sent of this.sent) await this.sayOf(sent);
  }

  /** The same while people watch: some words are left for them, and where one of them did something, nobody is spoken for. */
  async sayOn(): Promise<void> {
    const asSeeded = await this.asSeeded();
    for (const sent of this.sent) {
      if (asSeeded.get(sent.meetingId ?? '')?.length === 0) await this.sayOf(sent, sent.request.unsaid);
    }
  }

  private async sayOf({ request, meetingId }: Sent, silent: readonly string[] = []): Promise<void> {
    if (!meetingId) return;
    for (const [key, said] of Object.entries(request.outcomes ?? {})) {
      if (silent.includes(key)) continue;
      await this.kit.outcomes.give(await this.cast.by(key as PersonKey), meetingId, { ...plainOutcome, ...said });
    }
  }

  /** One of the two says that the record of their meeting is not right; not where a visitor has had a hand in it. */
  async dispute(all: readonly DemoDispute[]): Promise<void> {
    const asSeeded = await this.asSeeded();
    for (const { by, reason, statement, ...pair } of all) {
      const sent = this.sentBetween(pair);
      const words = asSeeded.get(sent?.meetingId ?? '');
      if (!sent || !words?.every((word) => this.wordsOfSeed(sent).includes(word))) continue;
      const command = await this.cast.by(by);
      await this.kit.ifAllowed(async () => {
        await this.kit.verdicts.dispute(command, sent.meetingId!, { reason, statement });
      });
    }
  }

  /** The organisers ask the other side, and decide what still waits for them; what a visitor disputes waits for a visitor. */
  async decide(all: readonly DemoDispute[]): Promise<void> {
    const waiting = (await this.kit.decisions.disputed(this.eventId)).filter(({ open }) => open);
    for (const { decision, statement, ...pair } of all) {
      const row = waiting.find(({ meetingId }) => meetingId === this.sentBetween(pair)?.meetingId);
      if (!row) continue;
      const of = { eventId: this.eventId, meetingId: row.meetingId };
      const { verdict, disputes } = await this.kit.decisions.record(of);
      if (disputes.some((one) => one.statement !== statement)) continue;
      await this.kit.decisions.decide(await this.cast.by('thomas'), of, { ...decision, place: verdict!.place });
    }
  }

  private sentBetween({ from, to }: Pick<DemoRequest, 'from' | 'to'>): Sent | undefined {
    return this.sent.find(({ request }) => request.from === from && request.to === to);
  }

  /** What has been said of each meeting of these that took place as the demo has it. */
  private async asSeeded(): Promise<Map<string, string[]>> {
    const ids = this.sent.flatMap(({ meetingId }) => meetingId ?? []);
    const meetings = await this.kit.meetings.byIds(ids);
    const presence = await this.kit.rooms.presence('meeting', ids);
    const words = await this.kit.wordsOf(ids);
    return new Map(
      this.sent.flatMap(({ request, meetingId }) => {
        const meeting = meetings.get(meetingId ?? '');
        const isSeeded = meeting && isAsSeeded(presence.get(meeting.id)!, meeting, request.room);
        return isSeeded ? [[meeting.id, words.get(meeting.id)!] as const] : [];
      }),
    );
  }

  private wordsOfSeed({ request }: Sent): string[] {
    return Object.entries(request.outcomes ?? {}).map(([key, said]) =>
      wordOf(this.participants.get(this.cast.user(key as PersonKey))!, { ...plainOutcome, ...said }),
    );
  }

  /** The helpdesk looks at the evidence of the first confirmed cases. */
  async verify(count: number): Promise<void> {
    const cases = await this.kit.cases.ofEvents([this.eventId]);
    for (const { caseId } of cases.filter(({ level }) => level === 'confirmed').slice(0, count)) {
      await this.kit.cases.verify(await this.cast.by('marie'), caseId);
    }
  }
}
