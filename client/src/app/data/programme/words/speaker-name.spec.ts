import { describe, expect, it } from '@jest/globals';
import { speakerName } from './speaker-name';

const read = (name: string, nameLocal: string | null) =>
  (['en', 'ja'] as const).map((lang) => {
    const { first, second } = speakerName({ name, nameLocal }, lang);
    return second ? `${first} | ${second}` : first;
  });

describe('the name of a speaker', () => {
  it('puts first what is said in the reader’s language', () => {
    expect(read('Naoko Takahashi', '高橋 直子')).toEqual(['Naoko Takahashi | 高橋 直子', '高橋 直子']);
    expect(read('Marie Dubois', 'マリー・デュボワ')).toEqual(['Marie Dubois', 'マリー・デュボワ | Marie Dubois']);
    expect(read('Ada Lovelace', null)).toEqual(['Ada Lovelace', 'Ada Lovelace']);
  });
});
