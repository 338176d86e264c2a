import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { AmendmentDraft, NoticeReading, PolicyShape, RowCheck, StandingValue } from '../../language/index.ts';
import type { DayText } from '../../runtime/ir/types.ts';

/** Reads a notice against a policy as it stood the day before the notice holds. */
export interface AnnualRequest {
  readonly kind: 'annual';
  readonly policy: string;
  /** Path of the notice among the documents. */
  readonly document: string;
  /** From when the change is to hold; absent: the day that the notice says. */
  readonly effective?: DayText;
  /** A file that is left out of account: the amendment that is written anew. */
  readonly aside?: string;
}

export interface AnnualReply {
  readonly kind: 'annual';
  /** Absent when there is no such policy or document. */
  readonly annual?: AnnualReading;
}

/** A notice with everything that its numbers are compared with. */
export interface AnnualReading {
  readonly policy: string;
  readonly document: string;
  readonly text: string;
  /** The day of the values: the one before the change. */
  readonly on: DayText;
  readonly reading: NoticeReading;
  readonly values: readonly StandingValue[];
  readonly shape: PolicyShape;
  /** Amendments of the policy of which nothing tells by when they were published: a later one cannot be put after them. */
  readonly undated: readonly string[];
  /** For a number whose unit is not said: the ratio it is worked out on, and both results; `relative` are the lines of that reading. */
  readonly questions: readonly {
    readonly number: number;
    readonly path: string;
    readonly example?: { readonly of: string; readonly points: string; readonly relative: string };
    readonly relative?: string;
  }[];
}

/** Writes what is decided and says whether it holds. */
export interface AmendRequest {
  readonly kind: 'annualText';
  readonly draft: AmendmentDraft;
  /** The file it would be written to. */
  readonly path: string;
  readonly aside?: string;
  /** Rows looked at again: a value with its new text, and the claim about it. */
  readonly rows: readonly { readonly number: number; readonly value: StandingValue; readonly text: string }[];
  readonly reading: NoticeReading;
}

export interface AmendReply {
  readonly kind: 'annualText';
  readonly text: string;
  /** Paths of the texts that it rests on. */
  readonly needed: readonly string[];
  readonly checks: readonly (RowCheck & { readonly number: number })[];
  /** What the compiler says of the new text, and errors that it makes in others. */
  readonly findings: readonly (Pick<Diagnostic, 'code' | 'severity' | 'what' | 'remedy' | 'fixes'> & {
    readonly own: boolean;
    readonly line: string;
  })[];
}
