import { rational } from '../../../runtime/money/rational.ts';
import type { Expression } from '../../2-syntax/node.ts';
import type { Citation, Eligibility, WaitingPeriod } from '../../2-syntax/nodes/declaration.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { noCounting } from '../../diagnostics/forms.ts';
import { builderAt } from './build.ts';
import type { CoreDefinition, CoreEligibility } from './core.ts';

/** A guard with a reason, as a definition and the rule that reads it. */
export interface Guarded {
  readonly definitions: readonly CoreDefinition[];
  readonly rule: CoreEligibility;
  readonly diagnostics: readonly Diagnostic[];
}

const within = (benefit: string | undefined, name: string): string => (benefit === undefined ? name : `${benefit}.${name}`);

/** 资格 名 : 条件 否则 “理由” */
export function expandEligibility(line: Eligibility, before: readonly Citation[], benefit?: string): Guarded {
  const address = within(benefit, line.name.text);
  const citations = [...before, ...line.citations];
  const shared = { address, citations, span: line.span, ...(benefit === undefined ? {} : { benefit }) };
  return {
    definitions: [
      { kind: 'formDefinition', type: 'bool', rounded: false, value: line.condition, form: { kind: 'eligibility' }, ...shared },
    ],
    rule: { kind: 'coreEligibility', name: line.name.text, reason: line.reason, ...shared },
    diagnostics: [],
  };
}

/** Whether a length tells by itself that it is months or days; one that is left open, or is neither, should be months. */
function saysItsUnit(length: Expression): boolean {
  if (length.kind === 'open') return false;
  if (length.kind === 'assumed') return saysItsUnit(length.value);
  return length.kind !== 'quantity' || ['months', 'years', 'days'].includes(length.unit);
}

/**
 * 等待期 n 自 D 当日起:  名 = n;  名.起享日 = D + 名;  名.已满 = 版本日 ≥ 名.起享日.
 * 次日起 adds a day. 当日起 means that the day of the month on which n months are full already counts (enrolled on the 10th, eligible
 * from the 10th); the Civil Code's own count (次日起) begins a day later.
 */
export function expandWaitingPeriod(line: WaitingPeriod, before: readonly Citation[], benefit?: string): Guarded {
  const name = line.name?.text ?? '等待期';
  const length = within(benefit, name);
  const build = builderAt(line.span);
  const ref = (...parts: readonly string[]): Expression => build.ref(...(benefit === undefined ? [] : [benefit]), name, ...parts);
  const citations = [...before, ...line.citations];
  const shared = { citations, span: line.span, rounded: false, ...(benefit === undefined ? {} : { benefit }) } as const;
  const full = build.binary(line.since, '+', ref());
  const day: Expression = { kind: 'quantity', value: rational(1n), unit: 'days', text: '1天', span: line.span };
  const eligible = line.counting?.from === 'nextDay' ? build.binary(full, '+', day) : full;
  const assumed = line.counting?.assumed;
  const from: Expression = assumed
    ? { kind: 'assumed', value: eligible, reason: assumed, span: line.counting?.span ?? line.span }
    : eligible;
  return {
    definitions: [
      {
        kind: 'formDefinition',
        address: length,
        ...(saysItsUnit(line.length) ? {} : { type: 'months' }),
        value: line.length,
        form: { kind: 'standard' },
        ...shared,
      },
      { kind: 'formDefinition', address: `${length}.起享日`, type: 'date', value: from, form: { kind: 'definition' }, ...shared },
      {
        kind: 'formDefinition',
        address: `${length}.已满`,
        type: 'bool',
        value: build.compare(build.ref('版本日'), '≥', ref('起享日')),
        form: { kind: 'eligibility' },
        ...shared,
      },
    ],
    rule: {
      kind: 'coreEligibility',
      name,
      address: `${length}.已满`,
      reason: { text: `还在${name}内`, span: line.span },
      citations,
      span: line.span,
      ...(benefit === undefined ? {} : { benefit }),
    },
    diagnostics: line.counting ? [] : [noCounting({ at: line.since.span, span: line.span })],
  };
}
