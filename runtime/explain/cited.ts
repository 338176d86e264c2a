/** The sentences behind a step: those of the numbers it took, then those of its rule. */
import type { ParameterValue, Step, Version } from '../ir/types.ts';
import { reachedFrom } from './reach.ts';
import { passedOn, rowOf, rowsIn } from './row.ts';
import { isNumberForm } from './standing.ts';
import type { View } from './view.ts';

/** The steps below one that only passes their value on. */
export function chainBelow(index: number, view: View): readonly number[] {
  const below = passedOn(index, view);
  return below === undefined ? [] : [below, ...chainBelow(below, view)];
}

/**
 * What a line cites, as indexes of citations. The number's own sentences come before those of the rule that uses it. A number that an
 * amendment changed is quoted from the amendment alone: what its rule quotes is no longer its source, here or in what is worked out from it.
 * `tells` are the steps that the line speaks for, `numberStep` the one whose value is its number.
 */
export function rulesCited(
  index: number,
  tells: readonly number[],
  numberStep: Step | undefined,
  view: View,
  version: Version,
): readonly number[] {
  const { steps } = view.state.of.program.ir;
  // What was counted before is in the books, not in a sentence.
  if (steps[index]?.note.form.kind === 'used') return [];
  const { numbers, changed } = numberTold(index, numberStep, view, version);
  const rules = changed ? [] : tells.toReversed().flatMap((at) => steps[at]?.note.citations ?? []);
  const stale = numbers.length > 0 ? NOTHING : staleBelow(index, view, version);
  return [...numbers, ...rules].flatMap((citation) => stale.get(citation) ?? [citation]);
}

interface Told {
  readonly numbers: readonly number[];
  /** Whether the number is an amendment's, and its rule does not quote the same. */
  readonly changed: boolean;
}

function numberTold(index: number, numberStep: Step | undefined, view: View, version: Version): Told {
  const { steps } = view.state.of.program.ir;
  const row = numberStep && rowOf(numberStep.value, view, version.parameters);
  const owner = steps[[index, ...chainBelow(index, view)].at(-1) ?? index];
  const values = row ? [row.value] : owner ? rowsIn(owner.value, view, version.parameters).map(({ value }) => value) : [];
  const own = values.toSorted((a, b) => Number(isAmended(b, version)) - Number(isAmended(a, version)));
  const numbers = [...new Set(own.flatMap(({ citations }) => citations))];
  const quoted = owner?.note.citations ?? [];
  const [first] = own;
  const changed = row !== undefined && first !== undefined && isAmended(first, version) && numbers.length > 0;
  return { numbers, changed: changed && !quoted.some((citation) => numbers.includes(citation)) };
}

/** Whether a value stands in an amendment. */
const isAmended = ({ source }: ParameterValue, { amendments }: Version): boolean =>
  amendments.some((one) => one.source.file === source.file && one.source.start <= source.start && source.end <= one.source.end);

const NOTHING: ReadonlyMap<number, readonly number[]> = new Map();

/** Sentences that gave a number which an amendment has changed since, with the amendment's, of all numbers that a step is worked out from. */
function staleBelow(index: number, view: View, version: Version): ReadonlyMap<number, readonly number[]> {
  if (version.amendments.length === 0) return NOTHING;
  const { steps } = view.state.of.program.ir;
  const stale = new Map<number, readonly number[]>();
  for (const at of reachedFrom([index], view)) {
    const step = steps[at];
    if (!step || !isNumberForm(step.note.form.kind)) continue;
    const { numbers, changed } = numberTold(at, step, view, version);
    const owner = steps[[at, ...chainBelow(at, view)].at(-1) ?? at];
    if (changed) for (const citation of owner?.note.citations ?? []) stale.set(citation, numbers);
  }
  return stale;
}
