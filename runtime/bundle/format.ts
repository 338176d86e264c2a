import type { EncounterInput, NamedValue, OpeningCell, Status, Yuan } from '../answer.ts';
import type { Bundle, DayText, Literal } from '../ir/types.ts';

/** The format of the file. Another number is another format, not a newer one of this. */
export const BUNDLE_FORMAT = 'yice-bundle/1';

/**
 * A bundle as its file holds it: canonical JSON (sorted keys, no floats). The digest is the SHA-256 of exactly those bytes and is not in the
 * file, so that anybody can reproduce it from the same text.
 */
export interface BundleFile {
  readonly format: typeof BUNDLE_FORMAT;
  /** What a consumer must understand; an unknown one makes it refuse the file. */
  readonly features: readonly string[];
  readonly manifest: Manifest;
  readonly ir: Bundle;
  readonly scenarios: readonly BundleScenario[];
}

export interface Manifest {
  /** The folder it was built from, e.g. "510700-绵阳市", or the file for a single policy. */
  readonly id: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly policies: readonly { readonly id: string; readonly scheme?: string; readonly entry: string }[];
  /** The days on which any of its policies has law; absent = unbounded. */
  readonly effective: { readonly from?: DayText; readonly to?: DayText };
  /** Version of the language, and of the compiler that wrote the file. */
  readonly language: string;
  readonly compiler: string;
  /** Every text that went in, policies and cited documents: path relative to the policies root with /, SHA-256 of its UTF-8 bytes in hex. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** A scenario in runnable form: what it takes to settle it again with nothing but the runtime. */
export interface BundleScenario {
  readonly title: string;
  readonly policy: string;
  readonly knownOn?: DayText;
  /** Values stated for what the policy leaves open, by address, as `settle` takes them. */
  readonly suppose: Readonly<Record<string, Literal>>;
  readonly openings: readonly OpeningCell[];
  /** In order; each event with what its answer must show. A back payment has its own day as of which the law is known. */
  readonly events: readonly {
    readonly encounter: EncounterInput;
    /** For an event of another policy: what is stated for it instead. */
    readonly suppose?: Readonly<Record<string, Literal>>;
    readonly knownOn?: DayText;
    readonly expects: readonly BundleExpectation[];
  }[];
}

/** `amount`: of totals (by 总额 基金 医院 个人 账户 现金) or of a named amount or posting. */
export type BundleExpectation =
  | { readonly kind: 'amount'; readonly address: string; readonly value: Yuan }
  /** Of a named value that is no amount in whole fen: the very value, whatever the way to write it. */
  | { readonly kind: 'value'; readonly address: string; readonly is: NamedValue }
  | { readonly kind: 'status'; readonly status: Status }
  /** One of the answer's reasons contains the text. */
  | { readonly kind: 'reason'; readonly text: string };
