import type { ImportWarnings } from '../../import-warnings.js';
import { type Fields, isFields, type RawSchedule, type RawSession } from './raw-schedule.js';
import { unreadable } from '../unreadable.js';

/** Deeper than any schedule by far. */
const deepest = 40;

const known = {
  root: new Set(['$schema', 'schedule', 'generator']),
  schedule: new Set(['version', 'base_url', 'url', 'conference', 'rooms', 'generator']),
  conference: new Set(
    (
      'acronym title subtitle description start end daysCount timeslot_duration time_zone_name logo colors keywords url ' +
      'base_url venue city tracks rooms meta days'
    ).split(' '),
  ),
  day: new Set(['index', 'date', 'day_start', 'day_end', 'rooms']),
  session: new Set(
    (
      'guid code id logo date start end duration room slug url title subtitle track type language abstract description ' +
      'recording_license do_not_record do_not_stream persons links feedback_url origin_url attachments ' +
      // Our extension: texts in the other language, and whether the session is interpreted.
      'translations interpreted'
    ).split(' '),
  ),
  person: new Set(
    (
      'id guid code name public_name full_public_name biography avatar avatar_url url links answers ' +
      // Our extension.
      'translations organisation organization'
    ).split(' '),
  ),
};

/**
 * Takes the wrapping off a schedule.json as pretalx, frab and c3voc write it.
 * @throws DomainError `programme.unreadable`
 */
export function readJsonSchedule(text: string, warnings: ImportWarnings): RawSchedule {
  const root = parse(text);
  if (!isFields(root)) throw unreadable('The file is JSON, but not a schedule: it should be an object.');
  const schedule = isFields(root['schedule']) ? root['schedule'] : root;
  const { conference } = schedule;
  if (!isFields(conference) || !Array.isArray(conference['days'])) {
    throw unreadable('The file is JSON, but not a schedule: schedule.conference.days is missing.');
  }
  if (schedule !== root) sayUnknown(root, known.root, '', warnings);
  sayUnknown(schedule, known.schedule, 'schedule', warnings);
  sayUnknown(conference, known.conference, 'schedule.conference', warnings);
  return {
    conference,
    rooms: [conference['rooms'], schedule['rooms']].flatMap((rooms) =>
      Array.isArray(rooms) ? rooms.filter(isFields) : [],
    ),
    sessions: conference['days'].flatMap((day: unknown, i) => sessionsOf(day, `days[${i}]`, warnings)),
  };
}

function sessionsOf(day: unknown, where: string, warnings: ImportWarnings): RawSession[] {
  if (!isFields(day) || !isFields(day['rooms'])) {
    warnings.add('bad_value', where, 'This is no day with rooms; it was left out.');
    return [];
  }
  sayUnknown(day, known.day, where, warnings);
  return Object.entries(day['rooms']).flatMap(([room, entries]) => {
    const place = `${where}.rooms[${JSON.stringify(room.slice(0, 80))}]`;
    if (!Array.isArray(entries)) {
      warnings.add('bad_value', place, 'This is no list of sessions; it was left out.');
      return [];
    }
    return entries.flatMap((fields: unknown, i): RawSession[] => {
      const at = `${place}[${i}]`;
      if (!isFields(fields)) {
        warnings.add('bad_value', at, 'This is no session; it was left out.');
        return [];
      }
      sayUnknown(fields, known.session, at, warnings);
      return [{ where: at, day, room, fields, persons: personsOf(fields['persons'], at, warnings) }];
    });
  });
}

function personsOf(persons: unknown, where: string, warnings: ImportWarnings): Fields[] {
  if (persons === undefined || persons === null) return [];
  if (!Array.isArray(persons)) {
    warnings.add('bad_value', `${where}.persons`, 'This is no list of persons; it was left out.');
    return [];
  }
  return persons.flatMap((person: unknown, i) => {
    if (typeof person === 'string') return [{ public_name: person }];
    if (!isFields(person)) {
      warnings.add('bad_value', `${where}.persons[${i}]`, 'This is no person; it was left out.');
      return [];
    }
    sayUnknown(person, known.person, `${where}.persons[${i}]`, warnings);
    return [person];
  });
}

function sayUnknown(fields: Fields, names: ReadonlySet<string>, where: string, warnings: ImportWarnings): void {
  const level = where.replace(/\[[^\]]*\]/g, '');
  for (const name of Object.keys(fields)) {
    if (names.has(name)) continue;
    const shown = name.slice(0, 60);
    const path = where === '' ? shown : `${where}.${shown}`;
    warnings.addOnce(
      `${level} ${shown}`,
      'unknown_field',
      path,
      `The field "${shown}" is not known here and was ignored.`,
    );
  }
}

function parse(text: string): unknown {
  const body = text.replace(/^\ufeff/, '');
  if (nesting(body) > deepest) throw unreadable('The file is nested too deeply to be a schedule.');
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    throw unreadable(`The file is not JSON: ${placeOf(error, body)}.`);
  }
}

/** Depth of brackets outside of strings, in one pass. */
function nesting(text: string): number {
  let depth = 0;
  let deepestSoFar = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === '\\') i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepestSoFar = Math.max(deepestSoFar, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepestSoFar;
}

/** Line and column instead of the engine's own words, which quote the file. */
function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(String(error))?.[1];
  if (position === undefined) return 'it ends too early';
  const before = text.slice(0, Number(position)).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
