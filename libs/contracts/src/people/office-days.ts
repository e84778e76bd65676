/**
 * office days (when offices do otherwise than the calendar of their country says; answers are due by it)
 *   GET    /api/organise/office-days                organisers of any event  ?after → 200 OfficeDayView[] the earliest 100, or those after that one (what is over for a month is left out)
 *   POST   /api/organise/office-days                organisers  OfficeDayInput → 201 OfficeDayView
 *   DELETE /api/organise/office-days/:officeDayId   organisers              → 204
 */
import { z } from 'zod';
import { DateText, line } from '../common.ts';
import { OfficeDayId, OrganisationId } from '../ids.ts';
import { OrganisationCard } from './organisations.ts';

/** Days in a row that can be written at once. */
export const OFFICE_DAYS_AT_ONCE = 31;

export const OfficeDayInput = z
  .strictObject({
    /** A region stands for its parts too; a country is the code of its regions. */
    whose: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('region'), regionCode: z.string().max(8) }),
      z.strictObject({ kind: z.literal('organisation'), organisationId: OrganisationId }),
    ]),
    from: DateText,
    /** The last day. */
    until: DateText,
    /** They work on these days although these are holidays or weekends; otherwise they are closed. */
    works: z.boolean(),
    reason: line(100).nullable(),
  })
  .refine(({ from, until }) => from <= until && daysFrom(from, until) < OFFICE_DAYS_AT_ONCE, 'not one to 31 days');
export type OfficeDayInput = z.infer<typeof OfficeDayInput>;

/** The last of those that are known; the answer goes on from there. */
export const OfficeDaysQuery = z.strictObject({ after: OfficeDayId.optional() });
export type OfficeDaysQuery = z.infer<typeof OfficeDaysQuery>;

export const OfficeDayView = z.object({
  officeDayId: OfficeDayId,
  whose: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('region'), regionCode: z.string() }),
    z.object({ kind: z.literal('organisation'), organisation: OrganisationCard }),
  ]),
  from: DateText,
  until: DateText,
  works: z.boolean(),
  reason: z.string().nullable(),
});
export type OfficeDayView = z.infer<typeof OfficeDayView>;

function daysFrom(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}
