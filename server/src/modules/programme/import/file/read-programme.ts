import type { BilingualText, ImportWarning, ProgrammeFormat, SessionKind } from '@musubi/contracts';
import { firstId, isEmpty, languagesOf, lineOf, longest } from './fields/file-fields.js';
import { FileNames, type ReadName } from './fields/file-names.js';
import { FileSpeakers, type ReadSpeaker } from './fields/file-speakers.js';
import { FileTexts } from './fields/file-texts.js';
import { ImportWarnings } from '../import-warnings.js';
import { readJsonSchedule } from './formats/json-schedule.js';
import type { Fields, RawSchedule, RawSession } from './formats/raw-schedule.js';
import { isOnline, sessionKind } from './session-kind.js';
import { SessionTimes } from './session-times.js';
import { unreadable } from './unreadable.js';
import { readXmlSchedule } from './formats/xml-schedule.js';

export interface ReadSession {
  where: string;
  /** What the source calls it: guid, number, code or slug. */
  externalId: string;
  kind: SessionKind;
  title: BilingualText;
  subtitle: BilingualText | null;
  abstract: BilingualText | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  room: string | null;
  track: string | null;
  languages: string[];
  interpreted: boolean;
  online: boolean;
  /** External ids in the order of the file. */
  speakers: string[];
}

export interface ReadProgramme {
  /** Names the conference of the file, so that a later file of the same is recognised. */
  source: string;
  /** By start. */
  sessions: ReadSession[];
  speakers: ReadSpeaker[];
  rooms: ReadName[];
  tracks: ReadName[];
  warnings: ImportWarning[];
}

const mostSessions = 5_000;

/**
 * Reads a schedule file leniently: whatever can be understood is taken, and everything else is said in a warning.
 *
 * @param zone IANA zone to take wall-clock times in where the file names none
 * @throws DomainError `programme.unreadable` when the file is no schedule at all,
 *   `programme.zone_missing` when its times have no offset and neither the file nor the caller names a zone
 */
export function readProgramme(format: ProgrammeFormat, text: string, zone: string | null): ReadProgramme {
  const warnings = new ImportWarnings();
  const raw = format === 'pretalx-json' ? readJsonSchedule(text, warnings) : readXmlSchedule(text, warnings);
  if (raw.sessions.length > mostSessions) throw unreadable(`The file has more than ${mostSessions} sessions.`);
  return new Reading(raw, zone, warnings).programme();
}

class Reading {
  private readonly times: SessionTimes;
  private readonly texts: FileTexts;
  private readonly speakers: FileSpeakers;
  private readonly rooms = new FileNames();
  private readonly tracks = new FileNames();
  /** How often each external id came so far. */
  private readonly ids = new Map<string, number>();

  constructor(
    private readonly raw: RawSchedule,
    zone: string | null,
    private readonly warnings: ImportWarnings,
  ) {
    this.times = new SessionTimes(raw.conference, zone, warnings);
    this.texts = new FileTexts(warnings);
    this.speakers = new FileSpeakers(warnings);
  }

  programme(): ReadProgramme {
    this.sayDoubleRooms();
    const { conference, rooms } = this.raw;
    this.rooms.addAll(rooms);
    const sessions = this.raw.sessions.flatMap((raw) => this.session(raw) ?? []);
    sessions.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
    return {
      source: (firstId(conference['acronym'], conference['title']) ?? 'schedule').toLowerCase(),
      sessions,
      speakers: this.speakers.all(),
      rooms: this.rooms.all(),
      tracks: this.usedTracks(sessions),
      warnings: this.warnings.all(),
    };
  }

  private session(raw: RawSession): ReadSession | null {
    const { fields, where } = raw;
    const startsAt = this.times.start(raw);
    if (!startsAt) return null;
    const kind = this.kind(fields, where);
    const title = this.texts.title(fields, where);
    if (!title) this.warnings.add('missing_field', `${where}.title`, 'The session has no title.');
    return {
      where,
      externalId: this.externalId(fields, where),
      kind,
      title: title ?? { en: lineOf(fields['slug'], longest.title) ?? 'Untitled', ja: null, original: 'en' },
      subtitle: this.texts.subtitle(fields, where),
      abstract: this.texts.abstract(fields, where),
      startsAt,
      endsAt: startsAt.add({ minutes: this.times.minutes(fields, where) }),
      room: this.rooms.add(raw.room) ?? this.rooms.add(fields['room']),
      track: this.tracks.add(fields['track']),
      languages: languagesOf(fields['language']),
      interpreted: fields['interpreted'] === true || fields['interpreted'] === 'true',
      online: isOnline(kind),
      speakers: distinct(raw.persons.map((person, i) => this.speakers.add(person, `${where}.persons[${i}]`))),
    };
  }

  /** A track that no session is on is none. */
  private usedTracks(sessions: readonly ReadSession[]): ReadName[] {
    this.tracks.addAll(this.raw.conference['tracks']);
    const used = new Set(sessions.map(({ track }) => track));
    return this.tracks.all().filter(({ name }) => used.has(name));
  }

  private kind(fields: Fields, where: string): SessionKind {
    const type = lineOf(fields['type'], longest.name);
    if (type === null) return 'talk';
    const kind = sessionKind(type);
    if (kind) return kind;
    const text = `The type "${type}" is none that is known here; it became "other".`;
    this.warnings.addOnce(`type ${type}`, 'bad_value', `${where}.type`, text);
    return 'other';
  }

  /** A second session with the same id is kept, under the id with its count. */
  private externalId(fields: Fields, where: string): string {
    const { guid, id, code, slug, title } = fields;
    if (!isEmpty(id) && !/^\d+$/.test(String(id))) {
      this.warnings.addOnce('session id', 'bad_value', `${where}.id`, 'The id is no number.');
    }
    if (isEmpty(guid) && isEmpty(id) && isEmpty(code)) {
      const text = 'Without guid, id and code a later file is matched by slug or title only.';
      this.warnings.addOnce('no id', 'missing_field', `${where}.guid`, text);
    }
    const name = firstId(guid, id, code, slug, title) ?? where;
    const times = (this.ids.get(name) ?? 0) + 1;
    this.ids.set(name, times);
    if (times === 1) return name;
    this.warnings.add('duplicate_id', where, `A session before it has the same id ${name}; both were kept.`);
    return `${name}#${times}`;
  }

  private sayDoubleRooms(): void {
    const names = new Map<string, string>();
    for (const room of this.raw.rooms) {
      const guid = firstId(room['guid']);
      const name = lineOf(room['name'], longest.name) ?? '';
      if (guid === null) continue;
      const other = names.get(guid) ?? name;
      names.set(guid, other);
      if (other === name) continue;
      const text = `"${other}" and "${name}" have the same guid; they were kept apart by name.`;
      this.warnings.addOnce(`room ${guid}`, 'duplicate_id', 'conference.rooms', text);
    }
  }
}

function distinct(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}
