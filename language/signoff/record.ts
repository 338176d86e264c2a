/** What is written when a draft is sent for review and when it is signed off: a file beside the texts, and beside the bundle. */
import type { Decoder, Reason } from '../../runtime/ir/decode.ts';
import { list, oneOf, optional, Reading, record, text, textLike, whole } from '../../runtime/ir/decode.ts';

/** The format of the file. Another number is another format, not a newer one of this. */
export const SIGNOFF_FORMAT = 'yice-signoff/1';

/** Somebody and when, "2026-11-22T08:10:00Z". */
export interface Signed {
  readonly name: string;
  readonly at: string;
}

/** Given back to the author instead of signed, and why. */
export interface GivenBack extends Signed {
  readonly reason: string;
}

/** What the law leaves open, with the line that says what is done about it; '' while nobody has written one. */
export interface SignedPoint {
  readonly policy: string;
  readonly address: string;
  readonly how: 'open' | 'assumed';
  readonly reason: string;
  readonly line: string;
}

/** A set of sample patients as it was when it was run. */
export interface SignedSet {
  readonly name: string;
  /** SHA-256 of its text, in hex. */
  readonly sha256: string;
  readonly patients: number;
  readonly values: number;
  readonly differing: number;
  /** Values that nobody can compare, because the rules stop before. */
  readonly open: number;
}

export interface SignoffRecord {
  readonly format: typeof SIGNOFF_FORMAT;
  /** The folder of the bundle. */
  readonly folder: string;
  /** Of the bundle: the draft is locked to it. */
  readonly digest: string;
  readonly language: string;
  readonly tool: string;
  readonly author: Signed;
  /** Absent while the draft waits for review. */
  readonly reviewer?: Signed;
  /** Absent once the author has sent it again. */
  readonly returned?: GivenBack;
  readonly open: readonly SignedPoint[];
  readonly scenarios: { readonly count: number; readonly values: number; readonly differing: number };
  readonly sets: readonly SignedSet[];
}

const name = text(200);
const digest = textLike((one) => /^sha256:[0-9a-f]{64}$/.test(one), '摘要', 'a digest');
const hex = textLike((one) => /^[0-9a-f]{64}$/.test(one), '摘要', 'a digest');
const moment = textLike((one) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(one), '时间', 'a time');
const signed = record<Signed>({ name, at: moment });

const signoff: Decoder<SignoffRecord> = record<SignoffRecord>({
  format: oneOf(SIGNOFF_FORMAT),
  folder: name,
  digest,
  language: name,
  tool: name,
  author: signed,
  reviewer: optional(signed),
  returned: optional(record<GivenBack>({ name, at: moment, reason: text(2000) })),
  open: list(record<SignedPoint>({ policy: name, address: name, how: oneOf('open', 'assumed'), reason: text(), line: text(2000) }), 10_000),
  scenarios: record<SignoffRecord['scenarios']>({ count: whole(), values: whole(), differing: whole() }),
  sets: list(record<SignedSet>({ name, sha256: hex, patients: whole(), values: whole(), differing: whole(), open: whole() }), 1000),
});

/** A record from the text of its file, or why it is none. */
export function readSignoff(
  given: string,
): { readonly ok: true; readonly record: SignoffRecord } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const reading = new Reading();
  let json: unknown;
  try {
    json = JSON.parse(given);
  } catch {
    return { ok: false, reasons: [{ zh: '内容不是 JSON', en: 'the content is not JSON', path: 'signoff' }] };
  }
  const read = signoff(json, { key: 'signoff' }, reading);
  return read && reading.reasons.length === 0 ? { ok: true, record: read } : { ok: false, reasons: reading.reasons };
}

/** The text of its file: one field a line. */
export const signoffText = (of: SignoffRecord): string => `${JSON.stringify(of, undefined, 2)}\n`;

/** Where it stands: beside the texts of its folder, under the first three groups of the digest. */
export const signoffPath = ({ folder, digest: of }: Pick<SignoffRecord, 'folder' | 'digest'>): string =>
  `${folder}/签核/${of.slice('sha256:'.length, 'sha256:'.length + 12)}.signoff.json`;
