import type { Expression } from '../../2-syntax/node.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { noRatio, ratioAndBands } from '../../diagnostics/forms.ts';
import { addressOf, builderAt } from './build.ts';
import type { CoreDefinition } from './core.ts';
import type { Lines } from './lines.ts';

/**
 * 报销比例 r:  X.报销比例 = r;  X.应付 = X.入段 × X.报销比例.
 * 分段 F:  X.应付 = F(X.起付 至 X.起付 + X.入段): the bands count from the first yuan, so the deductible lies in them;
 * 扣除起付重新起算:  X.应付 = F(0元 至 X.入段).
 */
export function expandRatio(lines: Lines): {
  readonly definitions: readonly CoreDefinition[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { name, ratio, byBands } = lines;
  const line = ratio ?? byBands;
  const span = line?.span ?? lines.nameSpan;
  const build = builderAt(span);
  const shared = { benefit: name, citations: line ? lines.citationsOf(line) : [], span, rounded: false } as const;
  const inBand = build.ref(name, '入段');
  const payable = (value: Expression, by: { readonly ratio?: string; readonly bands?: string }): CoreDefinition => ({
    kind: 'formDefinition',
    address: `${name}.应付`,
    value: build.when(build.ref(name, '用'), value),
    form: { kind: 'payable', base: `${name}.入段`, ...by },
    ...shared,
  });
  if (ratio) {
    return {
      definitions: [
        { kind: 'formDefinition', address: `${name}.报销比例`, type: 'ratio', value: ratio.value, form: { kind: 'ratio' }, ...shared },
        payable(build.binary(inBand, '×', build.ref(name, '报销比例')), { ratio: `${name}.报销比例` }),
      ],
      diagnostics: byBands ? [ratioAndBands({ benefit: name, span: byBands.span, other: ratio.span })] : [],
    };
  }
  // What is not written has its finding; a payment of 0 keeps the other lines readable.
  if (!byBands) {
    return { definitions: [payable(build.zero, {})], diagnostics: [noRatio({ benefit: name, after: lines.last, span: lines.nameSpan })] };
  }
  const fromZero = byBands.restart || lines.ratioFirst !== undefined || !lines.deductible;
  const start = fromZero ? build.zero : build.ref(name, '起付');
  const end = fromZero ? inBand : build.binary(start, '+', inBand);
  return {
    definitions: [
      payable({ kind: 'slice', callee: byBands.bands, from: start, to: end, span: byBands.span }, { bands: addressOf(byBands.bands) }),
    ],
    diagnostics: [],
  };
}
