/**
 * Canonical JSON (RFC 8785): keys sorted by UTF-16 code units, no spaces. Every number in a bundle is a small whole number; amounts are text.
 * What stands in `known` is taken as it was written before.
 * @throws RangeError when a number is not whole, because two machines might write a fraction differently, and for half a character.
 */
export function canonicalJson(value: unknown, known: WeakMap<object, string> = new WeakMap()): string {
  const write = (one: unknown): string => {
    switch (typeof one) {
      case 'string':
        return quoted(one);
      case 'number':
        if (!Number.isSafeInteger(one)) throw new RangeError(`${one} is not a whole number; amounts are written as text`);
        return String(one);
      case 'boolean':
        return String(one);
      case 'object':
        break;
      default:
        throw new RangeError('a bundle is an object');
    }
    if (one === null) return 'null';
    const written = known.get(one);
    if (written !== undefined) return written;
    if (Array.isArray(one)) return `[${one.map((part) => write(part)).join()}]`;
    const fields = Object.entries(one).filter(([, part]) => part !== undefined);
    // Keys differ, so none are equal.
    fields.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, part]) => `${quoted(key)}:${write(part)}`).join()}}`;
  };
  return write(value);
}

function quoted(text: string): string {
  // Most texts have no pairs at all, which is quicker to see.
  if (/[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text)) throw new RangeError('half a character has no UTF-8');
  return JSON.stringify(text);
}

const encoder = new TextEncoder();

/** SHA-256 of the text's UTF-8 bytes, in lower-case hex. */
export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** "sha256:<hex>" of exactly the bytes that the file will have. */
export const digestOf = async (text: string): Promise<string> => `sha256:${await sha256(text)}`;
