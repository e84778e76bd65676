/** Twelve months of the organisation's calendar: how long a text is public without being renewed. */
export function yearFrom(publishedAt: Date, zone: string): Date {
  const end = publishedAt.toTemporalInstant().toZonedDateTimeISO(zone).add({ months: 12 }).toInstant();
  return new Date(end.epochMilliseconds);
}

/** Texts may be renewed so many days before their end: earlier it would say nothing. */
export const renewableDays = 60;

export const dayMs = 86_400_000;
