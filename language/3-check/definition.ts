/** 定义, 参数, what forms make, and 支付: one named value each, worked out when it is first asked for. */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Table } from '../2-syntax/nodes/table.ts';
import { allotmentAdjusted, notABatch } from '../diagnostics/entries.ts';
import type { DefinitionModel, Expr, FormModel, PolicyModel, Type } from '../model/types.ts';
import { rowsOf } from './analyses/rows.ts';
import type { Target } from './exception.ts';
import { checkRounds } from './exception.ts';
import { infer } from './expression.ts';
import type { CoreDefinition, CoreException, CorePosting } from './forms/core.ts';
import { isTable } from './forms/measure.ts';
import type { Entity } from './names.ts';
import type { Payment } from './posting.ts';
import { checkPayment } from './posting.ts';
import type { Law, Site } from './site.ts';
import { siteAt } from './site.ts';
import { typeFromNode } from './type-node.ts';
import { bool, date, fen, money, months, narrowed, ratio } from './types.ts';
import { readValue } from './value.ts';

export type Named = Extract<Entity, { readonly kind: 'definition' | 'parameter' | 'made' | 'posting' }>;

/** What surrounds one definition. */
export interface Around {
  readonly law: Law;
  readonly rounding: PolicyModel['rounding'];
  readonly exceptions: readonly CoreException[];
}

const madeTypes: Readonly<Record<NonNullable<CoreDefinition['type']>, Type>> = { bool, ratio, money, months, date };

/** Address of a value before 支付舍入, where exceptions apply to it. */
export const unrounded = (address: string): string => `${address}.舍入前`;

/** The type that is stated, before anything is worked out; undefined when it follows from the value. */
export function statedType(entity: Named, law: Law): Type | undefined {
  switch (entity.kind) {
    case 'definition':
    case 'parameter':
      return typeFromNode(entity.node.type, law.names, law.report, entity.node.type.kind === 'named' ? '' : entity.name);
    case 'posting':
      return fen;
    case 'made': {
      const field = entity.node.form.kind === 'computed' ? law.names.entities.get(entity.name) : undefined;
      if (field?.kind === 'input') return field.input.type;
      return entity.node.rounded ? fen : entity.node.type && madeTypes[entity.node.type];
    }
  }
}

/** The definition; a rounded one with exceptions gives two, the first of them before 支付舍入. Undefined when it has a finding. */
export function checkDefinition(entity: Named, around: Around): readonly DefinitionModel[] | undefined {
  const { law } = around;
  const { node } = entity;
  const address = entity.name;
  const citations = law.citations.ids(node.citations);
  const site = siteAt(law, address, citations, { address });
  const rounded = entity.kind === 'posting' || (entity.kind === 'made' && entity.node.rounded);
  const wanted = rounded ? money : statedType(entity, law);
  if (!wanted && entity.kind !== 'made') return undefined;
  if (wanted && (entity.kind === 'definition' || entity.kind === 'parameter'))
    law.symbols.declare({ kind: entity.kind, name: address, span: entity.span, owner: law.policy, type: wanted });
  // 支付舍入 stands directly around it, unless exceptions come between.
  const directly = rounded && around.exceptions.length === 0;
  const value = wanted ? readValue(node.value, { ...site, rounded: directly }, wanted) : inferred(node.value, site);
  const payment = entity.kind === 'posting' ? checkPayment(entity.node, law) : undefined;
  if (!value || (entity.kind === 'posting' && !payment)) return undefined;
  const rounds = checkRounds(around.exceptions, { address, type: wanted ?? value.type, axes: axesOf(node.value) }, law);
  const type = wanted ? (rounds.length === 0 ? narrowed(wanted, value.type) : wanted) : value.type;
  const shared = { span: node.span, citations };
  const form = formOf(entity);
  if (entity.kind === 'posting' && entity.node.batch) return checkAllotment(entity.node, value, payment, rounds, around);
  const posting = payment;
  if (!rounded) return [{ address, type, value, rounds, form, ...shared }];
  if (rounds.length === 0)
    return [
      { address, type: fen, value: roundedOf(form, value, around.rounding), rounds: [], form, ...(posting ? { posting } : {}), ...shared },
    ];
  const before = unrounded(address);
  const reading: Expr = { kind: 'definition', address: before, type: money, span: node.span };
  return [
    { address: before, type: money, value, rounds, form: { kind: 'definition' }, ...shared },
    { address, type: fen, value: roundedOf(form, reading, around.rounding), rounds: [], form, ...(posting ? { posting } : {}), ...shared },
  ];
}

/** 拨付: what each item gets is rounded by itself, and the sum is of the rounded amounts. */
function checkAllotment(
  node: CorePosting,
  sum: Expr,
  payment: Payment | undefined,
  rounds: DefinitionModel['rounds'],
  { law, rounding }: Around,
): readonly DefinitionModel[] | undefined {
  const [adjustment] = rounds.flat();
  if (adjustment) law.report(allotmentAdjusted({ name: node.address, span: adjustment.span }));
  if (!payment || adjustment || sum.kind !== 'fold' || !sum.value) return undefined;
  if (sum.over.kind !== 'items') {
    law.report(notABatch({ name: node.address, span: node.span }));
    return undefined;
  }
  const value = roundTo(sum.value, rounding);
  const { pool, remainder } = node.batch ?? {};
  const members = {
    list: sum.over.list,
    ...(sum.guard ? { guard: sum.guard } : {}),
    value,
    ...(pool === undefined ? {} : { pool }),
    ...(remainder ? { remainder: remainder.to } : {}),
  };
  const posting = { ...payment, members };
  const citations = law.citations.ids(node.citations);
  return [
    {
      address: node.address,
      type: fen,
      value: { ...sum, value, type: fen },
      rounds: [],
      posting,
      form: node.form,
      span: node.span,
      citations,
    },
  ];
}

const inferred = (value: Expression | Table, site: Site): Expr | undefined =>
  isTable(value) ? readValue(value, site, money) : infer(value, site, money);

/** Headers of a table, each with the cells below it. */
function axesOf(value: Expression | Table): Target['axes'] {
  if (!isTable(value)) return [];
  const headers = value.kind === 'cross' ? [value.rowAxis, value.columnAxis] : value.axes;
  const rows = rowsOf(value);
  return headers.map((header, index) => ({ header, cells: rows.flatMap((row) => row.cells[index] ?? []) }));
}

/**
 * What 支付舍入 makes of a value. 起付 is no payment: whatever payments are brought to, it is what the person bears, to the fen. A payment that
 * is brought to whole jiao or yuan is not brought above what its caps leave.
 */
function roundedOf(form: FormModel, value: Expr, rounding: PolicyModel['rounding']): Expr {
  if (rounding.unit === 'fen') return roundTo(value, rounding);
  if (form.kind === 'deductible') return roundTo(value, { ...rounding, unit: 'fen' });
  if (form.kind !== 'payment' || value.kind !== 'choose' || rounding.mode === 'down') return roundTo(value, rounding);
  const { span } = value;
  const read = (address: string): Expr => ({ kind: 'definition', address, type: money, span });
  const left = form.limits.map(({ limit, used }): Expr => {
    const terms = [{ of: read(limit), sign: 1 as const }, ...(used === undefined ? [] : [{ of: read(used), sign: -1 as const }])];
    const rest: Expr = { kind: 'sum', terms, type: money, span };
    return roundTo({ kind: 'greatest', of: [rest, value.otherwise], type: money, span }, { ...rounding, mode: 'down' });
  });
  const within: Expr = { kind: 'least', of: [roundTo(value.then, rounding), ...left], type: fen, span };
  return roundTo({ ...value, then: within, type: fen }, rounding);
}

/** 支付舍入; whole fen need no rounding to the fen. */
function roundTo(value: Expr, rounding: PolicyModel['rounding']): Expr {
  if (value.type.kind === 'fen' && rounding.unit === 'fen') return value;
  return { kind: 'round', of: value, mode: rounding.mode, unit: rounding.unit, type: fen, span: value.span };
}

function formOf(entity: Named): FormModel {
  switch (entity.kind) {
    case 'definition':
      return { kind: 'definition' };
    case 'parameter':
      return { kind: 'parameter' };
    case 'made':
    case 'posting':
      return entity.node.form;
  }
}
