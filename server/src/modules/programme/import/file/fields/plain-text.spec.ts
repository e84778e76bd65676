import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cut, decodeReferences, oneLine, plainText } from './plain-text.js';

describe('plainText', () => {
  it.each([
    ['<p>One.</p><p>Two &amp; three.</p>', 'One.\n\nTwo & three.'],
    ['Line<br />break', 'Line\nbreak'],
    ['<ul><li>first</li><li>second</li></ul>', '• first\n• second'],
    ['a < b and c > d', 'a < b and c > d'],
    ['see <a href="https://example.org">here</a>', 'see here'],
    ['<script>alert(1)</script>after', 'alert(1)after'],
    ['太陽光\r\n発電', '太陽光\n発電'],
    ['bell\u0007 and null\u0000', 'bell and null'],
  ])('%j says %j', (given, said) => {
    expect(plainText(given)).toBe(said);
  });

  it('decodes a reference once: what comes out stays text', () => {
    expect(plainText('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
    expect(plainText('&lt;b&gt;')).toBe('<b>');
  });

  it('takes a hostile text in time that grows with its length', () => {
    const started = performance.now();
    for (const hostile of [
      '<a '.repeat(100_000),
      '<script>'.repeat(50_000),
      '&'.repeat(400_000),
      '<'.repeat(400_000),
    ]) {
      plainText(hostile);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('oneLine', () => {
  it('has no line break whatever comes in', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(oneLine(text)).not.toMatch(/[\n\r\t]/)));
  });
});

describe('decodeReferences', () => {
  it('drops points that are no characters', () => {
    expect(decodeReferences('&#0;&#xD800;&#x110000;&#65;&#x3042;')).toBe('Aあ');
  });
});

describe('cut', () => {
  it('keeps to the length and never halves a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: 3, max: 30 }), (text, max) => {
        const shown = cut(text, max);
        expect(shown.length).toBeLessThanOrEqual(max);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });
});
