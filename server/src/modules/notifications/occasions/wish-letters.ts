import { Injectable } from '@nestjs/common';
import type { AskingView, Lang } from '@musubi/contracts';
import { type EventEntity, Events } from '../../events/index.js';
import type { User } from '../../identity/index.js';
import { Asking } from '../../scheduling/index.js';
import { DomainError } from '../../../platform/index.js';
import type { LetterOrder } from '../letter-order.js';
import { wishLetter } from '../letters/wish-letter.js';
import type { Written } from '../written.js';

/** What people are written about their wishes. */
@Injectable()
export class WishLetters {
  constructor(
    private readonly asking: Asking,
    private readonly events: Events,
  ) {}

  /** Nothing to whoever answered or left meanwhile, nor once nothing can be said. */
  async compose(
    { news }: Extract<LetterOrder, { about: 'wishes' }>,
    to: User,
    event: EventEntity,
    page: string,
  ): Promise<Written | null> {
    const asked = await this.asking.stillAsked(event.id, to.id);
    if (!asked) return null;
    return { letter: wishLetter({ news, to, event: titleIn(to.lang, event), ...asked, url: `${page}/preferences` }) };
  }

  /** Whom it would go to now, and what it says. */
  async preview(eventId: string): Promise<AskingView> {
    const event = await this.events.get(eventId);
    if (!event) throw new DomainError('not_found');
    const { open, toAsk, asked, until } = await this.asking.of(eventId);
    const letterIn = (lang: Lang) => {
      const to = { address: '', name: null, lang, zone: event.zone };
      const story = { news: 'asked', to, event: titleIn(lang, event), until, url: '' } as const;
      const { subject, paragraphs, details } = wishLetter(story);
      const colon = lang === 'ja' ? '：' : ': ';
      return {
        subject,
        paragraphs: [...paragraphs, ...(details ?? []).map(([label, value]) => `${label}${colon}${value}`)],
      };
    };
    return { open, toAsk, asked, letter: { en: letterIn('en'), ja: letterIn('ja') } };
  }
}

const titleIn = (lang: Lang, { title }: EventEntity): string => title[lang] ?? title[title.original] ?? '';
