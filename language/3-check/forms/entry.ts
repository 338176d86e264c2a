import type { Expression } from '../../2-syntax/node.ts';
import type { Batch, Citation, Due, Posting } from '../../2-syntax/nodes/declaration.ts';
import type { Builder } from './build.ts';
import { builderAt } from './build.ts';
import type { CoreDefinition, CorePosting } from './core.ts';
import { isTable } from './measure.ts';

/** 应缴 名 = 式 当 条件: an amount rounded as a payment is, and a condition that says whether it is for this event. */
export function expandDue(line: Due, before: readonly Citation[]): readonly CoreDefinition[] {
  const name = line.name.text;
  const { span, guard, value } = line;
  const build = builderAt(span);
  const citations = [...before, ...line.citations];
  const guarded = guard && !isTable(value) ? build.when(build.ref(name, '用'), value) : value;
  return [
    {
      kind: 'formDefinition',
      address: `${name}.用`,
      type: 'bool',
      rounded: false,
      value: guard ?? { kind: 'truth', value: true, span },
      form: { kind: 'applies' },
      citations: [],
      span,
    },
    { kind: 'formDefinition', address: name, rounded: true, value: guarded, form: { kind: 'due' }, citations, span },
  ];
}

const poolAddress = (line: Posting): string => `${line.name?.text ?? ''}.可分`;

/** 拨付 名 从 式: what there is to share out is a definition of its own, 名.可分. */
export function poolOf(line: Posting): readonly CoreDefinition[] {
  const pool = line.batch?.pool;
  if (!pool) return [];
  return [
    {
      kind: 'formDefinition',
      address: poolAddress(line),
      // To the fen, whatever unit payments are rounded to: what is shared out is what there is.
      type: 'money',
      rounded: false,
      value: builderAt(pool.span).call('四舍五入到分', pool),
      form: { kind: 'definition' },
      citations: [],
      span: pool.span,
    },
  ];
}

export const batchOf = (line: Posting, { pool, remainder }: Batch): NonNullable<CorePosting['batch']> => ({
  ...(pool ? { pool: poolAddress(line) } : {}),
  ...(remainder ? { remainder } : {}),
});

/** What a payment comes to: its formula where its condition holds; of a 拨付 the sum over the batch. */
export function paymentValue(line: Posting, value: Expression, build: Builder): Expression {
  const { batch, guard, name, span } = line;
  if (batch)
    return {
      kind: 'fold',
      how: 'sum',
      body: value,
      item: batch.item,
      list: { kind: 'reference', path: batch.list, span: batch.list.span },
      ...(batch.guard ? { guard: batch.guard } : {}),
      span,
    };
  return guard ? build.when(build.ref(name?.text ?? '', '用'), value) : value;
}
