import type {
  AgendaItem,
  GuestInvitation,
  GuestView,
  MeetingRequestView,
  MeetingView,
  SeatPart,
} from '@musubi/contracts';
import type { TestApp } from '../../start-app.js';
import { code as statusAndCode, type MeetingEvent, requestInput } from '../meetings.js';
import type { newParticipant } from '../registrations.js';

export type TestGuest = Awaited<ReturnType<typeof newParticipant>>;

/** `409 guest.duplicate` */
export const refusal = (answer: { status: number; body: unknown }) => statusAndCode(answer as never).join(' ');

/** Somebody as whoever asks names them. */
export const named = ({ participantId }: { participantId: string }, part: SeatPart = 'required') => ({
  participantId,
  part,
});

/** Who sits where. */
export const seatsOf = ({ sides }: MeetingView) =>
  sides.map(({ participant, side }) => [participant.participantId, side]);

/** What is done about guests in an event, over HTTP, and what each of its people sees of it. */
export class GuestDesk {
  constructor(
    private readonly app: TestApp,
    private readonly scene: MeetingEvent,
  ) {}

  /** One of the two asks the other, and whoever is named with it. */
  ask(from: TestGuest, to: TestGuest, slots: readonly number[], given: object = {}) {
    const proposed = slots.map((slot) => this.scene.slots[slot]!);
    const input = requestInput(to, proposed, given);
    return this.app.http(from).post<MeetingRequestView>(`${this.event}/meeting-requests`, input);
  }

  invite(by: TestGuest, requestId: string, people: readonly object[]) {
    return this.app.http(by).post<GuestView[]>(`/api/meeting-requests/${requestId}/guests`, { people });
  }

  /** The newest first. */
  async invitations(guest: TestGuest): Promise<GuestInvitation[]> {
    return (await this.app.http(guest).get<GuestInvitation[]>(`${this.event}/guest-invitations`)).body;
  }

  /** To this invitation, or to the newest. */
  async answer(guest: TestGuest, verb: 'accept' | 'decline', guestId?: string) {
    const id = guestId ?? (await this.invitations(guest))[0]!.guestId;
    return this.app.http(guest).post<GuestInvitation>(`/api/guests/${id}/${verb}`, {});
  }

  /** Invited by one of the two and willing. */
  async comes(by: TestGuest, requestId: string, guest: TestGuest, part: SeatPart = 'required'): Promise<void> {
    const answers = [await this.invite(by, requestId, [named(guest, part)]), await this.answer(guest, 'accept')];
    for (const { status, body } of answers)
      if (status >= 300) throw new Error(`The guest does not come: ${JSON.stringify(body)}`);
  }

  async of(person: TestGuest, requestId: string) {
    const { body } = await this.app.http(person).get<GuestView[]>(`/api/meeting-requests/${requestId}/guests`);
    return body.map(({ participant, side, part, state }) => [participant.participantId, side, part, state]);
  }

  async seen(person: TestGuest, meetingId: string): Promise<MeetingView> {
    return (await this.app.http(person).get<MeetingView>(`/api/meetings/${meetingId}`)).body;
  }

  /** Asks the other side for another time. */
  move(by: TestGuest, meetingId: string, slot: number) {
    return this.app.http(by).post<MeetingRequestView>(`/api/meetings/${meetingId}/reschedule`, {
      slotIds: [this.scene.slots[slot]!.slotId],
      note: null,
    });
  }

  /** Where this one is expected. */
  async agenda(person: TestGuest) {
    const { body } = await this.app.http(person).get<AgendaItem[]>(`${this.event}/agenda`);
    return body.map(({ sourceId, startsAt }) => [sourceId, startsAt]);
  }

  private get event(): string {
    return `/api/events/${this.scene.event.eventId}`;
  }
}
