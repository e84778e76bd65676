/** An instant from the address, as the wire writes it; null where there is none, or something else. */
export function instantOf(text: string | undefined): string | null {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
