import { Injectable } from '@nestjs/common';
import type { Topic } from '@musubi/contracts';
import type { Actor } from '../access/actor.js';

export type TopicPrefix = 'event' | 'session' | 'meeting' | 'organise';
export type MayWatch = (actor: Actor, id: string) => Promise<boolean>;
/** `presence`: the watchers of the topic see who else is here. Only for topics of few people: each arrival is told to all. */
export interface TopicOptions {
  presence?: true;
}
/** A person's first socket came to a topic with presence, or the last one left. */
export type PresenceHook = (change: { topic: Topic; id: string; userId: string; here: boolean }) => void;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Who may watch what: modules say so for their prefix. */
@Injectable()
export class SocketTopics {
  private readonly prefixes = new Map<string, { check: MayWatch; presence: boolean }>();
  private readonly hooks: PresenceHook[] = [];

  allow(prefix: TopicPrefix, check: MayWatch, options: TopicOptions = {}): void {
    if (this.prefixes.has(prefix)) throw new Error(`The topics of ${prefix} are allowed twice`);
    this.prefixes.set(prefix, { check, presence: options.presence ?? false });
  }

  onPresence(hook: PresenceHook): void {
    this.hooks.push(hook);
  }

  /** The topic when it is well formed and this person may watch it, else null. */
  async admit(actor: Actor, topic: unknown): Promise<{ topic: Topic; presence: boolean } | null> {
    if (typeof topic !== 'string') return null;
    const { prefix, id } = partsOf(topic);
    const known = this.prefixes.get(prefix);
    if (!known || !uuid.test(id) || !(await known.check(actor, id))) return null;
    return { topic: topic as Topic, presence: known.presence };
  }

  hasPresence(topic: string): boolean {
    return this.prefixes.get(partsOf(topic).prefix)?.presence ?? false;
  }

  presenceChanged(topic: Topic, userId: string, here: boolean): void {
    for (const hook of this.hooks) hook({ topic, id: partsOf(topic).id, userId, here });
  }
}

function partsOf(topic: string): { prefix: string; id: string } {
  const cut = topic.indexOf(':');
  return { prefix: topic.slice(0, cut), id: topic.slice(cut + 1) };
}
