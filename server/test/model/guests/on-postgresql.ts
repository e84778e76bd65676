// For specs alone: what is done about guests over HTTP, and what has come of it.
import type { MeetingEvent } from '../../builders/meetings.js';
import type { TestApp } from '../../start-app.js';
import type { Act } from '../act.js';
import type { Cast } from '../cast.js';
import type { Answered } from '../play.js';
import { type GuestName, guestNames, type World } from '../world.js';
import type { GuestAct } from './guests.js';

export const isGuestAct = (act: Act): act is GuestAct => 'guest' in act;

export class GuestBook {
  constructor(
    private readonly app: TestApp,
    private readonly scene: MeetingEvent,
    /** The newest request of the two. */
    private readonly request: (cast: Cast) => Promise<string | null>,
  ) {}

  async send(act: GuestAct, cast: Cast): Promise<Answered> {
    const guest = cast[act.guest];
    const event = `/api/events/${this.scene.event.eventId}`;
    const http = this.app.http('by' in act ? cast[act.by] : guest);
    const on = async (verb: 'accept' | 'decline' | 'withdraw') => {
      const id = await this.invitation(act.guest, cast);
      return id ? http.post(`/api/guests/${id}/${verb}`, {}) : 'none';
    };
    switch (act.do) {
      case 'bring': {
        const people = [{ participantId: guest.participantId, part: act.part }];
        return http.post(`/api/meeting-requests/${(await this.request(cast))!}/guests`, { people });
      }
      case 'uninvite':
        return on('withdraw');
      case 'come':
        return on('accept');
      case 'stay away':
        return on('decline');
      case 'quit':
        return http.post(`${event}/registration/withdraw`);
      case 'call off': {
        const id = await this.meeting(cast);
        return id ? http.post(`/api/meetings/${id}/cancel`, { reason: 'ill', note: null }) : 'none';
      }
      case 'shun':
        return http.put(`/api/me/blocks/${cast[act.whom].userId}`);
      case 'forgive':
        return http.delete(`/api/me/blocks/${cast[act.whom].userId}`);
      case 'engage':
        return this.app.http(cast.third).post(`${event}/instant-bookings`, {
          ...{ to: guest.participantId, slotId: this.scene.slots[act.slot]!.slotId },
          ...{ reason: 'Sensors for small factories', opportunityIds: [], language: 'en' },
        });
    }
  }

  /** Told as {@link guestsSeen} tells the model. */
  async seen(cast: Cast): Promise<ReturnType<typeof guestsSeen>> {
    const of = [cast.ada.userId, cast.bo.userId];
    const named = (userId: string) => guestNames.find((name) => cast[name].userId === userId)!;
    const guests = (await this.app.db.query(
      `SELECT guest.user_id AS who, guest.part, guest.state FROM meeting_guest guest JOIN meeting_request request ON request.id = request_id
       WHERE ${between} ORDER BY request.sent_at, guest.invited_at, guest.id`,
      of,
    )) as { who: string; part: string; state: string }[];
    const seats = (await this.app.db.query(
      `SELECT ARRAY(SELECT occupant_id FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND side > 1) AS seated,
              ARRAY(SELECT user_id FROM commitment WHERE source_id = meeting.id AND user_id NOT IN ($1, $2)) AS expecting
       FROM meeting JOIN meeting_request request ON request.id = request_id WHERE ${between} ORDER BY meeting.id`,
      of,
    )) as { seated: string[]; expecting: string[] }[];
    return {
      guests: guests.map(({ who, part, state }) => ({ who: named(who), part, state })),
      seated: seats.map(({ seated }) => seated.map(named).sort()),
      expecting: seats.map(({ expecting }) => expecting.map(named).sort()),
    };
  }

  /** The newest to this guest, of the two's newest request. */
  private async invitation(guest: GuestName, cast: Cast): Promise<string | null> {
    const [row] = (await this.app.db.query(
      'SELECT id FROM meeting_guest WHERE request_id = $1 AND user_id = $2 ORDER BY invited_at DESC, id DESC LIMIT 1',
      [await this.request(cast), cast[guest].userId],
    )) as { id: string }[];
    return row?.id ?? null;
  }

  private async meeting({ ada, bo }: Cast): Promise<string | null> {
    const [row] = (await this.app.db.query(
      `SELECT meeting.id FROM meeting JOIN meeting_request request ON request.id = request_id
       WHERE ${between} ORDER BY meeting.id DESC LIMIT 1`,
      [ada.userId, bo.userId],
    )) as { id: string }[];
    return row?.id ?? null;
  }
}

const between = '(request.from_user_id, request.to_user_id) IN (($1, $2), ($2, $1))';

/** What can be seen of guests in the model: who was invited, who has a seat, and in whose agenda the meeting is. */
export function guestsSeen({ requests, meetings }: World) {
  return {
    guests: requests.flatMap(({ guests }) =>
      guests.map(({ who, part, state }) => ({ who, part: part as string, state: state as string })),
    ),
    seated: meetings.map(({ seated }) => seated.toSorted()),
    expecting: meetings.map(({ state, seated }) => (state === 'confirmed' ? seated.toSorted() : [])),
  };
}
