/** A literal is `2 × variable`, plus 1 for its negation. */
export type Literal = number;

/** The literals that are always true and always false. */
export const always: Literal = 0;
export const never: Literal = 1;

export const negated = (literal: Literal): Literal => literal ^ 1;
export const variableOf = (literal: Literal): number => literal >> 1;
