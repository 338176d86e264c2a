import type { Problem, ReasonRef } from '../answer.ts';
import type { Value } from '../ir/value.ts';
import { unite } from '../ledger/reliance.ts';

const NONE: readonly never[] = [];

/** Why there is no value: the law leaves it open, the input does not give it, or it cannot be. All three may hold at once. */
export class Gap {
  readonly open: readonly ReasonRef[];
  /** Names of fields and lists, or the place in a list: “项目 第2项.金额”. */
  readonly missing: readonly string[];
  readonly faults: readonly Problem[];

  constructor(open: readonly ReasonRef[], missing: readonly string[], faults: readonly Problem[] = NONE) {
    this.open = open;
    this.missing = missing;
    this.faults = faults;
  }
}

/** What evaluating gives. */
export type Result = Value | Gap;

export const openGap = (open: readonly ReasonRef[]): Gap => new Gap(open, NONE);
export const missingGap = (...fields: readonly string[]): Gap => new Gap(NONE, fields);
export const faultGap = (fault: Problem): Gap => new Gap(NONE, NONE, [fault]);

/** Both gaps as one. */
export function bothGaps(a: Gap | undefined, b: Gap): Gap {
  if (a === undefined || a === b) return b;
  return new Gap(unite(a.open, b.open), unite(a.missing, b.missing), unite(a.faults, b.faults));
}

/** The gaps among operands of which at least one is known to be a gap. */
export function gapsOf(...operands: readonly Result[]): Gap {
  let gap: Gap | undefined;
  for (const operand of operands) if (operand instanceof Gap) gap = bothGaps(gap, operand);
  return gap ?? openGap(NONE);
}
