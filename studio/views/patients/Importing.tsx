import type { ReactElement } from 'react';
import { useState } from 'react';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Floating.tsx';
import { importSets } from './files.ts';
import styles from './Patients.module.css';
import { patientsWords } from './strings.ts';

/** Importing set files into an area's folder: the way to begin, and the dialog that says which of them could not be read and why. */
export function useImport(folder: string): { readonly begin: () => void; readonly dialog: ReactElement } {
  const say = useWords(patientsWords);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const close = (): void => setProblems([]);
  return {
    begin: () => void importSets(folder, say).then(setProblems),
    dialog: (
      <Dialog
        open={problems.length > 0}
        title={say('importSet')}
        onClose={close}
        foot={
          <Button kind="primary" onClick={close}>
            {say('understood')}
          </Button>
        }
      >
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Dialog>
    ),
  };
}
