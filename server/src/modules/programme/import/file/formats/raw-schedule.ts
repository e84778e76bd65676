/** A node of a schedule file, not yet believed: whatever the file said, under the names of schedule.json. */
export type Fields = Readonly<Record<string, unknown>>;

/** A session as it stands in the file, with what its day and its room say. */
export interface RawSession {
  /** Where in the file, for people: `days[0].rooms["Hall A"][3]`. */
  readonly where: string;
  readonly day: Fields;
  readonly room: string;
  readonly fields: Fields;
  readonly persons: readonly Fields[];
}

/** What both formats have in common once their wrapping is off. */
export interface RawSchedule {
  readonly conference: Fields;
  readonly rooms: readonly Fields[];
  readonly sessions: readonly RawSession[];
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
