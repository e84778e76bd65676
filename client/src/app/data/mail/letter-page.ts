/** A letter's HTML without the styles that a strict content security policy would drop. */
export interface LetterPage {
  /** Style attributes are kept as `data-css`. */
  readonly html: string;
  /** What stood in style elements. */
  readonly sheets: readonly string[];
}

/**
 * Takes the styles out of a letter, so that they can be put back by script: a frame inherits its page's policy, which allows
 * no inline styles, and letters have no others.
 */
export function letterPage(html: string): LetterPage {
  const sheets: string[] = [];
  const bare = html
    .replace(/<style[^>]*>([\s\S]*?)<\/style>/gi, (_all, css: string) => {
      sheets.push(css.trim());
      return '';
    })
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-css='));
  return { html: `<base target="_blank">${bare}`, sheets };
}

/** Puts the styles back, once the frame has loaded. */
export function dressLetter(frame: Document, { sheets }: LetterPage): void {
  for (const element of frame.querySelectorAll<HTMLElement>('[data-css]')) {
    element.style.cssText = element.dataset['css'] ?? '';
  }
  const Sheet = frame.defaultView?.CSSStyleSheet;
  if (!Sheet) return;
  frame.adoptedStyleSheets = sheets.map((css) => {
    const sheet = new Sheet();
    sheet.replaceSync(css);
    return sheet;
  });
}
