import { patientAdded, patientRemoved, patientShown } from '../../store/simulation.ts';
import { neighbour } from '../../store/visits.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import type { MenuLine } from '../../ui/Floating.tsx';
import { Menu } from '../../ui/Floating.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Desk.module.css';
import { newPatient } from './samples.ts';
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
