// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const controls = /[\u0000-\u001f\u007f\u2028\u2029]+/g;
// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const controlsWithinLines = /[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]+/g;

/** A text without control characters but line breaks, and without halves of surrogate pairs, which no database stores. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(controlsWithinLines, ' ');
}

/** A text on one line, without any control character or half of a surrogate pair. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(controls, ' ').trim();
}
