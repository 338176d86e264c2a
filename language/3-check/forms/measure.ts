import type { Expression, Table } from '../../2-syntax/node.ts';
import type { BenefitLine, Measure } from '../../2-syntax/nodes/benefit.ts';
import type { Quoted } from '../../2-syntax/nodes/expression.ts';
import { addressOf, builderAt } from './build.ts';
import type { CoreDefinition } from './core.ts';
import type { Lines } from './lines.ts';

type Measured = Extract<BenefitLine, { readonly kind: 'deductible' | 'cap' }>;

/** A value written as a table. */
export const isTable = (value: Expression | Table): value is Table => value.kind === 'cross' || value.kind === 'list';

/**
 * What has been used of a yearly (or other) amount before this event, as a definition of its own, so that the explanation can show it.
 * A benefit that measures two lines against one accumulator shares it.
 */
export function usedOf(lines: Lines, line: Measured, noun: string): Used | undefined {
  const { measure } = line;
  if (measure?.assumed) return assumedUse(lines, line, measure, measure.assumed, noun);
  if (measure?.kind !== 'against') return undefined;
  const accumulator = addressOf(measure.accumulator);
  const part = `已累计[${accumulator}]`;
  return {
    part,
    counted: true,
    definition: {
      kind: 'formDefinition',
      address: `${lines.name}.${part}`,
      rounded: false,
      // Said, so that the type of the cell may depend on amounts that read it.
      type: 'money',
      value: builderAt(measure.span).used(measure.accumulator),
      form: { kind: 'used', accumulator },
      benefit: lines.name,
      citations: lines.citationsOf(line),
      span: measure.span,
    },
  };
}

/** What counts as used before this event. */
export interface Used {
  readonly part: string;
  readonly definition: CoreDefinition;
  /** Whether it is what an accumulator holds, which the explanation says. */
  readonly counted: boolean;
}

/** 暂按: how much of it counts as used is what the law leaves open; 每次 takes nothing as used, 累计于 what has accumulated. */
function assumedUse(lines: Lines, line: Measured, measure: Measure, reason: Quoted, noun: string): Used {
  const build = builderAt(measure.span);
  const against = measure.kind === 'against' ? measure.accumulator : undefined;
  const part = `${noun}.已累计${against ? `[${addressOf(against)}]` : ''}`;
  return {
    part,
    counted: against !== undefined,
    definition: {
      kind: 'formDefinition',
      address: `${lines.name}.${part}`,
      rounded: false,
      type: 'money',
      value: { kind: 'assumed', value: against ? build.used(against) : build.zero, reason, span: measure.span },
      form: against ? { kind: 'used', accumulator: addressOf(against) } : { kind: 'definition' },
      benefit: lines.name,
      citations: lines.citationsOf(line),
      span: measure.span,
    },
  };
}
