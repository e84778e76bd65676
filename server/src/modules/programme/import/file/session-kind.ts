import type { SessionKind } from '@musubi/contracts';

/** Words that files use for their types, in the order in which they are looked for. */
const words: readonly (readonly [RegExp, SessionKind])[] = [
  [/match\s?-?making|b2b|speed.?(dating|networking)|マッチング|商談/i, 'matchmaking'],
  [/keynote|基調/i, 'keynote'],
  [/panel|round.?table|パネル/i, 'panel'],
  [/opening|welcome|開会/i, 'opening'],
  [/closing|閉会/i, 'closing'],
  [/workshop|training|hands.?on|tutorial|ワークショップ/i, 'workshop'],
  [/break|pause|lunch|coffee|intermission|休憩|昼食/i, 'break'],
  [/talk|lecture|presentation|session|track|devroom|講演|発表/i, 'talk'],
];

/** Our kind for a file's type, or null for a word that we do not know. */
export function sessionKind(type: string): SessionKind | null {
  return words.find(([word]) => word.test(type))?.[1] ?? null;
}

/** Breaks and matchmaking have no stage to watch. */
export function isOnline(kind: SessionKind): boolean {
  return kind !== 'break' && kind !== 'matchmaking';
}
