/** A literal is `2 × variable`, plus 1 for its negation. */
export type Literal = number;

export const negated = (literal: Literal): Literal => literal ^ 1;
export const variableOf = (literal: Literal): number => literal >> 1;
