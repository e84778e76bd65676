import { toKatakana } from '@musubi/contracts';

/*
 * A first guess at how a European name sounds in katakana, and at how a Japanese reading is written in Latin letters.
 * Only ever a suggestion that its owner can change.
 */

type Row = Readonly<Record<'a' | 'i' | 'u' | 'e' | 'o', string>>;
const row = (a: string, i: string, u: string, e: string, o: string): Row => ({ a, i, u, e, o });

/** Consonants before a vowel; longer ones first when they are looked up. */
const rows: Readonly<Record<string, Row>> = {
  '': row('ア', 'イ', 'ウ', 'エ', 'オ'),
  k: row('カ', 'キ', 'ク', 'ケ', 'コ'),
  g: row('ガ', 'ギ', 'グ', 'ゲ', 'ゴ'),
  s: row('サ', 'シ', 'ス', 'セ', 'ソ'),
  z: row('ザ', 'ジ', 'ズ', 'ゼ', 'ゾ'),
  t: row('タ', 'ティ', 'トゥ', 'テ', 'ト'),
  d: row('ダ', 'ディ', 'ドゥ', 'デ', 'ド'),
  n: row('ナ', 'ニ', 'ヌ', 'ネ', 'ノ'),
  h: row('ハ', 'ヒ', 'フ', 'ヘ', 'ホ'),
  b: row('バ', 'ビ', 'ブ', 'ベ', 'ボ'),
  p: row('パ', 'ピ', 'プ', 'ペ', 'ポ'),
  m: row('マ', 'ミ', 'ム', 'メ', 'モ'),
  r: row('ラ', 'リ', 'ル', 'レ', 'ロ'),
  y: row('ヤ', 'イ', 'ユ', 'イェ', 'ヨ'),
  v: row('ヴァ', 'ヴィ', 'ヴ', 'ヴェ', 'ヴォ'),
  f: row('ファ', 'フィ', 'フ', 'フェ', 'フォ'),
  sh: row('シャ', 'シ', 'シュ', 'シェ', 'ショ'),
  ch: row('チャ', 'チ', 'チュ', 'チェ', 'チョ'),
  j: row('ジャ', 'ジ', 'ジュ', 'ジェ', 'ジョ'),
  ts: row('ツァ', 'ツィ', 'ツ', 'ツェ', 'ツォ'),
  ny: row('ニャ', 'ニ', 'ニュ', 'ニェ', 'ニョ'),
};

/** Consonants with no vowel after them. */
const bare: Readonly<Record<string, string>> = {
  k: 'ク',
  g: 'グ',
  s: 'ス',
  z: 'ズ',
  t: 'ト',
  d: 'ド',
  n: 'ン',
  h: '',
  b: 'ブ',
  p: 'プ',
  m: 'ム',
  r: 'ル',
  y: 'イ',
  v: 'ヴ',
  f: 'フ',
  sh: 'シュ',
  ch: 'チ',
  j: 'ジ',
  ts: 'ツ',
  ny: 'ニュ',
};

/** Spelling to sound, in this order. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/er$/, 'aー'],
  [/j/g, 'y'],
  [/dt/g, 't'],
  [/ä|ae|æ/g, 'e'],
  [/ö|oe|ø|œ/g, 'e'],
  [/ü|ue(?=[^aeiou]|$)/g, 'yu'],
  [/å/g, 'o'],
  [/ß/g, 's'],
  [/ñ|gn(?=[aeiou])/g, 'ny'],
  [/ł/g, 'w'],
  [/ç/g, 's'],
  [/š|sch|sh/g, 'ʃ'],
  [/č|cz|tsch|ch(?=[eiaou])/g, 'ʧ'],
  [/ž|ż/g, 'j'],
  [/ck|ch|q(?!u)|x(?=[^aeiou])/g, 'k'],
  [/qu/g, 'ku'],
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/tz|(?<=[a-z])zz/g, 'ʦ'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/ei|ai|ay|ey/g, 'ai'],
  [/ie/g, 'ii'],
  [/eu|äu/g, 'oi'],
  [/w/g, 'v'],
  [/l/g, 'r'],
  [/y(?![aeiou])/g, 'i'],
  [/h(?![aeiou])/g, ''],
  [/([bdfgkmprstvz])\1/g, '$1'],
  [/([aeou])\1/g, '$1ー'],
];

/** `Clara` → `クララ`, `Weiss` → `ヴァイス`. Empty where there is nothing to read. */
export function suggestKatakana(latin: string): string {
  return latin
    .trim()
    .split(/[\s-]+/)
    .filter(Boolean)
    .map(word)
    .join('・');
}

function word(text: string): string {
  let sound = text.toLowerCase();
  for (const [spelling, heard] of spellings) sound = sound.replace(spelling, heard);
  // Accents that no spelling above has used say nothing about the sound.
  sound = sound
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zーʃʧʦ]/g, '');
  let kana = '';
  for (let at = 0; at < sound.length;) {
    const found = /^(ny|[ʃʧʦkgsztdnhbpmryvfj]?)([aeiou])/.exec(sound.slice(at));
    if (found) {
      kana += rows[names[found[1]!] ?? found[1]!]![found[2] as keyof Row];
      at += found[0].length;
      continue;
    }
    const alone = sound[at]!;
    kana += alone === 'ー' ? 'ー' : (bare[names[alone] ?? alone] ?? '');
    at += 1;
  }
  return kana
    .replace(/イイ/g, 'イー')
    .replace(/([キギシジチニヒビピミリ])イ/g, '$1ー')
    .replace(/ム(?=[バビブベボパピプペポ])/g, 'ン');
}

const names: Readonly<Record<string, string>> = { ʃ: 'sh', ʧ: 'ch', ʦ: 'ts' };

const romaji: Readonly<Record<string, string>> = Object.fromEntries(
  'アa イi ウu エe オo カka キki クku ケke コko ガga ギgi グgu ゲge ゴgo サsa シshi スsu セse ソso ザza ジji ズzu ゼze ゾzo タta チchi ツtsu テte トto ダda ヂji ヅzu デde ドdo ナna ニni ヌnu ネne ノno ハha ヒhi フfu ヘhe ホho バba ビbi ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヲo ンn ヴvu'
    .split(' ')
    .map((pair) => [pair[0]!, pair.slice(1)]),
);

/** Hepburn as in passports, long vowels unmarked: `ヤマモト` → `Yamamoto`, `オオノ` → `Ono`, `リョウ` → `Ryo`. */
export function suggestLatin(kana: string): string {
  const katakana = toKatakana(kana.trim());
  let latin = '';
  for (const [index, sign] of [...katakana].entries()) {
    const small = { ャ: 'ya', ュ: 'yu', ョ: 'yo' }[sign];
    if (small) {
      latin = latin.replace(/i$/, '') + (/(sh|ch|j)i$/.test(latin) ? small[1] : small);
    } else if (sign === 'ッ') {
      const next = romaji[[...katakana][index + 1] ?? ''] ?? '';
      latin += next.startsWith('ch') ? 't' : (next[0] ?? '');
    } else latin += romaji[sign] ?? '';
  }
  latin = latin
    .replace(/n(?=[bmp])/g, 'm')
    .replace(/ou|oo/g, 'o')
    .replace(/uu/g, 'u');
  return latin && latin[0]!.toUpperCase() + latin.slice(1);
}
