import { describe, expect, it } from '@jest/globals';
import type { ProfileContent } from '@musubi/contracts';
import { ProfileForm } from './profile-form';

const text = (en: string | null, ja: string | null = null) => ({ en, ja, original: 'en' as const });
const kept: ProfileContent = {
  summary: text('Old summary'),
  description: text('Old description'),
  aims: text(null),
  lookingFor: text(null),
  sectors: ['health'],
  size: null,
  workingLanguages: [],
  website: null,
  seeks: [],
};
const started = () => {
  const form = new ProfileForm();
  form.start(kept, 3, 'en');
  return form;
};

describe('a profile while it is written', () => {
  it('knows whether something was typed', () => {
    const form = started();
    expect(form.changed()).toBe(false);
    form.write('aims', 'ja', '目的');
    expect(form.changed()).toBe(true);
    form.write('aims', 'ja', '  ');
    expect(form.changed()).toBe(false);
    form.toggle('sectors', 'digital');
    expect(form.content()?.sectors).toEqual(['health', 'digital']);
    form.toggle('sectors', 'health');
    expect(form.content()?.sectors).toEqual(['digital']);
  });

  it('is in the reader’s language at first', () => {
    const form = new ProfileForm();
    const nothing = { ...kept, summary: text(null), description: text(null) };
    form.start(nothing, 1, 'ja');
    expect(form.draft()?.original).toBe('ja');
  });

  it('says at once what an address lacks', () => {
    const form = started();
    for (const [website, wrong] of [
      ['', false],
      ['https://a.example', false],
      ['a.example', true],
      ['javascript:alert(1)', true],
    ] as const) {
      form.set({ website });
      expect([website, form.badWebsite()]).toEqual([website, wrong]);
    }
  });

  it('goes on from what a colleague wrote: theirs where only they changed it, by choice where both did', () => {
    const theirs = { ...kept, summary: text('Their summary'), description: text('Their description') };
    const settle = (keepMine: boolean) => {
      const form = started();
      form.write('description', 'en', 'My description');
      form.write('aims', 'en', 'My aims');
      const both = form.alsoChanged(['summary', 'description']);
      form.goOnFrom(theirs, 4, keepMine ? both : []);
      const { summary, description, aims } = form.content()!;
      return [both, form.draft()?.version, summary.en, description.en, aims.en, form.changed()];
    };
    expect(settle(true)).toEqual([['description'], 4, 'Their summary', 'My description', 'My aims', true]);
    expect(settle(false)).toEqual([['description'], 4, 'Their summary', 'Their description', 'My aims', true]);
  });
});
