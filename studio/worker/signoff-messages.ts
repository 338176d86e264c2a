import type { SignoffProblem } from '../../language/signoff/judge.ts';
import type { SignedPoint, SignoffRecord } from '../../language/signoff/record.ts';
import type { TextFile } from './places.ts';

export type { SignoffProblem } from '../../language/signoff/judge.ts';
export type { SignedPoint, SignedSet, SignoffRecord } from '../../language/signoff/record.ts';

/** Holds records of sign-off against the bundle of a folder as its texts are now. */
export interface SignoffRequest {
  readonly kind: 'signoff';
  readonly folder: string;
  /** Files of records, or one that is about to be written. */
  readonly records: readonly TextFile[];
}

export interface SignoffReply {
  readonly kind: 'signoff';
  /** Absent while the texts of the folder have errors: there is no bundle to sign then. */
  readonly signing?: Signing;
}

/** The bundle of a folder as something to be signed. */
export interface Signing {
  readonly folder: string;
  readonly digest: string;
  readonly language: string;
  readonly tool: string;
  /** Where the record of this digest stands. */
  readonly path: string;
  /** What needs a line. */
  readonly points: readonly SignedPoint[];
  readonly scenarios: SignoffRecord['scenarios'];
  readonly records: readonly JudgedRecord[];
}

export interface JudgedRecord {
  readonly path: string;
  /** Absent when the file holds no record. */
  readonly record?: SignoffRecord;
  readonly problems: readonly SignoffProblem[];
}
