import type { GuestInput, ParticipantCard, SeatPart } from '@musubi/contracts';

/** Somebody who is to be taken along, and what for. */
export interface Picked {
  readonly participant: ParticipantCard;
  readonly part: SeatPart;
}

export const guestInputs = (picked: readonly Picked[]): GuestInput[] =>
  picked.map(({ participant: { participantId }, part }) => ({ participantId, part }));
