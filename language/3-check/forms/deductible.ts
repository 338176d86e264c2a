import type { Expression } from '../../2-syntax/node.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { noMeasure } from '../../diagnostics/forms.ts';
import { builderAt } from './build.ts';
import type { CoreDefinition } from './core.ts';
import type { Lines } from './lines.ts';
import { isTable, usedOf } from './measure.ts';

/**
 * 起付线 x 累计于 acc:  X.起付标准 = x;  X.起付 = 取小(从, 取大(0元, X.起付标准 - 已累计(acc))), rounded because it is stored and reported.
 * 起付线 x 每次: the same without 已累计. `from` is what it is taken from: 基数, or 应付 when the ratio comes first.
 */
export function expandDeductible(
  lines: Lines,
  from: { readonly address: string; readonly value: Expression },
  accumulators: readonly string[],
): { readonly definitions: readonly CoreDefinition[]; readonly diagnostics: readonly Diagnostic[] } {
  const line = lines.deductible;
  if (!line) return { definitions: [], diagnostics: [] };
  const { name } = lines;
  const build = builderAt(line.span);
  const citations = lines.citationsOf(line);
  const used = usedOf(lines, line, '起付标准');
  const standard = build.ref(name, '起付标准');
  const left = used ? build.binary(standard, '-', build.ref(name, used.part)) : standard;
  const shared = { benefit: name, citations, span: line.span };
  return {
    definitions: [
      {
        kind: 'formDefinition',
        address: `${name}.起付标准`,
        type: 'money',
        rounded: false,
        value: line.value,
        form: { kind: 'standard' },
        ...shared,
      },
      ...(used ? [used.definition] : []),
      {
        kind: 'formDefinition',
        address: `${name}.起付`,
        rounded: true,
        value: build.when(build.ref(name, '用'), build.least(from.value, build.greatest(build.zero, left))),
        form: {
          kind: 'deductible',
          base: from.address,
          standard: `${name}.起付标准`,
          ...(used?.counted ? { used: used.definition.address } : {}),
        },
        ...shared,
      },
    ],
    diagnostics: line.measure
      ? []
      : [noMeasure({ line: '起付线', accumulators, at: isTable(line.value) ? undefined : line.value.span, span: line.span })],
  };
}
