import type { Citation } from './declaration.ts';
import type { Expression, Quoted } from './expression.ts';
import type { Name, Path, Span } from './span.ts';

/** `路径 值`, in 参保人, 就诊 and 期望 blocks. */
export interface Given {
  readonly path: Path;
  /** Several for a set: `身份 特困、低保`. */
  readonly values: readonly Expression[];
  /** `项目 { 编码 “A01”; 金额 10元 }`: one item of a list; then there are no values. */
  readonly item?: readonly Given[];
  /** `原文 6889.43元 有误 “why”`: the source's own figure, kept beside the right one. */
  readonly source?: { readonly value: Expression; readonly why: Quoted };
  readonly span: Span;
}

export type ScenarioLine =
  | { readonly kind: 'knownOn'; readonly day: Expression; readonly span: Span }
  /** `设 名 = 值` for what the policy leaves 待定 or 暂按 */
  | { readonly kind: 'suppose'; readonly path: Path; readonly value: Expression; readonly span: Span }
  /** `已有 年门诊(2023) = 1300元`: an opening cell; keys after the person */
  | {
      readonly kind: 'opening';
      readonly accumulator: Path;
      readonly keys: readonly Expression[];
      readonly value: Expression;
      readonly span: Span;
    }
  /** `参保人 [名] { 字段 值; … }`, or `主体 [名] { … }` where the policy names another subject. */
  | { readonly kind: 'person'; readonly name?: Name; readonly given: readonly Given[]; readonly span: Span }
  /** `就诊 D { 字段 值; … }`, a settlement; `事件 D { … }`, under any entry. */
  | {
      readonly kind: 'encounter';
      readonly visit: boolean;
      readonly day: Expression;
      /** 于: another policy under which it is settled, over the same ledger. */
      readonly policy?: Name;
      readonly given: readonly Given[];
      readonly span: Span;
    }
  /** `撤销 第2次`: voids an earlier event of this scenario */
  | { readonly kind: 'reverse'; readonly event: number; readonly span: Span }
  /** `更正 第n次 { 字段 值; … }` */
  | { readonly kind: 'correct'; readonly event: number; readonly given: readonly Given[]; readonly span: Span }
  /** `补差 D`: all events above it under the law as published by that day */
  | { readonly kind: 'backPay'; readonly day: Expression; readonly span: Span }
  /** `期望 { 路径 值; 状态 待定; 原因 “…” }`, about the event above it */
  | {
      readonly kind: 'expect';
      readonly given: readonly Given[];
      readonly status?: { readonly value: Name };
      readonly reasons: readonly Quoted[];
      readonly span: Span;
    };

/** `示例 “题” 于 “政策” { … }` */
export interface Scenario {
  readonly kind: 'scenario';
  readonly title: Quoted;
  readonly policy: Name;
  readonly citations: readonly Citation[];
  readonly lines: readonly ScenarioLine[];
  readonly span: Span;
}
