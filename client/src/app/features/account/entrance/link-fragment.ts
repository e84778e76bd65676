export interface SignInFragment {
  readonly token: string;
  readonly code: string;
}

/** Reads `#token.code` of a mailed link; null where it was cut or changed on its way. */
export function readLink(fragment: string): SignInFragment | null {
  const found = /^#([\w-]{20,100})\.(\d{6})$/.exec(fragment);
  return found ? { token: found[1]!, code: found[2]! } : null;
}
