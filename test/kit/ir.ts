/** Small IR programs by name instead of by index, for tests of the runtime without the language. */
import type { BundleFile } from '../../runtime/bundle/format.ts';
import { BUNDLE_FORMAT } from '../../runtime/bundle/format.ts';
import type { LoadedBundle } from '../../runtime/index.ts';
import { loadUnverified } from '../../runtime/index.ts';
import type {
  Accumulator,
  Adjustment,
  EligibilityRule,
  Expr,
  InputField,
  IrType,
  ItemList,
  Literal,
  Note,
  OpenPoint,
  ParameterValue,
  Payer,
  PolicyIr,
  Posting,
  Program,
  SourceRange,
  Step,
  Term,
  TimelineCell,
  Version,
} from '../../runtime/ir/types.ts';

export const FEN: IrType = { kind: 'money', scale: '1' };
export const CENTI_FEN: IrType = { kind: 'money', scale: '100' };
export const PERCENT: IrType = { kind: 'ratio', scale: '100' };
export const INTEGER: IrType = { kind: 'integer' };
export const DATE: IrType = { kind: 'date' };
export const BOOL: IrType = { kind: 'bool' };
export const TEXT: IrType = { kind: 'text' };

export const source = (start = 0): SourceRange => ({ file: 'test.yice', start, end: start + 1, line: 1 });

// constants
export const constant = (type: IrType, value: Literal): Expr => ({ op: 'const', type, value });
/** Whole yuan as money in fen. */
export const yuan = (amount: number): Expr => constant(FEN, String(amount * 100));
export const fen = (amount: number | bigint): Expr => constant(FEN, String(amount));
export const percent = (n: number): Expr => constant(PERCENT, String(n));
export const integer = (n: number): Expr => constant(INTEGER, String(n));
export const day = (text: string): Expr => constant(DATE, text);
export const truth = (value: boolean): Expr => constant(BOOL, value);
export const textOf = (value: string): Expr => constant(TEXT, value);

// operations
export const term = (of: Expr, by = 1): Term => ({ of, by: String(by) });
export const sum = (...terms: readonly (Expr | Term)[]): Expr => ({
  op: 'sum',
  terms: terms.map((one) => ('of' in one && 'by' in one ? one : term(one as Expr))),
  wide: false,
});
export const minus = (a: Expr, b: Expr): Expr => sum(term(a), term(b, -1));
export const times = (a: Expr, b: Expr): Expr => ({ op: 'product', a, b, wide: false });
export const least = (...of: readonly Expr[]): Expr => ({ op: 'least', of: of.map((one) => term(one)) });
export const greatest = (...of: readonly Expr[]): Expr => ({ op: 'greatest', of: of.map((one) => term(one)) });
export const rounded = (of: Expr, scale: number, mode: 'halfUp' | 'down' | 'up' = 'halfUp', unit = 1): Expr => ({
  op: 'round',
  of,
  scale: String(scale),
  unit: String(unit),
  mode,
});
export const compare = (a: Expr, test: '=' | '≠' | '<' | '≤' | '>' | '≥', b: Expr): Expr => ({
  op: 'compare',
  test,
  a: term(a),
  b: term(b),
});
export const isOneOf = (of: Expr, ...values: readonly string[]): Expr => ({ op: 'oneOf', of, values });
export const all = (...of: readonly Expr[]): Expr => ({ op: 'all', of });
export const any = (...of: readonly Expr[]): Expr => ({ op: 'any', of });
export const not = (of: Expr): Expr => ({ op: 'not', of });
export const choose = (condition: Expr, then: Expr, otherwise: Expr): Expr => ({ op: 'choose', if: condition, then, otherwise });
export const yearOf = (of: Expr): Expr => ({ op: 'yearOf', day: of });

/** One value of a parameter in one version. */
export type Value = { readonly known: Literal } | { readonly assumed: Literal; readonly point: string } | { readonly open: string };

interface StepOptions {
  readonly rounds?: Step['rounds'];
  readonly posting?: Posting;
  readonly form?: Note['form'];
  readonly citations?: readonly number[];
}

type Fold = Extract<Expr, { readonly op: 'fold' }>;

/** Collects a policy; everything is referred to by the name it was given. */
export class PolicyDraft {
  private readonly inputs: InputField[] = [];
  private readonly lists: ItemList[] = [];
  private readonly payers: Payer[] = [];
  private readonly points: OpenPoint[] = [];
  private readonly accumulators: Accumulator[] = [];
  private readonly steps: Step[] = [];
  private readonly specs: { readonly address: string; readonly type: IrType; readonly row?: string }[] = [];
  private readonly values: Value[] = [];
  readonly program: { -readonly [K in keyof Omit<Program, 'steps' | 'parameters'>]: Program[K][number][] } = {
    postings: [],
    dues: [],
    entries: [],
    eligibility: [],
    constraints: [],
    benefits: [],
    openings: [],
    splits: [],
    joins: [],
    computed: [],
    computedItems: [],
  };
  citations: { document: string; quote: string }[] = [];

  field(name: string, type: IrType, more: Partial<InputField> = {}): this {
    this.inputs.push({ name, type, ...more });
    return this;
  }
  choice(name: string, values: Readonly<Record<string, string | undefined>>, interfaceName?: string, kind: 'enum' | 'set' = 'enum'): this {
    const listed = Object.entries(values).map(([value, code]) => ({ name: value, ...(code === undefined ? {} : { code }) }));
    return this.field(name, { kind, name }, { values: listed, ...(interfaceName ? { interfaceName } : {}) });
  }
  /** The bill's total and parts, and the fields that every event has. */
  bill(total: string, ...parts: readonly string[]): this {
    for (const name of [total, ...parts]) this.field(name, FEN, { bill: true });
    return this;
  }
  /** A list that the event carries; the draft's fields so far are not its own. */
  list(name: string, fields: readonly InputField[], interfaceName?: string): this {
    this.lists.push({ name, fields, ...(interfaceName === undefined ? {} : { interfaceName }) });
    return this;
  }
  /** The fold of `value` over a list. */
  over(list: string, how: Fold['how'], value?: Expr, more: Partial<Fold> = {}): Expr {
    return {
      op: 'fold',
      how,
      over: { kind: 'items', list: found(this.lists, (one) => one.name === list, list) },
      ...(value ? { value } : {}),
      ...more,
    };
  }
  /** The field is worked out by a step of its own name. */
  worksOut(field: string, value: Expr, type: IrType = FEN): this {
    this.step(field, type, value, { form: { kind: 'computed' } });
    this.program.computed.push({ input: this.at(field), step: this.stepAt(field) });
    return this;
  }
  payer(name: string, of: Payer['of'] = 'fund'): this {
    this.payers.push({ name, of });
    return this;
  }
  point(address: string, reason: string, more: Partial<OpenPoint> = {}): this {
    this.points.push({ address, reason, source: source(), citations: [], candidates: [], ...more });
    return this;
  }
  accumulator(name: string, how: Accumulator['how'], type: IrType, keyTypes: readonly IrType[]): this {
    this.accumulators.push({ name, how, type, keyTypes });
    return this;
  }

  at(name: string): number {
    return found(this.inputs, (one) => one.name === name, name);
  }
  in(name: string): Expr {
    return { op: 'input', index: this.at(name) };
  }
  stepAt(address: string): number {
    return found(this.steps, (one) => one.address === address, address);
  }
  read(address: string): Expr {
    return { op: 'step', index: this.stepAt(address) };
  }
  pointAt(address: string): number {
    return found(this.points, (one) => one.address === address, address);
  }
  open(address: string): Expr {
    return { op: 'open', point: this.pointAt(address) };
  }
  assume(of: Expr, address: string): Expr {
    return { op: 'assume', of, point: this.pointAt(address) };
  }
  /** A parameter with its value in the version that is being drafted. */
  param(address: string, type: IrType, value: Value, row?: string): Expr {
    const index = this.specs.push({ address, type, ...(row ? { row } : {}) }) - 1;
    this.values.push(value);
    return { op: 'param', index };
  }
  used(accumulator: string, ...keys: readonly Expr[]): Expr {
    return { op: 'accumulated', accumulator: found(this.accumulators, (one) => one.name === accumulator, accumulator), keys };
  }
  previous(accumulator: string): Expr {
    return { op: 'previous', accumulator: found(this.accumulators, (one) => one.name === accumulator, accumulator) };
  }
  remaining(parts: readonly string[], ...after: readonly string[]): Expr {
    return { op: 'remaining', parts: parts.map((part) => this.at(part)), after: after.map((step) => this.stepAt(step)), layers: [] };
  }
  personal(...after: readonly string[]): Expr {
    return { op: 'personal', after: after.map((step) => this.stepAt(step)) };
  }

  step(
    address: string,
    type: IrType,
    value: Expr,
    { rounds = [], posting, form = { kind: 'definition' }, citations = [] }: StepOptions = {},
  ): this {
    this.steps.push({
      address,
      type,
      value,
      rounds,
      ...(posting ? { posting } : {}),
      note: { source: source(this.steps.length), citations, form },
    });
    if (posting) this.program.postings.push(this.steps.length - 1);
    return this;
  }
  /** A step that posts. */
  post(
    address: string,
    value: Expr,
    payer: string | readonly string[],
    parts: readonly string[],
    more: StepOptions & { readonly shareOpen?: string; readonly type?: IrType } = {},
  ): this {
    const names = typeof payer === 'string' ? [payer] : payer;
    const payers = names.map((name) => found(this.payers, (one) => one.name === name, name));
    const posting = {
      payers,
      parts: parts.map((part) => this.at(part)),
      ...(more.shareOpen === undefined ? {} : { shareOpen: this.pointAt(more.shareOpen) }),
    };
    return this.step(address, more.type ?? FEN, value, { form: { kind: 'posting' }, ...more, posting });
  }
  entry(accumulator: string, value: Expr, keys: readonly Expr[], guard: Expr = truth(true)): this {
    this.program.entries.push({
      accumulator: found(this.accumulators, (one) => one.name === accumulator, accumulator),
      guard,
      value,
      keys,
    });
    return this;
  }
  opening(accumulator: string, value: Expr): this {
    this.program.openings.push({ accumulator: found(this.accumulators, (one) => one.name === accumulator, accumulator), value });
    return this;
  }
  eligible(name: string, condition: Expr, reason: string): this {
    this.program.eligibility.push(rule(name, condition, reason));
    return this;
  }
  benefit(name: string, fits: string, applies: string, ...eligibility: readonly EligibilityRule[]): this {
    this.program.benefits.push({ name, fits: this.stepAt(fits), applies: this.stepAt(applies), eligibility });
    return this;
  }

  /** The policy with one version from 2022-01-01 on, unless told otherwise. */
  finish(more: Partial<PolicyIr> = {}): PolicyIr {
    const total = this.inputs.findIndex(({ name }) => name === '总额');
    const bill =
      total < 0 ? {} : { bill: { total, parts: this.inputs.flatMap((one, index) => (one.bill && index !== total ? [index] : [])) } };
    return {
      id: '甲市职工',
      area: { code: '990100', name: '甲市' },
      scheme: '职工',
      entry: total < 0 ? 'cashBenefit' : 'settlement',
      versionDay: this.at('就诊日'),
      periodDay: this.at('就诊日'),
      rounding: { mode: 'halfUp', unit: '1' },
      onReversal: 'recompute',
      moneyLimit: '1000000000',
      inputs: this.inputs,
      lists: this.lists,
      person: this.at('参保人'),
      ...bill,
      payers: this.payers,
      references: [],
      openPoints: this.points,
      citations: this.citations,
      accumulators: this.accumulators,
      programs: [this.code()],
      versions: [this.version('2022-01-01', 0)],
      timeline: [{ from: '2022-01-01', version: 0 }],
      openDays: [],
      unexpressed: [],
      ...more,
    };
  }
  code(): Program {
    return { ...this.program, steps: this.steps, parameters: this.specs };
  }
  version(id: string, program: number, instead: Readonly<Record<string, Value>> = {}, assumes: readonly string[] = []): Version {
    const parameters = this.specs.map(({ address }, index): ParameterValue => {
      const value = instead[address] ?? (this.values[index] as Value);
      const at = { source: source(100 + index), citations: [] };
      if ('known' in value) return { kind: 'known', value: value.known, ...at };
      if ('open' in value) return { kind: 'open', point: this.pointAt(value.open), ...at };
      return { kind: 'assumed', value: value.assumed, point: this.pointAt(value.point), ...at };
    });
    return { id, program, parameters, amendments: [], assumes: assumes.map((point) => this.pointAt(point)) };
  }
}

/** A draft with the fields every event has, and a bill of one paid part and one unpaid. */
export const draft = (): PolicyDraft =>
  new PolicyDraft().field('参保人', TEXT).field('就诊日', DATE).bill('总额', '范围内', '范围外').payer('基金');

export const rule = (name: string, condition: Expr, reason: string): EligibilityRule => ({
  name,
  condition,
  reason,
  source: source(),
  citations: [],
});

export const adjustment = (name: string, how: Adjustment['how'], value?: Expr, more: Partial<Adjustment> = {}): Adjustment => ({
  name,
  how,
  guard: truth(true),
  ...(value ? { value } : {}),
  source: source(),
  citations: [],
  ...more,
});

export const cell = (version: number | undefined, from?: string, to?: string, more: Partial<TimelineCell> = {}): TimelineCell => ({
  ...(version === undefined ? {} : { version }),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...more,
});

/** A bundle file around policies, with nothing else in it. */
export const fileOf = (...policies: readonly PolicyIr[]): BundleFile => ({
  format: BUNDLE_FORMAT,
  features: [],
  manifest: { id: 'test', area: { code: '990100', name: '甲市' }, policies: [], effective: {}, language: '1', compiler: '1', files: [] },
  ir: { irVersion: 1, policies },
  scenarios: [],
});

export const load = (...policies: readonly PolicyIr[]): LoadedBundle => loadUnverified(fileOf(...policies), 'sha256:test');

function found<T>(all: readonly T[], test: (one: T) => boolean, name: string): number {
  const index = all.findIndex(test);
  if (index < 0) throw new Error(`the draft has no ${name}`);
  return index;
}
