import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config, Facts, type Tx } from '../../../platform/index.js';
import type { User } from '../../identity/index.js';
import { Organisations } from '../../organisations/index.js';
import { ProfileNews } from '../../profiles/index.js';
import { type LetterOrder, letterQueue, lineOf } from '../letter-order.js';
import { profileLetter } from '../letters/profile-letter.js';
import type { Written } from '../written.js';

type Order = Extract<LetterOrder, { about: 'profile' }>;
type News = Omit<Order, 'id' | 'about' | 'userId'>;

/** What an organisation's people are written about its profile and its opportunities. */
@Injectable()
export class ProfileLetters implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly facts: Facts,
    private readonly organisations: Organisations,
    private readonly news: ProfileNews,
  ) {}

  onModuleInit(): void {
    for (const news of ['approved', 'sent_back'] as const) {
      this.facts.on(`profile_text.${news}`, ({ what, id, organisationId, userIds }, tx) =>
        this.order(tx, { news, what, textId: id, organisationId }, userIds),
      );
    }
    this.facts.on('profile.ends_soon', ({ organisationId, userIds }, tx) =>
      this.order(tx, { news: 'ends_soon', what: 'profile', textId: organisationId, organisationId }, userIds),
    );
  }

  /** Nothing where it was handed in again or renewed before the letter was written. */
  async compose({ news, what, textId, organisationId }: Order, to: User): Promise<Written | null> {
    const organisation = (await this.organisations.cards([organisationId])).get(organisationId);
    if (!organisation) return null;
    const about = { to, organisation };
    switch (news) {
      case 'approved': {
        const found = await this.news.approved(what, textId);
        return (
          found && { letter: profileLetter({ ...about, news, ...found, url: this.page('app/organisation/profile') }) }
        );
      }
      case 'sent_back': {
        const found = await this.news.sentBack(what, textId);
        return (
          found && { letter: profileLetter({ ...about, news, ...found, url: this.page('app/organisation/profile') }) }
        );
      }
      case 'ends_soon': {
        const endings = await this.news.endings(organisationId);
        if (endings.length === 0) return null;
        const url = this.page(`app/organisation/renew/${organisationId}`);
        return { letter: profileLetter({ ...about, news, endings, url }) };
      }
    }
  }

  private async order(tx: Tx, news: News, userIds: readonly string[]): Promise<void> {
    for (const userId of userIds) {
      const order = { about: 'profile' as const, ...news, userId };
      await tx.job(letterQueue, { id: randomUUID(), ...order } satisfies LetterOrder, { key: lineOf(order) });
    }
  }

  private page(path: string): string {
    return `${this.config.publicOrigin}${this.config.basePath}${path}`;
  }
}
