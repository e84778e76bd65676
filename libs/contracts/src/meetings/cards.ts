/**
 * cards (business cards in a meeting: from one to one, seen only when both have offered theirs)
 *   GET    /api/me/card                                                    signed in             → 200 MyCard
 *   PUT    /api/me/card                                                    signed in MyCard      → 200 MyCard
 *   GET    /api/meetings/:meetingId/cards                                  its people            → 200 MeetingCards
 *   PUT    /api/meetings/:meetingId/cards/:participantId                   its people {}         → 200 MeetingCards (mine is offered to this one) | 409 card.closed
 *   DELETE /api/meetings/:meetingId/cards/:participantId                   its people            → 200 MeetingCards (taken back) | 409 card.exchanged
 *   GET    /api/meetings/:meetingId/cards/:participantId/card.vcf?version= its people, exchanged → 200 text/vcard
 */
import { z } from 'zod';
import { InstantText, line, PersonName } from '../common.ts';
import { ParticipantId } from '../ids.ts';
import { cardStates } from '../vocabulary.ts';

/** Digits with what people write between them; full-width ones, as Japanese keyboards write them, become plain. */
export const phoneNumber = z
  .string()
  .overwrite((text) =>
    text
      .normalize('NFKC')
      .replaceAll(/[‐‑–—ー−]/g, '-')
      .trim(),
  )
  .max(40)
  .regex(/^\+?[0-9][0-9 ()./-]{3,38}[0-9]$/, 'not a phone number');

/** What a person adds to their name, organisation and mail address; null: not on the card. */
export const MyCard = z.strictObject({
  /** Missing: the position given in the registration. */
  title: line(120).nullable(),
  phone: phoneNumber.nullable(),
  website: z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain })
    .max(200)
    .nullable(),
});
export type MyCard = z.infer<typeof MyCard>;

export const BusinessCard = z.object({
  name: PersonName,
  organisation: z.object({ nameLatin: z.string(), nameLocal: z.string().nullable() }),
  department: z.string().nullable(),
  title: z.string().nullable(),
  address: z.string(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
});
export type BusinessCard = z.infer<typeof BusinessCard>;

export const CardExchange = z.object({
  participantId: ParticipantId,
  name: PersonName,
  state: z.enum(cardStates),
  /** Whether mine can be offered now. */
  open: z.boolean(),
  /** Theirs, as it was when they offered it; only once exchanged. */
  card: BusinessCard.nullable(),
  exchangedAt: InstantText.nullable(),
});
export type CardExchange = z.infer<typeof CardExchange>;

export const MeetingCards = z.object({
  /** As the others would get it now. */
  mine: BusinessCard,
  /** One by one, with everybody on another side. */
  people: z.array(CardExchange),
});
export type MeetingCards = z.infer<typeof MeetingCards>;

/** 3.0 is read by all address books; 4.0 carries the name in both scripts. */
export const CardQuery = z.strictObject({ version: z.enum(['3.0', '4.0']).default('3.0') });
export type CardQuery = z.infer<typeof CardQuery>;
