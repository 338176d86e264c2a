import type { Expression } from '../../2-syntax/node.ts';
import type { Guarantee } from '../../2-syntax/nodes/benefit.ts';
import type { Citation, Definition, Parameter } from '../../2-syntax/nodes/declaration.ts';
import { addressOf, builderAt } from './build.ts';
import type { CoreDefinition, CorePosting } from './core.ts';

const moneyUnits: ReadonlySet<string> = new Set(['yuan', 'jiao', 'fen']);

/** An amount rather than a share: 保底 3000元 于 基数 guarantees no more than the base itself. */
const isAmount = (floor: Expression, declared: ReadonlyMap<string, Definition | Parameter>): boolean => {
  if (floor.kind === 'assumed') return isAmount(floor.value, declared);
  if (floor.kind === 'quantity') return moneyUnits.has(floor.unit);
  if (floor.kind !== 'reference') return false;
  const type = declared.get(addressOf(floor.path))?.type;
  return type?.kind === 'plain' && (type.of === 'money' || type.of === 'fen');
};

/**
 * 保底 名 由 付方 从 部分 = g 于 基数 经 甲、乙:  名.保底 = g × 基数 (or 取小(g, 基数) for an amount);
 * 支付 名 = 取大(0元, 名.保底 - 甲 - 乙), after the layers that it guarantees.
 */
export function expandGuarantee(
  form: Guarantee,
  before: readonly Citation[],
  declared: ReadonlyMap<string, Definition | Parameter>,
): readonly (CoreDefinition | CorePosting)[] {
  const name = form.name.text;
  const build = builderAt(form.span);
  const citations = [...before, ...form.citations];
  const shared = { benefit: name, citations, span: form.span };
  const base = form.base;
  const amount = base && isAmount(form.floor, declared);
  const floor = base ? (amount ? build.least(form.floor, base) : build.binary(base, '×', form.floor)) : form.floor;
  const open = form.after.reduce<Expression>((left, paid) => build.binary(left, '-', build.path(paid)), build.ref(name, '保底'));
  const topUp = build.greatest(build.zero, open);
  return [
    { kind: 'formDefinition', address: `${name}.保底`, type: 'money', rounded: false, value: floor, form: { kind: 'standard' }, ...shared },
    {
      kind: 'formPosting',
      address: name,
      by: form.by,
      from: form.from,
      value: form.guard ? build.when(form.guard, topUp) : topUp,
      ...(form.guard ? { guard: form.guard } : {}),
      form: { kind: 'guarantee', floor: `${name}.保底`, paid: form.after.map(addressOf) },
      ...shared,
    },
  ];
}
