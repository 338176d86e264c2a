import type { Expression, Table } from '../../2-syntax/node.ts';
import type { BenefitLine } from '../../2-syntax/nodes/benefit.ts';
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
export function usedOf(lines: Lines, line: Measured): { readonly part: string; readonly definition: CoreDefinition } | undefined {
  if (line.measure?.kind !== 'against') return undefined;
  const accumulator = addressOf(line.measure.accumulator);
  const part = `已累计[${accumulator}]`;
  return {
    part,
    definition: {
      kind: 'formDefinition',
      address: `${lines.name}.${part}`,
      rounded: false,
      // Said, so that the type of the cell may depend on amounts that read it.
      type: 'money',
      value: builderAt(line.measure.span).used(line.measure.accumulator),
      form: { kind: 'used', accumulator },
      benefit: lines.name,
      citations: lines.citationsOf(line),
      span: line.measure.span,
    },
  };
}
