import { describe, expect, it } from '@jest/globals';
import { type DemoIndividual, people } from '../../seeds/people.ts';
import { agreedRequests } from '../../seeds/requests/agreed.ts';
import { lateRequests } from '../../seeds/requests/late.ts';
import { morningRequests } from '../../seeds/requests/morning.ts';
import { openRequests } from '../../seeds/requests/open.ts';
import { webinarRequests } from '../../seeds/requests/webinar.ts';

const requests = [...webinarRequests, ...agreedRequests, ...openRequests, ...lateRequests, ...morningRequests];
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const speaks = ({ workingLanguages }: DemoIndividual, language: string) => workingLanguages.includes(language);

describe('the people of the demo', () => {
  it('ask for meetings in a language that both speak', () => {
    const unheard = requests.filter(
      ({ from, to, language }) => !speaks(people[from], language) || !speaks(people[to], language),
    );
    expect(unheard).toEqual([]);
  });

  it('write to each other in words that both read', () => {
    const unread = requests.filter(({ from, to, reason, then }) => {
      const note = then && 'note' in then ? (then.note ?? '') : '';
      return japanese.test(reason + note) && !(speaks(people[from], 'ja') && speaks(people[to], 'ja'));
    });
    expect(unread).toEqual([]);
  });

  it('work in the language in which they use the site', () => {
    expect(Object.values(people).filter((person) => !speaks(person, person.lang))).toEqual([]);
  });

  it('ask somebody on the other side of the world, in different slots than those they have agreed on before', () => {
    const sides = requests.map(({ from, to }) => [from, to].map((key) => people[key].zone === 'Asia/Tokyo'));
    expect(sides.filter(([one, other]) => one === other)).toEqual([]);
    const taken = [...agreedRequests, ...lateRequests, ...openRequests].flatMap(({ from, to, then, later }) => {
      const slot = then?.did === 'accepted' ? then.slot : later?.slot;
      return slot === undefined ? [] : [`${from} ${slot}`, `${to} ${slot}`];
    });
    expect(taken.filter((one, place) => taken.indexOf(one) !== place)).toEqual([]);
  });
});
