import { Injectable } from '@nestjs/common';
import type { ParticipantCard } from '@musubi/contracts';
import { answerDeadline } from '@musubi/calendar';
import { dateAt, datesBetween, instantAt, intersect, type Interval } from '@musubi/time';
import type { Tx } from '../../../platform/index.js';
import { OfficeCalendars, Organisations } from '../../organisations/index.js';

interface EventTimes {
  zone: string;
  startsAt: Date;
  endsAt: Date;
  answerDays: number;
}

/** Until when somebody has to answer, by the calendar of their office. */
@Injectable()
export class AnswerBy {
  constructor(
    private readonly organisations: Organisations,
    private readonly calendars: OfficeCalendars,
  ) {}

  /** @param slotStarts of the proposed slots; the deadline never lies after the last */
  async of(
    event: EventTimes,
    recipient: ParticipantCard,
    slotStarts: readonly Date[],
    at: Date,
    tx?: Tx,
  ): Promise<Date> {
    const office = await this.organisations.get(recipient.organisation.organisationId, tx?.em);
    const overrides = office ? await this.calendars.overridesOf(office, at, tx?.em) : [];
    const starts = slotStarts.map((start) => start.getTime());
    const deadline = answerDeadline({
      sentAt: at.toTemporalInstant(),
      workingDays: event.answerDays,
      recipientZone: office?.zone ?? recipient.zone,
      recipientCountry: office?.country ?? recipient.organisation.country,
      overrides,
      firstSlotStart: new Date(Math.min(...starts)).toTemporalInstant(),
      lastSlotStart: new Date(Math.max(...starts)).toTemporalInstant(),
      liveDays: liveDays(event),
    });
    return new Date(deadline.epochMilliseconds);
  }
}

/** The hours of each of the event's days, on its own wall. */
export function liveDays({ zone, startsAt, endsAt }: Omit<EventTimes, 'answerDays'>): Interval[] {
  const whole = { start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() };
  return datesBetween(dateAt(whole.start, zone), dateAt(whole.end, zone)).flatMap((date) => {
    const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
    return intersect([whole], [{ start: instantAt(date, '00:00', zone), end: instantAt(next, '00:00', zone) }]);
  });
}

/** Once the meeting begins there is nothing to move: the answer has to come before, whatever is proposed. */
export function notAfter(standsAt: Date | undefined, starts: readonly Date[]): Date[] {
  return starts.map((start) => (standsAt && standsAt < start ? standsAt : start));
}
