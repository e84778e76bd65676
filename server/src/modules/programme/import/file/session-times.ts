import { isZone } from '@musubi/time';
import { DomainError } from '../../../../platform/index.js';
import { isEmpty, lineOf } from './fields/file-fields.js';
import { durationMinutes, exactInstant, localDateTime, onDay, plainDate, wallTime } from './fields/file-times.js';
import type { ImportWarnings } from '../import-warnings.js';
import type { Fields, RawSession } from './formats/raw-schedule.js';

/** Taken where a session has no duration that can be read. */
const usualMinutes = 30;
/** No schedule that people import lies outside. */
const [earliest, latest] = ['1990-01-01T00:00:00Z', '2100-01-01T00:00:00Z'].map((text) =>
  Temporal.Instant.from(text),
) as [Temporal.Instant, Temporal.Instant];

/** When the sessions of a file are: exact instants where it has them, else its wall clock in its zone. */
export class SessionTimes {
  private readonly zone: string | null;
  private readonly dayChange: string | null;

  constructor(
    conference: Fields,
    private readonly otherwise: string | null,
    private readonly warnings: ImportWarnings,
  ) {
    this.zone = this.zoneOf(conference);
    this.dayChange = wallTime(conference['day_change']);
  }

  /**
   * Null, with a warning, where nothing usable says when the session starts.
   * @throws DomainError `programme.zone_missing`
   */
  start(session: RawSession): Temporal.Instant | null {
    const start = this.find(session);
    if (!start) return null;
    if (Temporal.Instant.compare(start, earliest) >= 0 && Temporal.Instant.compare(start, latest) < 0) return start;
    this.warnings.add('bad_value', `${session.where}.date`, 'The date lies too far away; the session was left out.');
    return null;
  }

  minutes(fields: Fields, where: string): number {
    const minutes = durationMinutes(fields['duration']);
    if (minutes !== null) return minutes;
    if (isEmpty(fields['duration'])) {
      this.warnings.add(
        'missing_field',
        `${where}.duration`,
        `There is no duration; ${usualMinutes} minutes were taken.`,
      );
    } else {
      this.warnings.add(
        'bad_value',
        `${where}.duration`,
        `The duration cannot be read; ${usualMinutes} minutes were taken.`,
      );
    }
    return usualMinutes;
  }

  private zoneOf(conference: Fields): string | null {
    const named = lineOf(conference['time_zone_name'], 64);
    if (named === null || isZone(named)) return named;
    this.warnings.add(
      'bad_value',
      'conference.time_zone_name',
      `"${named}" is no zone of the tz database, such as Europe/Brussels.`,
    );
    return null;
  }

  private find({ fields, day, where }: RawSession): Temporal.Instant | null {
    const exact = exactInstant(fields['date']);
    const local = localDateTime(fields['date']);
    const start = wallTime(fields['start']);
    if (exact && local) {
      this.compare(exact, local, start, where);
      return exact;
    }
    if (local) return this.onWall(local.toPlainDate().toString(), shown(local), null);
    const date = plainDate(fields['date']) ?? plainDate(day['date']) ?? plainDate(day['day_start']);
    if (date && start) return this.onWall(date, start, this.dayChange ?? dayStart(day));
    if (!isEmpty(fields['start']) && start === null) {
      this.warnings.add('bad_value', `${where}.start`, 'The start is no time of day; the session was left out.');
    } else {
      const missing = `${where}.${date ? 'start' : 'date'}`;
      this.warnings.add('missing_field', missing, 'Nothing says when the session starts; it was left out.');
    }
    return null;
  }

  private onWall(date: string, start: string, dayChange: string | null): Temporal.Instant {
    const zone = this.zone ?? this.otherwise;
    if (zone === null) throw new DomainError('programme.zone_missing');
    if (this.zone === null) {
      const text = `The file names no time zone; its times were taken as ${zone}.`;
      this.warnings.addOnce('no zone', 'missing_field', 'conference.time_zone_name', text);
    }
    return onDay(date, start, dayChange, zone);
  }

  /** The date is believed; what contradicts it is said. */
  private compare(exact: Temporal.Instant, local: Temporal.PlainDateTime, start: string | null, where: string): void {
    if (start !== null && start !== shown(local)) {
      const text = `The start ${start} is not the time of the date, ${shown(local)}; the date was taken.`;
      this.warnings.addOnce('start', 'bad_value', `${where}.start`, text);
    }
    if (this.zone !== null && !exact.toZonedDateTimeISO(this.zone).toPlainDateTime().equals(local)) {
      const text = `The offset of the date is not that of ${this.zone}, the zone of the file; the date was taken as it is.`;
      this.warnings.addOnce('zone', 'bad_value', `${where}.date`, text);
    }
  }
}

function shown(time: Temporal.PlainDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: 'minute' });
}

function dayStart(day: Fields): string | null {
  const start = localDateTime(day['day_start']);
  return start && shown(start);
}
