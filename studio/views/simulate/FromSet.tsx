import { useStore } from 'zustand';
import { backToSet, deskPatientSet, keepInSet } from '../../loop/patient-sets.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './FromSet.module.css';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';

/** Where a patient of a set came from: the way back, and what was changed here goes along when it is kept. */
export function FromSet({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  useStore(workspace, (now) => now.files);
  const from = deskPatientSet();
  if (!from || !desk.patient.id.startsWith(from.path)) return null;
  return (
    <div className={styles.from}>
      <span>{say(from.changed ? 'fromSetChanged' : 'fromSet', { title: from.title })}</span>
      {from.changed ? (
        <Button small onClick={() => keepInSet(say('keptInSet', { name: desk.patient.name }))}>
          {say('keepInSet')}
        </Button>
      ) : null}
      <Button small kind="quiet" icon="chevronLeft" onClick={backToSet}>
        {say('backToSet')}
      </Button>
    </div>
  );
}
