import { Injectable } from '@nestjs/common';
import type { Lang } from '@musubi/contracts';
import { DataSource, type EntityManager, In } from 'typeorm';
import { DomainError, Notices, type Tx } from '../../../platform/index.js';
import type { User, UserCard, UserPatch } from './user.js';
import { UserEntity } from './user.entity.js';

const firstZone: Record<Lang, string> = { en: 'Europe/Brussels', ja: 'Asia/Tokyo' };

/** People's accounts. */
@Injectable()
export class Users {
  constructor(
    private readonly dataSource: DataSource,
    private readonly notices: Notices,
  ) {}

  /** @throws DomainError `not_found` */
  async get(id: string, em: EntityManager = this.dataSource.manager): Promise<User> {
    const user = await em.findOneBy(UserEntity, { id });
    if (!user) throw new DomainError('not_found');
    return userOf(user);
  }

  /** People by id; an unknown id is left out. One query. */
  async of(ids: Iterable<string>, em: EntityManager = this.dataSource.manager): Promise<Map<string, User>> {
    const users = await em.findBy(UserEntity, { id: In([...new Set(ids)]) });
    return new Map(users.map((user) => [user.id, userOf(user)]));
  }

  async cards(ids: Iterable<string>, em: EntityManager = this.dataSource.manager): Promise<Map<string, UserCard>> {
    const cards = (await em.query('SELECT id AS "userId", name, lang, zone FROM app_user WHERE id = ANY ($1::uuid[])', [
      [...new Set(ids)],
    ])) as UserCard[];
    return new Map(cards.map((card) => [card.userId, card]));
  }

  /** The account of an address, made when there is none. */
  async ensureByAddress(tx: Tx, address: string, lang: Lang): Promise<User> {
    await tx.em.query(
      `INSERT INTO app_user (address, lang, zone) VALUES (lower($1), $2, $3) ON CONFLICT ON CONSTRAINT app_user_address DO NOTHING`,
      [address, lang, firstZone[lang]],
    );
    return userOf(await tx.em.findOneByOrFail(UserEntity, { address: address.toLowerCase() }));
  }

  async update(tx: Tx, id: string, patch: UserPatch): Promise<User> {
    if (Object.keys(patch).length > 0) {
      const { affected } = await tx.em.update(UserEntity, { id }, patch);
      if (!affected) throw new DomainError('not_found');
      await this.notices.tell(tx, 'actor.changed', { userId: id, closesSockets: false });
    }
    return this.get(id, tx.em);
  }
}

function userOf({ id, address, addressVerifiedAt, name, lang, zone }: UserEntity): User {
  return { id, address, addressVerified: addressVerifiedAt !== null, name, lang, zone };
}
