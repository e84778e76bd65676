import { toKatakana } from './kana.ts';

/** No letters but Latin ones, and one of those at least; digits, signs and marks as they come: `B2B Österreich & Co.` */
const latin = /^(?=.*\p{Script=Latin})(?:\p{Script=Latin}|\P{L})*$/u;
/** As people are called in Latin letters: `O’Brien-Łoś`, `Col·lell`, `J. R.` */
const latinName = /^\p{Script=Latin}(?:[\p{Script=Latin}\p{M}.·]|[-‐–'’‘ʻʼ ])*$/u;
/** A reading: katakana with the long vowel `ー`, `・` and space between. */
const katakana = /^\p{Script=Katakana}[\p{Script=Katakana}ー・ ]*$/u;

const plain = (text: string): string => text.normalize('NFKC').trim();

/** Whether a text can be written on a page in Latin letters; full-width ones count as plain. */
export const isLatin = (text: string): boolean => latin.test(plain(text));

/** Whether a text can be one of a person's names in Latin letters. */
export const isLatinName = (text: string): boolean => latinName.test(plain(text));

/** Whether a text is a reading: hiragana and half-width katakana count as katakana. */
export const isKatakana = (text: string): boolean => katakana.test(toKatakana(text).trim());
