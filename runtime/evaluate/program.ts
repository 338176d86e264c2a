import type { ReasonRef } from '../answer.ts';
import type { EncounterReader } from '../encounter/read.ts';
import { encounterReader } from '../encounter/read.ts';
import { scaleOf } from '../ir/type-of.ts';
import type {
  Accumulator,
  ComputedItem,
  EligibilityRule,
  EntryRule,
  Expr,
  PolicyIr,
  Program,
  Reference,
  Step,
  Version,
} from '../ir/types.ts';
import type { Value } from '../ir/value.ts';
import { valueOfLiteral, yuanText } from '../ir/value.ts';
import type { Reliance } from '../ledger/reliance.ts';
import { compileExpr } from './compile.ts';
import type { Computable } from './computed.ts';
import { computableOf } from './computed.ts';
import { beyondLimit } from './faults.ts';
import type { Gap } from './gap.ts';
import { faultGap, missingGap, openGap } from './gap.ts';
import type { Run, Site } from './site.ts';
import type { Adjusted } from './steps/adjust.ts';
import { compileAdjusted } from './steps/adjust.ts';
import { compileMembers } from './steps/batch.ts';
import { itemsOf } from './steps/fold.ts';
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
  /** Policies that are settled before this one for the same event, each after those it refers to. */
  readonly layers: readonly CompiledPolicy[];
  readonly references: readonly CompiledReference[];
  /** Accumulators with 期初 追溯, each with the first law that declares it. */
  /** Whether any of its laws splits or joins events. */
  readonly rewrites: boolean;
  readonly retroactive: readonly { readonly accumulator: string; readonly version: number }[];
  readonly version: (index: number) => CompiledVersion;
}

/** A result of an earlier layer. */
export interface CompiledReference {
  readonly ir: Reference;
  readonly layer: CompiledPolicy;
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
  /** Step by its address. */
  readonly addresses: ReadonlyMap<string, number>;
  readonly postings: readonly CompiledPosting[];
  /** The steps of money. */
  readonly amounts: readonly { readonly step: number; readonly address: string; readonly scale: bigint }[];
  readonly entries: readonly {
    readonly accumulator: Accumulator;
    readonly guard: Run;
    readonly value: Run;
    readonly keys: readonly Run[];
    /** What there is one entry for each of. */
    readonly each: ReturnType<typeof itemsOf> | undefined;
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
  /** Fields that it works out when they are not given. */
  readonly computable: Computable;
  /** Fields of items that it works out. */
  readonly computedItems: readonly { readonly ir: ComputedItem; readonly value: Run; readonly agrees: Run }[];
  /** Where its expressions stand; the explanation asks for parts of steps. */
  readonly site: Site;
}

export interface CompiledRule {
  readonly ir: EligibilityRule;
  readonly condition: Run;
}

/** Makes the policies of a bundle ready, each with its layers. INVARIANT: none refers to itself through others, nor to one that is not there. */
export function compilePolicies(all: readonly PolicyIr[]): readonly CompiledPolicy[] {
  const irs = new Map(all.map((ir) => [ir.id, ir]));
  const ready = new Map<string, CompiledPolicy>();
  const layered = all.some(({ references }) => references.length > 0);
  const make = (ir: PolicyIr): CompiledPolicy => {
    const known = ready.get(ir.id);
    if (known) return known;
    const below = [...new Set(ir.references.map(({ policy }) => policy))].map((id) => make(irs.get(id) as PolicyIr));
    const layers = [...new Set(below.flatMap((one) => [...one.layers, one]))];
    const policy = compilePolicy(ir, layers, layered);
    ready.set(ir.id, policy);
    return policy;
  };
  return all.map(make);
}

/**
 * Makes a policy ready. Programs and versions are made ready when the first event needs them. Where several policies answer together
 * (`named`), what is open says whose it is.
 */
export function compilePolicy(ir: PolicyIr, layers: readonly CompiledPolicy[] = [], named = false): CompiledPolicy {
  const reasons = ir.openPoints.map(
    ({ address, reason, source }): ReasonRef => ({ address, reason, source, ...(named ? { policy: ir.id } : {}) }),
  );
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
    missingGaps: ir.inputs.map(({ name }) => missingGap(name)),
    timeline: compileTimeline(ir.timeline),
    layers,
    references: ir.references.map((reference) => ({
      ir: reference,
      layer: layers.find((layer) => layer.ir.id === reference.policy) as CompiledPolicy,
    })),
    rewrites: ir.programs.some(({ splits, joins }) => splits.length + joins.length > 0),
    retroactive: retroactiveOf(ir),
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
      addresses: new Map(program.steps.map(({ address }, at) => [address, at])),
      postings: program.postings.map((step) => compilePosting(ir, program, step, site)),
      amounts: program.steps.flatMap(({ address, type }, step) =>
        type.kind === 'money' ? [{ step, address, scale: BigInt(type.scale) }] : [],
      ),
      entries: program.entries.map((entry) => ({
        ir: entry,
        accumulator: ir.accumulators[entry.accumulator] as Accumulator,
        guard: site.compile(entry.guard),
        value: site.compile(entry.value),
        keys: entry.keys.map(site.compile),
        each: entry.each && itemsOf({ op: 'fold', how: 'count', over: entry.each }, site),
      })),
      eligibility: program.eligibility.map(rule),
      constraints: program.constraints.map(({ name, holds }) => ({ name, holds: site.compile(holds) })),
      benefits: program.benefits.map((benefit) => ({ ...benefit, eligibility: benefit.eligibility.map(rule) })),
      openings: compileOpenings(program, ir.booksOpen, site),
      computable: computableOf(ir, program),
      computedItems: program.computedItems.map((one) => ({ ir: one, value: site.compile(one.value), agrees: site.compile(one.agrees) })),
      site,
    };
  }
}

function retroactiveOf({ accumulators, programs, versions }: PolicyIr): CompiledPolicy['retroactive'] {
  return accumulators.flatMap(({ name: accumulator }, index) => {
    const version = versions.findIndex(({ program }) =>
      programs[program]?.entries.some((one) => one.accumulator === index && one.retroactive),
    );
    return version < 0 ? [] : [{ accumulator, version }];
  });
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

function compilePosting(policy: PolicyIr, program: Program, step: number, site: Site): CompiledPosting {
  const { bill, rounding, entry } = policy;
  const { address, type, posting } = program.steps[step] as Step;
  const ir = posting ?? { payers: [], parts: [] };
  return {
    step,
    address,
    owner: policy,
    ir,
    parts: ir.parts.map((part) => bill?.parts.indexOf(part) ?? -1),
    scale: scaleOf(type) ?? 1n,
    mode: rounding.mode,
    unit: BigInt(rounding.unit),
    mayBeNegative: entry === 'clearing',
    until: ir.until && site.compile(ir.until),
    members: ir.members && compileMembers(ir.members, site),
  };
}
