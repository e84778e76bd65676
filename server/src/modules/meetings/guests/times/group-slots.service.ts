import { Injectable } from '@nestjs/common';
import type { GroupSlot, LanguagePair, ParticipantId } from '@musubi/contracts';
import { overlaps } from '@musubi/time';
import { type Actor, DomainError, type Tx } from '../../../../platform/index.js';
import { Participants } from '../../../registration/index.js';
import { InterpretedSlots } from '../../interpreters/interpreted-slots.js';
import { alternatives, intervalOf, isOpenChoice } from '../../slots/slot-choice.rules.js';
import { type SlotSeeker, Slots } from '../../slots/slots.service.js';
import { Partners } from '../../negotiation/partners.js';

/** When several people can meet: the times that suit all of them. The same number of queries for any number of people. */
@Injectable()
export class GroupSlots {
  constructor(
    private readonly participants: Participants,
    private readonly partners: Partners,
    private readonly slots: Slots,
    private readonly interpreted: InterpretedSlots,
  ) {}

  /**
   * For somebody who thinks of asking these people.
   * @throws DomainError `registration.required`; `participant.unavailable` for whatever reason, which stays private
   */
  async before(
    actor: Actor,
    eventId: string,
    participantIds: readonly string[],
    interpretation?: LanguagePair,
  ): Promise<GroupSlot[]> {
    const people: SlotSeeker[] = [];
    let me: SlotSeeker | null = null;
    for (const participantId of new Set(participantIds)) {
      const pair = await this.partners.pair(actor, eventId, participantId);
      me = pair.me;
      people.push(pair.them);
    }
    const choices = await this.choices(eventId, me!, people);
    return this.interpreted.mark(eventId, choices, interpretation, { people: [me!, ...people] });
  }

  /** @param besides a meeting of theirs that is to be moved */
  async choices(
    eventId: string,
    me: SlotSeeker,
    others: readonly SlotSeeker[],
    tx?: Tx,
    besides: string | null = null,
  ): Promise<GroupSlot[]> {
    const all = await this.slots.ofEvent(eventId, tx);
    const choices = await this.slots.choices(eventId, me, others[0] ?? null, tx, besides);
    const busy = await this.slots.busy(all, others, tx, { besides });
    return choices.map((choice) => {
      const during = intervalOf({ startsAt: new Date(choice.startsAt), endsAt: new Date(choice.endsAt) });
      const isBusy = ({ userId }: SlotSeeker) => overlaps(busy.get(userId) ?? [], during);
      // Whoever is asked first may be one of several of whom any could come: what was found of the two stands.
      const cannot = others.filter(
        (one, index) => choice.state !== 'now' && isBusy(one) && (index > 0 || choice.state === 'busy'),
      );
      return {
        ...choice,
        state: cannot.length > 0 && choice.state !== 'past' ? 'busy' : choice.state,
        cannot: cannot.map(({ participantId }) => participantId as ParticipantId),
      };
    });
  }

  /** As {@link choices}, by participant. */
  async choicesOf(
    eventId: string,
    meId: string,
    otherIds: readonly string[],
    tx?: Tx,
    besides: string | null = null,
  ): Promise<GroupSlot[]> {
    const cards = await this.participants.cards([meId, ...otherIds], tx?.em);
    return this.choices(
      eventId,
      cards.get(meId)!,
      otherIds.map((id) => cards.get(id)!),
      tx,
      besides,
    );
  }

  /**
   * That each of the slots suits everybody.
   * @throws DomainError `meeting.slot_taken`, with whom it does not suit and times that suit all
   */
  async assertSuits(
    tx: Tx,
    eventId: string,
    slotIds: readonly string[],
    meId: string,
    otherIds: readonly string[],
    besides: string | null = null,
  ): Promise<void> {
    const choices = await this.choicesOf(eventId, meId, otherIds, tx, besides);
    for (const slotId of slotIds) {
      const choice = choices.find((one) => one.slotId === slotId);
      if (choice && !isOpenChoice(choice)) throw new DomainError('meeting.slot_taken', refusal(choices, choice));
    }
  }

  /**
   * The first of these that suits everybody.
   * @throws DomainError `meeting.slot_taken`, with whom the first does not suit and times that suit all
   */
  async firstFor(
    tx: Tx,
    eventId: string,
    slotIds: readonly string[],
    meId: string,
    otherIds: readonly string[],
  ): Promise<string> {
    const choices = await this.choicesOf(eventId, meId, otherIds, tx);
    const found = slotIds.flatMap((slotId) => choices.find((one) => one.slotId === slotId) ?? []);
    const open = found.find(isOpenChoice);
    if (!open && found[0]) throw new DomainError('meeting.slot_taken', refusal(choices, found[0]));
    return open?.slotId ?? slotIds[0]!;
  }

  /** What whoever lost this slot is told: whom it does not suit, and times that suit all. */
  async refusal(
    eventId: string,
    slotId: string,
    meId: string,
    otherIds: readonly string[],
    besides: string | null = null,
  ): Promise<Record<string, unknown>> {
    const choices = await this.choicesOf(eventId, meId, otherIds, undefined, besides);
    const lost = choices.find((one) => one.slotId === slotId);
    return lost ? refusal(choices, lost) : { slotId, alternatives: [], cannot: [] };
  }
}

const refusal = (choices: readonly GroupSlot[], lost: GroupSlot) => ({
  slotId: lost.slotId,
  cannot: lost.cannot,
  alternatives: alternatives(choices, lost),
});
