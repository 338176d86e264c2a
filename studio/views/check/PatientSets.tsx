import { useState } from 'react';
import { useStore } from 'zustand';
import { runSet } from '../../loop/signing.ts';
import { folderOfSet, patientSetPaths } from '../../store/patient-sets.ts';
import { signing } from '../../store/signing.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { SignedSet } from '../../worker/protocol.ts';
import styles from './Signoff.module.css';
import { signoffWords } from './signoff-strings.ts';

interface PatientSetsProps {
  readonly folder: string;
  /** Paths of sets that are not to be recorded. */
  readonly left: readonly string[];
  readonly onLeft: (left: readonly string[]) => void;
  /** As the record has them, once the draft was sent. */
  readonly recorded: readonly SignedSet[] | undefined;
}

/** The sets of sample patients of the area, what each gives on this text, and which are recorded. */
export function PatientSets({ folder, left, onLeft, recorded }: PatientSetsProps) {
  const say = useWords(signoffWords);
  const files = useStore(workspace);
  const paths = patientSetPaths(files).filter((path) => folderOfSet(path) === folder);
  const sets = useStore(signing, (now) => now.sets);
  const [running, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    setRunning(true);
    for (const path of paths) if (!left.includes(path)) await runSet(path);
    setRunning(false);
  };
  return (
    <div className={styles.part}>
      <h3>
        {say('sets')}
        {paths.length > 0 && !recorded ? (
          <Button small icon="play" disabled={running} onClick={() => void run()}>
            {say(running ? 'running' : 'run')}
          </Button>
        ) : null}
      </h3>
      {recorded ? recorded.map((set) => <Result key={set.name} name={set.name} set={set} />) : null}
      {!recorded && paths.length === 0 ? <p className={styles.remark}>{say('setsNone')}</p> : null}
      {recorded
        ? null
        : paths.map((path) => {
            const name = (path.split('/').at(-1) ?? path).replace(/\.patients\.json$/, '');
            return (
              <label key={path} className={styles.set}>
                <input
                  type="checkbox"
                  checked={!left.includes(path)}
                  aria-label={say('setChosen', { name })}
                  onChange={(event) => onLeft(event.target.checked ? left.filter((one) => one !== path) : [...left, path])}
                />
                <Result name={name} set={left.includes(path) ? undefined : sets[path]} />
              </label>
            );
          })}
    </div>
  );
}

function Result({ name, set }: { readonly name: string; readonly set: SignedSet | undefined }) {
  const say = useWords(signoffWords);
  const said = !set
    ? ''
    : set.differing > 0
      ? say('setDiffers', { patients: set.patients, differing: set.differing })
      : set.open > 0
        ? say('setOpen', { patients: set.patients, values: set.values - set.open, open: set.open })
        : say('setHolds', { patients: set.patients, values: set.values });
  return (
    <span className={styles.result}>
      <b>{name}</b>
      {set ? (
        <span className={set.differing > 0 ? styles.verm : styles.jade}>
          <Icon name={set.differing > 0 ? 'differs' : 'holds'} size={14} /> {said}
        </span>
      ) : null}
    </span>
  );
}
