import { checkBundle } from './check.ts';
import type { At, Reason } from './decode.ts';
import { Reading } from './decode.ts';
import { bundleShape } from './decode-policy.ts';
import type { Bundle } from './types.ts';

/** Untrusted JSON to IR, or every reason why it is none. Never throws. */
export function validate(
  json: unknown,
): { readonly ok: true; readonly ir: Bundle } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const reading = new Reading();
  const ir = readIr(json, { key: 'ir' }, reading);
  return ir ? { ok: true, ir } : { ok: false, reasons: reading.reasons };
}

/** The same inside a larger reading: of a bundle file. */
export function readIr(json: unknown, at: At, reading: Reading): Bundle | undefined {
  const before = reading.reasons.length;
  const ir = bundleShape(json, at, reading);
  if (!ir) return undefined;
  checkBundle(ir, at, reading);
  return reading.reasons.length === before ? ir : undefined;
}
