import serialize from 'canonicalize';

/**
 * Canonical JSON: keys sorted by UTF-16 code units, no spaces. Every number in a bundle is a small whole number; amounts are text.
 * @throws RangeError when a number is not whole, because two machines might write a fraction differently.
 */
export function canonicalJson(value: unknown): string {
  refuseFractions(value);
  const text = serialize(value);
  if (text === undefined) throw new RangeError('a bundle is an object');
  return text;
}

function refuseFractions(value: unknown): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is not a whole number; amounts are written as text`);
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) refuseFractions(part);
}

const encoder = new TextEncoder();

/** SHA-256 of the text's UTF-8 bytes, in lower-case hex. */
export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** "sha256:<hex>" of exactly the bytes that the file will have. */
export const digestOf = async (text: string): Promise<string> => `sha256:${await sha256(text)}`;
