import type { CivilDate } from '../calendar/date.ts';
import type { Value } from '../ir/value.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Reliance } from '../ledger/reliance.ts';
import { NOTHING, unite } from '../ledger/reliance.ts';
import { workedOut } from './computed.ts';
import type { Result } from './gap.ts';
import { Gap } from './gap.ts';
import { leftByLayers } from './layer.ts';
import type { CompiledPolicy, CompiledProgram, CompiledVersion } from './program.ts';
import type { Outcome } from './run.ts';
import type { GivenOut } from './steps/give-out.ts';
import type { Posted } from './steps/post.ts';
import { postUpTo } from './steps/post.ts';
import type { Parameter } from './steps/read.ts';
import type { Watch } from './watch.ts';

/** A value that a caller states for what the policy leaves open or assumes. */
export interface Supposed {
  readonly value: Value;
  readonly reliances: readonly Reliance[];
}

/** An item of a list, field by field; a member of a set is an item of one field. */
export type Item = readonly Result[];

/** The event that is settled, and what it is settled against. */
export interface Given {
  readonly policy: CompiledPolicy;
  /** Per field: its value, or the gap of a field not given. */
  readonly inputs: readonly Result[];
  /** Per list of the policy: its items, or the gap of a list not given. */
  readonly lists: readonly (readonly Item[] | Gap)[];
  readonly ledger: Ledger;
  /** Entries with this serial number or a later one are not seen. */
  readonly before: number;
  /** Gets the name of each cell that is read; absent: nobody asks. */
  readonly reads?: Set<string> | undefined;
  /** Gets the index of each parameter that is read; absent: nobody asks. */
  readonly used?: Set<number> | undefined;
  /** Told which fields are read; absent: nobody asks. */
  readonly watch?: Watch | undefined;
  readonly supposed: ReadonlyMap<number, Supposed> | undefined;
  /** Addresses of amounts to work out even if no payment needs them. */
  readonly also: readonly string[];
  /** What every value rests on before anything is worked out. */
  readonly relied: readonly Reliance[];
  /** By which day law had to be published to count; absent: all that is. */
  readonly knownOn?: CivilDate | undefined;
}

/** The law it is settled under in one world. */
export interface Circumstances extends Given {
  readonly program: CompiledProgram;
  readonly parameters: readonly Parameter[];
  /** Candidates chosen for open points. */
  readonly world: ReadonlyMap<number, Value> | undefined;
  /** Earlier layers as settled for the same event in this world, by policy. */
  readonly layers: ReadonlyMap<string, Outcome>;
}

/** While an opening is computed: the keys of the cell one period before it. */
export interface OpeningPeriod {
  readonly previousKeys: readonly Value[];
}

/** A value and what it relied on. */
export interface Relying {
  readonly value: Result;
  readonly reliances: readonly Reliance[];
}

/**
 * One evaluation. Steps are evaluated when something asks for them, and remembered.
 *
 * `reliances` is what the value in the making has relied on so far; each step keeps its own, so that a second reader relies on the same.
 */
export class State {
  readonly of: Circumstances;
  readonly memo: (Result | undefined)[];
  readonly posted: Posted[] = [];
  /** Per part of the bill: what postings so far left of it; undefined until one asks. */
  readonly rest: (Result | undefined)[];
  /** What the folds that are under way have in hand, the innermost last. */
  readonly hands: Item[] = [];
  /** How many items the outermost fold that is under way has gone over, with the folds inside it. */
  gone = 0;
  /** What was given to the items of lists, by the expression that says how. */
  readonly givenOut = new Map<object, GivenOut>();
  /** Open points with candidates that were met without a candidate chosen. */
  readonly touched: number[];
  /** Openings of cells that were computed, by the cell's name. */
  readonly openings: Map<string, Relying>;
  /** The same event under other laws of its policy, of which only the openings of earlier periods are asked. */
  readonly elsewhen: Map<CompiledVersion, State>;
  reliances: readonly Reliance[] = NOTHING;
  period: OpeningPeriod | undefined;
  private readonly stepReliances: (readonly Reliance[] | undefined)[] = [];

  constructor(of: Circumstances, within?: State) {
    this.of = of;
    this.touched = within?.touched ?? [];
    this.openings = within?.openings ?? new Map<string, Relying>();
    this.elsewhen = within?.elsewhen ?? new Map<CompiledVersion, State>();
    this.memo = new Array<Result | undefined>(of.program.steps.length).fill(undefined);
    this.rest = of.policy.parts.map(() => undefined);
  }

  /** The value in the making relies on these. */
  rely(on: readonly Reliance[]): void {
    this.reliances = unite(this.reliances, on);
  }

  /** A field of the event: as given, else as the policy works it out. */
  input(index: number): Result {
    const given = this.of.inputs[index] as Result;
    return given instanceof Gap ? workedOut(this, index, given) : given;
  }

  /** What postings so far, those of earlier layers among them, left of a part of the bill, by its position there. */
  left(part: number): Result {
    const known = this.rest[part];
    if (known !== undefined) return known;
    const whole = leftByLayers(this, this.of.policy.parts[part] ?? -1);
    this.rest[part] = whole;
    return whole;
  }

  /** The value of a step; of a posting, what it posted. */
  step(index: number): Result {
    const known = this.memo[index];
    if (known === undefined) {
      const position = this.of.program.steps[index]?.position ?? -1;
      if (position < this.posted.length) return this.evaluate(index);
      postUpTo(this, position);
      return this.step(index);
    }
    const reliances = this.stepReliances[index];
    if (reliances !== undefined) this.rely(reliances);
    return known;
  }

  /** Evaluates a step that is not known yet. */
  evaluate(index: number): Result {
    const step = this.of.program.steps[index];
    if (step === undefined) throw new RangeError(`there is no step ${index}`);
    const outer = this.reliances;
    this.reliances = NOTHING;
    const value = step.run(this);
    this.memo[index] = value;
    if (this.reliances !== NOTHING) this.stepReliances[index] = this.reliances;
    this.reliances = unite(outer, this.reliances);
    return value;
  }

  /** The same event under another law of its policy, for what a cell held before it. */
  under(version: CompiledVersion): State {
    const { program, parameters } = version;
    if (program === this.of.program && parameters === this.of.parameters) return this;
    const known = this.elsewhen.get(version) ?? new State({ ...this.of, program, parameters, used: undefined }, this);
    this.elsewhen.set(version, known);
    return known;
  }

  /** What a step that is known relied on. */
  reliancesOf(index: number): readonly Reliance[] {
    return this.stepReliances[index] ?? NOTHING;
  }

  /** Runs something that must not count as relied on by the value in the making, and gives what it relied on itself. */
  apart(run: (state: State) => Result): Relying {
    const outer = this.reliances;
    this.reliances = NOTHING;
    const value = run(this);
    const { reliances } = this;
    this.reliances = outer;
    return { value, reliances };
  }
}
