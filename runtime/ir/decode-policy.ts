import type { CodeTable } from './bill.ts';
import type { Decoder } from './decode.ts';
import { list, oneOf, optional, record, text, truth } from './decode.ts';
import { day, digits, expr, index, irType, mode, over, positiveDigits } from './decode-expr.ts';
import { indexes, name, source } from './decode-source.ts';
import { step } from './decode-step.ts';
import { timelineCell, version } from './decode-version.ts';
import type {
  Accumulator,
  Bill,
  Bundle,
  Citation,
  Computed,
  ComputedItem,
  EligibilityRule,
  EntryRule,
  Expr,
  InputField,
  ItemList,
  Join,
  OpenDay,
  OpenPoint,
  ParameterSpec,
  Payer,
  PolicyIr,
  Program,
  Reference,
  Rounding,
  Split,
} from './types.ts';
import { IR_VERSION } from './types.ts';

const rounding: Decoder<Rounding> = record<Rounding>({ mode, unit: positiveDigits });

/** The codes of one version or area. */
const codeTable: Decoder<CodeTable> = record<CodeTable>({
  interfaceName: name,
  version: name,
  codes: list(record<CodeTable['codes'][number]>({ code: name, value: name }), 5000),
});
const input: Decoder<InputField> = record<InputField>({
  name,
  type: irType,
  interfaceName: optional(name),
  values: optional(list(record<NonNullable<InputField['values']>[number]>({ name, code: optional(name) }), 5000)),
  tables: optional(list(codeTable, 50)),
  min: optional(digits),
  max: optional(digits),
  asOf: optional(name),
  optional: optional(truth),
  bill: optional(truth),
});

/** As many fields as an item of a bill has in the national interface, and room. */
const itemList: Decoder<ItemList> = record<ItemList>({ name, interfaceName: optional(name), fields: list(input, 200) });

const bill: Decoder<Bill> = record<Bill>({ total: index, parts: list(index, 100) });
const payer: Decoder<Payer> = record<Payer>({
  name,
  of: oneOf('fund', 'account', 'fiscal', 'hospital', 'commercial', 'person', 'employer'),
  interfaceName: optional(name),
});

const reference: Decoder<Reference> = record<Reference>({ name, policy: name, address: name, type: irType });

const openPoint: Decoder<OpenPoint> = record<OpenPoint>({
  address: name,
  reason: text(),
  source,
  citations: indexes,
  candidates: list(expr, 64),
  type: optional(irType),
});

const citation: Decoder<Citation> = record<Citation>({
  document: name,
  quote: text(),
  found: optional(record<NonNullable<Citation['found']>>({ start: index, end: index })),
});

const accumulator: Decoder<Accumulator> = record<Accumulator>({
  name,
  policy: optional(name),
  how: oneOf('sum', 'count', 'greatest', 'latest', 'set'),
  type: irType,
  keyTypes: list(irType, 12),
});

const eligibility: Decoder<EligibilityRule> = record<EligibilityRule>({
  name,
  condition: expr,
  reason: text(),
  source,
  citations: indexes,
});
const entry: Decoder<EntryRule> = record<EntryRule>({
  accumulator: index,
  each: optional(over),
  guard: expr,
  value: expr,
  retroactive: optional(truth),
  keys: list(expr, 12),
});
const parameterSpec: Decoder<ParameterSpec> = record<ParameterSpec>({ address: name, type: irType, row: optional(name) });

const program: Decoder<Program> = record<Program>({
  steps: list(step, 20_000),
  postings: list(index, 1000),
  dues: list(index, 1000),
  entries: list(entry, 2000),
  eligibility: list(eligibility, 1000),
  constraints: list(record<Program['constraints'][number]>({ name: optional(name), holds: expr, source }), 1000),
  benefits: list(record<Program['benefits'][number]>({ name, applies: index, fits: index, eligibility: list(eligibility, 1000) }), 1000),
  openings: list(record<{ readonly accumulator: number; readonly value: Expr }>({ accumulator: index, value: expr }), 2000),
  parameters: list(parameterSpec, 50_000),
  computed: list(record<Computed>({ input: index, step: index }), 1000),
  computedItems: list(record<ComputedItem>({ list: index, field: index, type: irType, value: expr, agrees: expr }), 1000),
  splits: list(
    record<Split>({
      period: oneOf('year', 'quarter', 'month'),
      from: index,
      to: index,
      begins: optional(record<NonNullable<Split['begins']>>({ month: index, day: index })),
      by: optional(record<NonNullable<Split['by']>>({ list: index, field: index })),
      guard: optional(expr),
    }),
    1,
  ),
  joins: list(record<Join>({ earlier: expr, stay: expr, from: index, to: index, within: expr, unit: oneOf('days', 'hours') }), 100),
});

const policy: Decoder<PolicyIr> = record<PolicyIr>({
  id: name,
  area: record<PolicyIr['area']>({ code: name, name }),
  scheme: optional(name),
  schemeAssumed: optional(index),
  entry: oneOf('settlement', 'cashBenefit', 'contribution', 'clearing'),
  versionDay: index,
  periodDay: index,
  rounding,
  onReversal: oneOf('recompute', 'stand'),
  moneyLimit: positiveDigits,
  booksOpen: optional(day),
  inputs: list(input, 5000),
  lists: list(itemList, 100),
  person: index,
  bill: optional(bill),
  payers: list(payer, 1000),
  references: list(reference, 1000),
  openPoints: list(openPoint, 20_000),
  citations: list(citation, 50_000),
  accumulators: list(accumulator, 2000),
  programs: list(program, 2000),
  versions: list(version, 5000),
  timeline: list(timelineCell, 50_000),
  openDays: list(record<OpenDay>({ point: index }), 5000),
  unexpressed: list(record<PolicyIr['unexpressed'][number]>({ sentence: text(), why: text() }), 5000),
});

/** The shape of every part; indexes and types are the business of `checkPolicy`. */
export const bundleShape: Decoder<Bundle> = record<Bundle>({
  irVersion: (json, at, reading) =>
    json === IR_VERSION
      ? IR_VERSION
      : reading.refuse(at, `本运行时只认识第 ${IR_VERSION} 版`, `this runtime reads version ${IR_VERSION} only`),
  policies: list(policy, 1000),
});
