import type { PolicyBundle } from '../evaluate/choose.ts';
import { compilePolicies } from '../evaluate/program.ts';
import type { Reason } from '../ir/decode.ts';
import { Reading } from '../ir/decode.ts';
import type { Bundle } from '../ir/types.ts';
import { bundleFile } from './decode.ts';
import { FEATURES } from './features.ts';
import type { BundleFile } from './format.ts';
import { digestOf } from './verify.ts';

/** A bundle ready to settle. */
export interface LoadedBundle extends PolicyBundle {
  readonly file: BundleFile;
  /** The file's own IR. */
  readonly ir: Bundle;
}

export type Loaded = { readonly ok: true; readonly bundle: LoadedBundle } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** A settlement back-end has no use for more, and nothing in this size can exhaust it. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The only way in for a file: hashes the bytes, compares the digest with the expected one, and reads exactly the bytes it hashed. Gives a
 * bundle or every reason why not; never throws because of what the bytes hold.
 */
export async function loadBundle(bytes: Uint8Array, { expectDigest }: { readonly expectDigest?: string } = {}): Promise<Loaded> {
  if (bytes.byteLength > MOST_BYTES) return refused('文件超过 64 MB', 'the file is larger than 64 MB');
  const own = Uint8Array.from(bytes);
  const digest = await digestOf(own);
  if (expectDigest !== undefined && expectDigest !== digest) {
    return refused(
      `摘要不符: 应为 ${expectDigest}, 文件是 ${digest}`,
      `the digest differs: expected ${expectDigest}, the file has ${digest}`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(own));
  } catch {
    return refused('内容不是 UTF-8 的 JSON', 'the content is not JSON in UTF-8');
  }
  const reading = new Reading();
  const file = bundleFile(json, { key: 'bundle' }, reading);
  for (const feature of file?.features ?? []) {
    if (!FEATURES.some((known) => known === feature))
      reading.refuse({ key: 'features' }, `本运行时不认识“${feature}”`, `this runtime does not know “${feature}”`);
  }
  return file && reading.reasons.length === 0
    ? { ok: true, bundle: loadUnverified(file, digest) }
    : { ok: false, reasons: reading.reasons };

  function refused(zh: string, en: string): Loaded {
    return { ok: false, reasons: [{ zh, en, path: 'bundle' }] };
  }
}

/** For a bundle that was just compiled in this process. INVARIANT: `file` is the compiler's own result, and `digest` is of its bytes. */
export const loadUnverified = (file: BundleFile, digest: string): LoadedBundle => ({
  file,
  ir: file.ir,
  digest,
  policies: compilePolicies(file.ir.policies),
});
