import type { BundleFile, EncounterInput } from '../../runtime/index.ts';

type Scenario = BundleFile['scenarios'][number];

/** Whether the events alone give what the scenario expects: nothing is supposed, nothing carried over, and no day of knowledge is asked. */
const standsAlone = ({ openings, suppose, knownOn, events }: Scenario): boolean =>
  openings.length === 0 &&
  Object.keys(suppose).length === 0 &&
  knownOn === undefined &&
  events.every((event) => event.knownOn === undefined && event.suppose === undefined && event.encounter.kind !== 'backPay');

/**
 * The events of the bundle's own scenarios as lines to settle against one ledger: with the scenario's number before each id and behind each
 * person, so that no two scenarios meet in it.
 */
export function sampleEvents(file: BundleFile): readonly EncounterInput[] {
  const personOf = new Map(file.ir.policies.map(({ id, inputs, person }) => [id, inputs[person]?.name ?? '']));
  return file.scenarios.flatMap((scenario, index) =>
    standsAlone(scenario) ? scenario.events.map(({ encounter }) => apart(encounter, index + 1, personOf)) : [],
  );
}

function apart(encounter: EncounterInput, number: number, personOf: ReadonlyMap<string, string>): EncounterInput {
  const { id, of, fields, ...rest } = encounter;
  const person = personOf.get(encounter.policy ?? '') ?? '';
  const who = fields[person];
  return {
    id: `${number}-${id}`,
    ...(of === undefined ? {} : { of: `${number}-${of}` }),
    ...rest,
    fields: typeof who === 'string' ? { ...fields, [person]: `${who}-${number}` } : fields,
  };
}
