/** What the quick run has to come by, and how often at least. The tables name every kind there is: a new one without a line does not compile. */

import type { KeywordId } from '../../../language/keywords.ts';
import type { AccumulatorModel, AdjustmentModel, Expr, FormModel, PostingModel } from '../../../language/model/types.ts';
import type { Status } from '../kept.ts';

const EXPRESSIONS = {
  constant: 1000,
  open: 5,
  assumed: 5,
  input: 1000,
  definition: 1000,
  sum: 1000,
  product: 1000,
  quotient: 100,
  least: 1000,
  greatest: 1000,
  round: 1000,
  asPoints: 5,
  complement: 50,
  compare: 1000,
  oneOf: 1000,
  contains: 500,
  all: 500,
  any: 500,
  not: 100,
  choose: 1000,
  table: 500,
  bands: 500,
  accumulated: 1000,
  previous: 20,
  reference: 50,
  remaining: 500,
  personal: 500,
  addMonths: 100,
  addDays: 50,
  daysBetween: 50,
  wholeMonths: 100,
  age: 100,
  given: 100,
  hoursBetween: 50,
  dayOf: 50,
  yearOf: 500,
  monthOf: 100,
  quarterOf: 100,
  dayKey: 20,
  monthStart: 5,
  benefitYear: 100,
  fold: 200,
  item: 500,
  allotted: 100,
  member: 20,
} satisfies Partial<Record<Expr['kind'], number>>;

const FORMS = {
  definition: 500,
  parameter: 50,
  posting: 500,
  applies: 500,
  base: 500,
  ratio: 500,
  standard: 500,
  limit: 500,
  eligibility: 100,
  computed: 20,
  due: 20,
  deferral: 10,
  deductible: 500,
  expenseCap: 200,
  payable: 500,
  copay: 20,
  payment: 500,
  guarantee: 100,
  used: 500,
  allocation: 500,
  receiver: 500,
} satisfies Partial<Record<FormModel['kind'], number>>;

const ADJUSTMENTS = { set: 50, add: 50, multiply: 50, atLeast: 3, atMost: 3, waive: 3 } satisfies Record<AdjustmentModel['how'], number>;
const JOINS = { both: 3, highest: 3, lowest: 3 } satisfies Record<NonNullable<AdjustmentModel['join']>, number>;
const ACCUMULATORS = { sum: 1000, count: 50, greatest: 10, latest: 5, set: 5 } satisfies Record<AccumulatorModel['how'], number>;
const POSTINGS = { payers: 1000, parts: 1000, shares: 100, shareOpen: 5, into: 3, until: 5, members: 20 } satisfies Record<
  keyof PostingModel,
  number
>;
const STATUSES = { settled: 5000, open: 50, missing: 10, ineligible: 50, refused: 20, violation: 10 } satisfies Record<Status, number>;

const named = (what: string, counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] =>
  Object.entries(counts).map(([name, least]) => [what === '' ? name : `${what} ${name}`, least]);

/** By the name under which it is counted. */
export const LEAST: ReadonlyMap<string, number> = new Map([
  ...named('', EXPRESSIONS),
  ...named('form', FORMS),
  ...named('adjust', ADJUSTMENTS),
  ...named('join', JOINS),
  ...named('accumulator', ACCUMULATORS),
  ...named('posting', POSTINGS),
  ...named('status', STATUSES),
  ...named('', { reverse: 50, correct: 50, opening: 10, 'opening under an earlier law': 3, 'several laws': 3, 'several candidates': 3 }),
  ...named('', { 'split stay': 50, 'retroactive entry': 20, 'join stay': 5, 'code of another table': 100, 'missing 身份': 3 }),
]);

/** Kinds of expressions and forms that are counted under no line above: each has a reason in test/reference/README.md. */
export const UNCOUNTED = ['over', 'allotment'] as const;

type Counted = keyof typeof EXPRESSIONS | keyof typeof FORMS | (typeof UNCOUNTED)[number];
/** Every kind has its line. */
export const ALL_COUNTED: Exclude<Expr['kind'] | FormModel['kind'], Counted> extends never ? true : false = true;

/** Keywords that no drawn policy uses. */
export const UNUSED: ReadonlySet<KeywordId> = new Set<KeywordId>([
  // Other files than a policy, and what the compiler alone reads.
  ...(['scenario', 'property', 'reconcile', 'basis', 'document', 'source', 'notARule', 'unexpressed', 'assert'] as const),
  // A line of scenarios and an event of ledgers, which the reference does not read.
  ...(['backPayment'] as const),
]);
