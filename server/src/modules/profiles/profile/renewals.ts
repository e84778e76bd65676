import { Injectable } from '@nestjs/common';
import type { OpportunityId, OpportunityView } from '@musubi/contracts';
import { In, LessThanOrEqual } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { Organisations } from '../../organisations/index.js';
import { may, reminderDue, standingOf } from '../life/life.rules.js';
import { step } from '../life/step.js';
import { dayMs, renewableDays } from '../life/term.js';
import { Writers } from '../life/writers.js';
import { OpportunityEntity } from '../opportunities/opportunity.entity.js';
import { OpportunityLives } from '../opportunities/opportunity-lives.service.js';
import { endsByDeadline, isOver } from '../opportunities/opportunity.rules.js';
import { ownViewOf } from '../opportunities/opportunity.views.js';
import { CooperationProfileEntity } from './cooperation-profile.entity.js';
import { livingOf } from './living-profile.js';
import { openProfile } from './open-profile.js';

const sweepAtMost = 200;

/** Its own last day, where it has one, comes later. */
const endsWithItsYear = `AND (deadline IS NULL OR (deadline + 1)::timestamp AT TIME ZONE
  (SELECT zone FROM organisation WHERE organisation.id = opportunity.organisation_id) > expires_at)`;

interface Ending {
  id: string;
  organisation_id: string;
  expires_at: Date;
  reminded_days: number | null;
}

/** What comes to its end: expiry, the letters before it, and twelve months more. */
@Injectable()
export class Renewals {
  constructor(
    private readonly organisations: Organisations,
    private readonly writers: Writers,
    private readonly lives: OpportunityLives,
  ) {}

  /** Profile first, then its opportunities in order of their ids: two who renew never wait for each other. */
  async renewAll(tx: Tx, organisationId: string, makePublic: (profile: CooperationProfileEntity) => Promise<void>) {
    const soon = new Date(tx.now.getTime() + renewableDays * dayMs);
    const profile = await openProfile(tx, organisationId);
    if (may(standingOf(profile), 'renew') && profile.expiresAt! <= soon) {
      step(livingOf(profile), 'renew', tx.now);
      await makePublic(profile);
      await tx.em.save(profile);
    }
    const { zone } = (await this.organisations.get(organisationId, tx.em))!;
    const ending = await tx.em.find(OpportunityEntity, {
      where: { organisationId, state: In(['published', 'expired']), expiresAt: LessThanOrEqual(soon) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const opportunities: OpportunityView[] = [];
    const over: OpportunityId[] = [];
    for (const opportunity of ending) {
      const { deadline, expiresAt } = opportunity;
      if (opportunity.state === 'published' && endsByDeadline(deadline, expiresAt!, zone)) continue;
      if (isOver(opportunity, tx.now.toTemporalInstant(), zone)) {
        over.push(opportunity.id as OpportunityId);
        continue;
      }
      await this.lives.renewIn(tx, opportunity);
      await tx.em.save(opportunity);
      opportunities.push(ownViewOf(opportunity));
    }
    return { opportunities, over };
  }

  /** Profiles whose year is over become expired. @returns how many */
  async expire(tx: Tx): Promise<number> {
    const due = await tx.em.find(CooperationProfileEntity, {
      where: { state: 'published', expiresAt: LessThanOrEqual(tx.now) },
      order: { expiresAt: 'ASC' },
      take: sweepAtMost,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (due.length === 0) return 0;
    const ids = due.map(({ organisationId }) => organisationId);
    await tx.em.update(CooperationProfileEntity, { organisationId: In(ids) }, { state: 'expired' });
    for (const organisationId of ids) await tx.fact({ name: 'profile.expired', organisationId });
    await this.writers.tell(tx, ids);
    return due.length;
  }

  /** One letter to each organisation, however many of its texts end. @returns how many texts were noted */
  async remind(tx: Tx): Promise<number> {
    const days = new Map<string, number>();
    let noted = 0;
    for (const [table, id] of [
      ['cooperation_profile', 'organisation_id'],
      ['opportunity', 'id'],
    ] as const) {
      const ending = (await tx.em.query(
        `SELECT ${id} AS id, organisation_id, expires_at, reminded_days FROM ${table}
         WHERE state = 'published' AND expires_at > $1 AND expires_at <= $1 + interval '30 days'
           AND (reminded_days IS NULL OR (reminded_days > 7 AND expires_at <= $1 + interval '7 days'))
           ${table === 'opportunity' ? endsWithItsYear : ''}
         ORDER BY expires_at, ${id} LIMIT ${sweepAtMost} FOR UPDATE SKIP LOCKED`,
        [tx.now],
      )) as Ending[];
      for (const { id: which, organisation_id, expires_at, reminded_days } of ending) {
        const due = reminderDue(Math.ceil((expires_at.getTime() - tx.now.getTime()) / dayMs), reminded_days);
        if (due === null) continue;
        await tx.em.query(`UPDATE ${table} SET reminded_days = $2 WHERE ${id} = $1`, [which, due]);
        days.set(organisation_id, Math.min(due, days.get(organisation_id) ?? due));
        noted++;
      }
    }
    const people = await this.writers.tell(tx, [...days.keys()]);
    for (const [organisationId, left] of days) {
      const userIds = people.get(organisationId) ?? [];
      await tx.fact({ name: 'profile.ends_soon', organisationId, days: left, userIds });
    }
    return noted;
  }
}
