import * as t from '../1-tokens/tokens.ts';
import { block, line } from './block.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar, noExpression } from './hole.ts';
import { interfaceName } from './input.ts';
import type { Computed, Field, ItemComputed, ItemList } from './nodes/declaration.ts';
import type { Expression } from './nodes/expression.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

/** `明细 项目 [接口 “…”] { 字段 编码 : 文本 … }` */
export const defineItems = (p: Grammar): Rule<ItemList> =>
  p.declared<ItemList>(
    'items',
    () => {
      const start = p.here();
      p.word('items');
      const name = declaredName(p);
      const national = interfaceName(p);
      const fields: Field[] = [];
      const computed: ItemComputed[] = [];
      block(p, [
        line(p, p.field, (one) => fields.push(one)),
        line(p, p.itemComputed, (one) => {
          fields.push(one.field);
          computed.push(one);
        }),
      ]);
      return { kind: 'items', name, ...(national ? { interfaceName: national } : {}), fields, computed, span: p.since(start) };
    },
    () => ({ kind: 'items', name: nameSoFar(p), fields: [], computed: [], span: p.since(p.here()) }),
  );

/** `算得 先付 : 分额 [接口 “…”] = 式` */
export const defineItemComputed = (p: Grammar): Rule<ItemComputed | undefined> =>
  p.rule<ItemComputed | undefined>(
    'itemComputed',
    () => {
      const start = p.here();
      p.word('computed');
      const name = p.one(p.name);
      p.take(t.Colon);
      const type = p.one(p.type);
      const national = interfaceName(p);
      const span = p.since(start);
      p.take(t.Equal);
      const { citations, value } = p.one(p.value);
      return { field: { kind: 'field', name, type, ...(national ? { interfaceName: national } : {}), span }, citations, value };
    },
    () => undefined,
  );

/** `算得 政策范围内 = 式` or, after its 出处 lines, a table. */
export const defineComputed = (p: Grammar): Rule<Computed> =>
  p.declared<Computed>(
    'computed',
    () => {
      const start = p.here();
      p.word('computed');
      const field = declaredName(p);
      p.take(t.Equal);
      const { citations, value } = p.one(p.value);
      return { kind: 'computed', field, citations, value, span: p.since(start) };
    },
    () => ({ kind: 'computed', field: nameSoFar(p), citations: [], value: noExpression(p), span: p.since(p.here()) }),
  );

const HOW = { sum: 'sum', count: 'count', greatest: 'greatest', least: 'least' } as const;

/** `合计 甲.金额 逐项 甲 于 明细单 当 条件` */
export const defineFold = (p: Grammar): Rule<Expression> =>
  p.rule(
    'fold',
    () => {
      const start = p.here();
      const how = p.choose(0, [() => take(p, 'sum'), () => take(p, 'count'), () => take(p, 'greatest'), () => take(p, 'least')]);
      const body = p.maybe(0, () => p.one(p.expression));
      p.word('each');
      const item = p.one(p.name);
      p.word('on');
      const at = p.here();
      const path = p.one(p.path);
      const list: Expression = { kind: 'reference', path, span: p.since(at) };
      const guard = p.maybe(1, () => {
        p.word('when');
        return p.one(p.expression, 1);
      });
      return { kind: 'fold', how, ...(body ? { body } : {}), item, list, ...(guard ? { guard } : {}), span: p.since(start) };
    },
    () => noExpression(p),
  );

function take<K extends keyof typeof HOW>(p: Grammar, how: K): (typeof HOW)[K] {
  p.word(how);
  return HOW[how];
}
