import type { EncounterInput } from '../../runtime/answer.ts';
import { analysis, summaryOf } from '../store/analysis.ts';
import type { SampleEncounter, SamplePatient } from '../store/simulation.ts';
import { currentEncounter, currentPatient, fieldSet, simulation } from '../store/simulation.ts';
import { chosen, workspace } from '../store/workspace.ts';
import type { Client } from '../worker/client.ts';
import type { CurveQuestion, PolicySummary, Settlement, Stream, TextFile } from '../worker/protocol.ts';
import { whenComposed } from './composition.ts';

/**
 * The sample patient's visits as the runtime reads them. The person is named when the sample does not say otherwise; what was entered for a
 * field or an open point that the policy no longer has stays with the sample, and is not sent.
 */
export const patientToStream = (patient: SamplePatient, summary: PolicySummary, instead?: readonly TextFile[]): Stream => {
  const { knownOn, suppose } = simulation.getState();
  const fields = new Set(summary.inputs.map(({ name }) => name));
  const points = new Set(summary.open.map(({ address }) => address));
  const only = <Value>(entered: Readonly<Record<string, Value>>, known: ReadonlySet<string>): Record<string, Value> =>
    Object.fromEntries(Object.entries(entered).filter(([name]) => known.has(name)));
  const correctedFields = ({ fields: changed, lists = {} }: SampleEncounter): EncounterInput['fields'] => ({
    ...only(changed, fields),
    ...Object.fromEntries(summary.lists.flatMap(({ name }) => (lists[name] === undefined ? [] : [[name, lists[name]]]))),
  });
  return {
    policy: patient.policy,
    encounters: patient.encounters.map(
      (encounter): EncounterInput =>
        encounter.corrects !== undefined
          ? { id: encounter.id, kind: 'correct', of: encounter.corrects, policy: patient.policy, fields: correctedFields(encounter) }
          : encounter.reverses === undefined
            ? {
                id: encounter.id,
                policy: patient.policy,
                fields: {
                  [summary.person]: encounter.person ?? patient.name,
                  ...withoutTotal(only(encounter.fields, fields), summary),
                  ...Object.fromEntries(summary.lists.map(({ name }) => [name, encounter.lists?.[name] ?? []])),
                },
              }
            : { id: encounter.id, kind: 'reverse', of: encounter.reverses, policy: patient.policy, fields: {} },
    ),
    openings: patient.openings,
    ...(knownOn === undefined ? {} : { knownOn }),
    suppose: only(suppose[patient.policy] ?? {}, points),
    ...(instead === undefined ? {} : { instead }),
  };
};

/** A total whose parts are all given follows from them: left out, a correction of one part need not restate it. */
function withoutTotal<Value>(fields: Readonly<Record<string, Value>>, { bill }: PolicySummary): Readonly<Record<string, Value>> {
  if (!bill?.parts.every((part) => fields[part] !== undefined)) return fields;
  const { [bill.total]: _total, ...others } = fields;
  return others;
}

export interface Settling {
  /** Patient, text or supposition changed. */
  look(): void;
  curve(question: CurveQuestion): Promise<void>;
}

/** An answer that takes longer is said to be waited for. */
const SOON_MS = 150;

/** Keeps the answer on the reviewer's desk that of its patient: asks again when visits, suppositions or the text change. */
export function createSettling(client: Client): Settling {
  let underWay = false;
  let again = false;
  let curveAsked = 0;
  /** What the settlement on the desk is the answer to. */
  let settled: { readonly question: string; readonly settlement: Settlement } | undefined;

  const stream = (): Stream | undefined => {
    const patient = currentPatient(simulation.getState());
    const found = summaryOf(analysis.getState(), patient?.policy);
    return patient && found ? patientToStream(patient, found.summary) : undefined;
  };

  const ask = async (): Promise<void> => {
    if (underWay) {
      again = true;
      return;
    }
    const patient = currentPatient(simulation.getState());
    const asked = stream();
    if (!patient || !asked) {
      if (!patient) simulation.setState({ settlement: undefined, settledPatient: undefined, running: false });
      return;
    }
    const { version } = workspace.getState();
    const question = JSON.stringify([version, patient.id, asked]);
    const { settlement, settledPatient } = simulation.getState();
    // Asked before the findings and again after them: by the same text the same comes out.
    if (settled?.question === question && settled.settlement === settlement && settledPatient === patient.id) return;
    underWay = true;
    // Most answers come before an eye could see that they are waited for: drawing that would only keep them.
    const waiting = setTimeout(() => whenComposed(() => underWay && simulation.setState({ running: true })), SOON_MS);
    const outcome = await client.ask('settle', { kind: 'settle', ...asked }, version);
    underWay = false;
    clearTimeout(waiting);
    if (again) {
      again = false;
      void ask();
      return;
    }
    whenComposed(() => {
      if (!outcome.ok) return simulation.setState({ running: false });
      settled = { question, settlement: outcome.reply.settlement };
      simulation.setState({ settlement: outcome.reply.settlement, settledPatient: patient.id, running: false });
    });
  };

  return {
    look: () => whenComposed(() => void ask()),
    curve: async (question) => {
      const asked = stream();
      if (!asked) return;
      const turn = ++curveAsked;
      // The curve is that of the last encounter sent: the visit looked at, with what came before it.
      const looked = currentEncounter(simulation.getState())?.id;
      const encounters = asked.encounters.slice(0, asked.encounters.findIndex((encounter) => encounter.id === looked) + 1);
      const outcome = await client.ask('curve', { kind: 'curve', ...asked, encounters, ...question }, workspace.getState().version);
      whenComposed(() => {
        if (outcome.ok && turn === curveAsked) simulation.setState({ curve: outcome.reply.curve });
      });
    },
  };
}

/** The day on the ruler and the day of the visit that is looked at are one: each follows the other. Returns the way to stop. */
export function linkDays(): () => void {
  const dayField = (): string | undefined =>
    summaryOf(analysis.getState(), currentPatient(simulation.getState())?.policy)?.summary.versionDay;
  const stops = [
    workspace.subscribe((now, before) => {
      const patient = currentPatient(simulation.getState());
      const encounter = currentEncounter(simulation.getState());
      const field = dayField();
      if (
        now.day === before.day ||
        !patient ||
        !encounter ||
        field === undefined ||
        patient.policy !== now.policy ||
        encounter.fields[field] === now.day
      )
        return;
      simulation.setState((state) => fieldSet(state, patient.id, encounter.id, field, now.day));
    }),
    simulation.subscribe((now, before) => {
      const encounter = currentEncounter(now);
      const field = dayField();
      if (
        !encounter ||
        field === undefined ||
        encounter === currentEncounter(before) ||
        currentPatient(now)?.policy !== workspace.getState().policy
      )
        return;
      const day = encounter.fields[field];
      if (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && day !== workspace.getState().day)
        workspace.setState((state) => chosen(state, { day }));
    }),
  ];
  return () =>
    stops.forEach((stop) => {
      stop();
    });
}
