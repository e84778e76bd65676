import type { DeclaredPlace } from '@musubi/contracts';
import { type EntityManager, In } from 'typeorm';
import { MeetingDeclarationEntity, MeetingDisputeEntity, MeetingVerdictEntity } from './verdict.entity.js';
import { isDecided, type Standing } from './verdict.rules.js';

/** Everything that was found, disputed and declared about one meeting. */
export interface VerdictFile {
  /** By place. */
  history: readonly MeetingVerdictEntity[];
  /** By time. */
  disputes: readonly MeetingDisputeEntity[];
  declarations: ReadonlyMap<string, DeclaredPlace>;
  /** The verdict as it stands; null before there is one. */
  standing: Standing | null;
}

/** By meeting; a meeting without a verdict has an empty file. Three queries for any number. */
export async function verdictFiles(
  em: EntityManager,
  meetingIds: readonly string[],
): Promise<Map<string, VerdictFile>> {
  const where = { meetingId: In([...meetingIds]) };
  const verdicts = await em.find(MeetingVerdictEntity, { where, order: { place: 'ASC' } });
  const disputes = await em.find(MeetingDisputeEntity, { where, order: { at: 'ASC', id: 'ASC' } });
  const declarations = await em.find(MeetingDeclarationEntity, { where });
  const histories = Map.groupBy(verdicts, (one) => one.meetingId);
  const disputed = Map.groupBy(disputes, (one) => one.meetingId);
  const said = Map.groupBy(declarations, (one) => one.meetingId);
  return new Map(
    meetingIds.map((id) => {
      const [history, own] = [histories.get(id) ?? [], disputed.get(id) ?? []];
      const places = new Map((said.get(id) ?? []).map(({ userId, place }) => [userId, place]));
      return [id, { history, disputes: own, declarations: places, standing: standingOf(history, own) }];
    }),
  );
}

export async function verdictFile(em: EntityManager, meetingId: string): Promise<VerdictFile> {
  return (await verdictFiles(em, [meetingId])).get(meetingId)!;
}

function standingOf(
  history: readonly MeetingVerdictEntity[],
  disputes: readonly MeetingDisputeEntity[],
): Standing | null {
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last) return null;
  const { state, source, absent, excluded, place } = last;
  const disputed = disputes.some(({ decidedAt }) => decidedAt === null);
  return { state, source, absent, excluded, place, firstAt: first.at, disputed, decided: isDecided(history) };
}

/** Keeps a meeting as it is until the end of the transaction: verdicts follow one after the other. */
export async function holdMeeting(em: EntityManager, meetingId: string): Promise<void> {
  await em.query('SELECT id FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [meetingId]);
}
