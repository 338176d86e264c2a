import { useEffect, useState } from 'react';
import { simulating } from '../../loop/loop.ts';
import type { SimulationState } from '../../store/simulation.ts';
import { patientAdded, patientRemoved, patientShown } from '../../store/simulation.ts';
import { neighbour } from '../../store/visits.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import type { MenuLine } from '../../ui/Floating.tsx';
import { Menu } from '../../ui/Floating.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Example, PolicySummary } from '../../worker/protocol.ts';
import styles from './Desk.module.css';
import { exampleToPatient, newPatient } from './samples.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';

/** Shows the patient before or after this one, among those of the policy. */
export const showNeighbour = (policy: string, by: 1 | -1): void =>
  change((state) => {
    const next = neighbour(state, policy, by);
    return next ? patientShown(state, next.id) : state;
  });

/** The choice of patient, at the end of the pane's header. */
export function PatientMenu({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const { patient, summary, state } = desk;
  const own = state.patients.filter((one) => one.policy === summary.name);
  const examples = useExamples(summary);
  const lines: MenuLine[] = [
    ...own.map(
      (one): MenuLine => ({
        key: one.id,
        text: one.name,
        icon: one === patient ? 'holds' : 'person',
        onClick: () => change((now) => patientShown(now, one.id)),
      }),
    ),
    'line',
    {
      key: 'new',
      text: say('newPatient'),
      icon: 'plus',
      onClick: () => change((now) => patientAdded(now, newPatient(now.patients, summary, workspace.getState().day))),
    },
    ...examples.slice(0, MOST_EXAMPLES).map(
      (example, at): MenuLine => ({
        key: `example ${at}`,
        text: say('fromExample', { title: example.title }),
        icon: 'check',
        onClick: () => change((now) => takenFrom(now, example, summary)),
      }),
    ),
    'line',
    {
      key: 'remove',
      text: say('removePatient', { name: patient.name }),
      icon: 'bin',
      disabled: own.length < 2,
      onClick: () => change((now) => patientRemoved(now, patient.id)),
    },
  ];
  return (
    <Menu lines={lines}>
      <Button kind="quiet" small hasPopup="menu" title={say('otherPatientKeys')}>
        {say('otherPatient')}
      </Button>
    </Menu>
  );
}

/** So many are offered; the rest are in the file of scenarios. */
const MOST_EXAMPLES = 8;

/** The policy's own 示例, to be looked at as patients. */
function useExamples(summary: PolicySummary): readonly Example[] {
  const [found, setFound] = useState<readonly Example[]>([]);
  useEffect(() => {
    let late = false;
    void simulating()
      .examples(summary.name)
      .then((examples) => {
        if (!late) setFound(examples);
      });
    return () => {
      late = true;
    };
  }, [summary]);
  return found;
}

/** An example on the desk, with the day it is known on and the values it supposes. */
const takenFrom = (state: SimulationState, example: Example, summary: PolicySummary): SimulationState => ({
  ...patientAdded(state, exampleToPatient(example, state.patients, summary)),
  knownOn: example.knownOn,
  suppose: { ...state.suppose, [summary.name]: example.suppose },
});

/** Who lies on the desk. */
export function PatientHead({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const { patient } = desk;
  return (
    <div className={styles.patient}>
      <span className={styles.face}>
        <Icon name="person" size={18} />
      </span>
      <div>
        <input
          aria-label={say('patientName')}
          className={styles.name}
          value={patient.name}
          maxLength={40}
          onChange={(event) =>
            change((state) => ({
              ...state,
              patients: state.patients.map((one) => (one.id === patient.id ? { ...one, name: event.target.value } : one)),
            }))
          }
          onBlur={(event) => {
            // A person without a name cannot be told apart in the ledger.
            if (event.target.value.trim() === '')
              change((state) => ({
                ...state,
                patients: state.patients.map((one) =>
                  one.id === patient.id ? { ...one, name: newPatient(state.patients, desk.summary, '').name } : one,
                ),
              }));
          }}
        />
        <small>{say('madeUp')}</small>
      </div>
    </div>
  );
}
