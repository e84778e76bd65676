/** A text without control characters but line breaks. */
export function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out here
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]+/g, ' ');
}

/** A text on one line, without any control character. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out here
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}
