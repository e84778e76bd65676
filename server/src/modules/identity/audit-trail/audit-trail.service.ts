import { Injectable } from '@nestjs/common';
import type { AuditCheckView, AuditEntry, AuditPage, AuditQuery, EventId, PersonName, UserId } from '@musubi/contracts';
import {
  type Actor,
  Audit,
  AuditCheck,
  type AuditEntryEntity,
  type SealMark,
  type Sheet,
  Transactions,
} from '../../../platform/index.js';
import { displayName, type User } from '../users/user.js';
import { Users } from '../users/users.js';

const entriesAtOnce = 100;
const entriesInAFile = 10_000;

/** The audit log, for those who answer for the instance. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly audit: Audit,
    private readonly auditCheck: AuditCheck,
    private readonly users: Users,
    private readonly transactions: Transactions,
  ) {}

  async page(query: AuditQuery): Promise<AuditPage> {
    const found = await this.audit.read({ ...scopeOf(query), atMost: entriesAtOnce + 1 });
    const entries = found.slice(0, entriesAtOnce);
    const people = await this.peopleOf(entries);
    return {
      entries: entries.map((entry) => viewOf(entry, people)),
      earlier: found.length > entries.length,
      kinds: await this.audit.kinds(),
    };
  }

  /** As a file; that it was taken away is an entry of its own. */
  async sheet(query: AuditQuery, actor: Actor): Promise<Sheet> {
    const entries = await this.audit.read({ ...scopeOf(query), atMost: entriesInAFile });
    const people = await this.peopleOf(entries);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        by: actor.userId,
        did: 'audit.exported',
        on: { kind: 'audit', id: query.eventId ?? 'all' },
        eventId: query.eventId ?? null,
        after: { entries: entries.length },
      }),
    );
    return {
      name: 'Audit',
      columns: headings.map((heading) => ({ heading, width: 24 })),
      rows: entries.map((entry) => cellsOf(entry, people)),
    };
  }

  /** @param mark what was noted of an earlier check */
  async check(mark: string | undefined): Promise<AuditCheckView> {
    const { head, ...found } = await this.auditCheck.run(mark === undefined ? [] : [markOf(mark)]);
    return { ...found, head: head && { mark: `${head.number}:${head.hash}`, sealedAt: head.sealedAt.toISOString() } };
  }

  private async peopleOf(entries: readonly AuditEntryEntity[]): Promise<Map<string, User>> {
    return this.users.of(entries.flatMap(({ actorId, onBehalfOf }) => [actorId ?? [], onBehalfOf ?? []].flat()));
  }
}

function markOf(text: string): SealMark {
  const [number, hash] = text.split(':') as [string, string];
  return { number: Number(number), hash };
}

const headings = [
  'at',
  'recorded at',
  'by',
  'on behalf of',
  'did',
  'subject',
  'subject id',
  'event id',
  'before',
  'after',
  'reason',
];

function cellsOf(entry: AuditEntryEntity, people: ReadonlyMap<string, User>): string[] {
  const name = (id: string | null) => (id === null ? '' : people.has(id) ? displayName(people.get(id)!) : id);
  const state = (value: unknown) => (value === null ? '' : JSON.stringify(value));
  return [
    entry.at.toISOString(),
    entry.recordedAt.toISOString(),
    name(entry.actorId),
    name(entry.onBehalfOf),
    entry.did,
    entry.subjectKind,
    entry.subjectId,
    entry.eventId ?? '',
    state(entry.before),
    state(entry.after),
    entry.reason ?? '',
  ];
}

function scopeOf({ from, until, before, ...rest }: AuditQuery) {
  const date = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  return { ...rest, from: date(from), until: date(until), beforeId: before };
}

function viewOf(entry: AuditEntryEntity, people: ReadonlyMap<string, User>): AuditEntry {
  const person = (id: string | null) => {
    const user = id === null ? undefined : people.get(id);
    return user ? { userId: user.id as UserId, name: user.name ?? nameless(displayName(user)) } : null;
  };
  return {
    entryId: entry.id,
    at: entry.at.toISOString(),
    recordedAt: entry.recordedAt.toISOString(),
    actor: person(entry.actorId),
    onBehalfOf: person(entry.onBehalfOf),
    did: entry.did,
    subject: { kind: entry.subjectKind, id: entry.subjectId },
    eventId: entry.eventId as EventId | null,
    before: entry.before as AuditEntry['before'],
    after: entry.after as AuditEntry['after'],
    reason: entry.reason,
  };
}

/** Somebody who has not said their name yet. */
const nameless = (called: string): PersonName => ({
  givenLatin: called,
  familyLatin: '',
  givenLocal: null,
  familyLocal: null,
  givenKana: null,
  familyKana: null,
});
