import type { Decoder } from './decode.ts';
import { list, nameText, oneOf, optional, record, tagged, text, truth, whole } from './decode.ts';
import { day, digits, expr, index, irType, literal, mode, over, positiveDigits } from './decode-expr.ts';
import type {
  Accumulator,
  Adjustment,
  AmendmentRef,
  Bill,
  Bundle,
  CapNote,
  Citation,
  Computed,
  EligibilityRule,
  EntryRule,
  Expr,
  InputField,
  ItemList,
  Join,
  Members,
  Note,
  OpenDay,
  OpenPoint,
  ParameterSpec,
  ParameterValue,
  Payer,
  PolicyIr,
  Posting,
  Program,
  Reference,
  Rounding,
  SourceRange,
  Split,
  Step,
  TimelineCell,
  Version,
} from './types.ts';
import { IR_VERSION } from './types.ts';

const name = nameText;
const indexes = list(index, 20_000);

const source: Decoder<SourceRange> = record<SourceRange>({ file: name, start: index, end: index, line: whole(1) });
const rounding: Decoder<Rounding> = record<Rounding>({ mode, unit: positiveDigits });

const input: Decoder<InputField> = record<InputField>({
  name,
  type: irType,
  interfaceName: optional(name),
  values: optional(list(record<NonNullable<InputField['values']>[number]>({ name, code: optional(name) }), 5000)),
  min: optional(digits),
  max: optional(digits),
  asOf: optional(name),
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

type Valued<Kind> = Extract<ParameterValue, { readonly kind: Kind }>;
const parameterValue: Decoder<ParameterValue> = tagged<ParameterValue>('kind', {
  known: record<Valued<'known'>>({ kind: oneOf('known'), value: literal, source, citations: indexes }),
  assumed: record<Valued<'assumed'>>({ kind: oneOf('assumed'), value: literal, point: index, source, citations: indexes }),
  open: record<Valued<'open'>>({ kind: oneOf('open'), point: index, source, citations: indexes }),
});

const amendment: Decoder<AmendmentRef> = record<AmendmentRef>({
  effective: optional(day),
  published: optional(day),
  until: optional(day),
  source,
  citations: indexes,
});
const version: Decoder<Version> = record<Version>({
  id: name,
  program: index,
  parameters: list(parameterValue, 50_000),
  amendments: list(amendment, 5000),
  assumes: indexes,
});

const timelineCell: Decoder<TimelineCell> = record<TimelineCell>({
  from: optional(day),
  to: optional(day),
  knownFrom: optional(day),
  knownTo: optional(day),
  version: optional(index),
  candidates: optional(list(record<NonNullable<TimelineCell['candidates']>[number]>({ version: index }), 64)),
  point: optional(index),
  knownAssumes: optional(indexes),
});

const adjustment: Decoder<Adjustment> = record<Adjustment>({
  name,
  how: oneOf('set', 'add', 'multiply', 'atLeast', 'atMost', 'waive'),
  guard: expr,
  value: optional(expr),
  scale: optional(positiveDigits),
  join: optional(oneOf('both', 'highest', 'lowest')),
  source,
  citations: indexes,
});

const members: Decoder<Members> = record<Members>({
  list: index,
  guard: optional(expr),
  value: expr,
  pool: optional(index),
  remainder: optional(oneOf('greatest', 'first', 'last', 'payer')),
});
const posting: Decoder<Posting> = record<Posting>({
  payers: list(index, 100),
  shares: optional(list(index, 100)),
  shareOpen: optional(index),
  parts: list(index, 100),
  into: optional(index),
  until: optional(expr),
  members: optional(members),
});

type Form = Note['form'];
type FormOf<Kind extends Form['kind']> = Extract<Form, { readonly kind: Kind }>;
const limits = list(record<CapNote>({ limit: index, used: optional(index) }), 100);
type Bare = Exclude<Form['kind'], 'deductible' | 'expenseCap' | 'payable' | 'payment' | 'guarantee' | 'used' | 'allocation' | 'receiver'>;
const bare: Decoder<Form> = record<{ readonly kind: Bare }>({
  kind: oneOf(
    'definition',
    'parameter',
    'posting',
    'applies',
    'base',
    'ratio',
    'standard',
    'limit',
    'eligibility',
    'computed',
    'over',
    'copay',
    'due',
    'deferral',
    'allotment',
  ),
});
const formCases: { readonly [Kind in Form['kind']]: Decoder<Form> } = {
  definition: bare,
  parameter: bare,
  posting: bare,
  applies: bare,
  base: bare,
  ratio: bare,
  standard: bare,
  limit: bare,
  eligibility: bare,
  computed: bare,
  due: bare,
  deferral: bare,
  allotment: bare,
  over: bare,
  copay: bare,
  deductible: record<FormOf<'deductible'>>({ kind: oneOf('deductible'), base: index, standard: index, used: optional(index) }),
  expenseCap: record<FormOf<'expenseCap'>>({ kind: oneOf('expenseCap'), base: index, deductible: optional(index), limits }),
  payable: record<FormOf<'payable'>>({ kind: oneOf('payable'), base: index, ratio: optional(index), bands: optional(name) }),
  payment: record<FormOf<'payment'>>({ kind: oneOf('payment'), payable: index, limits, deductible: optional(index) }),
  guarantee: record<FormOf<'guarantee'>>({ kind: oneOf('guarantee'), floor: index, paid: indexes, layers: indexes }),
  used: record<FormOf<'used'>>({ kind: oneOf('used'), accumulator: index }),
  allocation: record<FormOf<'allocation'>>({ kind: oneOf('allocation'), of: oneOf('whole', 'available', 'sum', 'rest') }),
  receiver: record<FormOf<'receiver'>>({ kind: oneOf('receiver'), amount: index, before: indexes }),
};
const note: Decoder<Note> = record<Note>({ source, citations: indexes, form: tagged<Form>('kind', formCases) });

const step: Decoder<Step> = record<Step>({
  address: name,
  type: irType,
  value: expr,
  rounds: list(list(adjustment, 1000), 100),
  posting: optional(posting),
  note,
});

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
  splits: list(
    record<Split>({
      period: oneOf('year', 'quarter', 'month'),
      from: index,
      to: index,
      by: optional(record<NonNullable<Split['by']>>({ list: index, field: index })),
      guard: optional(expr),
    }),
    1,
  ),
  joins: list(record<Join>({ earlier: expr, stay: expr, from: index, to: index, within: expr }), 100),
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
