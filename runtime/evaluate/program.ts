import type { ReasonRef } from '../answer.ts';
import type { EncounterReader } from '../encounter/read.ts';
import { encounterReader } from '../encounter/read.ts';
import { scaleOf } from '../ir/type-of.ts';
import type { Accumulator, EligibilityRule, EntryRule, Expr, PolicyIr, Program, Step, Version } from '../ir/types.ts';
import type { Value } from '../ir/value.ts';
import { valueOfLiteral, yuanText } from '../ir/value.ts';
import type { Reliance } from '../ledger/reliance.ts';
import { compileExpr } from './compile.ts';
import { beyondLimit } from './faults.ts';
import type { Gap } from './gap.ts';
import { faultGap, missingGap, openGap } from './gap.ts';
import type { Run, Site } from './site.ts';
import type { Adjusted } from './steps/adjust.ts';
import { compileAdjusted } from './steps/adjust.ts';
import type { Opening } from './steps/opening.ts';
import { compileOpenings } from './steps/opening.ts';
import type { CompiledPosting } from './steps/post.ts';
import type { Parameter } from './steps/read.ts';
import type { CompiledCell } from './version.ts';
import { compileTimeline } from './version.ts';

/** One policy made ready to settle: everything that does not depend on the event is decided. */
export interface CompiledPolicy {
  readonly ir: PolicyIr;
  readonly reader: EncounterReader;
  /** Fen. */
  readonly moneyLimit: bigint;
  /** Fields that are parts of the bill, in its order. */
  readonly parts: readonly number[];
  /** Per open point: its reason, the gap it leaves, what an assumption in its place relies on, its candidates. */
  readonly reasons: readonly ReasonRef[];
  readonly openGaps: readonly Gap[];
  readonly assumptions: readonly (readonly Reliance[])[];
  readonly candidates: readonly (readonly Value[])[];
  /** Per field: the gap when it is not given. */
  readonly missingGaps: readonly Gap[];
  readonly timeline: readonly CompiledCell[];
  readonly version: (index: number) => CompiledVersion;
}

export interface CompiledVersion {
  readonly ir: Version;
  readonly program: CompiledProgram;
  readonly parameters: readonly Parameter[];
  /** What every answer under this version relies on. */
  readonly assumed: readonly Reliance[];
}

export interface CompiledProgram {
  readonly ir: Program;
  /** `position` among the postings, -1 for a step that posts nothing. */
  readonly steps: readonly { readonly ir: Step; readonly run: Run; readonly adjusted: Adjusted; readonly position: number }[];
  readonly postings: readonly CompiledPosting[];
  /** The steps of money. */
  readonly amounts: readonly { readonly step: number; readonly address: string; readonly scale: bigint }[];
  readonly entries: readonly {
    readonly accumulator: Accumulator;
    readonly guard: Run;
    readonly value: Run;
    readonly keys: readonly Run[];
    readonly ir: EntryRule;
  }[];
  readonly eligibility: readonly CompiledRule[];
  readonly constraints: readonly { readonly name: string | undefined; readonly holds: Run }[];
  readonly benefits: readonly {
    readonly name: string;
    readonly applies: number;
    readonly fits: number;
    readonly eligibility: readonly CompiledRule[];
  }[];
  readonly openings: ReadonlyMap<number, Opening>;
  /** Where its expressions stand; the explanation asks for parts of steps. */
  readonly site: Site;
}

export interface CompiledRule {
  readonly ir: EligibilityRule;
  readonly condition: Run;
}

/** Makes a policy ready. Programs and versions are made ready when the first event needs them. */
export function compilePolicy(ir: PolicyIr): CompiledPolicy {
  const reasons = ir.openPoints.map(({ address, reason, source }): ReasonRef => ({ address, reason, source }));
  const programs = new Map<number, CompiledProgram>();
  const versions = new Map<number, CompiledVersion>();
  const policy: CompiledPolicy = {
    ir,
    reader: encounterReader(ir),
    moneyLimit: BigInt(ir.moneyLimit),
    parts: ir.bill?.parts ?? [],
    reasons,
    openGaps: reasons.map((reason) => openGap([reason])),
    assumptions: reasons.map((reason) => [{ kind: 'assumed', reason }]),
    candidates: ir.openPoints.map(({ candidates }) =>
      candidates.flatMap((candidate) => (candidate.op === 'const' ? [valueOfLiteral(candidate.value, candidate.type)] : [])),
    ),
    missingGaps: ir.inputs.map((_, index) => missingGap(index)),
    timeline: compileTimeline(ir.timeline),
    version: (index) => remembered(versions, index, () => compileVersion(index)),
  };
  return policy;

  function compileVersion(index: number): CompiledVersion {
    const version = ir.versions[index];
    if (!version) throw new RangeError(`there is no version ${index}`);
    const program = remembered(programs, version.program, () => compileProgram(version.program));
    const assumed = [...version.assumes, ...(ir.schemeAssumed === undefined ? [] : [ir.schemeAssumed])];
    return {
      ir: version,
      program,
      parameters: version.parameters.map((parameter, slot): Parameter => {
        const point = parameter.kind === 'known' ? -1 : parameter.point;
        const type = program.ir.parameters[slot]?.type;
        return parameter.kind === 'open' || !type ? { point } : { point, value: valueOfLiteral(parameter.value, type) };
      }),
      assumed: assumed.flatMap((point) => policy.assumptions[point] ?? []),
    };
  }

  function compileProgram(index: number): CompiledProgram {
    const program = ir.programs[index];
    if (!program) throw new RangeError(`there is no program ${index}`);
    const ready = new WeakMap<Expr, Run>();
    const site: Site = { policy, program, compile: (expr) => rememberedExpr(ready, expr, site) };
    const positions = new Map(program.postings.map((step, position) => [step, position]));
    const rule = (one: EligibilityRule): CompiledRule => ({ ir: one, condition: site.compile(one.condition) });
    return {
      ir: program,
      steps: program.steps.map((step, at) => {
        const adjusted = compileAdjusted(step, site);
        return { ir: step, adjusted, run: limited(step, adjusted.run, ir), position: positions.get(at) ?? -1 };
      }),
      postings: program.postings.map((step) => compilePosting(ir, program, step)),
      amounts: program.steps.flatMap(({ address, type }, step) =>
        type.kind === 'money' ? [{ step, address, scale: BigInt(type.scale) }] : [],
      ),
      entries: program.entries.map((entry) => ({
        ir: entry,
        accumulator: ir.accumulators[entry.accumulator] as Accumulator,
        guard: site.compile(entry.guard),
        value: site.compile(entry.value),
        keys: entry.keys.map(site.compile),
      })),
      eligibility: program.eligibility.map(rule),
      constraints: program.constraints.map(({ name, holds }) => ({ name, holds: site.compile(holds) })),
      benefits: program.benefits.map((benefit) => ({ ...benefit, eligibility: benefit.eligibility.map(rule) })),
      openings: compileOpenings(program, ir.booksOpen, site),
      site,
    };
  }
}

function remembered<T>(known: Map<number, T>, key: number, make: () => T): T {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

function rememberedExpr(ready: WeakMap<Expr, Run>, expr: Expr, site: Site): Run {
  let run = ready.get(expr);
  if (run === undefined) {
    run = compileExpr(expr, site);
    ready.set(expr, run);
  }
  return run;
}

/** A step of money may not exceed the policy's limit: the proof that its numerator fits rests on it. */
function limited({ address, type }: Step, run: Run, { moneyLimit }: PolicyIr): Run {
  if (type.kind !== 'money') return run;
  const scale = scaleOf(type) ?? 1n;
  const most = BigInt(moneyLimit) * scale;
  const least = -most;
  return (state) => {
    const value = run(state);
    if (typeof value === 'bigint' && (value > most || value < least)) return faultGap(beyondLimit(address, yuanText(value, scale).text));
    return value;
  };
}

function compilePosting({ bill, rounding, entry }: PolicyIr, program: Program, step: number): CompiledPosting {
  const { address, type, posting } = program.steps[step] as Step;
  const ir = posting ?? { payers: [], parts: [] };
  return {
    step,
    address,
    ir,
    parts: ir.parts.map((part) => bill?.parts.indexOf(part) ?? -1),
    scale: scaleOf(type) ?? 1n,
    mode: rounding.mode,
    unit: BigInt(rounding.unit),
    mayBeNegative: entry === 'clearing',
  };
}
