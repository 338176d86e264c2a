/** Events of a scenario or of a counterexample as a sample patient for the desk. */
import type { Witness } from '../../../language/index.ts';
import type { EncounterInput } from '../../../runtime/answer.ts';
import type { FieldValue, Item, SampleEncounter, SamplePatient, SimulationState } from '../../store/simulation.ts';
import { patientAdded } from '../../store/simulation.ts';
import type { PolicySummary, ScenarioStream } from '../../worker/protocol.ts';

const isValue = (value: unknown): value is FieldValue =>
  ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.every((one) => typeof one === 'string'));

const valuesOf = (fields: Readonly<Record<string, unknown>>): Item =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (isValue(value) ? [[name, value] as const] : [])));

const isItem = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The patient, or undefined when the desk has no such events: those of another policy, and back payments. */
export function patientOf(
  stream: Pick<ScenarioStream, 'events' | 'openings'>,
  summary: PolicySummary,
  id: string,
): SamplePatient | undefined {
  const lists = new Set(summary.lists.map(({ name }) => name));
  const visit = ({ id: own, kind = 'settle', of, policy, fields }: EncounterInput): SampleEncounter | undefined => {
    if (policy !== undefined && policy !== summary.name) return undefined;
    const visitId = `${id}-${own}`;
    if (kind === 'reverse') return of === undefined ? undefined : { id: visitId, fields: {}, reverses: `${id}-${of}` };
    if (kind !== 'settle' && (kind !== 'correct' || of === undefined)) return undefined;
    const { [summary.person]: _, ...rest } = fields;
    return {
      id: visitId,
      ...(kind === 'correct' ? { corrects: `${id}-${of}` } : {}),
      fields: valuesOf(Object.fromEntries(Object.entries(rest).filter(([name]) => !lists.has(name)))),
      lists: Object.fromEntries(
        [...lists].map((name) => [name, (Array.isArray(rest[name]) ? rest[name] : []).filter(isItem).map(valuesOf)]),
      ),
    };
  };
  const encounters = stream.events.map(visit);
  const [first] = stream.events;
  const named = first?.fields[summary.person];
  const name = typeof named === 'string' ? named : '甲';
  const complete = encounters.filter((one) => one !== undefined);
  if (complete.length === 0 || complete.length < encounters.length) return undefined;
  return { id, name, policy: summary.name, openings: stream.openings, encounters: complete };
}

/** The one visit of a patient found by a search, on a day of the law; fields the policy does not know are left out. */
export function visitOf(summary: PolicySummary, fields: Witness['patient'], day: string): EncounterInput {
  const days = new Set([summary.versionDay, summary.periodDay]);
  const known = summary.inputs.flatMap(({ name }) => {
    const value = days.has(name) ? day : fields[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { id: '1', policy: summary.name, fields: { ...Object.fromEntries(known), [summary.person]: '甲' } };
}

/** The patient on the desk, with what the scenario states beside the events. */
export const onDesk = (state: SimulationState, patient: SamplePatient, beside: Partial<ScenarioStream>): SimulationState => ({
  ...patientAdded(state, patient),
  knownOn: beside.knownOn,
  suppose: { ...state.suppose, [patient.policy]: beside.suppose ?? {} },
});
