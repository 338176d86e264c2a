import * as t from '../1-tokens/tokens.ts';
import type { Grammar } from './grammar.ts';
import { nameOf, nameSoFar, noExpression, noQuoted, noType } from './hole.ts';
import type { Bill, BillPart, Constraint } from './nodes/bill.ts';
import type { CodeTable, Field } from './nodes/declaration.ts';
import type { Quoted } from './nodes/expression.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';
import { inner } from './table.ts';

/** `[接口 “hifp_pay”]` */
export const interfaceName = (p: Grammar, gate?: () => boolean): Quoted | undefined =>
  p.maybe(
    6,
    () => {
      p.word('interface', 6);
      return p.one(p.quoted, 6);
    },
    gate,
  );

/** `字段 医疗类别 : 枚举 { … } [可无] 于 就诊日 接口 “med_type”` */
export const defineField = (p: Grammar): Rule<Field> =>
  p.declared<Field>(
    'field',
    () => {
      const start = p.here();
      p.word('field');
      const name = declaredName(p);
      p.take(t.Colon);
      const type = p.one(p.type);
      const optional = p.maybe(1, () => p.word('optional')) !== undefined;
      const asOf = p.maybe(0, () => {
        p.word('on');
        return p.one(p.name, 1);
      });
      const national = interfaceName(p, () => !beginsTable(p));
      const tables: CodeTable[] = [];
      p.repeat(1, () => {
        tables.push(p.one(p.codeTable));
      });
      return {
        kind: 'field',
        name,
        type,
        ...(optional ? { optional } : {}),
        ...(asOf ? { asOf } : {}),
        ...(national ? { interfaceName: national } : {}),
        ...(tables.length > 0 ? { tables } : {}),
        span: p.since(start),
      };
    },
    () => ({ kind: 'field', name: nameSoFar(p), type: noType(p), span: p.since(p.here()) }),
  );

/** Whether the 接口 that stands here is one of a version, with codes of its own. */
const beginsTable = (p: Grammar): boolean => p.isWord('codeVersion', 3);

/** `接口 “aka130” 版本 “旧接口” { 定点药店购药 “12”、急诊 “16” }` */
export const defineCodeTable = (p: Grammar): Rule<CodeTable> =>
  p.rule<CodeTable>(
    'codeTable',
    () => {
      const start = p.here();
      p.word('interface');
      const name = p.one(p.quoted);
      p.word('codeVersion');
      const version = p.one(p.quoted, 1);
      p.take(t.LeftBrace);
      const values = p.list(0, p.enumValue);
      p.maybe(0, () => inner(p.take(t.End)));
      p.take(t.RightBrace);
      return { interfaceName: name, version, values, span: p.since(start) };
    },
    () => ({ interfaceName: noQuoted(p), version: noQuoted(p), values: [], span: p.since(p.here()) }),
  );

/** `费用 总额 = 政策范围内 + 先行自付 …` */
export const defineBill = (p: Grammar): Rule<Bill> =>
  p.rule<Bill>(
    'bill',
    () => {
      const start = p.here();
      p.word('expense');
      const total = p.one(p.billPart);
      p.take(t.Equal);
      const parts = [p.one(p.billPart, 1)];
      p.repeat(0, () => {
        p.take(t.Plus);
        parts.push(p.one(p.billPart, 2));
      });
      return { kind: 'bill', total, parts, span: p.since(start) };
    },
    () => ({ kind: 'bill', total: { name: nameSoFar(p) }, parts: [], span: p.since(p.here()) }),
  );

export const defineBillPart = (p: Grammar): Rule<BillPart> =>
  p.rule<BillPart>(
    'billPart',
    () => {
      const name = p.one(p.name);
      const national = interfaceName(p);
      return { name, ...(national ? { interfaceName: national } : {}) };
    },
    () => ({ name: nameOf(p, undefined) }),
  );

/** `约束 [名] [当 guard] [:] condition` */
export const defineConstraint = (p: Grammar): Rule<Constraint> =>
  p.rule<Constraint>(
    'constraint',
    () => {
      const start = p.here();
      p.word('constraint');
      const name = p.maybe(
        0,
        () => declaredName(p),
        () => p.isWord('when', 2) || p.is(t.Colon, 2),
      );
      const guard = p.maybe(1, () => {
        p.word('when');
        return p.one(p.expression);
      });
      p.maybe(2, () => p.take(t.Colon));
      const condition = p.one(p.expression, 1);
      return { kind: 'constraint', ...(name ? { name } : {}), ...(guard ? { guard } : {}), condition, span: p.since(start) };
    },
    () => ({ kind: 'constraint', condition: noExpression(p), span: p.since(p.here()) }),
  );
