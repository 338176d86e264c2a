/** The digest of a bundle: "sha256:" and the SHA-256 of exactly its bytes in hex. The one place that uses the host's cryptography. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  // A copy of exactly these bytes: what is hashed cannot change while it is, nor be a view of something larger.
  const hash = await globalThis.crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return `sha256:${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
