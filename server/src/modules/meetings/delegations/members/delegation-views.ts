import { Injectable } from '@nestjs/common';
import type {
  DelegationMeeting,
  DelegationMember,
  DelegationMode,
  DelegationView,
  EventId,
  MeetingId,
  ParticipantCard,
  ParticipantId,
} from '@musubi/contracts';
import { normalise, type Interval } from '@musubi/time';
import { DataSource, type EntityManager } from 'typeorm';
import { Users } from '../../../identity/index.js';
import { Affiliations, Organisations } from '../../../organisations/index.js';
import { Participants } from '../../../registration/index.js';
import { meetingsIn, type MeetingRow } from '../../booked/views/meeting-rows.js';
import { intervalOf, isLate } from '../../slots/slot-choice.rules.js';
import { Slots } from '../../slots/slots.service.js';
import { Handovers } from '../vacancies/handovers.js';
import { Loads, type Met } from './loads.js';
import { Members, type Placed } from './members.js';

const handoversShown = 20;

/** Whose delegation, and who looks: an organiser is nobody's member. */
export interface Look {
  eventId: string;
  organisationId: string;
  viewerUserId: string;
  organiser: boolean;
}

interface Setting {
  mode: DelegationMode;
  changedAt: Date;
  changedBy: string;
}

/** A delegation with its people, what they have to do, and when they are free. The same number of queries for any size. */
@Injectable()
export class DelegationViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly members: Members,
    private readonly loads: Loads,
    private readonly slots: Slots,
    private readonly handovers: Handovers,
    private readonly participants: Participants,
    private readonly organisations: Organisations,
    private readonly affiliations: Affiliations,
    private readonly users: Users,
  ) {}

  async of({ eventId, organisationId, viewerUserId, organiser }: Look): Promise<DelegationView> {
    const { manager } = this.dataSource;
    const organisation = (await this.organisations.cards([organisationId])).get(organisationId)!;
    const setting = await settingOf(manager, eventId, organisationId);
    const mode = setting?.mode ?? 'own';
    const admin = organiser || (await this.affiliations.roleIn(viewerUserId, organisationId)) === 'admin';
    const all = await this.members.of(eventId, organisationId);
    const belongs = all.some(({ userId }) => userId === viewerUserId);
    const shown = { eventId: eventId as EventId, organisation, mode, belongs, mayKeep: admin };
    const changed = setting ? await this.changed(setting, organisationId) : null;
    if (!belongs && !admin) return { ...shown, members: [], slots: [], meetings: [], handovers: [], changed };
    const slots = await this.slots.ofEvent(eventId);
    const meetings = await this.meetings(eventId, organisationId, all);
    const ids = meetings.flatMap(({ sides }) => sides.map(({ participantId }) => participantId));
    const cards = await this.participants.cards([...all.map(({ participantId }) => participantId), ...ids]);
    const loads = await this.loads.meetings(eventId, all);
    const busy = await this.loads.busy(slots, all);
    const span = [slots[0]?.startsAt, slots.at(-1)?.endsAt] as const;
    const may = (meeting: MeetingRow) =>
      admin || mode === 'pool' || meeting.sides.some(({ userId }) => userId === viewerUserId);
    return {
      ...shown,
      members: all.map((member) => ({
        ...memberView(member, cards, loads.get(member.userId)!),
        me: member.userId === viewerUserId,
        busy: within(busy.get(member.userId) ?? [], span),
      })),
      slots: slots.map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })),
      meetings: await this.meetingViews(meetings.filter(may), { all, cards, organisationId }),
      handovers: mode === 'own' && !admin ? [] : await this.handovers.of(eventId, organisationId, handoversShown),
      changed,
    };
  }

  /** Ahead, of its members or without anybody, the soonest first. */
  private async meetings(eventId: string, organisationId: string, members: readonly Placed[]): Promise<MeetingRow[]> {
    const rows = (await this.dataSource.query(
      `SELECT meeting.id FROM meeting JOIN meeting_slot slot ON slot.id = meeting.slot_id
       WHERE meeting.event_id = $1 AND meeting.state = 'confirmed' AND slot.ends_at > domain_now() AND (
         EXISTS (SELECT FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND seat.participant_id = ANY ($3))
         OR EXISTS (SELECT FROM meeting_vacancy vacancy WHERE vacancy.meeting_id = meeting.id AND vacancy.organisation_id = $2))`,
      [eventId, organisationId, members.map(({ participantId }) => participantId)],
    )) as { id: string }[];
    return rows.length > 0 ? meetingsIn(this.dataSource.manager, { ids: rows.map(({ id }) => id) }) : [];
  }

  private async meetingViews(
    meetings: readonly MeetingRow[],
    {
      all,
      cards,
      organisationId,
    }: { all: readonly Placed[]; cards: ReadonlyMap<string, ParticipantCard>; organisationId: string },
  ): Promise<DelegationMeeting[]> {
    const members = new Set(all.map(({ participantId }) => participantId));
    const before = await this.before(meetings.map(({ id }) => id));
    const vacant = new Map(
      (
        (await this.dataSource.query(
          'SELECT meeting_id AS id, side FROM meeting_vacancy WHERE meeting_id = ANY ($1) AND organisation_id = $2',
          [meetings.map(({ id }) => id), organisationId],
        )) as { id: string; side: number }[]
      ).map(({ id, side }) => [id, side]),
    );
    return meetings.map((meeting) => {
      const own = meeting.sides.find(({ participantId }) => members.has(participantId));
      const side = vacant.get(meeting.id) ?? own?.side ?? 0;
      const who = vacant.has(meeting.id) ? null : (own ?? null);
      const partner = meeting.sides.find((one) => one.side !== side);
      const last = before.get(`${meeting.id} ${side}`);
      return {
        meetingId: meeting.id as MeetingId,
        startsAt: meeting.startsAt.toISOString(),
        endsAt: meeting.endsAt.toISOString(),
        reason: meeting.reason,
        arranged: meeting.arranged,
        partner: (partner && cards.get(partner.participantId)) ?? null,
        memberId: (who?.participantId ?? null) as ParticipantId | null,
        mayHandOver: true,
        handBackTo:
          last && last.toId === who?.participantId && members.has(last.fromId)
            ? (cards.get(last.fromId)?.name ?? null)
            : null,
      };
    });
  }

  private async before(meetingIds: readonly string[]): Promise<Map<string, { fromId: string; toId: string }>> {
    const rows = (await this.dataSource.query(
      `SELECT DISTINCT ON (meeting_id, side) meeting_id AS id, side, from_participant_id AS "fromId", to_participant_id AS "toId"
       FROM meeting_handover WHERE meeting_id = ANY ($1) ORDER BY meeting_id, side, meeting_handover.id DESC`,
      [[...meetingIds]],
    )) as { id: string; side: number; fromId: string; toId: string }[];
    return new Map(rows.map(({ id, side, ...last }) => [`${id} ${side}`, last]));
  }

  private async changed({ changedAt, changedBy }: Setting, organisationId: string): Promise<DelegationView['changed']> {
    const by = (await this.users.cards([changedBy])).get(changedBy)?.name ?? null;
    const role = await this.affiliations.roleIn(changedBy, organisationId);
    return { by, at: changedAt.toISOString(), organiser: role === null };
  }
}

async function settingOf(em: EntityManager, eventId: string, organisationId: string): Promise<Setting | null> {
  const [row] = (await em.query(
    `SELECT mode, changed_at AS "changedAt", changed_by AS "changedBy" FROM delegation WHERE event_id = $1 AND organisation_id = $2`,
    [eventId, organisationId],
  )) as Setting[];
  return row ?? null;
}

function memberView(
  { participantId, part, zone }: Placed,
  cards: ReadonlyMap<string, ParticipantCard>,
  met: readonly Met[],
): Omit<DelegationMember, 'me' | 'busy'> {
  const minutes = ({ startsAt, endsAt }: Met) => (endsAt.getTime() - startsAt.getTime()) / 60_000;
  const total = (some: readonly Met[]) => some.reduce((sum, one) => sum + minutes(one), 0);
  return {
    participant: cards.get(participantId)!,
    part,
    meetings: met.length,
    minutes: total(met),
    unsocialMinutes: total(met.filter((one) => isLate(intervalOf(one), zone))),
  };
}

/** One after the other, cut to what has slots: where a day is full it says no more than that. */
function within(busy: readonly Interval[], [from, until]: readonly [Date | undefined, Date | undefined]) {
  if (!from || !until) return [];
  const [start, end] = [from.getTime(), until.getTime()];
  return normalise(busy)
    .map((one) => [Math.max(one.start.epochMilliseconds, start), Math.min(one.end.epochMilliseconds, end)] as const)
    .filter(([a, b]) => a < b)
    .map(([a, b]) => ({ startsAt: new Date(a).toISOString(), endsAt: new Date(b).toISOString() }));
}
