import { Injectable } from '@nestjs/common';
import type {
  BilingualText,
  KnownAgreement,
  MeetingBrief,
  MeetingId,
  OpportunityCard,
  OpportunityView,
  ParticipantCard,
  PastContact,
} from '@musubi/contracts';
import { agreementsBetween } from '@musubi/reference/agreements';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/index.js';
import { Opportunities } from '../../profiles/index.js';
import { Participants } from '../../registration/index.js';
import type { MeetingRow } from '../booked/views/meeting-rows.js';
import { Meetings } from '../booked/meetings.service.js';

/** Earlier meetings that a brief names. */
const pastAtMost = 5;

interface PastRow {
  meetingId: string;
  title: BilingualText;
  startsAt: Date;
  same: boolean;
}

/** What both sides read before they meet. The same number of queries for any meeting. */
@Injectable()
export class Briefs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly meetings: Meetings,
    private readonly participants: Participants,
    private readonly opportunities: Opportunities,
  ) {}

  /** @throws DomainError `not_found` for anybody but its people */
  async view(actor: Actor, meetingId: string): Promise<MeetingBrief> {
    return this.of(await this.meetings.readable(actor, meetingId), actor.userId);
  }

  async of(meeting: MeetingRow, viewerUserId: string): Promise<MeetingBrief> {
    const { principalIds } = meeting;
    const cards = await this.participants.cards([
      ...principalIds,
      ...meeting.sides.map(({ participantId }) => participantId),
    ]);
    const people = meeting.sides.map(({ participantId }) => cards.get(participantId)!);
    const cited = await this.opportunities.cards(meeting.opportunityIds);
    const organisationIds = people.map(({ organisation }) => organisation.organisationId as string);
    const published = await this.opportunities.publishedOf(organisationIds);
    // Of each of the two that agreed on it somebody who comes, or whoever asked and was asked.
    const two = principalIds.map((id, side) =>
      cards.get(meeting.sides.find((one) => one.side === side)?.participantId ?? id)!,
    );
    const regions = two.map(({ organisation }) => organisation.regionCode);
    return {
      meetingId: meeting.id as MeetingId,
      startsAt: meeting.startsAt.toISOString(),
      endsAt: meeting.endsAt.toISOString(),
      language: meeting.language,
      reason: meeting.reason,
      arranged: meeting.arranged,
      cited: meeting.opportunityIds.flatMap((id) => cited.get(id) ?? []),
      sides: people.map((participant) => ({
        participant,
        me: participant.userId === viewerUserId,
        published: (published.get(participant.organisation.organisationId) ?? []).map(cardOf),
      })),
      past: await this.past(meeting, two),
      agreements: agreementsBetween(regions[0]!, regions[1]!).map(agreementOf),
    };
  }

  /** Meetings that took place between the two organisations before this one, the latest first. */
  private async past({ id, startsAt }: MeetingRow, [one, other]: readonly ParticipantCard[]): Promise<PastContact[]> {
    const rows = (await this.dataSource.query(
      `SELECT past.id AS "meetingId", event.title, slot.starts_at AS "startsAt",
              bool_and(seat.occupant_id IN ($3, $4)) AS same
       FROM meeting past
       JOIN meeting_slot slot ON slot.id = past.slot_id
       JOIN event ON event.id = past.event_id
       JOIN meeting_seat seat ON seat.meeting_id = past.id AND seat.kind = 'user'
       JOIN registration ON registration.id = seat.participant_id
       WHERE past.state IN ('held', 'cut_short') AND past.id <> $5 AND slot.starts_at < $6
         AND registration.organisation_id IN ($1, $2)
       GROUP BY past.id, event.id, slot.id
       HAVING count(DISTINCT registration.organisation_id) = 2
       ORDER BY slot.starts_at DESC, past.id LIMIT ${pastAtMost}`,
      [one!.organisation.organisationId, other!.organisation.organisationId, one!.userId, other!.userId, id, startsAt],
    )) as PastRow[];
    return rows.map(({ meetingId, title, startsAt: at, same }) => ({
      meetingId: meetingId as MeetingId,
      eventTitle: title,
      startsAt: at.toISOString(),
      same,
    }));
  }
}

const cardOf = ({ opportunityId, kind, title, dimension, topic }: OpportunityView): OpportunityCard => ({
  opportunityId,
  kind,
  title,
  dimension,
  topic,
});

const agreementOf = ({
  eu,
  jp,
  instrument,
  firstDate,
  topics,
  source,
}: ReturnType<typeof agreementsBetween>[number]): KnownAgreement => ({
  eu: eu.name,
  jp: jp.name,
  instrument,
  date: firstDate.date,
  topics: [...topics],
  source: source.url,
});
