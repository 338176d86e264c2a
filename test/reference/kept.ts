/** What a layer of an event is settled from, and what it came to. */
import type { DefinitionModel, PolicyModel, VersionModel } from '../../language/model/types.ts';
import type { Books, Entry } from './cells.ts';
import type { Asked } from './expression.ts';
import type { Fraction } from './number.ts';
import type { Posted } from './post.ts';
import type { Item, Worth } from './worth.ts';

export type Status = 'settled' | 'open' | 'missing' | 'ineligible' | 'refused' | 'violation';

/** An event as it came in, by field and by list. */
export interface Stated {
  readonly fields: Readonly<Record<string, Worth>>;
  readonly lists: Readonly<Record<string, readonly Item[]>>;
}

/** What one layer came to. */
export interface Layer {
  readonly policy: PolicyModel;
  readonly version: VersionModel | undefined;
  readonly status: Status;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly posted: readonly Posted[];
  /** Nobody is entitled under the policy as a whole. */
  readonly excluded: boolean;
  readonly total: Worth;
  readonly dues: readonly Fraction[];
  readonly entries: readonly Entry[];
  readonly asked: Asked | undefined;
  /** Addresses that this version knows. */
  readonly known: ReadonlyMap<string, DefinitionModel>;
  /** Open points with candidates that were met without one chosen. */
  readonly touched: ReadonlySet<number>;
  /** Entries of every cell that is not known to stay as it is, open for these reasons. */
  readonly open: (reasons: readonly string[]) => readonly Entry[];
}

/** What an event is settled against. */
export interface Circumstances {
  readonly policy: PolicyModel;
  readonly version: VersionModel | undefined;
  readonly stated: Stated;
  readonly books: Books;
  readonly supposed: ReadonlyMap<number, Worth>;
  /** Earlier layers. */
  readonly below: readonly Layer[];
  readonly knownOn?: Date | undefined;
  /** Nothing is settled: only questions are put, such as what a law said of an earlier period. */
  readonly asking?: ReadonlySet<number>;
  /** What was booked by an address, where that is to be read rather than what the law has there. */
  readonly booked?: (address: string) => Worth | undefined;
}
