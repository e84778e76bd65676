declare module 'mjml' {
  /** MJML 5 renders asynchronously and ships no types of its own. */
  export default function mjml2html(
    markup: string,
    options?: { validationLevel?: 'strict' | 'soft' | 'skip' },
  ): Promise<{ html: string; errors: unknown[] }>;
}
