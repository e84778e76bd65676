import { describe, expect, it } from '@jest/globals';
import { dressLetter, letterPage } from './letter-page';

describe('the page of a letter', () => {
  it('keeps styles where no policy drops them, and leaves the words alone', () => {
    const { html, sheets } = letterPage(
      '<style type="text/css">p { margin: 0 }</style><p class="a" style="color:#636877">a style="b" of its own</p>',
    );
    expect([html, sheets]).toEqual([
      '<base target="_blank"><p class="a" data-css="color:#636877">a style="b" of its own</p>',
      ['p { margin: 0 }'],
    ]);
  });

  it('puts them back', () => {
    const page = letterPage('<p style="color: red">hello</p>');
    const frame = document.implementation.createHTMLDocument();
    frame.body.innerHTML = page.html;
    dressLetter(frame, page);
    expect(frame.querySelector('p')?.style.color).toBe('red');
  });
});
