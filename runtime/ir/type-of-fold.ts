import type { Surroundings } from './type-of.ts';
import { fits, rescale, scaleOf, typeOf } from './type-of.ts';
import type { Expr, IrType, Over, Term } from './types.ts';
import { unreachable } from './unreachable.ts';

/** What a fold has in hand: an item with fields of these types, or a member of a set. */
export type InHand = { readonly kind: 'item'; readonly fields: readonly IrType[] } | { readonly kind: 'member'; readonly type: IrType };

/** Folds inside folds: each level multiplies the work. */
const MOST_FOLDS = 4;

const INTEGER: IrType = { kind: 'integer' };

type FoldExpr = Extract<Expr, { readonly op: 'fold' | 'item' | 'member' | 'allotted' }>;

/** The type of what goes over items, or stands inside what does. */
export function typeOfFold(expr: FoldExpr, around: Surroundings, depth: number): IrType | undefined {
  const of = (inner: Expr): IrType | undefined => typeOf(inner, around, depth + 1);
  const fault = (zh: string, en: string): undefined => {
    around.fault?.(zh, en);
    return undefined;
  };
  const at = <T>(all: readonly T[], index: number, zh: string, en: string): T | undefined =>
    index < all.length ? all[index] : fault(`${zh} ${index} 不存在`, `there is no ${en} ${index}`);
  const inHand = (over: Over): InHand | undefined => {
    if (over.kind === 'items') {
      const fields = at(around.lists, over.list, '明细', 'list');
      return fields && { kind: 'item', fields };
    }
    const type = of(over.of);
    if (type && type.kind !== 'set') return fault('应为集合', 'should be a set');
    return type ? { kind: 'member', type: { kind: 'enum', name: type.name } } : undefined;
  };

  switch (expr.op) {
    case 'fold': {
      const outer = around.folds ?? [];
      if (outer.length >= MOST_FOLDS) return fault(`逐项套了 ${MOST_FOLDS} 层以上`, `folds are nested deeper than ${MOST_FOLDS}`);
      const hand = inHand(expr.over);
      if (!hand) return undefined;
      const within: Surroundings = { ...around, folds: [hand, ...outer] };
      const guard = expr.guard && typeOf(expr.guard, within, depth + 1);
      if (guard && guard.kind !== 'bool') fault('应为条件', 'should be a condition');
      const type = expr.value && typeOf(expr.value, within, depth + 1);
      if (expr.how === 'count') return expr.value ? fault('次数不带式子', 'a count has no value') : INTEGER;
      if (!expr.value) return fault('缺少逐项的式子', 'the fold has no value');
      if (type && scaleOf(type) === undefined && (type.kind !== 'date' || expr.how === 'sum')) return fault('应为数', 'should be a number');
      if (expr.none && (expr.how === 'sum' || !fits(of(expr.none), type)))
        return fault('没有一项时的值不符', 'the value for no item does not fit');
      return type;
    }
    case 'item': {
      const hand = (around.folds ?? [])[expr.out];
      if (hand?.kind !== 'item') return fault('这里没有明细的一项', 'no item of a list is in hand here');
      return at(hand.fields, expr.field, '明细的字段', 'field of the item');
    }
    case 'allotted': {
      const fields = at(around.lists, expr.list, '明细', 'list');
      const hand = (around.folds ?? [])[expr.out];
      if (!fields || hand?.kind !== 'item' || hand.fields !== fields)
        return fault('这里没有那份明细的一项', 'no item of that list is in hand here');
      const within: Surroundings = { ...around, folds: [{ kind: 'item', fields }] };
      const guard = expr.guard && typeOf(expr.guard, within, depth + 1);
      if (guard && guard.kind !== 'bool') fault('应为条件', 'should be a condition');
      const own = ({ of: value, by }: Term, where: Surroundings): IrType | undefined => {
        const type = typeOf(value, where, depth + 1);
        if (type && type.kind !== 'money') fault('应为金额', 'should be money');
        return type && rescale(type, BigInt(by));
      };
      const amount = own(expr.amount, { ...around, folds: [] });
      const limit = own(expr.limit, within);
      const most = expr.together && own(expr.together.limit, within);
      if (!fits(limit, amount) || (expr.together && !fits(most, amount))) fault('几项的刻度不同', 'they differ in scale');
      for (const key of expr.together?.keys ?? []) {
        const type = typeOf(key, within, depth + 1);
        if (type && (type.kind === 'set' || (scaleOf(type) !== undefined && type.kind !== 'integer')))
          fault('不能作键', 'it cannot be a key');
      }
      return amount;
    }
    case 'member': {
      const hand = (around.folds ?? [])[expr.out];
      return hand?.kind === 'member' ? hand.type : fault('这里没有集合的一员', 'no member of a set is in hand here');
    }
    default:
      return unreachable(expr);
  }
}

/** What each of these is when it is in hand; undefined when they are no items and no members. */
export function handOf(over: Over, around: Surroundings): InHand | undefined {
  if (over.kind === 'items') {
    const fields = around.lists[over.list];
    return fields && { kind: 'item', fields };
  }
  const type = typeOf(over.of, around);
  return type?.kind === 'set' ? { kind: 'member', type: { kind: 'enum', name: type.name } } : undefined;
}
