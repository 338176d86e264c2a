import type { Expression } from '../../2-syntax/node.ts';
import type { Benefit } from '../../2-syntax/nodes/benefit.ts';
import type { Citation } from '../../2-syntax/nodes/declaration.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { noCondition, noDeductible, noPosting } from '../../diagnostics/forms.ts';
import { builderAt } from './build.ts';
import { type Caps, checkCaps, expandCaps } from './cap.ts';
import type { CoreBenefit, CoreDefinition, CoreItem, CorePosting } from './core.ts';
import { expandDeductible } from './deductible.ts';
import { type Lines, readLines } from './lines.ts';
import { expandRatio } from './ratio.ts';
import { expandTilt } from './tilt.ts';
import { expandEligibility, expandWaitingPeriod, type Guarded } from './waiting-period.ts';

/** What a benefit may ask of the policy around it, only to offer repairs. */
export interface Surroundings {
  readonly accumulators: readonly string[];
  /** The 支付 line of another benefit, as text. */
  readonly postingLike?: string | undefined;
}

/**
 * 待遇 X. Read from the bottom: X.支付 is X.应付 cut by the caps on payment; X.应付 is X.入段 times the ratio; X.入段 is X.基数 less
 * X.起付, cut by the caps on expense. With 次序 先乘后扣 the ratio is taken first: X.入段 comes from X.基数 directly and X.起付 from X.应付.
 * Then 基数 = 起付 + 超限 + 支付 + 共付 holds in both orders. When X.用 is false every amount is 0, even if a line is 待定.
 */
export function expandBenefit(
  benefit: Benefit,
  before: readonly Citation[],
  around: Surroundings,
): { readonly items: readonly CoreItem[]; readonly diagnostics: readonly Diagnostic[] } {
  const { lines, diagnostics } = readLines(benefit, before);
  const { name } = lines;
  const build = builderAt(lines.nameSpan);
  const guarded = [
    ...lines.eligibility.map((line) => expandEligibility(line, lines.citationsOf(line), name)),
    ...lines.waiting.map((line) => expandWaitingPeriod(line, lines.citationsOf(line), name)),
  ];
  const expense = expandCaps(lines, 'expense');
  const payment = expandCaps(lines, 'payment');
  const from = lines.ratioFirst
    ? { address: `${name}.应付`, value: build.ref(name, '应付') }
    : { address: `${name}.基数`, value: build.ref(name, '基数') };
  const deductible = expandDeductible(lines, from, around.accumulators);
  const ratio = expandRatio(lines);
  const definitions = [
    ...guards(lines, guarded),
    base(lines),
    ...deductible.definitions,
    ...expense.definitions,
    ...enter(lines, expense),
    ...ratio.definitions,
    ...payment.definitions,
    ...(lines.posting ? [copay(lines)] : []),
  ];
  // Two lines may be measured against one accumulator: what was used of it is one definition.
  const once = definitions.filter((item, at) => definitions.findIndex((other) => other.address === item.address) === at);
  return {
    items: [
      ...once,
      ...guarded.map((one) => one.rule),
      ...(lines.posting ? [posting(lines, lines.posting, payment)] : []),
      ...lines.tilts.flatMap((tilt) => expandTilt(tilt, lines.citationsOf(tilt), name)),
      record(lines, guarded, [expense, payment]),
    ],
    diagnostics: [
      ...diagnostics,
      ...(lines.applies ? [] : [noCondition({ benefit: name, after: lines.last, span: lines.nameSpan })]),
      ...guarded.flatMap((one) => one.diagnostics),
      ...deductible.diagnostics,
      ...(lines.deductible ? [] : [noDeductible({ benefit: name, after: lines.last, span: lines.nameSpan })]),
      ...checkCaps(lines, around.accumulators),
      ...expense.diagnostics,
      ...ratio.diagnostics,
      ...payment.diagnostics,
      ...(lines.posting ? [] : [noPosting({ benefit: name, like: around.postingLike, after: lines.last, span: lines.nameSpan })]),
    ],
  };
}

/** X.适用 is the 适用 line alone; X.用 adds the benefit's own 资格 and 等待期. */
function guards(lines: Lines, guarded: readonly Guarded[]): readonly CoreDefinition[] {
  const { name, applies } = lines;
  const span = applies?.span ?? lines.nameSpan;
  const build = builderAt(span);
  const shared = { benefit: name, type: 'bool', rounded: false, form: { kind: 'applies' }, span } as const;
  const always: Expression = { kind: 'truth', value: true, span };
  const eligible = guarded.map((one) => build.ref(...one.rule.address.split('.')));
  return [
    {
      kind: 'formDefinition',
      address: `${name}.适用`,
      value: applies?.condition ?? always,
      citations: applies ? lines.citationsOf(applies) : [],
      ...shared,
    },
    ...guarded.flatMap((one) => one.definitions),
    {
      kind: 'formDefinition',
      address: `${name}.用`,
      value: build.both([build.ref(name, '适用'), ...eligible]),
      citations: [],
      ...shared,
    },
  ];
}

/** X.基数: the 基数 line, or the parts that 支付 names. Without either, which has its finding, 0 keeps the other lines readable. */
function base(lines: Lines): CoreDefinition {
  const line = lines.base ?? lines.posting;
  const span = line?.span ?? lines.nameSpan;
  const build = builderAt(span);
  const parts = (lines.posting?.from ?? []).map((part) => build.path({ names: [part], keys: [], span: part.span }));
  return {
    kind: 'formDefinition',
    address: `${lines.name}.基数`,
    rounded: false,
    value: build.when(build.ref(lines.name, '用'), lines.base?.value ?? build.sum(parts)),
    form: { kind: 'base' },
    benefit: lines.name,
    citations: line ? lines.citationsOf(line) : [],
    span,
  };
}

/** X.入段: what of the base is paid for at all; X.超限: what the caps on expense cut off. */
function enter(lines: Lines, expense: Caps): readonly CoreDefinition[] {
  const { name } = lines;
  const line = lines.caps.find((cap) => cap.on === 'expense') ?? lines.deductible;
  const span = line?.span ?? lines.nameSpan;
  const build = builderAt(span);
  const used = build.ref(name, '用');
  const deducted = lines.deductible && !lines.ratioFirst;
  const open = deducted ? build.binary(build.ref(name, '基数'), '-', build.ref(name, '起付')) : build.ref(name, '基数');
  // A policy that rounds to whole yuan can round 起付 above the base.
  const rest = deducted ? build.greatest(build.zero, open) : open;
  const shared = { kind: 'formDefinition', benefit: name, rounded: false, citations: line ? lines.citationsOf(line) : [], span } as const;
  return [
    {
      address: `${name}.入段`,
      value: build.when(used, build.least(rest, ...expense.left)),
      form: { kind: 'expenseCap', base: `${name}.基数`, limits: expense.limits, ...(deducted ? { deductible: `${name}.起付` } : {}) },
      ...shared,
    },
    ...(expense.limits.length === 0
      ? []
      : [
          {
            address: `${name}.超限`,
            value: build.when(used, build.binary(rest, '-', build.ref(name, '入段'))),
            form: { kind: 'over' } as const,
            ...shared,
          },
        ]),
  ];
}

/** X.支付 = 取小(X.应付, what each cap leaves), or of X.应付 - X.起付 when the ratio comes first. */
function posting(lines: Lines, line: NonNullable<Lines['posting']>, payment: Caps): CorePosting {
  const { name } = lines;
  const build = builderAt(line.span);
  const guard = build.both([build.ref(name, '用'), ...(line.guard ? [line.guard] : [])]);
  const payable = build.ref(name, '应付');
  const deducted = lines.deductible && lines.ratioFirst;
  const open = deducted ? build.greatest(build.zero, build.binary(payable, '-', build.ref(name, '起付'))) : payable;
  return {
    kind: 'formPosting',
    address: `${name}.支付`,
    by: line.by,
    ...(line.share ? { share: line.share } : {}),
    from: line.from,
    value: build.when(guard, build.least(open, ...payment.left)),
    guard,
    ...(line.stacks ? { stacks: true } : {}),
    form: { kind: 'payment', payable: `${name}.应付`, limits: payment.limits, ...(deducted ? { deductible: `${name}.起付` } : {}) },
    benefit: name,
    citations: lines.citationsOf(line),
    span: line.span,
  };
}

/** X.共付: the person's share of what entered the bands. */
function copay(lines: Lines): CoreDefinition {
  const { name } = lines;
  const line = lines.ratio ?? lines.byBands;
  const span = line?.span ?? lines.nameSpan;
  const build = builderAt(span);
  const entered = build.ref(name, '入段');
  const paid = lines.deductible && lines.ratioFirst ? build.binary(entered, '-', build.ref(name, '起付')) : entered;
  return {
    kind: 'formDefinition',
    address: `${name}.共付`,
    rounded: false,
    value: build.when(build.ref(name, '用'), build.binary(paid, '-', build.ref(name, '支付'))),
    form: { kind: 'copay' },
    benefit: name,
    citations: line ? lines.citationsOf(line) : [],
    span,
  };
}

function record(lines: Lines, guarded: readonly Guarded[], caps: readonly Caps[]): CoreBenefit {
  const { name } = lines;
  const aliases = new Map(caps.flatMap((one) => [...one.aliases]));
  if (lines.deductible) aliases.set(`${name}.起付线`, `${name}.起付标准`);
  return {
    kind: 'coreBenefit',
    name,
    fits: `${name}.适用`,
    applies: `${name}.用`,
    eligibility: guarded.map((one) => one.rule.name),
    aliases,
    span: lines.span,
  };
}
