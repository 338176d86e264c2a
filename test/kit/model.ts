/** Checked models written by hand, for tests of the stages behind the checker. Money is in yuan, ratios are fractions of one. */

import type { DefinitionModel, Expr, PolicyModel, Type, VersionModel } from '../../language/model/types.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { fromDecimal, rational } from '../../runtime/money/rational.ts';

export const nowhere = { file: 'test.yice', start: 0, end: 0 };

export const decimal = (text: string): Rational => fromDecimal(text) ?? rational(0n);

/** A constant; with an address it is an amendable number. */
export const constant = (
  type: Type['kind'] & ('money' | 'fen' | 'ratio' | 'points' | 'number' | 'months' | 'days' | 'integer'),
  text: string,
  address?: string,
): Expr => ({
  kind: 'constant',
  type: { kind: type },
  value: { kind: 'number', value: decimal(text) },
  span: nowhere,
  citations: [],
  ...(address === undefined ? {} : { address }),
});

export const yuan = (text: string, address?: string): Expr => constant('money', text, address);
/** "0.7" is 70 %. */
export const ratio = (text: string, address?: string): Expr => constant('ratio', text, address);

export const truth = (value: boolean): Expr => ({
  kind: 'constant',
  type: { kind: 'bool' },
  value: { kind: 'truth', value },
  span: nowhere,
  citations: [],
});

export const input = (name: string, type: Type): Expr => ({ kind: 'input', name, type, span: nowhere });
export const definition = (address: string, type: Type['kind'] & ('money' | 'fen' | 'ratio')): Expr => ({
  kind: 'definition',
  address,
  type: { kind: type },
  span: nowhere,
});
export const sum = (a: Expr, b: Expr, sign: 1 | -1 = 1): Expr => ({
  kind: 'sum',
  terms: [
    { of: a, sign: 1 },
    { of: b, sign },
  ],
  type: a.type,
  span: nowhere,
});
export const product = (a: Expr, b: Expr): Expr => ({ kind: 'product', a, b, type: a.type, span: nowhere });
export const quotient = (a: Expr, b: Expr, type: Type = a.type): Expr => ({ kind: 'quotient', a, b, type, span: nowhere });
export const least = (...of: readonly Expr[]): Expr => ({ kind: 'least', of, type: of[0]?.type ?? { kind: 'money' }, span: nowhere });
export const greatest = (...of: readonly Expr[]): Expr => ({ kind: 'greatest', of, type: of[0]?.type ?? { kind: 'money' }, span: nowhere });
export const round = (of: Expr, mode: 'halfUp' | 'down' | 'up' = 'halfUp', unit: 'fen' | 'jiao' | 'yuan' = 'fen'): Expr => ({
  kind: 'round',
  of,
  mode,
  unit,
  type: { kind: 'fen' },
  span: nowhere,
});

/** A definition without exceptions. */
export const define = (address: string, value: Expr, more: Partial<DefinitionModel> = {}): DefinitionModel => ({
  address,
  type: value.type,
  value,
  rounds: [],
  form: { kind: 'definition' },
  span: nowhere,
  citations: [],
  ...more,
});

/** A version without amendments that only defines. */
export const version = (definitions: readonly DefinitionModel[], more: Partial<VersionModel> = {}): VersionModel => ({
  id: '2022-01-01',
  amendments: [],
  assumes: [],
  definitions,
  postings: definitions.filter(({ posting }) => posting).map(({ address }) => address),
  dues: [],
  splits: [],
  joins: [],
  computed: [],
  computedItems: [],
  entries: [],
  eligibility: [],
  benefits: [],
  constraints: [],
  ...more,
});

/** A settlement policy with one part of the bill and one fund, whose law begins with 2022. */
export const policy = (versions: readonly VersionModel[], more: Partial<PolicyModel> = {}): PolicyModel => ({
  name: '甲政策',
  area: { code: '990100', name: '甲市' },
  entry: 'settlement',
  versionDay: '就诊日',
  periodDay: '就诊日',
  subject: '参保人',
  lists: [],
  rounding: { mode: 'halfUp', unit: 'fen' },
  onReversal: 'recompute',
  moneyLimit: rational(10_000_000n),
  inputs: [
    { name: '参保人', type: { kind: 'text' }, codes: {}, bill: false, span: nowhere },
    { name: '就诊日', type: { kind: 'date' }, codes: {}, bill: false, span: nowhere },
    {
      name: '人员类别',
      type: { kind: 'enum', name: '人员类别', values: ['在职', '退休'] },
      codes: { 在职: '11' },
      bill: false,
      span: nowhere,
    },
    { name: '次数', type: { kind: 'integer', min: 0n }, codes: {}, bill: false, span: nowhere },
    { name: '总额', type: { kind: 'fen' }, codes: {}, bill: true, span: nowhere },
    { name: '政策范围内', type: { kind: 'fen' }, codes: {}, bill: true, span: nowhere },
  ],
  bill: { total: '总额', parts: ['政策范围内'] },
  payers: [{ name: '统筹基金', of: 'fund' }],
  references: [],
  accumulators: [],
  points: [],
  citations: [],
  versions,
  timeline: versions.map((_, index) => ({
    from: { year: 2022 + index, month: 1, day: 1 },
    ...(index + 1 < versions.length ? { to: { year: 2023 + index, month: 1, day: 1 } } : {}),
    version: index,
    candidates: [],
  })),
  unexpressed: [],
  span: nowhere,
  ...more,
});

/** 政策范围内, the only part of the bill. */
export const inScope = input('政策范围内', { kind: 'fen' });
