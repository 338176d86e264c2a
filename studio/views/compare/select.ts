/** What the comparison shows, as pure functions of its results. */
import type { ChangeWitnesses, PatientClass, StructureChange, ValueChange } from '../../../language/index.ts';
import type { ComparisonState } from '../../store/comparison.ts';

/** A changed value with the number it goes by on the page. */
export interface NumberedChange extends ValueChange {
  readonly number: number;
}

/** The changes of one benefit or rule. */
export interface ChangeGroup {
  readonly name: string;
  /** The benefit itself is new or gone. */
  readonly how?: 'new' | 'gone';
  readonly values: readonly NumberedChange[];
  /** What is written otherwise, values apart. */
  readonly rules: readonly StructureChange[];
}

/** All changes under their headings, numbered through. */
export function groupsOf({ changes }: ComparisonState): readonly ChangeGroup[] {
  if (!changes) return [];
  const { values, structure } = changes.changes;
  const names = [...new Set([...values.map(({ group }) => group), ...structure.map(({ group }) => group)])];
  const benefit = (name: string): StructureChange | undefined =>
    structure.find((one) => one.what === 'benefit' && one.name === name && one.how !== 'changed');
  const touched = names.toSorted((a, b) => rank(benefit(a)?.how) - rank(benefit(b)?.how));
  let number = 0;
  return touched.map((name): ChangeGroup => {
    const own = benefit(name);
    const how = own?.how;
    return {
      name,
      ...(how === 'new' || how === 'gone' ? { how } : {}),
      values: values
        .filter(({ group }) => group === name)
        .map((change) => {
          number += 1;
          return { ...change, number };
        }),
      // What belongs to a benefit that is new or gone goes without saying.
      rules: own
        ? []
        : structure.filter(
            ({ group, what, how: of }) =>
              group === name &&
              !(what === 'rule' && of !== 'changed' && values.some((one) => one.group === name && one.address.startsWith(group))),
          ),
    };
  });
}

/** Changed benefits first, then new ones, then those that are gone. */
const rank = (how: StructureChange['how'] | undefined): number => (how === 'new' ? 1 : how === 'gone' ? 2 : 0);

/** How many values of each kind. */
export function countsOf({ changes }: ComparisonState): { readonly changed: number; readonly added: number; readonly gone: number } {
  const count = (how: ValueChange['how']): number => changes?.changes.values.filter((one) => one.how === how).length ?? 0;
  return { changed: count('changed'), added: count('new'), gone: count('gone') };
}

/** Classes by how they fare: `unknown` are those for whom one side gives no amount. */
export interface Fared {
  readonly more: readonly PatientClass[];
  readonly less: readonly PatientClass[];
  readonly unknown: readonly PatientClass[];
}

/** Who gets more, who less (also those who get less only at some bills), and of whom nothing can be said. */
export function faredOf({ effects }: ComparisonState): Fared {
  const all = effects?.classes.classes ?? [];
  const known = all.filter(({ before, after }) => 'points' in before && 'points' in after);
  return {
    more: known.filter(({ least }) => least === undefined),
    less: known.filter(({ least }) => least !== undefined),
    unknown: all.filter((one) => !known.includes(one)),
  };
}

/** What keeps every patient that was looked at from an amount on both sides: there is nothing to compare. Undefined where some have one. */
export function nothingCompared({ effects }: ComparisonState): { readonly lists: readonly string[] } | undefined {
  if (!effects) return undefined;
  const { classes, drawn } = effects;
  const none = classes.classes.length === 0 && classes.same === 0 && drawn.neither === drawn.drawn;
  return none && classes.looked > 0 ? { lists: classes.lists } : undefined;
}

/** The unit that a change on the page is tried out in. */
export function unitOf(witnesses: readonly ChangeWitnesses[], change: ValueChange): ChangeWitnesses | undefined {
  return witnesses.find(
    ({ unit }) =>
      (unit.kind === 'value' && unit.address === change.address) ||
      ((unit.kind === 'newBenefit' || unit.kind === 'goneBenefit') && unit.name === change.group) ||
      (unit.kind === 'rules' && change.how !== 'changed'),
  );
}

/** The numbers of the changes that a unit holds: [1], [4 … 11]. */
export function numbersOf({ unit }: ChangeWitnesses, groups: readonly ChangeGroup[]): readonly number[] {
  const all = groups.flatMap(({ values }) => values);
  if (unit.kind === 'value') return all.filter(({ address }) => address === unit.address).map(({ number }) => number);
  if (unit.kind === 'rules') return [];
  return all.filter(({ group, how }) => group === unit.name && how !== 'changed').map(({ number }) => number);
}

/** "1", "4–11" */
export const numbersText = (numbers: readonly number[]): string => {
  const [first] = numbers;
  const last = numbers.at(-1);
  return first === undefined ? '' : first === last ? String(first) : `${first}–${last}`;
};

/** Classes some of whose patients notice the change that is looked at; all, while it is not known. */
export function touchedBy(state: ComparisonState, groups: readonly ChangeGroup[]): ReadonlySet<string> {
  const change = groups.flatMap(({ values }) => values).find(({ number }) => number === state.chosen);
  const unit = change && state.witnesses ? unitOf(state.witnesses.changes, change) : undefined;
  if (!unit) return new Set();
  const noticing = new Set(unit.noticing);
  return new Set(
    (state.effects?.classes.classes ?? [])
      .filter(({ combinations }) => combinations.some((one) => noticing.has(String(one))))
      .map(({ id }) => id),
  );
}
