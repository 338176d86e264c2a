import type { PatientCauses } from '../../language/causes/causes.ts';
import type { CauseGroup } from '../../language/causes/groups.ts';
import type { JudgedValue, PatientCase } from '../../language/causes/judge.ts';
import type { ReasonRef, Status, Yuan } from '../../runtime/answer.ts';

export type { Cause } from '../../language/causes/cause.ts';
export type { FoundCause, PatientCauses } from '../../language/causes/causes.ts';
export type { Ground } from '../../language/causes/grounds.ts';
export type { CauseGroup } from '../../language/causes/groups.ts';
export type { JudgedValue, PatientCase } from '../../language/causes/judge.ts';

/** What is asked about many patients at once; long, reports progress, can be cancelled. */
export type ReviewRequest =
  /** Settles them and compares each with what is expected. */
  | { readonly kind: 'review'; readonly patients: readonly PatientCase[] }
  /** Looks for why those differ that do. */
  | { readonly kind: 'causes'; readonly patients: readonly PatientCase[] };

export type ReviewReply =
  | {
      readonly kind: 'reviewed';
      readonly reviewed: readonly ReviewedPatient[] /** Of the text that settled them. */;
      readonly digest?: string;
    }
  | {
      readonly kind: 'caused';
      readonly causes: readonly PatientCauses[];
      readonly groups: readonly CauseGroup[];
      readonly complete: boolean;
    };

/** One patient as settled; small enough for thousands. */
export interface ReviewedPatient {
  readonly id: string;
  readonly visits: readonly ReviewedVisit[];
}

export interface ReviewedVisit {
  readonly event: string;
  readonly status: Status;
  /** What was compared, in the order of the expectation. */
  readonly values: readonly JudgedValue[];
  /** Totals by 总额 基金 个人 账户 现金, payments and named amounts by address. */
  readonly amounts: Readonly<Record<string, Yuan>>;
  readonly open: readonly ReasonRef[];
  readonly assumed: readonly ReasonRef[];
  /** Why there is no amount, in the policy's own words. */
  readonly reasons: readonly string[];
}
