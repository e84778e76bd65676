import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { ImportWarnings } from '../../import-warnings.js';
import { decodeReferences } from '../fields/plain-text.js';
import { type Fields, isFields, type RawSchedule, type RawSession } from './raw-schedule.js';
import { unreadable } from '../unreadable.js';

const repeated = new Set(['day', 'room', 'event', 'person', 'track', 'link', 'attachment']);
const known = {
  schedule: new Set(['generator', 'url', 'version', 'conference', 'day']),
  day: new Set(['date', 'start', 'end', 'index', 'room']),
  room: new Set(['name', 'guid', 'event']),
  event: new Set(
    (
      'id guid code room title subtitle type date start duration abstract slug track logo persons language description ' +
      'recording links attachments video_download_url url feedback_url origin_url'
    ).split(' '),
  ),
};

/** References are left as they are by the parser and decoded by us, once: a file's own entities never expand. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: false,
  maxNestedTags: 20,
  isArray: (name: string, _path: unknown, _leaf: boolean, isAttribute: boolean) => !isAttribute && repeated.has(name),
});

/**
 * Takes the wrapping off a schedule.xml as pentabarf, frab and pretalx write it.
 * @throws DomainError `programme.unreadable`
 */
export function readXmlSchedule(text: string, warnings: ImportWarnings): RawSchedule {
  const root = parse(text);
  const schedule = root['schedule'];
  if (!isFields(schedule) || !Array.isArray(schedule['day'])) {
    throw unreadable('The file is XML, but not a schedule: it has no <schedule> with a <day>.');
  }
  sayUnknown(schedule, known.schedule, 'schedule', warnings);
  const conference = isFields(schedule['conference']) ? schedule['conference'] : {};
  return { conference: decoded(conference), ...entriesOf(schedule['day'], warnings) };
}

function entriesOf(days: readonly unknown[], warnings: ImportWarnings): Pick<RawSchedule, 'rooms' | 'sessions'> {
  const rooms: Fields[] = [];
  const sessions: RawSession[] = [];
  for (const [d, day] of days.entries()) {
    if (!isFields(day)) continue;
    sayUnknown(day, known.day, `day[${d}]`, warnings);
    const around = { date: day['date'], day_start: day['start'], day_end: day['end'] };
    for (const [r, room] of listOf(day['room']).entries()) {
      if (!isFields(room)) continue;
      const name = textIn(room['name']) ?? '';
      const where = `day[${d}].room[${name === '' ? r : JSON.stringify(name.slice(0, 80))}]`;
      sayUnknown(room, known.room, where, warnings);
      rooms.push({ name, guid: room['guid'] });
      for (const [e, event] of listOf(room['event']).entries()) {
        const at = `${where}.event[${e}]`;
        if (!isFields(event)) {
          warnings.add('bad_value', at, 'This is no session; it was left out.');
          continue;
        }
        sayUnknown(event, known.event, at, warnings);
        sessions.push({
          where: at,
          day: around,
          room: name,
          fields: decoded(event),
          persons: personsOf(event['persons']),
        });
      }
    }
  }
  return { rooms, sessions };
}

function personsOf(persons: unknown): Fields[] {
  if (!isFields(persons)) return [];
  return listOf(persons['person']).flatMap((person) => {
    const name = textIn(person);
    if (name === null) return [];
    const { id, guid, code } = isFields(person) ? person : {};
    return [{ public_name: name, id, guid, code }];
  });
}

/** Leaves as text with their references decoded; what has children of its own is read elsewhere. */
function decoded(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      // A session names its room once more inside; the parser wraps that in a list as it does the day's rooms.
      const single: unknown = Array.isArray(value) ? value[0] : value;
      const text = textIn(single);
      return text === null ? [] : [[name, text]];
    }),
  );
}

function textIn(value: unknown): string | null {
  if (typeof value === 'string') return decodeReferences(value);
  return isFields(value) && typeof value['#text'] === 'string' ? decodeReferences(value['#text']) : null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function sayUnknown(fields: Fields, names: ReadonlySet<string>, where: string, warnings: ImportWarnings): void {
  const level = where.replace(/\[[^\]]*\]/g, '');
  for (const name of Object.keys(fields)) {
    if (names.has(name) || name === '#text') continue;
    const shown = name.slice(0, 60);
    warnings.addOnce(
      `${level} ${shown}`,
      'unknown_field',
      `${where}.${shown}`,
      `<${shown}> is not known here and was ignored.`,
    );
  }
}

function parse(text: string): Fields {
  const body = text.replace(/^\ufeff/, '');
  if (!/^\s*</.test(body)) throw unreadable('The file is not XML.');
  // A schedule needs no document type; those that declare entities of their own are built to grow without end.
  if (/<!DOCTYPE[^>]*\[/i.test(body) || /<!ENTITY/i.test(body)) {
    throw unreadable('The file declares entities of its own, which no schedule needs.');
  }
  try {
    const valid = XMLValidator.validate(body, { allowBooleanAttributes: true });
    if (valid !== true) throw unreadable(`The file is not XML: line ${valid.err.line}, column ${valid.err.col}.`);
    const root: unknown = parser.parse(body);
    return isFields(root) ? root : {};
  } catch (error) {
    if (error instanceof Error && error.name === 'DomainError') throw error;
    throw unreadable('The file is not XML that can be a schedule: it is nested too deeply or uses reserved names.');
  }
}
