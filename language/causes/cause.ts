import type { PolicyIr } from '../../runtime/index.ts';

/**
 * What kind of difference between two readings of the law. In the order in which they are offered: the smallest and most definite first,
 * since the same figure often comes out in several ways.
 */
export const CAUSE_KINDS = [
  /** without a cap of a benefit, on what is paid · on what is counted */
  'cap',
  'expenseCap',
  /** without the deductible */
  'deductible',
  /** without what 保底 adds */
  'floor',
  /** without an exception that holds */
  'exception',
  /** by another row of a table */
  'row',
  /** one number as it is in another version */
  'value',
  /** one ratio for all bands */
  'band',
  /** the share is taken first and the deductible after it */
  'order',
  /** what was used before is not counted: for one rule · for one accumulator · for all of them */
  'used',
  'accumulator',
  /** rounded in another way */
  'rounding',
  /** without a condition of eligibility */
  'eligibility',
  /** by an exception that does not hold */
  'exceptionForced',
  /** as if the benefit were not there */
  'benefit',
  /** another fact about the person or the visit */
  'fact',
  /** all by another version */
  'version',
  'alone',
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** One change of the law or of the facts, by which a figure may come out otherwise. */
export interface Cause {
  /** The same change of the same rule has the same key, whoever the patient is. */
  readonly key: string;
  readonly kind: CauseKind;
  readonly policy: string;
  /** The rule it is about: address of a step, name of an exception, an accumulator, a field. */
  readonly address: string;
  /** The row, value, version or fact in its place. */
  readonly instead?: string;
}

/** A cause as a change of one policy. */
export interface Neutral extends Cause {
  /** The policy changed; the very same when there is nothing to change. */
  readonly law: (policy: PolicyIr) => PolicyIr;
}

/** The key of a cause. */
export const causeKey = (kind: CauseKind, policy: string, ...rest: readonly string[]): string => [kind, policy, ...rest].join(' | ');
