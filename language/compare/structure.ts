/** What changed besides values: benefits and rules that began or ended, and those that are written otherwise. */
import type { SourceRange } from '../../runtime/ir/types.ts';
import { groupsOf } from './groups.ts';
import { namedText } from './named.ts';
import { rootOf } from './roots.ts';
import type { Side } from './side.ts';
import { visitExprs } from './walk.ts';

/** A benefit, rule, accumulator or condition that is not on both sides, or not the same. */
export interface StructureChange {
  readonly what: 'benefit' | 'rule' | 'accumulator' | 'eligibility' | 'constraint' | 'rounding';
  readonly how: 'new' | 'gone' | 'changed';
  readonly name: string;
  /** The benefit it is listed under; its own name for a benefit. */
  readonly group: string;
  /** Addresses that are not the same; of a benefit that is new or gone none. */
  readonly parts: readonly string[];
  readonly before?: SourceRange;
  readonly after?: SourceRange;
}

type Alias = (address: string) => string;

/** What of two programs is not the same, values apart. `alias` gives an address of the later one as the earlier writes it. */
export function structureChanges(before: Side, after: Side, alias: Alias): readonly StructureChange[] {
  return [...ruleChanges(before, after, alias), ...accumulatorChanges(before, after, alias), ...conditionChanges(before, after, alias)];
}

interface Part {
  readonly address: string;
  readonly text: string;
  readonly source: SourceRange;
}

const partsOf = (side: Side, alias: Alias): ReadonlyMap<string, readonly Part[]> => {
  const byRoot = new Map<string, Part[]>();
  for (const step of side.program.steps) {
    const { value, rounds, posting } = step;
    const root = alias(rootOf(step.address));
    const part = {
      address: step.address,
      text: `${alias(step.address)} ${namedText({ value, rounds, posting }, { ...side, alias })}`,
      source: step.note.source,
    };
    byRoot.set(root, [...(byRoot.get(root) ?? []), part]);
  }
  return byRoot;
};

function ruleChanges(before: Side, after: Side, alias: Alias): readonly StructureChange[] {
  const old = partsOf(before, (address) => address);
  const now = partsOf(after, alias);
  const benefits = new Set([...before.program.benefits.map(({ name }) => name), ...after.program.benefits.map(({ name }) => alias(name))]);
  const oldGroups = groupsOf(before);
  const nowGroups = groupsOf(after);
  const what = (root: string): 'benefit' | 'rule' => (benefits.has(root) ? 'benefit' : 'rule');
  const changed = [...now].flatMap(([root, parts]): readonly StructureChange[] => {
    const [first] = parts;
    const was = old.get(root);
    if (!first) return [];
    const name = rootOf(first.address);
    const group = nowGroups(name);
    if (!was) return [{ what: what(root), how: 'new', name, group, parts: [], after: first.source }];
    const texts = new Set(was.map(({ text }) => text));
    const others = new Set(parts.map(({ text }) => text));
    const differing = [...parts.filter(({ text }) => !texts.has(text)), ...was.filter(({ text }) => !others.has(text))];
    const addresses = [...new Set(differing.map(({ address }) => address))];
    const place = was[0]?.source;
    return addresses.length === 0
      ? []
      : [{ what: what(root), how: 'changed', name, group, parts: addresses, ...(place ? { before: place } : {}), after: first.source }];
  });
  const gone = [...old].flatMap(([root, parts]): readonly StructureChange[] => {
    const [first] = parts;
    return first && !now.has(root)
      ? [{ what: what(root), how: 'gone', name: root, group: oldGroups(root), parts: [], before: first.source }]
      : [];
  });
  return [...changed, ...gone];
}

function accumulatorChanges(before: Side, after: Side, alias: Alias): readonly StructureChange[] {
  const written = (side: Side, of: Alias): ReadonlyMap<string, string> => {
    const texts = new Map<string, string>();
    for (const entry of [...side.program.entries, ...side.program.openings]) {
      const name = side.policy.accumulators[entry.accumulator]?.name ?? '';
      texts.set(name, `${texts.get(name) ?? ''}${namedText(entry, { ...side, alias: of })}`);
    }
    return texts;
  };
  const grouped = [groupsOfAccumulators(after), groupsOfAccumulators(before)];
  return byName(
    'accumulator',
    written(before, (address) => address),
    written(after, alias),
  ).map((change) => ({ ...change, group: grouped.map((of) => of.get(change.name)).find((group) => group !== undefined) ?? change.name }));
}

/** An accumulator is listed under the benefit whose amount it adds up. */
function groupsOfAccumulators({ policy, program }: Side): ReadonlyMap<string, string> {
  const benefits = new Set(program.benefits.map(({ name }) => name));
  const found = new Map<string, string>();
  for (const { accumulator, value } of program.entries)
    visitExprs(value, (expr) => {
      const root = expr.op === 'step' ? rootOf(program.steps[expr.index]?.address ?? '') : '';
      if (benefits.has(root)) found.set(policy.accumulators[accumulator]?.name ?? '', root);
    });
  return found;
}

function conditionChanges(before: Side, after: Side, alias: Alias): readonly StructureChange[] {
  const conditions = (side: Side, of: Alias): ReadonlyMap<string, string> =>
    new Map(
      [...side.program.eligibility, ...side.program.benefits.flatMap(({ eligibility }) => eligibility)].map(({ name, condition }) => [
        of(name),
        namedText(condition, { ...side, alias: of }),
      ]),
    );
  const constraints = (side: Side, of: Alias): ReadonlyMap<string, string> =>
    new Map(
      side.program.constraints.map(({ name = '', holds }) => {
        const text = namedText(holds, { ...side, alias: of });
        return [name === '' ? text : name, text] as const;
      }),
    );
  const { mode, unit } = before.policy.rounding;
  const now = after.policy.rounding;
  const plain: Alias = (address) => address;
  return [
    ...byName('eligibility', conditions(before, plain), conditions(after, alias)),
    ...byName('constraint', constraints(before, plain), constraints(after, alias)),
    ...(mode === now.mode && unit === now.unit
      ? []
      : [{ what: 'rounding' as const, how: 'changed' as const, name: '', group: '', parts: [] }]),
  ];
}

function byName(
  what: StructureChange['what'],
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly StructureChange[] {
  const one =
    (how: StructureChange['how']) =>
    (name: string): StructureChange => ({ what, how, name, group: name, parts: [] });
  return [
    ...[...now.keys()].filter((name) => !old.has(name)).map(one('new')),
    ...[...now].filter(([name, text]) => old.has(name) && old.get(name) !== text).map(([name]) => one('changed')(name)),
    ...[...old.keys()].filter((name) => !now.has(name)).map(one('gone')),
  ];
}
