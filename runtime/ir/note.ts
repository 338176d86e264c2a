import type { SourceRange } from './types.ts';

/** What the explanation says about a step. Forms are explained under their own names, never as their expansion. */
export interface Note {
  readonly source: SourceRange;
  readonly citations: readonly number[];
  readonly form:
    | {
        readonly kind:
          | 'definition'
          | 'parameter'
          | 'posting'
          | 'applies'
          | 'base'
          | 'ratio'
          | 'standard'
          | 'limit'
          | 'eligibility'
          | 'computed';
      }
    /** steps: base the amount it is taken from, standard, used = 已累计 (absent for 每次) */
    | { readonly kind: 'deductible'; readonly base: number; readonly standard: number; readonly used?: number }
    /** 费用 cap: what of the base enters; over = the part cut off */
    | { readonly kind: 'expenseCap'; readonly base: number; readonly deductible?: number; readonly limits: readonly CapNote[] }
    | { readonly kind: 'over' | 'copay' }
    /** 应缴 · 缓缴 · 拨付 */
    | { readonly kind: 'due' | 'deferral' | 'allotment' }
    | { readonly kind: 'payable'; readonly base: number; readonly ratio?: number; readonly bands?: string }
    /** what a benefit pays: payable cut by its caps */
    | { readonly kind: 'payment'; readonly payable: number; readonly limits: readonly CapNote[]; readonly deductible?: number }
    /** `layers`: payments of earlier layers, as indexes into `references` */
    | { readonly kind: 'guarantee'; readonly floor: number; readonly paid: readonly number[]; readonly layers: readonly number[] }
    | { readonly kind: 'used'; readonly accumulator: number }
    /** of an allocation: the amount to be given out, what a receiver can take, what was given, what was not */
    | { readonly kind: 'allocation'; readonly of: 'whole' | 'available' | 'sum' | 'rest' }
    /** what one receiver was given of `amount`, after the receivers `before` it */
    | { readonly kind: 'receiver'; readonly amount: number; readonly before: readonly number[] };
}

export interface CapNote {
  readonly limit: number;
  readonly used?: number;
}
