import type { PolicyIr } from '../../runtime/index.ts';
import type { DeclaredPolicy, OpenSummary, PolicySummary, TimelineStretch } from './protocol.ts';

/** What the screens need of a policy that can be settled. */
export function summaryOf(policy: PolicyIr, declared: DeclaredPolicy): PolicySummary {
  const nameOf = (index: number): string => policy.inputs[index]?.name ?? '';
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
    inputs: policy.inputs,
    ...(policy.bill ? { bill: { total: nameOf(policy.bill.total), parts: policy.bill.parts.map(nameOf) } } : {}),
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
    open: openOf(policy),
    unexpressed: policy.unexpressed,
  };
}

/** Every open point, told apart by how it is used: it stops what needs it, something is computed with an assumption, or no amount needs it. */
function openOf(policy: PolicyIr): readonly OpenSummary[] {
  const assumed = new Set<number>();
  const blocking = new Set<number>();
  const search = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) search(one);
    else if (typeof part === 'object' && part !== null) {
      const word = 'op' in part ? part.op : 'kind' in part ? part.kind : undefined;
      if ('point' in part && typeof part.point === 'number') (word === 'assume' || word === 'assumed' ? assumed : blocking).add(part.point);
      if ('shareOpen' in part && typeof part.shareOpen === 'number') blocking.add(part.shareOpen);
      for (const one of Object.values(part)) search(one);
    }
  };
  search(policy.programs);
  for (const version of policy.versions) {
    search(version.parameters);
    for (const point of version.assumes) assumed.add(point);
  }
  for (const cell of policy.timeline) if (cell.point !== undefined && (cell.candidates?.length ?? 0) > 0) blocking.add(cell.point);
  if (policy.schemeAssumed !== undefined) assumed.add(policy.schemeAssumed);
  return policy.openPoints.map((point, index): OpenSummary => {
    const listed =
      point.type && (point.type.kind === 'enum' || point.type.kind === 'set')
        ? policy.inputs.find(({ name }) => point.type && 'name' in point.type && name === point.type.name)?.values
        : undefined;
    return {
      address: point.address,
      reason: point.reason,
      how: assumed.has(index) ? 'assumed' : blocking.has(index) ? 'open' : 'noted',
      ...(point.type ? { type: point.type } : {}),
      ...(listed ? { values: listed.map(({ name }) => name) } : {}),
      source: point.source,
    };
  });
}
