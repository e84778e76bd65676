import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ParticipantCard } from '@musubi/contracts';
import { type Candidate, score } from '@musubi/matching';
import type { EntityManager } from 'typeorm';
import { Opportunities } from '../../profiles/index.js';
import { candidateOf } from './recommendation.rules.js';

/** Scored before others have their turn: some milliseconds. */
const atOnce = 200;

/** How well two people fit, 0 to 100; 0 for whoever was not asked about. */
export type Fit = (one: string, other: string) => number;

/** How well people fit those whom they wish to meet, by what is known of them; when they are free is somebody else's question. */
@Injectable()
export class Fits {
  constructor(private readonly opportunities: Opportunities) {}

  /**
   * Of pairs of participants, in either order. One query for any number; many pairs take a while, and let others through meanwhile.
   * @param cards of everybody in the pairs; whoever has none fits nobody
   */
  async of(
    pairs: Iterable<readonly [string, string]>,
    cards: ReadonlyMap<string, ParticipantCard>,
    em: EntityManager,
  ): Promise<Fit> {
    const published = await this.opportunities.publishedOf(
      [...cards.values()].map((card) => card.organisation.organisationId),
      em,
    );
    const candidates = new Map<string, Candidate>();
    for (const [id, card] of cards) {
      const opportunities = published.get(card.organisation.organisationId) ?? [];
      candidates.set(id, candidateOf({ card, opportunities, common: { slotIds: [], startsAt: [], inOfficeHours: 0 } }));
    }
    const fits = new Map<string, number>();
    for (const [one, other] of pairs) {
      const [me, them] = [candidates.get(one), candidates.get(other)];
      const key = keyOf(one, other);
      if (!me || !them || fits.has(key)) continue;
      fits.set(key, score(me, them).total);
      if (fits.size % atOnce === 0) await setImmediate();
    }
    return (one, other) => fits.get(keyOf(one, other)) ?? 0;
  }
}

const keyOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
