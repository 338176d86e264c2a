import { useStore } from 'zustand';
import { seekPatient, stopSeeking } from '../../loop/nudge-patient.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import type { FoundPatient } from '../../store/checking.ts';
import { checking } from '../../store/checking.ts';
import { layout } from '../../store/layout.ts';
import { simulation } from '../../store/simulation.ts';
import { chosen, workspace } from '../../store/workspace.ts';
import { moneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Live } from '../../ui/Live.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import type { NudgedNumber } from '../../worker/protocol.ts';
import { onDesk, patientOf, visitOf } from './open-patient.ts';
import styles from './Places.module.css';
import { checkWords } from './strings.ts';

interface NoticingPatientProps {
  readonly policy: string;
  readonly number: NudgedNumber;
}

/** Below a number whose nudge nobody notices: looks for the smallest patient who would, and opens that patient in Simulate. */
export function NoticingPatient({ policy, number }: NoticingPatientProps) {
  const say = useWords(checkWords);
  const held = useStore(checking, (now) => now.patient);
  const version = useStore(workspace, (now) => now.version);
  const stale = useStore(checking, (now) => now.nudges?.version !== version);
  const { file, start } = number.range;
  const own = held && held.version === version && held.range.file === file && held.range.start === start ? held : undefined;
  if (own?.outcome === 'sought')
    return (
      <div className={styles.patient}>
        <ProgressBar
          done={own.progress?.done ?? 0}
          total={own.progress?.total ?? 1}
          label={say('seek')}
          said={say('seeking', { done: own.progress?.done ?? 0, total: own.progress?.total ?? 0 })}
        />
        <Button small onClick={stopSeeking}>
          {say('stop')}
        </Button>
      </div>
    );
  if (own?.outcome === 'found' && own.found) return <Found policy={policy} found={own.found} />;
  const said = own?.outcome === 'nobody' ? say('seekNobody') : own?.outcome === 'stopped' ? say('seekStopped') : '';
  return (
    <div className={styles.patient}>
      {said === '' ? null : <span>{said}</span>}
      <Live text={said} />
      {own?.outcome === 'nobody' ? null : (
        <Button
          small
          icon="person"
          disabled={stale}
          {...(stale ? { title: say('nudgeStale') } : {})}
          onClick={() => void seekPatient(policy, number)}
        >
          {say('seek')}
        </Button>
      )}
    </div>
  );
}

function Found({ policy, found }: { readonly policy: string; readonly found: FoundPatient }) {
  const say = useWords(checkWords);
  const summary = useStore(analysis, (now) => summaryOf(now, policy)?.summary);
  const { witness, day, written } = found;
  if (!witness) {
    const everybody = say('seekLawless', { day, written });
    return (
      <div className={styles.patient}>
        <span>{everybody}</span>
        <Live text={everybody} />
      </div>
    );
  }
  const patient = summary
    ? patientOf({ events: [visitOf(summary, witness.patient, day)], openings: [] }, summary, `nudge:${day}:${written}`)
    : undefined;
  const amount = ({ amount: yuan }: { readonly amount?: string }): string => (yuan === undefined ? say('seekNoAmount') : moneyText(yuan));
  const sentence = [
    witness.bill === undefined ? say('seekFound', { day }) : say('seekFoundBill', { day, bill: moneyText(witness.bill) }),
    say('seekDiffers', { before: amount(witness.before), after: amount(witness.after), written }),
  ].join(' ');
  const open = (): void => {
    if (!patient) return;
    simulation.setState((state) => ({ ...onDesk(state, patient, {}), encounterId: patient.encounters[0]?.id }));
    workspace.setState((state) => chosen(state, { policy, day }));
    layout.setState({ view: 'simulate' });
  };
  return (
    <div className={styles.patient}>
      <span>{sentence}</span>
      <Live text={sentence} />
      <Button small icon="simulate" disabled={!patient} {...(patient ? {} : { title: say('notOpenable') })} onClick={open}>
        {say('openSimulate')}
      </Button>
      <small>{say('counterThen')}</small>
    </div>
  );
}
