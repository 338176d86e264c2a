import type { Explanation, ExplanationLine, ReasonRef, ShownValue } from '../answer.ts';
import type { Result } from '../evaluate/gap.ts';
import { Gap } from '../evaluate/gap.ts';
import type { CompiledPolicy } from '../evaluate/program.ts';
import type { Outcome } from '../evaluate/run.ts';
import type { State } from '../evaluate/state.ts';
import { scaleOf } from '../ir/type-of.ts';
import type { Citation, IrType, Step, Version } from '../ir/types.ts';
import { shownText, yuanText } from '../ir/value.ts';
import { distinct, sameReason } from '../ledger/reliance.ts';
import { chainBelow, rulesCited } from './cited.ts';
import { factOf } from './facts.ts';
import { failedComparison, formulaOf } from './formula.ts';
import { explainedPostings, reachedFrom, readsOf, stepReads } from './reach.ts';
import { passedOn, rowOf } from './row.ts';
import { sharesOf } from './shares.ts';
import { isNumberForm } from './standing.ts';
import type { View } from './view.ts';
import { shown, viewOf } from './view.ts';
import { waterfallOf } from './waterfall.ts';
import { gapWords, refusalWords, wordsOf } from './words.ts';

const NOTHING_TO_EXPLAIN: Explanation = { lines: [], waterfall: [] };

/**
 * The explanation, made from what one evaluation remembers after it is over: settling itself pays nothing for it. Where an event was settled
 * in several worlds, a line whose value differs between them is open.
 */
export function explain(policy: CompiledPolicy, outcome: Outcome): Explanation {
  const { state, status, posted, totals, others, ineligible, open, version, layers } = outcome;
  if (status === 'refused' || status === 'violation') return NOTHING_TO_EXPLAIN;
  if (layers.length > 0) return explainLayers(policy, outcome);
  if (!state) return NOTHING_TO_EXPLAIN;
  const view = viewOf(state);
  const ir = version?.ir ?? versionOf(policy, state);
  const told = toldByForms(view);
  const steps = reachedFrom(explainedPostings(view), view).filter((step) => !isPassedOver(step, told, view));
  // What a benefit would have paid is not worked out for somebody who is not entitled to it.
  const lines = status === 'ineligible' || outcome.excluded ? [] : steps.map((step) => lineOf(step, view, ir));
  const differing = others.length === 0 ? lines : lines.map((line) => acrossWorlds(line, state, others, open));
  return {
    lines: [...refusalLines(ineligible, view, ir.id), ...differing],
    waterfall: totals ? waterfallOf(totals, posted, view, status === 'settled') : outcome.sums ? sharesOf(outcome.sums, posted) : [],
  };
}

/** Each layer's own lines, in the order in which they pay, under the policy's name; then one bill over all of them. */
function explainLayers(policy: CompiledPolicy, whole: Outcome): Explanation {
  const all = [...whole.layers, { policy, outcome: ownOutcome(whole) }];
  const lines = all.flatMap(({ policy: layer, outcome }, at) => {
    const others = whole.others.flatMap((other) => (at < whole.layers.length ? (other.layers[at]?.outcome ?? []) : ownOutcome(other)));
    const told = explain(layer, { ...outcome, totals: undefined, others, open: whole.open });
    return at < whole.layers.length ? told.lines.map((line): ExplanationLine => ({ ...line, policy: layer.ir.id })) : told.lines;
  });
  const { state } = whole;
  const seen = state ?? whole.layers.findLast((one) => one.outcome.state)?.outcome.state;
  const waterfall = whole.totals && seen ? waterfallOf(whole.totals, whole.posted, viewOf(seen), whole.status === 'settled') : [];
  return { lines, waterfall };
}

/** What is to be said of the policy that was asked, without its layers: it may be that nobody is entitled under it while they pay. */
const ownOutcome = ({ layers: _, ...own }: Outcome): Outcome => ({
  ...own,
  layers: [],
  status: own.excluded ? 'ineligible' : own.status,
});

/** In several worlds there is no one version; the explanation speaks of the first. */
const versionOf = ({ ir, version }: CompiledPolicy, { of }: State): Version =>
  ir.versions.find((_, index) => version(index).parameters === of.parameters) ?? (ir.versions[0] as Version);

/** Steps that only pass something on, and numbers that a form's own line already tells, have no line. */
function isPassedOver(index: number, told: ReadonlySet<number>, view: View): boolean {
  const { program } = view.state.of;
  const step = program.ir.steps[index];
  if (!step) return true;
  const { kind } = step.note.form;
  if (kind === 'applies') return !program.ir.benefits.some(({ applies }) => applies === index);
  if (kind === 'base') return passedOn(index, view) !== undefined || isField(step, view);
  if (kind !== 'definition' && kind !== 'parameter') return false;
  return told.has(index);
}

/** The steps that a line of a form only passes on. */
function toldByForms(view: View): ReadonlySet<number> {
  return new Set(view.numbers.flatMap((at) => passedOn(at, view) ?? []));
}

/** A base that is the field itself. */
function isField({ value }: Step, view: View): boolean {
  let expr = value;
  while (expr.op === 'choose') {
    const holds = view.value(expr.if);
    if (typeof holds !== 'boolean') return false;
    expr = holds ? expr.then : expr.otherwise;
  }
  return expr.op === 'input';
}

function lineOf(index: number, view: View, version: Version): ExplanationLine {
  const { state } = view;
  const { program } = state.of;
  const step = program.ir.steps[index] as Step;
  const { form, source } = step.note;
  const value = state.step(index);
  // A number's own line speaks for the definition it passes on.
  const tells = isNumberForm(form.kind) ? [index, ...chainBelow(index, view)] : [index];
  const numberAt = form.kind === 'payable' ? form.ratio : index;
  const numberStep = numberAt === undefined ? undefined : program.ir.steps[numberAt];
  const row = numberStep && rowOf(numberStep.value, view, version.parameters);
  const adjustments = tells.flatMap((at) => adjustmentsOf(at, view));
  const words =
    value instanceof Gap
      ? gapWords(
          step.address,
          value.open.map(({ reason }) => reason),
          value.missing,
        )
      : wordsOf(factOf(index, step, view, row), step.address);
  const citations = [
    ...rulesCited(index, tells, numberStep, view, version),
    ...tells.flatMap((at) =>
      (program.ir.steps[at]?.rounds.flat() ?? [])
        .filter((one) => adjustments.some(({ name }) => name === one.name))
        .flatMap((one) => one.citations),
    ),
  ];
  return {
    address: step.address,
    form: form.kind,
    value: shownValue(value, step.type),
    ...words,
    formula: step.type.kind === 'bool' ? '' : firstFormula(tells, view),
    version: version.id,
    ...(row && row.because.length > 0 ? { row: row.address } : {}),
    ...(row ? { rowSource: row.value.source } : {}),
    adjustments,
    citations: [...new Set(citations)].flatMap((citation): Citation[] =>
      state.of.policy.ir.citations[citation] ? [state.of.policy.ir.citations[citation] as Citation] : [],
    ),
    source,
    assumed: distinct(
      state.reliancesOf(index).flatMap((one) => (one.kind === 'assumed' ? [one.reason] : [])),
      sameReason,
    ),
    reads: stepReads(index, view).map((read) => program.ir.steps[read]?.address ?? ''),
  };
}

/** A number's line tells how the definition that it passes on was worked out. */
const firstFormula = (tells: readonly number[], view: View): string => {
  for (const at of tells) {
    const step = view.state.of.program.ir.steps[at];
    const formula = step ? formulaOf(step.value, view) : '';
    if (formula !== '') return formula;
  }
  return '';
};

/** Every adjustment that applied, with the value before and after. */
function adjustmentsOf(index: number, { state }: View): ExplanationLine['adjustments'] {
  const step = state.of.program.steps[index];
  if (!step || step.ir.rounds.length === 0) return [];
  const told: ExplanationLine['adjustments'][number][] = [];
  const { type } = step.ir;
  state.apart(() => {
    step.adjusted.watch(state, ({ name, source }, before, after) => {
      told.push({ name, before: before === undefined ? '' : shown(before, type), after: shown(after, type), source });
    });
    return true;
  });
  return told;
}

function shownValue(value: Result, type: IrType): ShownValue {
  if (value instanceof Gap) return { kind: 'open', reasons: value.open };
  if (type.kind === 'money' && typeof value === 'bigint') return { kind: 'money', ...yuanText(value, scaleOf(type) ?? 1n) };
  return { kind: 'other', text: shownText(value, type) };
}

/** The line as it is when other worlds give the same, open when they do not. */
function acrossWorlds(line: ExplanationLine, state: State, others: readonly Outcome[], open: readonly ReasonRef[]): ExplanationLine {
  const own = valueAt(line.address, state);
  const alike = others.every((other) => other.state && shownKey(valueAt(line.address, other.state)) === shownKey(own));
  if (alike) return line;
  const words = gapWords(
    line.address,
    open.map(({ reason }) => reason),
    [],
  );
  return { ...line, ...words, value: { kind: 'open', reasons: open }, formula: '', adjustments: [] };
}

function valueAt(address: string, state: State): Result | undefined {
  const index = state.of.program.ir.steps.findIndex((step) => step.address === address);
  return index < 0 ? undefined : state.memo[index];
}

const shownKey = (value: Result | undefined): string => (value === undefined ? '' : value instanceof Gap ? '?' : String(value));

/** A line for each rule of eligibility that stands against the event. */
function refusalLines(against: Outcome['ineligible'], view: View, version: string): readonly ExplanationLine[] {
  const { program, policy } = view.state.of;
  const rules = [...program.ir.eligibility, ...program.ir.benefits.flatMap(({ eligibility }) => eligibility)];
  return rules
    .filter(({ name, reason, source }) => against.some((one) => one.source === source && one.name === name && one.reason === reason))
    .map(({ name, reason, source, citations, condition }) => {
      const failed = failedComparison(condition, view);
      return {
        address: name,
        form: 'eligibility',
        value: { kind: 'other', text: '否' },
        ...refusalWords(name, reason, failed),
        formula: failed,
        version,
        adjustments: [],
        citations: citations.flatMap((citation) => policy.ir.citations[citation] ?? []),
        source,
        assumed: distinct(
          view.state.apart(program.site.compile(condition)).reliances.flatMap((one) => (one.kind === 'assumed' ? [one.reason] : [])),
          sameReason,
        ),
        reads: readsOf(condition, view).map((read) => program.ir.steps[read]?.address ?? ''),
      };
    });
}
