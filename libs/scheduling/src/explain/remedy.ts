/** One thing that would have to be different. Slots are positions. */
export type Remedy =
  | { readonly kind: 'raise_maximum'; readonly actorId: string }
  | { readonly kind: 'raise_day_maximum'; readonly actorId: string; readonly slot: number }
  | { readonly kind: 'make_free'; readonly actorId: string; readonly slot: number }
  | { readonly kind: 'shorten_gap'; readonly actorId: string; readonly slot: number }
  | { readonly kind: 'skip_rest'; readonly actorId: string; readonly slot: number }
  | { readonly kind: 'add_room'; readonly slot: number }
  | { readonly kind: 'add_interpreter'; readonly pair: string; readonly slot: number }
  | { readonly kind: 'allow_slot'; readonly slot: number }
  | { readonly kind: 'give_up'; readonly wishId: string };

/** How much is asked for, to prefer what costs others least. */
export const askedBy: Readonly<Record<Remedy['kind'], number>> = {
  raise_maximum: 1,
  raise_day_maximum: 1,
  shorten_gap: 2,
  allow_slot: 2,
  add_room: 2,
  add_interpreter: 3,
  skip_rest: 3,
  make_free: 4,
  give_up: 6,
};
