/** Values of statements as JSON and back: bytes and instants keep their kind. */
export function encode(value: unknown): unknown {
  if (value instanceof Date) return { $instant: value.toISOString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('hex') };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === 'bigint') return String(value);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encode(inner)]));
  }
  return value ?? null;
}

export function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (value === null || typeof value !== 'object') return value;
  const { $instant, $bytes } = value as { $instant?: string; $bytes?: string };
  if ($instant !== undefined) return new Date($instant);
  if ($bytes !== undefined) return Buffer.from($bytes, 'hex');
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decode(inner)]));
}
