import { initials } from '../../language/index.ts';
import type { PolicyIr } from '../../runtime/index.ts';
import { layersOf, openPointsOf, statedFields, vocabulary } from '../../runtime/index.ts';
import type { DeclaredPolicy, OpenSummary, PolicySummary, TimelineStretch } from './protocol.ts';

const ENGLISH: ReadonlyMap<string, string> = new Map(Object.values(vocabulary).map(({ zh, en }) => [zh, en]));

/** What the screens need of a policy that can be settled; `all` are the policies of its bundle, its layers among them. */
export function summaryOf(policy: PolicyIr, declared: DeclaredPolicy, all: readonly PolicyIr[] = [policy]): PolicySummary {
  const nameOf = (index: number): string => policy.inputs[index]?.name ?? '';
  const stated = statedFields(policy, all);
  const computed = new Set(
    [policy, ...layersOf(policy, all)].flatMap(({ programs, inputs }) =>
      programs.flatMap((program) => program.computed.map(({ input }) => inputs[input]?.name ?? '')),
    ),
  );
  const computedItems = new Set(
    [policy, ...layersOf(policy, all)].flatMap(({ programs, lists }) =>
      programs.flatMap((program) =>
        program.computedItems.map(({ list, field }) => `${lists[list]?.name ?? ''}.${lists[list]?.fields[field]?.name ?? ''}`),
      ),
    ),
  );
  const worksOutBill = policy.bill?.parts.some((part) => computed.has(nameOf(part))) === true;
  return {
    name: policy.id,
    folder: declared.folder,
    area: policy.area,
    ...(policy.scheme === undefined ? {} : { scheme: policy.scheme }),
    entry: policy.entry,
    files: declared.files,
    versionDay: nameOf(policy.versionDay),
    periodDay: nameOf(policy.periodDay),
    person: nameOf(policy.person),
    inputs: stated.inputs.filter(({ name }) => !computed.has(name) && !(worksOutBill && name === nameOf(policy.bill?.total ?? -1))),
    english: Object.fromEntries(stated.inputs.flatMap(({ name }) => (ENGLISH.has(name) ? [[name, ENGLISH.get(name) ?? '']] : []))),
    computed: stated.inputs.filter(({ name }) => computed.has(name) || (worksOutBill && name === nameOf(policy.bill?.total ?? -1))),
    initials: initialsOf(stated),
    lists: stated.lists.map((list) => ({ ...list, fields: list.fields.filter(({ name }) => !computedItems.has(`${list.name}.${name}`)) })),
    ...(policy.bill && !worksOutBill ? { bill: { total: nameOf(policy.bill.total), parts: policy.bill.parts.map(nameOf) } } : {}),
    payers: policy.payers,
    benefits: [...new Set(policy.programs.flatMap(({ benefits }) => benefits.map(({ name }) => name)))],
    accumulators: policy.accumulators.map(({ name, how }) => ({ name, how })),
    timeline: policy.timeline.map((cell): TimelineStretch => {
      const version = cell.version === undefined ? undefined : policy.versions[cell.version];
      const point = cell.point === undefined ? undefined : policy.openPoints[cell.point];
      const { from, to, knownFrom, knownTo } = cell;
      return {
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(knownFrom === undefined ? {} : { knownFrom }),
        ...(knownTo === undefined ? {} : { knownTo }),
        ...(version ? { versionId: version.id } : {}),
        amendments: version?.amendments ?? [],
        ...(point && cell.candidates && cell.candidates.length > 0 ? { openReason: point.reason } : {}),
      };
    }),
    open: [...openOf(policy), ...layersOf(policy, all).flatMap((layer) => openOf(layer, `${layer.id}.`))],
    unexpressed: policy.unexpressed,
  };
}

/** Of everything a form shows by name, for finding it by its first letters. */
function initialsOf({ inputs, lists }: ReturnType<typeof statedFields>): Readonly<Record<string, string>> {
  const fields = [...inputs, ...lists.flatMap((list) => list.fields)];
  const names = new Set(fields.flatMap((field) => [field.name, ...(field.values ?? []).map(({ name }) => name)]));
  return Object.fromEntries([...names].map((name) => [name, initials(name)]));
}

/** What the policy leaves open, with the values that can be tried in its place; `of` names the earlier layer it belongs to. */
const openOf = (policy: PolicyIr, of = ''): readonly OpenSummary[] =>
  openPointsOf(policy).map(({ point, effect }): OpenSummary => {
    const { type } = point;
    const listed =
      type && (type.kind === 'enum' || type.kind === 'set') ? policy.inputs.find(({ name }) => name === type.name)?.values : undefined;
    return {
      address: `${of}${point.address}`,
      reason: point.reason,
      how: effect,
      ...(type ? { type } : {}),
      ...(listed ? { values: listed.map(({ name }) => name) } : {}),
      source: point.source,
    };
  });
