/** What was changed in a text: so many characters from a place on were taken out, and others put in. */
export interface TextChange {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** One step of a change that came from elsewhere, as Yjs tells it. */
export type TextStep = { retain: number } | { insert: string } | { delete: number };

/**
 * The one change between two texts.
 * @param caret where the caret stands afterwards: it decides where of many equal letters one was typed
 */
export function changeBetween(before: string, after: string, caret = after.length): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  // What stands behind the caret was not typed.
  const behind = Math.min(shorter, Math.max(0, after.length - caret));
  let end = 0;
  while (end < behind && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  let start = 0;
  while (start < shorter - end && before[start] === after[start]) start += 1;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  // Half of a character that two units stand for is none.
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start -= 1;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end -= 1;
  return { at: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) };
}

/** Where a place in the text lies after a change that came from elsewhere. */
export function placeAfter(place: number, steps: readonly TextStep[]): number {
  let at = 0;
  let moved = place;
  for (const step of steps) {
    if ('retain' in step) at += step.retain;
    else if ('insert' in step) {
      if (at < moved) moved += step.insert.length;
      at += step.insert.length;
    } else moved -= Math.max(0, Math.min(step.delete, moved - at));
  }
  return moved;
}

/** In pieces that each make a small update; none ends in the middle of a character. */
export function piecesOf(text: string, length: number): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + length);
    if (to < text.length && isHigh(text.charCodeAt(to - 1))) to -= 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
