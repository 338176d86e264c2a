/**
 * Which parts of a policy its scenarios ever use: every rule that has a line in an explanation, every table row that chose a value, every
 * 例外 that applied, every 资格 that turned somebody away. What no scenario reaches could be wrong without anybody seeing it.
 */
import type { Answer, ExplanationLine, LoadedBundle, PolicyIr, SourceRange } from '../../runtime/index.ts';
import type { Expr } from '../../runtime/ir/types.ts';
import type { Model } from '../model/types.ts';
import { runScenarios } from './run.ts';

/** A part of a policy, by its place in the text. */
export interface ReachedPart {
  readonly kind: 'rule' | 'row' | 'exception' | 'eligibility';
  /** The benefit or definition it belongs to. */
  readonly owner: string;
  /** "报销比例", "门诊比例[三级, 在职]", "未备案下调". */
  readonly name: string;
  readonly range: SourceRange;
  /** Titles of the scenarios that use it, in their order. */
  readonly scenarios: readonly string[];
}

/** Runs the scenarios of a policy, and of those that refer to it, with their explanations. Parts stand in the order of the text. */
export function reachedParts(model: Model, loaded: LoadedBundle, policy: string): readonly ReachedPart[] {
  const ir = loaded.ir.policies.find(({ id }) => id === policy);
  if (!ir) return [];
  const referring = new Set(loaded.ir.policies.filter((one) => one.references.some((to) => to.policy === policy)).map(({ id }) => id));
  const used = new Map<string, Set<string>>();
  const mark = (key: string, title: string): void => {
    const titles = used.get(key) ?? new Set();
    used.set(key, titles.add(title));
  };
  const results = runScenarios(model, loaded, { explain: true, only: (one) => one.policy === policy || referring.has(one.policy) });
  for (const { title, events } of results) for (const { answer } of events) for (const key of keysOf(answer, policy)) mark(key, title);
  return partsOf(ir).map(({ keys, ...part }) => ({
    ...part,
    scenarios: [...new Set(keys.flatMap((key) => [...(used.get(key) ?? [])]))],
  }));
}

const placeKey = ({ file, start, end }: SourceRange): string => `${file}:${start}-${end}`;
const addressKey = (address: string): string => `= ${address}`;

/** What one answer used. */
function keysOf(answer: Answer, policy: string): readonly string[] {
  const own = ({ policy: of = answer.policy }: ExplanationLine): boolean => of === policy;
  const turnedAway = answer.ineligible.flatMap(({ source }) => (source ? [placeKey(source)] : []));
  return [
    ...turnedAway,
    ...(answer.explanation?.lines ?? [])
      .filter(own)
      .flatMap((line) => [
        addressKey(line.address),
        placeKey(line.source),
        ...(line.rowSource ? [placeKey(line.rowSource)] : []),
        ...line.adjustments.map(({ source }) => placeKey(source)),
        ...line.reads.map(addressKey),
      ]),
  ];
}

type Part = Omit<ReachedPart, 'scenarios'> & { readonly keys: readonly string[] };

/** Forms that say under which name a thing goes on, not what it is. */
const PASSED_ON = new Set(['applies', 'base', 'used', 'computed']);

function partsOf(ir: PolicyIr): readonly Part[] {
  const parts = new Map<string, Part>();
  const put = (part: Part): void => {
    const key = `${part.kind === 'rule' ? 'rule' : 'part'} ${placeKey(part.range)}`;
    const known = parts.get(key);
    parts.set(key, known ? { ...known, keys: [...known.keys, ...part.keys] } : part);
  };
  for (const [index, program] of ir.programs.entries()) {
    for (const step of program.steps) {
      const { address, note, rounds } = step;
      const [owner = address, ...rest] = address.split('.');
      if (note.form.kind !== 'eligibility' && !PASSED_ON.has(note.form.kind))
        put({ kind: 'rule', owner, name: rest.join('.') || owner, range: note.source, keys: [addressKey(address)] });
      for (const { name, source } of rounds.flat()) put({ kind: 'exception', owner, name, range: source, keys: [placeKey(source)] });
      for (const at of rowsIn(step.value)) {
        const spec = program.parameters[at];
        for (const version of ir.versions) {
          const value = version.program === index ? version.parameters[at] : undefined;
          if (spec && value) put({ kind: 'row', owner, name: spec.address, range: value.source, keys: [placeKey(value.source)] });
        }
      }
    }
    const rules = [...program.eligibility, ...program.benefits.flatMap(({ eligibility }) => eligibility)];
    for (const { name, source } of rules) put({ kind: 'eligibility', owner: name, name, range: source, keys: [placeKey(source)] });
  }
  return [...parts.values()].sort((a, b) =>
    a.range.file === b.range.file ? a.range.start - b.range.start : a.range.file < b.range.file ? -1 : 1,
  );
}

/** The parameters that a table chooses among. */
function rowsIn(expr: Expr): readonly number[] {
  switch (expr.op) {
    case 'table':
      return expr.results.flatMap((result) => (result.op === 'param' ? [result.index] : passedOn(result)));
    case 'choose':
      return [...rowsIn(expr.then), ...rowsIn(expr.otherwise)];
    case 'sum':
      return expr.terms.flatMap(({ of }) => rowsIn(of));
    default:
      return [];
  }
}

const passedOn = (expr: Expr): readonly number[] => {
  const [only, ...others] = expr.op === 'sum' ? expr.terms : expr.op === 'assume' ? [{ of: expr.of }] : [];
  if (!only || others.length > 0) return [];
  return only.of.op === 'param' ? [only.of.index] : passedOn(only.of);
};
