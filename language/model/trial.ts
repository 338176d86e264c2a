import type { Span } from '../2-syntax/nodes/span.ts';
import type { CivilDay, Expr, Type, Value } from './types.ts';

/** A scenario ready to run: the encounter fields by name, the expectations by address. */
export interface ScenarioModel {
  readonly title: string;
  readonly policy: string;
  readonly knownOn?: CivilDay;
  /** `policy`: the earlier layer that it is about, when it is not the scenario's own policy. */
  readonly suppose: readonly { readonly policy?: string; readonly address: string; readonly value: Value; readonly span: Span }[];
  readonly openings: readonly {
    /** The earlier layer whose cell it is, when it is not the scenario's own policy. */
    readonly policy?: string;
    readonly accumulator: string;
    readonly keys: readonly Value[];
    readonly value: Value;
    readonly span: Span;
  }[];
  readonly events: readonly ScenarioEvent[];
  readonly span: Span;
}

export interface ScenarioEvent {
  readonly kind: 'settle' | 'reverse' | 'correct' | 'backPay';
  /** The policy it is settled under, when it is not the scenario's own. */
  readonly policy?: string;
  /** For settle and correct: field name → value, day fields included. */
  readonly fields: Readonly<Record<string, Value>>;
  /** For settle: list name → its items, each field name → value. */
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;
  /** For reverse and correct: 0-based index of the event voided or corrected. */
  readonly of?: number;
  /** For backPay: the day as of which the law is known. */
  readonly knownOn?: CivilDay;
  readonly expects: readonly Expectation[];
  readonly span: Span;
}

export type Expectation =
  | {
      readonly kind: 'amount';
      readonly address: string;
      readonly value: Value;
      readonly source?: { readonly value: Value; readonly why: string };
      readonly span: Span;
    }
  /** A named value that is no amount in whole fen. */
  | {
      readonly kind: 'value';
      readonly address: string;
      readonly type: Type;
      readonly value: Value;
      readonly source?: { readonly value: Value; readonly why: string };
      readonly span: Span;
    }
  | {
      readonly kind: 'status';
      readonly status: 'settled' | 'open' | 'missing' | 'ineligible' | 'refused' | 'violation';
      readonly span: Span;
    }
  /** One of the answer's reasons (待定, 不享受, 缺项 or 拒收) contains this text. */
  | { readonly kind: 'reason'; readonly text: string; readonly span: Span };

export interface PropertyModel {
  readonly title: string;
  readonly policy: string;
  readonly guard?: Expr;
  readonly law:
    | { readonly kind: 'bounded'; readonly subject: string; readonly low?: Value; readonly high?: Value }
    | { readonly kind: 'monotone'; readonly along: string; readonly subject: string; readonly direction: 'up' | 'down' }
    | {
        readonly kind: 'compared';
        readonly field: string;
        readonly from: Value;
        readonly to: Value;
        readonly subject: string;
        readonly direction: 'up' | 'down';
      }
    | { readonly kind: 'splitting'; readonly along: string; readonly subject: string };
  readonly span: Span;
}
