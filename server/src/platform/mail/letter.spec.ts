import { describe, expect, it } from '@jest/globals';
import { type Letter, setLetter } from './letter.js';

const letter: Letter = {
  lang: 'en',
  subject: 'Your sign-in code',
  greeting: 'Dear Clara Weiss,',
  paragraphs: ['Here is the code you asked for.', 'It holds for 30 minutes.'],
  details: [['Time', 'Tue 26 Jan 2027, 09:25 CET · 17:25 JST']],
  code: '482 913',
  link: { label: 'Sign in', url: 'https://musubi.example/sign-in/link#a.b' },
  closing: ['If you did not ask for it, do nothing.'],
};

describe('setLetter', () => {
  it('holds everything in the plain text, since gateways strip links and markup', async () => {
    const { text } = await setLetter(letter);
    expect(text).toBe(
      `Dear Clara Weiss,

Here is the code you asked for.

It holds for 30 minutes.

Time: Tue 26 Jan 2027, 09:25 CET · 17:25 JST

    482 913

Sign in:
https://musubi.example/sign-in/link#a.b

If you did not ask for it, do nothing.

--
Musubi, the events platform of the EU-Japan Regional Cooperation Helpdesk
`,
    );
  });

  it('shows the same words in the HTML', async () => {
    const { html } = await setLetter(letter);
    for (const words of [letter.greeting, ...letter.paragraphs, letter.code, letter.link?.url, ...letter.closing]) {
      expect(html).toContain(words);
    }
    expect(html).toContain('lang="en"');
  });

  it('escapes what people typed, so that no markup of theirs is mailed from our address', async () => {
    const { html } = await setLetter({
      ...letter,
      greeting: 'Dear <a href="https://evil.example">Clara</a>,',
      details: [['Reason', '<script>alert(1)</script> & {{variable}}\nsecond line']],
    });
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<a href="https://evil.example"');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#123;&#123;variable&#125;&#125;<br');
  });

  it('puts the words of one letter into no other of the same shape, whatever they hold', async () => {
    const strange: Letter = { ...letter, greeting: 'Dear \uE0000\uE001 $& $1,', code: '111 111' };
    const [first, again] = [await setLetter(strange), await setLetter({ ...letter, code: '222 222' })];
    expect(first.html).toContain('Dear \uE0000\uE001 $&amp; $1,');
    expect(first.html).toContain('111 111');
    expect(again.html).toBe((await setLetter(letter)).html.replace('482 913', '222 222'));
    expect(again.html).not.toMatch(/[\uE000\uE001]/);
  });

  it('sets Japanese with a full-width colon and its own signature', async () => {
    const { text, html } = await setLetter({ ...letter, lang: 'ja', details: [['日時', '1月26日（火）17:25 JST']] });
    expect(text).toContain('日時：1月26日（火）17:25 JST');
    expect(text).toContain('日欧地域連携ヘルプデスク');
    expect(html).toContain('lang="ja"');
  });
});
