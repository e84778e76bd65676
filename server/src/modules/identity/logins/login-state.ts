import { Injectable } from '@nestjs/common';
import type { LoginState, Me } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, Config } from '../../../platform/index.js';
import { UserEntity } from '../users/user.entity.js';

/** What the client shows of who is signed in. */
@Injectable()
export class LoginStates {
  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {}

  async of(actor: Actor | null): Promise<LoginState> {
    const { demo } = this.config;
    if (!actor) return { me: null, secondFactor: 'not_needed', demo };
    const me = await this.me(actor);
    return { me, secondFactor: secondFactorOf(actor, me), demo };
  }

  async me({ userId, grants }: Actor, em: EntityManager = this.dataSource.manager): Promise<Me> {
    const { address, name, lang, zone, totpConfirmedAt } = await em.findOneByOrFail(UserEntity, { id: userId });
    const me = { userId, address, name, lang, zone, grants, totpEnrolled: totpConfirmedAt !== null };
    return me as unknown as Me;
  }
}

function secondFactorOf(actor: Actor, { totpEnrolled }: Me): LoginState['secondFactor'] {
  const asked = actor.grants.some(({ role }) => role === 'organiser' || role === 'owner');
  if (!asked) return 'not_needed';
  if (actor.secondFactor) return 'done';
  return totpEnrolled ? 'required' : 'enrol';
}
