import type {
  Changes,
  ChangeWitnesses,
  Classes,
  Drawn,
  Measure,
  SamplePatient,
  SampleResult,
  SideChoice,
  SideProblem,
} from '../../language/index.ts';
import type { TextFile } from './places.ts';

/**
 * One side; `texts` are all the texts it is of when they are not those of the workspace, `instead` those that stand in place of the
 * workspace's own of the same path.
 */
export interface SideAsked extends SideChoice {
  readonly texts?: readonly TextFile[];
  readonly instead?: readonly TextFile[];
}

/** Compares two sides. Values and rules come at once; who is concerned and who notices first take some seconds and report progress. */
export interface CompareRequest {
  readonly kind: 'compare';
  readonly before: SideAsked;
  readonly after: SideAsked;
  readonly part: 'changes' | 'effects' | 'witnesses';
  /** Patients drawn at random, and the seed they are drawn with. */
  readonly drawn: number;
  readonly seed: number;
  /** Known patients besides the scenarios of the texts. */
  readonly patients: readonly SamplePatient[];
}

export interface CompareReply {
  readonly kind: 'compared';
  readonly compared: Compared;
}

/** What was asked for, or which side there is no law of. */
export type Compared =
  | { readonly part: 'problem'; readonly side: 'before' | 'after'; readonly problem: SideProblem }
  | {
      readonly part: 'changes';
      readonly changes: Changes;
      /** "2022-01-01+2023-01-01" of each side. */
      readonly versions: { readonly before: string; readonly after: string };
      readonly measure: Measure;
    }
  | {
      readonly part: 'effects';
      readonly classes: Classes;
      readonly drawn: Drawn;
      readonly samples: readonly SampleResult[];
    }
  /** In each change one witness per threshold: a fen, a yuan, a hundred yuan. */
  | { readonly part: 'witnesses'; readonly changes: readonly ChangeWitnesses[] };
