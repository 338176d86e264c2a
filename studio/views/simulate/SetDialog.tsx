import { useState } from 'react';
import { useStore } from 'zustand';
import { addFiles } from '../../loop/loop.ts';
import { patientSetText, readPatientSet } from '../../storage/patient-set.ts';
import { patientSetPath, patientSetPaths, patientsJoined } from '../../store/patient-sets.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Floating.tsx';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { asSetPatient } from './scenario-text.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import styles from './Why.module.css';

/** Puts the patient on the desk into a set, the present results as what is expected of it. */
export function SetDialog({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const say = useWords(simulateWords);
  const files = useStore(workspace, (state) => state.files);
  const paths = patientSetPaths({ ...workspace.getState(), files }).filter((path) => path.startsWith(`${desk.summary.folder}/`));
  const sets = paths.flatMap((path) => {
    const read = readPatientSet(files[path]?.text ?? '');
    return read.ok ? [{ path, set: read.set }] : [];
  });
  const [chosen, choose] = useState(sets[0]?.set.title);
  const [title, setTitle] = useState(say('setNewTitle', { policy: desk.summary.name }));
  const [done, setDone] = useState<string | undefined>(undefined);
  const put = async (): Promise<void> => {
    const known = sets.find(({ set }) => set.title === chosen);
    const set = patientsJoined(known?.set ?? { title, patients: [] }, [asSetPatient(desk)]);
    await addFiles([{ path: known?.path ?? patientSetPath(desk.summary.folder, title), text: patientSetText(set) }]);
    setDone(say('setDone', { name: desk.patient.name, title: set.title, count: set.patients.length }));
  };
  const fresh = chosen === undefined || chosen === say('setNew');
  return (
    <Dialog
      open
      title={say('saveInSet')}
      onClose={onClose}
      foot={
        done === undefined ? (
          <Button kind="primary" disabled={fresh && title.trim() === ''} onClick={() => void put()}>
            {say('setPut')}
          </Button>
        ) : (
          <Button kind="primary" onClick={onClose}>
            {say('close')}
          </Button>
        )
      }
    >
      {done === undefined ? (
        <>
          <p className={styles.remark}>{say('setHint')}</p>
          {sets.length === 0 ? null : (
            <ChoiceField
              label={say('setWhich')}
              options={[...sets.map(({ set }) => ({ value: set.title })), { value: say('setNew') }]}
              value={chosen}
              onChange={choose}
            />
          )}
          {fresh ? <TextField label={say('setTitle')} value={title} onChange={(text) => setTitle(text ?? '')} /> : null}
        </>
      ) : (
        <Notice tone="jade" icon="holds" title={done} />
      )}
    </Dialog>
  );
}
