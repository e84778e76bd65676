import { Injectable } from '@nestjs/common';
import type { LanguagePair, SlotChoice } from '@musubi/contracts';
import { contains, overlaps } from '@musubi/time';
import { DataSource } from 'typeorm';
import { Agenda } from '../../agenda/index.js';
import { intervalOf } from '../slots/slot-choice.rules.js';
import { interpretersOf, stintsOf } from './interpreter-rows.js';
import { pairKey, rests } from './interpreter.rules.js';

/** In which slots somebody could interpret, were they booked now: told before a time is chosen, promised to nobody. */
@Injectable()
export class InterpretedSlots {
  constructor(
    private readonly dataSource: DataSource,
    private readonly agenda: Agenda,
  ) {}

  /**
   * Each of the choices with whether an interpreter is free then; as they are where none is wanted. Three queries for any
   * number of slots.
   * @param people who meet: nobody interprets for themselves
   * @param besides a meeting of theirs that is to be moved
   */
  async mark<T extends SlotChoice>(
    eventId: string,
    choices: readonly T[],
    languages: LanguagePair | null | undefined,
    { people, besides = null }: { people: readonly { userId: string }[]; besides?: string | null },
  ): Promise<T[]> {
    const times = choices.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }));
    if (!languages || times.length === 0) return [...choices];
    const from = new Date(Math.min(...times.map(({ startsAt }) => startsAt.getTime())));
    const until = new Date(Math.max(...times.map(({ endsAt }) => endsAt.getTime())));
    const em = this.dataSource.manager;
    const able = (await interpretersOf(em, eventId)).filter(
      ({ userId, pairs }) => pairs.includes(pairKey(languages)) && people.every((one) => one.userId !== userId),
    );
    const userIds = able.map(({ userId }) => userId);
    const stints = await stintsOf(em, userIds, besides);
    const busy = await this.agenda.busy(userIds, from, until);
    const candidates = able.map(({ userId, available, inARow, breakMinutes }) => ({
      inARow,
      breakMinutes,
      offered: available.map((span) =>
        intervalOf({ startsAt: new Date(span.startsAt), endsAt: new Date(span.endsAt) }),
      ),
      stints: stints.get(userId) ?? [],
      busy: busy.get(userId) ?? [],
    }));
    return choices.map((choice, index) => {
      const during = intervalOf(times[index]!);
      const interpreter = candidates.some(
        (one) =>
          (one.offered.length === 0 || contains(one.offered, during)) &&
          !overlaps(one.busy, during) &&
          rests(one, times[index]!),
      );
      return { ...choice, interpreter };
    });
  }
}
